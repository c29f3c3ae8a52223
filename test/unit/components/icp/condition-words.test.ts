import { join } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, it, vi } from 'vitest';
import { conditionText, decayExample, ruleLines } from '../../../../components/icp/condition-words.ts';
import { problemText } from '../../../../components/icp/problem-words.ts';
import type { Condition, IcpRule } from '../../../../lib/domain/schema/icp.ts';
import { checkProfile } from '../../../../lib/scoring/check.ts';
import { aGroup, aProfile } from '../../scoring/build.ts';

const words = vi.hoisted(() => new Map<string, string | Record<string, string>>());
vi.mock('#i18n', () => ({
  i18n: {
    t: (key: string, first?: number | string[], second?: string[]) => {
      const found = words.get(key);
      const count = typeof first === 'number' ? first : undefined;
      const text = typeof found === 'object' ? (found[String(count)] ?? found.n) : found;
      const filled = Array.isArray(first) ? first : (second ?? [String(count)]);
      return filled.reduce<string>((all, one, at) => all.replaceAll(`$${at + 1}`, one), text ?? key);
    },
  },
}));
const file = join(import.meta.dirname, '../../../../lib/locales/en.yml');
for (const message of await parseMessagesFile(file)) {
  if ('message' in message) words.set(message.key.join('.'), message.message);
  if ('plurals' in message) words.set(message.key.join('.'), message.plurals as Record<string, string>);
}

const own = [{ key: 'budget', name: 'Budget', type: 'number' as const, of: 'both' as const }];
const profile = { fields: own, definitions: {} };
const large: Condition = { field: 'company.employees', op: 'gte', value: 1000 };
const near: Condition = { field: 'company.country', op: 'in', value: ['DE', 'AT'] };

describe('a condition in words', () => {
  it.each<[Condition, string | RegExp]>([
    [near, 'Country is Germany or Austria'],
    [large, 'Employees is at least 1,000'],
    [{ all: [near, large] }, 'Country is Germany or Austria and Employees is at least 1,000'],
    [
      { all: [large, { any: [near, large] }] },
      'Employees is at least 1,000 and (Country is Germany or Austria or Employees is at least 1,000)',
    ],
    [{ not: near }, 'not (Country is Germany or Austria)'],
    [{ not: { field: 'company.website', op: 'known' } }, 'Website is not known'],
    [{ field: 'own.budget', op: 'between', value: [5, 10] }, 'Budget is between 5 and 10'],
    [{ field: 'own.gone', op: 'is', value: 'x' }, 'own.gone (no longer there) is x'],
    [{ field: 'people.role', op: 'in', value: ['decides', 'influences'] }, 'Someone there decides or influences'],
    [{ field: 'lead.createdAt', op: 'after', value: '2026-01-31' }, /is after 31 Jan 2026$/],
    [{ field: 'company.founded', op: 'lt', value: 1990 }, /is less than 1990$/],
    [{ all: [] }, 'always'],
    [{ any: [] }, 'never'],
  ])('%j', (condition, text) => {
    const said = conditionText(condition, profile);
    if (typeof text === 'string') expect(said).toBe(text);
    else expect(said).toMatch(text);
  });

  it('says of talks what counts and how it fades', () => {
    const rule: IcpRule = {
      kind: 'event',
      id: 'e',
      name: 'E',
      events: [],
      points: 10,
      most: 3,
      decay: { kind: 'halfLife', days: 30 },
    };
    expect(ruleLines(rule, profile)).toEqual([
      { points: 10, text: 'each talk of any kind, at most the newest 3, halves every 30 days' },
    ]);
    expect(decayExample(10, { kind: 'linear', percentPerMonth: 50 })).toBe(
      '+10 on the day, +5 after 30 days, 0 after 60 days',
    );
  });
});

describe('what is wrong, in words', () => {
  const said = (rules: unknown[], more = {}) => {
    const wrong = aProfile([aGroup(rules)], { fields: own, cuts: { A: 3, B: 2, C: 1 }, ...more });
    return checkProfile(wrong).map((problem) => problemText(problem, wrong));
  };
  const rule = (when: Condition, points = 5, id = 'r') => ({ kind: 'points', id, name: `Rule ${id}`, when, points });
  it.each<[unknown[], string]>([
    [[rule({ field: 'company.country', op: 'is' })], 'Choose a value for Country.'],
    [
      [rule({ all: [large, { field: 'company.employees', op: 'lt', value: 10 }] })],
      'This never holds: Employees is at least 1,000 and Employees is less than 10',
    ],
    [
      [rule(near), rule(near, -5, 'other')],
      '“G › Rule r” says the opposite, for example where Country is Germany or Austria.',
    ],
    [[rule({ field: 'company.name', op: 'gt', value: 5 })], 'Company name cannot be asked like that.'],
    [
      [rule({ field: 'own.gone', op: 'known' })],
      'The field own.gone is no longer there. The rule gives and takes nothing.',
    ],
  ])('%j', (rules, text) => {
    expect(said(rules)).toContain(text);
  });

  it('names a tier that nobody can reach', () => {
    expect(said([rule(near)], { cuts: { A: 90, B: 2, C: 1 } })).toEqual([
      'Nobody can become A prospect: there are at most 5 points to get.',
    ]);
  });
});
