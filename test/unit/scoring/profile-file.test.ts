import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemLine } from '../../../lib/exchange/score-line.ts';
import { checkProfile } from '../../../lib/scoring/check.ts';
import { compileProfile } from '../../../lib/scoring/compile.ts';
import { readProfile, writeProfile } from '../../../lib/scoring/profile-file.ts';
import { starterProfile, starterTemplates } from '../../../lib/scoring/starter.ts';
import { aCompany, aGroup, aPerson, aProfile, explained, now } from './build.ts';

const rule = (when: unknown, more: object = {}) => ({
  kind: 'points',
  id: 'r',
  name: 'Rule',
  when,
  points: 80,
  ...more,
});
const problems = (profile: unknown) => {
  const reading = readProfile(JSON.stringify(profile));
  return (reading.ok ? reading.warnings : reading.problems).map(
    ({ level, code, place }) => `${level} ${code} ${place}`,
  );
};
const withRules = (rules: unknown[], more: object = {}) => ({
  version: 1,
  id: 'p',
  name: 'P',
  ...more,
  groups: [aGroup(rules)],
});
const fine = { field: 'company.industry', op: 'known' };

describe('a profile file', () => {
  it('comes back as it was', () => {
    for (const answers of [undefined, ...Object.values(starterTemplates)]) {
      const profile = starterProfile(answers);
      expect(readProfile(writeProfile(profile))).toEqual({ ok: true, profile, warnings: [] });
    }
  });

  it.each<[string, unknown, string[]]>([
    [
      'a field that is gone',
      withRules([rule({ all: [fine, { field: 'own.gone', op: 'is', value: 'x' }] })]),
      ['error fieldGone groups[0].rules[0].when.all[1].field'],
    ],
    ['a newer version', { version: 2, whatever: true }, ['error newer version']],
    [
      'an unfit operator',
      withRules([rule({ field: 'company.employees', op: 'contains', value: 'x' })]),
      ['error operatorUnfit groups[0].rules[0].when.op'],
    ],
    [
      'an unfit value',
      withRules([rule({ field: 'company.country', op: 'is', value: 'Atlantis' })]),
      ['error valueUnfit groups[0].rules[0].when.value'],
    ],
    [
      'a cycle',
      withRules([rule({ named: 'a' })], { definitions: { a: { not: { named: 'b' } }, b: { any: [{ named: 'a' }] } } }),
      ['error cycle definitions.a', 'error cycle definitions.b'],
    ],
    ['a name without meaning', withRules([rule({ named: 'x' })]), ['error namedGone groups[0].rules[0].when']],
    [
      'the same id twice',
      withRules([rule(fine), rule({ field: 'company.name', op: 'known' })]),
      ['error sameId groups[0].rules[1].id'],
    ],
    [
      'a condition that never holds',
      withRules([
        rule({
          all: [
            { field: 'company.employees', op: 'gt', value: 100 },
            { field: 'company.employees', op: 'lt', value: 50 },
          ],
        }),
      ]),
      ['warning neverTrue groups[0].rules[0].when'],
    ],
    [
      'a condition and its opposite',
      withRules([rule({ all: [fine, { not: fine }] })]),
      ['warning neverTrue groups[0].rules[0].when'],
    ],
    [
      'rules that contradict',
      withRules([rule(fine), rule(fine, { id: 's', points: -5 })]),
      ['warning opposite groups[0].rules[1]'],
    ],
    [
      'points taken for the unknown',
      withRules([rule(fine), rule({ field: 'company.website', op: 'missing' }, { id: 's', points: -5 })]),
      ['warning againstUnknown groups[0].rules[1].when'],
    ],
    ['a tier out of reach', withRules([rule(fine, { points: 60 })]), ['warning tierOutOfReach cuts.A']],
    ['cuts in the wrong order', withRules([rule(fine)], { cuts: { A: 30, B: 50, C: 10 } }), ['error cutsOrder cuts']],
    [
      'an unknown key',
      withRules([rule({ field: 'company.name', op: 'known', values: 1 })]),
      ['error shape groups[0].rules[0].when'],
    ],
    ['a wrong kind of points', withRules([rule(fine, { points: 'many' })]), ['error shape groups[0].rules[0].points']],
    ['no groups', { version: 1, id: 'p', name: 'P' }, ['error shape groups']],
    ['nothing', null, ['error shape ']],
  ])('names %s and its place', (_, profile, expected) => {
    expect(problems(profile)).toEqual(expected);
  });

  it('says it with an example', () => {
    const clash = {
      all: [
        { field: 'company.employees', op: 'gt', value: 100 },
        { field: 'company.employees', op: 'lt', value: 50 },
      ],
    };
    const reading = readProfile(JSON.stringify(withRules([rule(clash)])));
    expect(reading.ok && reading.warnings.map(problemLine)).toEqual([
      'warning: groups[0].rules[0].when (G › Rule) can never hold: company.employees gt 100 and company.employees lt 50 never hold together',
    ]);
  });

  it('survives anything, also nested without end', () => {
    fc.assert(fc.property(fc.oneof(fc.json(), fc.string()), (text) => typeof readProfile(text).ok === 'boolean'));
    const deep = `${'{"not":'.repeat(20_000)}{}${'}'.repeat(20_000)}`;
    expect(readProfile(`{"version":1,"groups":${deep}}`)).toMatchObject({ ok: false, problems: [{ code: 'tooDeep' }] });
  });

  it('refuses conditions that double without end', () => {
    const names = Array.from({ length: 60 }, (_, at) => `d${at}`);
    const definitions = Object.fromEntries(
      names.map((name, at) => [name, at === 0 ? fine : { any: [{ named: `d${at - 1}` }, { named: `d${at - 1}` }] }]),
    );
    expect(problems(withRules([rule({ named: 'd59' })], { definitions }))).toEqual([
      'error tooLarge groups[0].rules[0].when',
    ]);
  });

  it('does no harm where it is used in spite of its errors', () => {
    const profile = aProfile([aGroup([rule({ named: 'a' })])], { definitions: { a: { not: { named: 'a' } } } });
    expect(checkProfile(profile).map(({ code }) => code)).toContain('cycle');
    expect(compileProfile(profile).score({ lead: aCompany() }, now)).toMatchObject({ fit: 0 });
  });
});

describe('the starter profile', () => {
  it('works from the first lead', () => {
    const profile = starterProfile();
    const firm = aCompany({
      name: 'Acme',
      website: 'https://example.com',
      phones: [{ text: '1', kind: 'switchboard' }],
      addresses: [{ text: 'Graz' }],
    });
    const person = aPerson({ jobTitle: 'CEO', emails: ['ada@example.com'] });
    expect(explained(profile, { lead: firm, people: [person], interactions: [] })).toMatchObject({
      tier: 'A',
      fit: 75,
    });
    expect(explained(profile, { lead: firm, people: [], interactions: [] }).tier).toBe('C');
    expect(explained(profile, { lead: aPerson({ name: 'Ada' }), interactions: [] }).tier).toBe('?');
  });
});
