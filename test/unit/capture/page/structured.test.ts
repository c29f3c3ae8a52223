import { describe, expect, test } from 'vitest';
import { draftsFromStructured, settledByStructured } from '../../../../lib/capture/detectors/structured.ts';
import type { SubjectSet } from '../../../../lib/capture/subjects.ts';
import { type StructuredItem, structuredItem } from '../../../../lib/domain/schema/snapshot.ts';

const item = (fields: Partial<StructuredItem>): StructuredItem =>
  structuredItem.parse({ detector: 'jsonld', kind: 'company', type: 'Organization', snippet: '', ...fields });
const context = { url: 'https://www.birk.example/team', now: 0, country: 'DE' };

describe('from items to evidence', () => {
  test('a person is tied to the very company that stands in the list', () => {
    const { people, companies } = draftsFromStructured(
      [
        item({
          name: 'Birk GmbH',
          role: 'main',
          urls: ['https://birk.example/'],
          phones: [{ text: '030 5550100', type: 'fax' }],
        }),
        item({
          kind: 'person',
          name: 'Anna Birk',
          jobTitle: 'Buyer',
          organizationItem: 0,
          emails: ['Anna@Birk.example'],
        }),
      ],
      context,
    );
    expect(people[0]?.company).toBe(companies[0]);
    expect(companies[0]).toMatchObject({ role: 'own', fields: { phones: [{ value: { kind: 'fax' } }] } });
    expect(people[0]?.fields).toMatchObject({
      name: [{ value: 'Anna Birk' }],
      jobTitle: [{ value: 'Buyer' }],
      companyName: [{ value: 'Birk GmbH' }],
      emails: [{ value: 'anna@birk.example', detector: 'jsonld' }],
    });
  });

  test.each([
    ['an author', item({ kind: 'person', name: 'Kim Feld', role: 'author' })],
    ['a part of the firm', item({ name: 'Laundry', facts: { relation: 'department' } })],
    ['nobody', item({ kind: 'person', name: 'admin' })],
    ['a nameless firm', item({ phones: [{ text: '030 5550100' }] })],
  ])('%s is no lead', (_, one) => {
    expect(draftsFromStructured([one], context)).toEqual({ people: [], companies: [] });
  });

  test('an author whom one can write to is one', () => {
    const author = item({ kind: 'person', name: 'Kim Feld', role: 'author', emails: ['kim@birk.example'] });
    expect(draftsFromStructured([author], context).people).toHaveLength(1);
  });

  test('facts, domain and links of a company', () => {
    const { companies } = draftsFromStructured(
      [
        item({
          name: 'Birk',
          urls: ['https://www.wikipedia.org/wiki/Birk', 'https://www.birch-tools.com/'],
          facts: {
            legalName: 'Birk Werkzeug GmbH',
            vatID: 'DE 123 456 789',
            foundingDate: '1998-04-01',
            numberOfEmployees: '10–20',
          },
        }),
      ],
      context,
    );
    expect(companies[0]?.fields).toMatchObject({
      name: [{ value: 'Birk' }, { value: 'Birk Werkzeug GmbH' }],
      website: [{ value: 'https://www.birch-tools.com/' }],
      domain: [{ value: 'birch-tools.com' }],
      vatId: [{ value: 'DE123456789' }],
      founded: [{ value: '1998' }],
      employees: [{ value: '10–20' }],
    });
  });
});

test('what structured data calls a shop or a song is not a person of the text', () => {
  const named = (value: string) => ({ name: [{ value, confidence: 0.7, detector: 'text', snippet: value }] });
  const text: SubjectSet = {
    people: ['Anna Birk', 'Lindas Laden', 'Blue Moon'].map((n) => ({
      kind: 'person',
      fields: named(n),
      confidence: 0.7,
    })),
    companies: [],
  };
  const items = [
    item({ name: 'Lindas Laden' }),
    item({ kind: 'unknown', type: 'MusicRecording', name: 'Blue Moon' }),
    item({ kind: 'person', name: 'Anna Birk' }),
  ];
  expect(settledByStructured(text, items).people.map((p) => p.fields.name?.[0]?.value)).toEqual(['Anna Birk']);
});
