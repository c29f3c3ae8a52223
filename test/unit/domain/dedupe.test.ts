import { describe, expect, it } from 'vitest';
import {
  companyFacts,
  type Facts,
  type Hit,
  judge,
  lookupsFor,
  personFacts,
  sharedKeys,
} from '../../../lib/domain/dedupe.ts';
import { companyValues, personValues } from '../../../lib/domain/schema/field.ts';
import { type Lead, lead as leadSchema } from '../../../lib/domain/schema/lead.ts';
import type { Phone } from '../../../lib/domain/schema/value.ts';

type Values = Record<string, unknown>;
const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const phone = (e164: string, kind: Phone['kind'] = 'work') => ({ e164, text: e164, kind });
const personLead = (n: number, values: Values): Lead =>
  leadSchema.parse({ kind: 'person', id: id(n), createdAt: 1, updatedAt: 1, ...values });
const companyLead = (n: number, values: Values): Lead =>
  leadSchema.parse({ kind: 'company', id: id(n), createdAt: 1, updatedAt: 1, ...values });
const person = (values: Values, partial = false, domain?: string) =>
  personFacts('draft', personValues.parse(values), partial, domain);
const firm = (values: Values, draftId = 'draft') => companyFacts(draftId, companyValues.parse(values));

/** The book's look-ups, by the same keys. */
function lookIn(book: Lead[], facts: Facts): Hit[] {
  const keysOf = (lead: Lead): Values =>
    lead.kind === 'person' ? { ...personFacts('', lead, lead.partial).keys } : { ...companyFacts('', lead).keys };
  const holds = (lead: Lead, index: string, key: string) => [keysOf(lead)[index]].flat().includes(key);
  return lookupsFor(facts).map(({ index, key }) => {
    const found = book.filter((lead) => holds(lead, index, key));
    return {
      index,
      key,
      leads: found.filter(({ kind }) => kind === facts.kind),
      otherKind: found.filter(({ kind }) => kind !== facts.kind),
    };
  });
}

function verdict(book: Lead[], facts: Facts, page: Facts[] = [facts]): string {
  const { sure, maybe } = judge(facts, lookIn(book, facts), sharedKeys(page));
  return sure ? 'sure' : maybe.length ? maybe.map(({ reason }) => reason).join() : 'new';
}

const erika = { name: 'Erika Lindner', emails: ['erika.lindner@glasbau.example'] };

describe('a person is surely the same by', () => {
  const cases: [string, Values, Values][] = [
    ['a personal address', erika, erika],
    ['a personal address, the name in another order', erika, { ...erika, name: 'Lindner, Erika' }],
    ['a personal address, with an initial', erika, { ...erika, name: 'E. Lindner' }],
    ['a personal address, the name not given', erika, { emails: erika.emails }],
    ['a free-mail address', { name: 'Ada Sund', emails: ['ada.sund@gmail.com'] }, { emails: ['Ada.Sund@gmail.com'] }],
    ['a personal address, the name in another script', { ...erika, name: '林艾丽' }, erika],
    [
      'a mobile number',
      { name: 'Ada Sund', phones: [phone('+46701234567', 'mobile')] },
      { phones: [phone('+46701234567', 'mobile')] },
    ],
    [
      'a number and part of the name',
      { name: '王小明', phones: [phone('+8613812345678')] },
      { name: '王先生', phones: [phone('+8613812345678')] },
    ],
    [
      'a profile',
      { name: 'Ada Sund', links: ['https://www.linkedin.com/in/ada-sund/'] },
      { name: 'Ada Sund', links: ['https://se.linkedin.com/in/ada-sund?trk=x'] },
    ],
    ['WeChat', { name: '王小明', wechat: 'wxming88' }, { name: 'Ming', wechat: 'WXming88' }],
    ['QQ', { qq: '12345678' }, { name: '王小明', qq: '12345678' }],
  ];
  it.each(cases)('%s', (_, held, read) => {
    expect(verdict([personLead(1, held)], person(read))).toBe('sure');
  });
});

describe('a person is asked about, or new, with', () => {
  const cases: [string, string, Values, Values][] = [
    [
      'a role address',
      'new',
      { name: 'Ada Sund', emails: ['info@firm.example'] },
      { name: 'Jonas Falk', emails: ['info@firm.example'] },
    ],
    [
      'a switchboard',
      'new',
      { name: 'Ada Sund', phones: [phone('+4631555', 'switchboard')] },
      { name: 'Jonas Falk', phones: [phone('+4631555', 'switchboard')] },
    ],
    ['an address under another name', 'sameContact', erika, { ...erika, name: 'Jonas Falk' }],
    ['name and domain', 'nameAndDomain', erika, { name: 'Erika Lindner', emails: ['lindner@glasbau.example'] }],
    [
      'name and firm',
      'nameAndFirm',
      { name: 'Ada Sund', companyName: 'Nordglas GmbH' },
      { name: 'Ada Sund', companyName: 'Nordglas' },
    ],
    ['the name alone', 'new', { name: 'Ada Sund' }, { name: 'Ada Sund' }],
    [
      'name and another firm',
      'new',
      { name: 'Ada Sund', companyName: 'Nordglas' },
      { name: 'Ada Sund', companyName: 'Südglas' },
    ],
    [
      'a free-mail domain',
      'new',
      { name: 'Ada Sund', emails: ['a@gmail.com'] },
      { name: 'Ada Sund', emails: ['b@gmail.com'] },
    ],
    [
      'the page of the firm at a network',
      'new',
      { name: 'Ada Sund', links: ['https://www.linkedin.com/company/nordglas'] },
      { name: 'Jonas Falk', links: ['https://www.linkedin.com/company/nordglas'] },
    ],
  ];
  it.each(cases)('%s: %s', (_, expected, held, read) => {
    expect(verdict([personLead(1, held)], person(read))).toBe(expected);
  });

  it('part of a name and a firm: never a key', () => {
    const held = personLead(1, { name: '王先生', partial: true, companyName: '北方玻璃' });
    expect(verdict([held], person({ name: '王先生', companyName: '北方玻璃' }, true))).toBe('new');
  });

  it('the domain of the firm on the page', () => {
    expect(verdict([personLead(1, erika)], person({ name: 'Erika Lindner' }, false, 'glasbau.example'))).toBe(
      'nameAndDomain',
    );
  });

  it('a number that is the firm’s by the book', () => {
    const number = [phone('+4631555010')];
    const book = [
      personLead(1, { name: 'Ada Sund', phones: number }),
      companyLead(2, { name: 'Nordglas', phones: number }),
    ];
    expect(verdict(book, person({ name: 'Ada Sund', phones: number }))).toBe('new');
  });

  it('a number that the page gives to two people', () => {
    const values = (name: string) => ({ name, phones: [phone('+4631555010')] });
    const [ada, jonas] = [person(values('Ada Sund')), person(values('Jonas Falk'))];
    expect(verdict([personLead(1, values('Ada Sund'))], ada, [ada, jonas])).toBe('new');
  });

  it('an address that two leads have', () => {
    const book = [personLead(1, erika), personLead(2, erika)];
    expect(verdict(book, person(erika))).toBe('sameContact,sameContact');
  });

  it('an address of one lead and a number of another', () => {
    const book = [
      personLead(1, erika),
      personLead(2, { name: 'Erika Lindner', phones: [phone('+49170111', 'mobile')] }),
    ];
    expect(verdict(book, person({ ...erika, phones: [phone('+49170111', 'mobile')] }))).toBe('sameContact,sameContact');
  });
});

describe('a company', () => {
  const goeteborg = [{ text: 'Göteborg', city: 'Göteborg', country: 'SE' }];
  const cases: [string, string, Values, Values][] = [
    [
      'domain',
      'sure',
      { name: 'Nordglas AB', domain: 'nordglas.example' },
      { name: 'Nordglas', website: 'https://www.nordglas.example/kontakt' },
    ],
    [
      'domain of its addresses',
      'sure',
      { domain: 'nordglas.example' },
      { name: 'Nordglas', emails: ['info@nordglas.example'] },
    ],
    [
      'free-mail domain',
      'new',
      { name: 'Nordglas', emails: ['nordglas@gmail.com'] },
      { name: 'Südglas', emails: ['suedglas@gmail.com'] },
    ],
    [
      'page at a marketplace',
      'new',
      { name: 'Nordglas', domain: 'nordglas.en.alibaba.com' },
      { name: 'Südglas', domain: 'suedglas.en.alibaba.com' },
    ],
    ['VAT id', 'sure', { vatId: 'DE 123 456 789' }, { name: 'Nordglas', vatId: 'DE123456789' }],
    ['credit code', 'sure', { creditCode: '91110108551385082Q' }, { creditCode: '91110108551385082q' }],
    [
      'register number and court',
      'sure',
      { registerNumber: 'HRB 1234', registerCourt: 'Amtsgericht München' },
      { registerNumber: 'HRB1234', registerCourt: 'München' },
    ],
    [
      'register number at another court',
      'new',
      { name: 'A', registerNumber: 'HRB 1234', registerCourt: 'München' },
      { name: 'B', registerNumber: 'HRB 1234', registerCourt: 'Köln' },
    ],
    [
      'one domain, two entries in a register',
      'sameContact',
      { name: 'Nordglas Holding', domain: 'nordglas.example', vatId: 'DE1' },
      { name: 'Nordglas Vertrieb', domain: 'nordglas.example', vatId: 'DE2' },
    ],
    [
      'name and city',
      'firmAndPlace',
      { name: 'Nordglas AB', addresses: goeteborg },
      { name: 'Nordglas', addresses: [{ text: 'Goteborg', city: 'Goteborg' }] },
    ],
    [
      'name and country',
      'firmAndPlace',
      { name: 'Nordglas AB', addresses: goeteborg },
      { name: 'Nordglas', addresses: [{ text: 'Lund', city: 'Lund', country: 'SE' }] },
    ],
    [
      'name, another country',
      'new',
      { name: 'Nordglas AB', addresses: goeteborg },
      { name: 'Nordglas', addresses: [{ text: 'Oslo', city: 'Oslo', country: 'NO' }] },
    ],
    ['name alone', 'sameFirm', { name: 'Nordglas AB' }, { name: 'Nordglas' }],
    [
      'name, another domain',
      'new',
      { name: 'Nordglas AB', domain: 'nordglas.example' },
      { name: 'Nordglas', domain: 'nordglas2.example' },
    ],
  ];
  it.each(cases)('%s: %s', (_, expected, held, read) => {
    expect(verdict([companyLead(1, held)], firm(read))).toBe(expected);
  });

  it('does not take the organiser’s domain, given to each of its exhibitors, for theirs', () => {
    const page = [
      firm({ name: 'Nordglas', domain: 'fair.example' }, 'a'),
      firm({ name: 'Südglas', domain: 'fair.example' }, 'b'),
    ];
    const held = companyLead(1, { name: 'Nordglas', domain: 'fair.example' });
    expect(verdict([held], page[1] as Facts, page)).toBe('new');
  });
});

it('judges the same whatever the order of the book', () => {
  const book = [
    personLead(1, erika),
    personLead(2, { ...erika, name: 'Jonas Falk' }),
    personLead(3, { name: 'Erika Lindner' }),
  ];
  expect(verdict(book, person(erika))).toBe(verdict([...book].reverse(), person(erika)));
});
