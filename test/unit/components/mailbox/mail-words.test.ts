import { join } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, it, vi } from 'vitest';
import { cardOf, markOf } from '../../../../components/mailbox/mail-words.ts';
import type { Sender, SenderFacts } from '../../../../lib/mailbox/sender.ts';

const words = vi.hoisted(() => new Map<string, string | Record<string, string>>());
vi.mock('#i18n', () => ({
  i18n: {
    t: (key: string, first?: number | string[], second?: string[]) => {
      const found = words.get(key);
      const text = typeof found === 'object' ? (found[String(first)] ?? found.n) : found;
      const filled = Array.isArray(first) ? first : (second ?? [String(first)]);
      return filled.reduce<string>((all, one, at) => all.replaceAll(`$${at + 1}`, one), text ?? key);
    },
  },
}));
const file = join(import.meta.dirname, '../../../../lib/locales/en.yml');
for (const message of await parseMessagesFile(file)) {
  if ('message' in message) words.set(message.key.join('.'), message.message);
  if ('plurals' in message) words.set(message.key.join('.'), message.plurals as Record<string, string>);
}

const lena: Sender = { is: 'known', leadId: 'l1', name: 'Lena Ortmann', tier: 'A', customer: false };
const firm: Sender = {
  is: 'firm',
  domain: 'bosch.example',
  people: 3,
  company: { id: 'c1', name: 'Bosch' },
  tier: 'A',
  customer: true,
};

describe('what a chip says', () => {
  it.each<[string, Sender, unknown]>([
    ['never a bare letter', lena, { label: 'Lena Ortmann: A prospect', state: 'known' }],
    ['a customer is another thing', { ...lena, customer: true }, { label: 'Lena Ortmann: A customer' }],
    ['too little known', { ...lena, tier: '?' }, { label: 'Lena Ortmann: too little known for a tier' }],
    ['a stranger of a known firm', firm, { state: 'firm', label: 'Bosch: 3 known there, A customer' }],
    [
      'one known there',
      { is: 'firm', domain: 'x.example', people: 1, customer: false },
      { label: 'x.example: 1 known there' },
    ],
    ['a firm without people', { ...firm, people: 0 }, { label: 'Bosch: the firm is yours, A customer' }],
    ['a stranger', { is: 'stranger' }, { state: 'stranger', label: 'Not yours yet. Keep Jo' }],
    ['nobody', { is: 'none' }, { state: 'none' }],
    [
      'a look-alike',
      { is: 'lookAlike', domain: 'b0sch.example', like: 'bosch.example' },
      {
        state: 'warn',
        label: 'Look twice: b0sch.example is not bosch.example, which you know. It only looks like it.',
      },
    ],
  ])('%s', (_what, sender, expected) => expect(markOf(sender, 'Jo')).toMatchObject(expected as object));
});

describe('what a card says', () => {
  const facts: SenderFacts = {
    sender: lena,
    address: 'lena@alder.example',
    saidName: 'L.',
    name: 'Lena Ortmann',
    jobTitle: 'Buyer',
    companyName: 'Alder Ltd',
    brief: {
      tier: 'A',
      known: 3,
      asked: 8,
      gates: [],
      reasons: [
        { rule: 'x', name: 'Our market', points: 20 },
        { rule: 'y', name: 'Far away', points: -5 },
      ],
    },
  };

  it('tells tier, what is known and the reasons', () => {
    expect(cardOf(facts, true, undefined)).toMatchObject({
      head: 'Lena Ortmann',
      sub: 'Buyer · Alder Ltd',
      lines: ['A prospect · 3 of 8 facts known', 'Our market (+20)', 'Far away (−5)'],
      notes: ['No touch noted yet', 'Leadlight says this, not the mail.'],
      button: 'Open in the panel',
    });
  });

  it('says why somebody is excluded, where answers go, and whose words these are', () => {
    const gated = {
      ...facts,
      brief: { tier: 'D' as const, known: 1, asked: 2, reasons: [], gates: [{ rule: 'g', name: 'Competitor' }] },
    };
    const card = cardOf(gated, true, 'Ivo <reply@meet.example>');
    expect(card.lines).toContain('excluded because: Competitor');
    expect(card.notes).toContain('Answers go to, or it came through: Ivo <reply@meet.example>');
    expect(card.notes.at(-1)).toBe('Leadlight says this, not the mail.');
  });

  it('claims no firm for a mailbox of everybody', () => {
    const stranger: SenderFacts = { sender: { is: 'stranger' }, address: 'jo@gmail.com', saidName: '' };
    expect(cardOf(stranger, false, undefined)).toMatchObject({ head: 'jo@gmail.com', button: 'Keep as a lead' });
    expect(cardOf(stranger, false, undefined).lines[0]).toContain('tells no firm');
  });
});
