import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Held } from '../../../lib/domain/merge.ts';
import { mergeFields, mergeLeadsInto, richest } from '../../../lib/domain/merge-leads.ts';
import { type Person, person, type Stamp } from '../../../lib/domain/schema/lead.ts';

let count = 0;
const held = (values: Partial<Person>, stamps: Record<string, Stamp> = {}): Held => {
  const id = `00000000-0000-7000-8000-${String(count++).padStart(12, '0')}`;
  const lead = person.parse({ kind: 'person', id, createdAt: 100, updatedAt: 100, ...values });
  return { lead, receipts: { leadId: id, stamps, readAt: {} } };
};
const by = { now: 900, origin: 'here' };
const typed = (at: number): Stamp => ({ at, by: 'user', origin: 'here' });
const merge = (a: Held, b: Held, choices = {}) => mergeLeadsInto([a, b], choices, by).lead;

describe('mergeLeadsInto', () => {
  it.each<[string, Held, Held, Partial<Person>]>([
    [
      'keeps what the first says and fills its gaps',
      held({ jobTitle: 'Buyer' }),
      held({ jobTitle: 'CEO', department: 'Sales' }),
      { jobTitle: 'Buyer', department: 'Sales' },
    ],
    [
      'takes what a person typed',
      held({ jobTitle: 'Buyer' }),
      held({ jobTitle: 'CEO' }, { jobTitle: typed(5) }),
      { jobTitle: 'CEO' },
    ],
    [
      'takes what was typed last',
      held({ jobTitle: 'Buyer' }, { jobTitle: typed(9) }),
      held({ jobTitle: 'CEO' }, { jobTitle: typed(5) }),
      { jobTitle: 'Buyer' },
    ],
    [
      'takes a whole name for a part',
      held({ name: '王先生', partial: true }),
      held({ name: '王小明' }),
      { name: '王小明', partial: false },
    ],
    [
      'unites lists, each value once',
      held({ emails: ['a@b.example'], tags: ['x'] }),
      held({ emails: ['A@b.example', 'c@d.example'], tags: ['x', 'y'] }),
      { emails: ['a@b.example', 'c@d.example'], tags: ['x', 'y'] },
    ],
    [
      'puts notes under each other',
      held({ note: 'one\ntwo' }),
      held({ note: 'two\nthree' }),
      { note: 'one\ntwo\nthree' },
    ],
    [
      'contacts nobody who asked not to be',
      held({ name: 'Eva' }),
      held({ doNotContact: true }),
      { doNotContact: true },
    ],
    [
      'takes a no to mails as a no, whatever they said to calls later',
      held(
        { consent: { email: { state: 'withdrawn', at: 5 }, call: { state: 'given', at: 5 } } },
        { consent: typed(5) },
      ),
      held(
        { consent: { email: { state: 'given', at: 3 }, call: { state: 'withdrawn', at: 6 } } },
        { consent: typed(6) },
      ),
      { consent: { email: { state: 'withdrawn', at: 5 }, call: { state: 'withdrawn', at: 6 } } },
    ],
    [
      'takes a yes that came after a no',
      held({ consent: { email: { state: 'withdrawn', at: 5 } } }, { consent: typed(9) }),
      held({ consent: { email: { state: 'given', at: 6 } } }, { consent: typed(6) }),
      { consent: { email: { state: 'given', at: 6 } } },
    ],
    [
      'counts from the first day',
      held({ createdAt: 500 }),
      held({ createdAt: 200 }),
      { createdAt: 200, updatedAt: 900 },
    ],
    [
      'keeps own fields of both',
      held({ own: { size: 1 } }),
      held({ own: { size: 2, color: 'red' } }),
      { own: { size: 1, color: 'red' } },
    ],
  ])('%s', (_what, a, b, expected) => {
    expect(merge(a, b)).toMatchObject(expected);
  });

  it('takes the company of the book along with its name', () => {
    const [a, b] = [
      held({ companyName: 'Acme', companyId: 'firm-a' }),
      held({ companyName: 'Berger AG', companyId: 'firm-b' }),
    ];
    expect(merge(a, b)).toMatchObject({ companyName: 'Acme', companyId: 'firm-a' });
    expect(merge(a, b, { companyName: 'Berger AG' })).toMatchObject({ companyId: 'firm-b' });
    expect(merge(held({ companyName: 'Acme GmbH' }), a)).toMatchObject({
      companyName: 'Acme GmbH',
      companyId: 'firm-a',
    });
    expect(merge(held({ companyName: 'Carl' }), b)).not.toHaveProperty('companyId');
  });

  it('takes what was chosen, and empties what was chosen to be empty', () => {
    const chosen = merge(held({ jobTitle: 'Buyer', wechat: 'eva' }), held({ jobTitle: 'CEO' }), {
      jobTitle: 'CEO',
      wechat: null,
    });
    expect(chosen).toMatchObject({ jobTitle: 'CEO' });
    expect(chosen).not.toHaveProperty('wechat');
  });

  it('loses no value of a list, whatever the leads hold', () => {
    const emails = fc.uniqueArray(fc.emailAddress({ size: 'small' }), { maxLength: 4 });
    fc.assert(
      fc.property(emails, emails, (x, y) => {
        const merged = merge(held({ emails: x }), held({ emails: y })).emails.map((one) => one.toLowerCase());
        return [...x, ...y].every((one) => merged.includes(one.toLowerCase()));
      }),
      { numRuns: 40 },
    );
  });
});

describe('mergeFields', () => {
  it('says whose value is taken, and leaves out what nobody says', () => {
    const fields = mergeFields([held({ name: 'Eva' }), held({ name: 'Eva Wolf', jobTitle: 'CEO' })]);
    expect(fields.map(({ field, from }) => [field, from])).toEqual([
      ['name', 0],
      ['jobTitle', 1],
    ]);
  });
});

it('richest is the lead that says most, of equals the older', () => {
  const leads = [
    held({ name: 'Eva', createdAt: 300 }),
    held({ name: 'Eva', jobTitle: 'CEO' }),
    held({ name: 'Eva', wechat: 'e', createdAt: 50 }),
  ];
  expect(richest(leads.map(({ lead }) => lead))).toBe(2);
});

describe('stamps of single values', () => {
  const withElements = (values: Partial<Person>, elements: NonNullable<Held['receipts']['elements']>): Held => {
    const { lead, receipts } = held(values);
    return { lead, receipts: { ...receipts, elements } };
  };
  const elementsOf = (a: Held, b: Held) => mergeLeadsInto([a, b], {}, by).receipts.elements;

  it('are of what stands the newest, of what nobody says any more the last time it was taken away', () => {
    const a = withElements(
      { emails: ['a@b.example'] },
      { 'emails|a@b.example': typed(3), 'emails|old@b.example': { ...typed(4), gone: true } },
    );
    const b = withElements(
      { emails: ['a@b.example', 'c@d.example'] },
      { 'emails|a@b.example': typed(5), 'emails|old@b.example': { ...typed(2), gone: true } },
    );
    expect(elementsOf(a, b)).toEqual({
      'emails|a@b.example': typed(5),
      'emails|old@b.example': { ...typed(4), gone: true },
    });
  });

  it('are nothing of what one took away and another still says, nor of a word that another one followed', () => {
    const a = withElements(
      { consent: { call: { state: 'given', at: 5 } } },
      { 'emails|a@b.example': { ...typed(9), gone: true }, 'consent|call': typed(9) },
    );
    const b = withElements(
      { emails: ['a@b.example'], consent: { call: { state: 'withdrawn', at: 7 } } },
      { 'consent|call': typed(7) },
    );
    expect(elementsOf(a, b)).toEqual({ 'consent|call': typed(7) });
    expect(elementsOf(held({ emails: ['a@b.example'] }), held({}))).toBeUndefined();
  });
});
