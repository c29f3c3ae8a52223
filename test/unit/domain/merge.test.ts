import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLeads } from '../../../lib/domain/diff-leads.ts';
import { differencesOf, type Held, leadFromDraft, mergeDraft } from '../../../lib/domain/merge.ts';
import { personDraft } from '../../../lib/domain/schema/draft.ts';

const id = '00000000-0000-4000-8000-000000000001';
const at = (now: number, url = 'https://a.example/') => ({ now, origin: 'here', url });
const phone = (e164: string, text = e164) => ({ e164, text, kind: 'work' as const });

function draft(values: Record<string, unknown>, more: object = {}) {
  const fields = Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      (Array.isArray(value) ? value : [value]).map((v) => ({
        value: v,
        confidence: 0.9,
        provenance: [
          { url: 'https://a.example/', at: 1, detector: 'text', snippet: `… ${typeof v === 'string' ? v : ''}` },
        ],
      })),
    ]),
  );
  return personDraft.parse({ kind: 'person', id: 'd', confidence: 0.9, fields, ...more });
}
const held = (values: Record<string, unknown>, edits = {}): Held => leadFromDraft(draft(values), edits, id, at(100));

describe('leadFromDraft', () => {
  it('takes the best of single values and all of many', () => {
    const made = held({ name: ['Ada Sund', 'Ada'], emails: ['ada@firm.example', 'a.sund@firm.example'] });
    expect(made.lead).toMatchObject({ name: 'Ada Sund', emails: ['ada@firm.example', 'a.sund@firm.example'] });
    expect(Object.keys(made.receipts.readAt)).toEqual([
      'name',
      'emails|ada@firm.example',
      'emails|a.sund@firm.example',
    ]);
    expect(made.receipts.stamps.emails).toEqual({ at: 100, by: 'capture', origin: 'here' });
  });

  it('lets edits win, empties what they empty, and leaves out what the schema refuses', () => {
    const edits = { name: 'Ada Sundt', jobTitle: null, emails: ['ada@firm.example'], department: 7, unknown: 'x' };
    const made = held({ name: 'Ada', jobTitle: 'CEO', emails: ['wrong@firm.example'], department: 'Sales' }, edits);
    expect(made.lead).toMatchObject({ name: 'Ada Sundt', emails: ['ada@firm.example'], department: 'Sales' });
    expect(made.lead).not.toHaveProperty('jobTitle');
    expect(made.receipts.stamps.name?.by).toBe('user');
    expect(made.receipts.readAt.name).toEqual([{ url: 'https://a.example/', at: 100, detector: 'user', snippet: '' }]);
  });

  it('keeps where a chosen alternative was read', () => {
    const made = held({ name: ['Ada', 'Ada Sund'] }, { name: 'Ada Sund' });
    expect(made.receipts.readAt.name?.[0]).toMatchObject({ detector: 'text', snippet: '… Ada Sund' });
  });

  it('knows a partial name, and that a typed one is whole', () => {
    const partial = { partial: true };
    expect(leadFromDraft(draft({ name: '王先生' }, partial), {}, id, at(1)).lead).toMatchObject({ partial: true });
    const typed = leadFromDraft(draft({ name: '王先生' }, partial), { name: '王小明' }, id, at(1));
    expect(typed.lead).toMatchObject({ name: '王小明', partial: false });
  });
});

describe('mergeDraft', () => {
  const known = { name: 'Ada Sund', jobTitle: 'Buyer', emails: ['ada@firm.example'], phones: [phone('+46315550120')] };
  const merge = (base: Held, values: Record<string, unknown>, edits = {}) =>
    mergeDraft(base, draft(values), edits, at(200));

  it('fills what is empty, unites what is many, reports what differs', () => {
    const merged = merge(held(known), {
      name: 'SUND, Ada',
      jobTitle: 'Head buyer',
      wechat: 'ada_s',
      emails: ['ADA@firm.example', 'sund@firm.example'],
      phones: [phone('+46315550120', '031-555 01 20')],
    });
    expect(merged.lead).toMatchObject({
      name: 'Ada Sund',
      jobTitle: 'Buyer',
      wechat: 'ada_s',
      emails: ['ada@firm.example', 'sund@firm.example'],
      phones: [phone('+46315550120')],
    });
    expect(merged.differences).toEqual([{ field: 'jobTitle', ours: 'Buyer', read: 'Head buyer' }]);
    expect(merged.receipts.stamps).toMatchObject({ jobTitle: { at: 100 }, wechat: { at: 200 }, emails: { at: 200 } });
  });

  it('takes a number without country for the one it is', () => {
    const plain = { text: '031-555 01 20', kind: 'work' };
    expect(merge(held(known), { phones: [plain] }).lead.phones).toEqual([phone('+46315550120')]);
    expect(merge(held(known), { phones: [{ ...plain, ext: '12' }] }).lead.phones).toHaveLength(2);
  });

  it('replaces a captured value only where the user chose so', () => {
    const merged = merge(held(known), { jobTitle: 'Head buyer' }, { jobTitle: 'Head buyer' });
    expect(merged.lead).toMatchObject({ jobTitle: 'Head buyer' });
    expect(merged.receipts.stamps.jobTitle).toMatchObject({ at: 200, by: 'user' });
  });

  it('never overwrites, nor fills again, what the user typed or emptied', () => {
    const base = held(known, { jobTitle: 'Owner', emails: ['private@firm.example'] });
    const emptied = mergeDraft(base, draft({}), { jobTitle: null }, at(150));
    const merged = merge(emptied, known);
    expect(merged.lead).not.toHaveProperty('jobTitle');
    expect(merged.differences).toContainEqual({ field: 'jobTitle', ours: undefined, read: 'Buyer' });
  });

  it('does not bring back one of many that the user took away', () => {
    const base = held({ emails: ['ada@firm.example', 'old@firm.example'] });
    const stamps = { ...base.receipts.stamps, emails: { at: 150, by: 'user' as const, origin: 'here' } };
    const weeded: Held = {
      lead: { ...base.lead, emails: ['ada@firm.example'] },
      receipts: { ...base.receipts, stamps },
    };
    const merged = merge(weeded, { emails: ['old@firm.example', 'new@firm.example'] });
    expect(merged.lead.emails).toEqual(['ada@firm.example', 'new@firm.example']);
    expect(differencesOf(weeded, draft({ emails: ['old@firm.example'] }))).toEqual([]);
    expect(merged.receipts.stamps.emails?.by).toBe('user');
  });

  it('changes nothing the second time', () => {
    const word = fc.constantFrom('Ada', 'Sund', 'Jörg', '王小明', 'x', ' ');
    const values = fc.record(
      {
        name: fc.array(word, { minLength: 1, maxLength: 2 }).map((w) => w.join(' ')),
        jobTitle: word,
        emails: fc.subarray(['a@firm.example', 'A@firm.example', 'b@firm.example']),
        links: fc.subarray(['https://a.example/x', 'http://www.a.example/x/', 'https://b.example/']),
        phones: fc.subarray([phone('+46315550120'), phone('+46315550120', '031'), phone('+4917011122')]),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(values, values, (first, second) => {
        const once = merge(held(first), second);
        const twice = mergeDraft(once, draft(second), {}, at(300));
        expect(diffLeads(once.lead, twice.lead)).toEqual([]);
        expect(twice.receipts).toEqual(once.receipts);
        expect(differencesOf(once, draft(second))).toEqual(once.differences);
      }),
    );
  });
});
