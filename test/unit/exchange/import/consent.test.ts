import { describe, expect, it } from 'vitest';
import type { Lead } from '../../../../lib/domain/schema/lead.ts';
import { exportColumns } from '../../../../lib/exchange/columns.ts';
import { guessMapping } from '../../../../lib/exchange/import/guess.ts';
import { rowReader } from '../../../../lib/exchange/import/read-row.ts';
import { jsonLines } from '../../../../lib/exchange/json-lines.ts';
import { mappingFor, recognise } from '../../../../lib/exchange/presets/recognise.ts';
import { consentOf, takenConsent } from '../../../../lib/storage/import/merge-consent.ts';
import { leadOfPart, mergePart, type Part } from '../../../../lib/storage/import/merge-part.ts';
import { person, words } from '../rows.ts';

const now = Date.UTC(2026, 5, 1);
const noon = (text: string) => new Date(`${text}T12:00`).getTime();

function rowOf(heading: string[], cells: string[]) {
  const sheet = { heading, rows: [{ at: 2, cells }] };
  const known = recognise(heading);
  const guessed = guessMapping(sheet, []);
  const [row] = sheet.rows.map(rowReader(known ? mappingFor(sheet, known, guessed) : guessed, [], {}));
  if (!row) throw new Error('no row');
  return row;
}
const commonOf = (heading: string, cell: string, more: string[] = ['Last Name', 'Email']) =>
  rowOf([...more, heading], ['Sund', 'ada@nordhafen.example', cell]).common;

describe('columns of those who are not to be reached', () => {
  it.each([
    ['Email Opt Out', '1', ['Last Name', 'Lead Owner', 'Zip Code', 'Email']],
    ['HasOptedOutOfEmail', 'true', ['LastName', 'Email']],
    ['Unsubscribed from all email', 'Yes', ['Record ID', 'Last Name', 'Email']],
    ['Person - Marketing status', 'Unsubscribed', ['Person - Name', 'Person - Email']],
    ['Blacklist', 'True', ['Name', 'Related Company', 'Email']],
  ])('%s', (heading, yes, more) => {
    const cells = more.map((name) => (name.includes('Email') ? 'ada@nordhafen.example' : 'Sund'));
    const said = (cell: string) => rowOf([...more, heading], [...cells, cell]);
    expect(said(yes).common.consent).toEqual({ email: { state: 'withdrawn' } });
    for (const no of ['0', 'false', 'No', '', 'Subscribed']) {
      expect(said(no).common.consent).toBeUndefined();
      expect(said(no).unread).toEqual([]);
    }
  });
  it('reads calls and everything', () => {
    expect(commonOf('DoNotCall', '1').consent).toEqual({ call: { state: 'withdrawn' } });
    for (const heading of ['Do not contact', 'Nicht kontaktieren', '请勿联系'])
      expect(commonOf(heading, 'x').doNotContact).toBe(true);
    expect(commonOf('Do not contact', 'no')).not.toHaveProperty('doNotContact');
    expect(rowOf(['Last Name', 'Do not contact'], ['Sund', 'perhaps']).unread).toHaveLength(1);
  });
});

describe('columns of those who agreed', () => {
  const emailOf = (cell: string) => {
    const { common, unread } = rowOf(
      ['Last Name', 'Email', 'Consent to e-mail'],
      ['Sund', 'a@nordhafen.example', cell],
    );
    return { state: common.consent?.email?.state, unread: unread.length };
  };
  it.each(['given', 'Agreed', 'Subscribed', 'Opted in', 'Double opt-in', 'eingewilligt', '已同意'])(
    '%s is a yes',
    (cell) => expect(emailOf(cell)).toEqual({ state: 'given', unread: 0 }),
  );
  it.each([
    'disagreed',
    'Opted out',
    'Unsubscribed',
    'consent given, revoked in May',
    'Widerspruch erteilt',
    'refused, no calls',
    'unsubscribe requested',
    '不再同意',
  ])('%s is a refusal', (cell) => expect(emailOf(cell)).toEqual({ state: 'withdrawn', unread: 0 }));
  it.each([
    'No consent given',
    'never given',
    'no longer subscribed',
    'never subscribed',
    'no opt-in',
    'non-subscribed',
    "hasn't agreed",
    'nie eingewilligt',
    'eingewilligt: nein',
    'ohne Opt-in',
    '无同意',
    '没有同意',
    '待同意',
    'opt-in requested',
    'opt-in expired',
    'misgiven',
  ])('%s is no yes, and is told as not read', (cell) => expect(emailOf(cell)).toEqual({ unread: 1 }));
  it('takes a plain no for nothing said', () => expect(emailOf('No')).toEqual({ unread: 0 }));
});

describe('an export', () => {
  const lead = person({
    name: 'Ada Sund',
    doNotContact: true,
    consent: {
      email: { state: 'withdrawn', at: noon('2026-05-03'), how: 'by phone' },
      call: { state: 'given', at: noon('2026-05-04') },
    },
    lawfulBasis: { basis: 'legitimateInterest' },
  });
  const said = {
    doNotContact: true,
    consent: {
      email: { state: 'withdrawn', at: noon('2026-05-03') },
      call: { state: 'given', at: noon('2026-05-04') },
    },
    lawfulBasis: { basis: 'legitimateInterest' },
  };
  const headings: Record<string, string> = {
    name: 'Name',
    doNotContact: 'Do not contact',
    consentEmail: 'Consent to e-mail',
    consentEmailAt: 'Consent to e-mail: date',
    consentCall: 'Consent to calls',
    consentCallAt: 'Consent to calls: date',
    lawfulBasis: 'Lawful basis',
  };
  it.each([
    ['in codes', {}],
    [
      'in English',
      {
        consent: { given: 'agreed', withdrawn: 'refused' },
        basis: {
          consent: 'Consent',
          contract: 'Contract',
          legitimateInterest: 'Legitimate interest',
          legalObligation: '',
        },
      },
    ],
    [
      'in German',
      {
        consent: { given: 'eingewilligt', withdrawn: 'abgelehnt' },
        basis: { consent: '', contract: '', legitimateInterest: 'Berechtigtes Interesse', legalObligation: '' },
      },
    ],
    [
      'in Chinese',
      {
        consent: { given: '同意', withdrawn: '拒绝' },
        basis: { consent: '', contract: '', legitimateInterest: '正当利益', legalObligation: '' },
      },
    ],
  ])('says it and is read back, %s', (_name, more) => {
    const columns = exportColumns('person', [{ lead }], { ...words, ...more }).filter(({ id }) => headings[id]);
    expect(columns).toHaveLength(7);
    const row = rowOf(
      columns.map(({ id }) => headings[id] ?? ''),
      columns.map((column) => column.read({ lead })),
    );
    expect(row.common).toMatchObject(said);
    expect(row.unread).toEqual([]);
  });
  it('has no such columns where nobody said anything', () => {
    const ids = exportColumns('person', [{ lead: person({ name: 'Bo' }) }], words).map(({ id }) => id);
    expect(ids.filter((id) => /consent|doNot|lawful/.test(id))).toEqual([]);
  });
  it('says it in JSON Lines', () => {
    expect(JSON.parse(jsonLines([{ lead }]))).toMatchObject({
      doNotContact: true,
      consent: { email: { state: 'withdrawn' }, call: { state: 'given' } },
      lawfulBasis: 'legitimateInterest',
    });
  });
});

describe('what a row says of consent', () => {
  const part = (common: Partial<Part['common']>): Part => ({
    at: 2,
    kind: 'person',
    values: { ...person({ name: 'Ada' }), partial: false },
    common: { tags: [], ...common },
    own: {},
  });
  const merged = (lead: Partial<Lead>, common: Partial<Part['common']>, replace = false) =>
    mergePart({ ...person({ name: 'Ada' }), ...lead } as Lead, part(common), replace, now);

  it('comes to a new lead with the day of the import where it has none', () => {
    const lead = leadOfPart(
      part({ consent: { email: { state: 'withdrawn' }, call: { at: 5 } }, doNotContact: true }),
      'id',
      now,
    );
    expect(lead).toMatchObject({ doNotContact: true, consent: { email: { state: 'withdrawn', at: now } } });
    expect(lead.consent).not.toHaveProperty('call');
    expect(leadOfPart(part({}), 'id', now)).not.toHaveProperty('consent');
  });
  it('fills gaps way by way; the newer counts, and no yes without a day overrules a no', () => {
    const given = { email: { state: 'given' as const, at: 100 } };
    const withdrawn = { email: { state: 'withdrawn' as const, at: 100 } };
    expect(merged({ consent: given }, { consent: { call: { state: 'withdrawn' } } }).lead.consent).toEqual({
      ...given,
      call: { state: 'withdrawn', at: now },
    });
    expect(merged({ consent: given }, { consent: { email: { state: 'withdrawn' } } }).lead.consent).toEqual({
      email: { state: 'withdrawn', at: now },
    });
    const stays = merged({ consent: withdrawn }, { consent: { email: { state: 'given' } } });
    expect(stays.lead.consent).toEqual(withdrawn);
    expect(stays.conflicts.map(({ field }) => field)).toEqual(['consent']);
    expect(merged({ consent: withdrawn }, { consent: { email: { state: 'given', at: 200 } } }).lead.consent).toEqual({
      email: { state: 'given', at: 200 },
    });
    const how = { email: { state: 'withdrawn' as const, at: 100, how: 'by phone' } };
    const same = merged({ consent: how }, { consent: { email: { state: 'withdrawn', at: 50 } } });
    expect([same.lead.consent, same.conflicts]).toEqual([how, []]);
  });
  it('counts a refusal before a yes on a day without a time, and stamps nothing later than now', () => {
    const at = (time: string) => new Date(`2026-05-03T${time}`).getTime();
    const day = { at: noon('2026-05-03') };
    const taken = (state: 'given' | 'withdrawn', since: string, theirs: { at: number }, time: string) =>
      takenConsent(
        { email: { state, at: at(since) } },
        { email: { state: state === 'given' ? 'withdrawn' : 'given', ...theirs } },
        false,
        at(time),
      );
    const kept = { consent: { email: { state: 'withdrawn', at: at('10:00') } }, differs: true };
    expect(taken('withdrawn', '10:00', day, '11:00')).toEqual(kept);
    expect(taken('withdrawn', '10:00', day, '18:00')).toEqual(kept);
    expect(taken('withdrawn', '10:00', { at: noon('2026-05-04') }, '11:00')).toEqual(kept);
    expect(taken('withdrawn', '10:00', { at: at('10:30') }, '11:00').consent).toEqual({
      email: { state: 'given', at: at('10:30') },
    });
    expect(taken('given', '15:00', day, '16:00').consent).toEqual({ email: { state: 'withdrawn', ...day } });
    expect(taken('given', '09:00', day, '11:00').consent).toEqual({ email: { state: 'withdrawn', at: at('11:00') } });
    expect(taken('given', '15:00', { at: noon('2026-05-02') }, '16:00').differs).toBe(true);
    expect(consentOf({ call: { state: 'given', ...day } }, at('11:00'))).toEqual({
      call: { state: 'given', at: at('11:00') },
    });
  });
  it('keeps the reason of the ground, and nobody is freed by a file', () => {
    const lawfulBasis = { basis: 'contract' as const, note: 'order 7' };
    const kept = merged({ lawfulBasis, doNotContact: true }, { lawfulBasis: { basis: 'contract' } }, true);
    expect(kept.lead).toMatchObject({ lawfulBasis, doNotContact: true });
    expect(kept.conflicts).toEqual([]);
  });
});
