import { describe, expect, it } from 'vitest';
import { company as companySchema, type Lead, person as personSchema } from '../../../lib/domain/schema/lead.ts';
import { countryRules } from '../../../lib/privacy/country-rules.ts';
import { countryOfLead, mayContact } from '../../../lib/privacy/may-contact.ts';
import { periodEnd, retentionOf } from '../../../lib/privacy/retention.ts';

const id = '00000000-0000-4000-9000-000000000001';
const person = (values: Partial<Lead>) =>
  personSchema.parse({ kind: 'person', id, createdAt: 1, updatedAt: 1, ...values });
const company = (values: Partial<Lead>) =>
  companySchema.parse({ kind: 'company', id, createdAt: 1, updatedAt: 1, ...values });
const inCountry = (country: string) => ({ addresses: [{ text: country, country }] });

describe('who may be contacted', () => {
  it.each([
    ['their own address', person(inCountry('DE')), undefined, 'DE'],
    ['a country by its name', person(inCountry('Österreich')), undefined, 'AT'],
    ['their firm’s', person({}), company(inCountry('FR')), 'FR'],
    ['a number', person({ phones: [{ e164: '+35315550100', text: '01 555 0100', kind: 'work' }] }), undefined, 'IE'],
    ['a domain', person({ emails: ['a@firm.co.uk'] }), undefined, 'GB'],
    ['a domain that is of no country', person({ emails: ['a@firm.com'] }), undefined, undefined],
    [
      'a number of several countries',
      person({ phones: [{ e164: '+12125550100', text: '', kind: 'work' }] }),
      undefined,
      undefined,
    ],
  ])('knows the country by %s', (_what, lead, firm, country) => {
    expect(countryOfLead(lead, firm)).toBe(country);
  });

  it.each([
    ['nothing known of a German', person(inCountry('DE')), undefined, 'no', 'ask'],
    ['an American', person(inCountry('US')), undefined, 'yes', 'yes'],
    ['nobody knows where', person({}), undefined, 'unknown', 'unknown'],
    ['a country without a rule', person(inCountry('BR')), undefined, 'unknown', 'unknown'],
    ['another country of the Union', person(inCountry('PT')), undefined, 'no', 'ask'],
    ['do not contact', person({ ...inCountry('US'), doNotContact: true }), undefined, 'no', 'no'],
    ['do not contact their firm', person(inCountry('US')), company({ doNotContact: true }), 'no', 'no'],
    ['a customer', person(inCountry('DE')), company({ outcome: { result: 'won', at: 5 } }), 'ask', 'ask'],
    [
      'a yes to mails',
      person({ ...inCountry('DE'), consent: { email: { state: 'given', at: 7 } } }),
      undefined,
      'yes',
      'ask',
    ],
    [
      'a no to calls',
      person({ ...inCountry('US'), consent: { call: { state: 'withdrawn', at: 7 } } }),
      undefined,
      'yes',
      'no',
    ],
  ])('%s', (_what, lead, firm, email, call) => {
    expect(mayContact(lead, firm, [], 'email').may).toBe(email);
    expect(mayContact(lead, firm, [], 'call').may).toBe(call);
  });

  it('not who is on a list of those not to be contacted, whatever else is known', () => {
    const list = { name: 'Robinson', purpose: 'doNotContact', source: 'HubSpot' } as const;
    const other = { name: 'Team', purpose: 'contacts', source: 'HubSpot' } as const;
    const ada = person({ ...inCountry('US'), consent: { call: { state: 'given', at: 7 } } });
    expect(mayContact(ada, undefined, [other, list], 'call')).toEqual({
      may: 'no',
      reasons: [{ is: 'listed', list: 'Robinson', source: 'HubSpot' }],
    });
    expect(mayContact(ada, undefined, [other], 'call').may).toBe('yes');
  });

  it('says where the law says it', () => {
    expect(mayContact(person(inCountry('DE')), undefined, [], 'call').reasons).toEqual([
      { is: 'rule', rule: 'presumed', country: 'DE', law: '§ 7 (2) no. 1 UWG' },
    ]);
    for (const [code, rules] of Object.entries(countryRules)) {
      expect(code).toMatch(/^[A-Z]{2}$/);
      expect([rules.email.law, rules.call.law].every((law) => law.length > 5)).toBe(true);
    }
  });
});

describe('the retention clock', () => {
  const day = (text: string) => new Date(`${text}T12:00:00`).getTime();

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-03-15', 24, '2026-03-15'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(periodEnd(day(from), months)).toBe(day(to));
  });

  it('runs from the first day and stops for a reason only', () => {
    const createdAt = day('2024-01-10');
    const now = day('2026-02-01');
    expect(retentionOf({ createdAt }, 36, now).is).toBe('running');
    expect(retentionOf({ createdAt }, 24, now).is).toBe('due');
    const kept = { reason: 'offer', at: now };
    expect(retentionOf({ createdAt, keptLonger: kept }, 24, now).is).toBe('kept');
    expect(retentionOf({ createdAt, keptLonger: { ...kept, until: now - 1 } }, 24, now).is).toBe('due');
  });
});
