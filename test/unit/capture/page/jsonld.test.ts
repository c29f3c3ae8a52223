// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { parseTolerantly } from '../../../../lib/capture/page/jsonld.ts';
import type { StructuredItem } from '../../../../lib/domain/schema/snapshot.ts';
import { readPage } from './pages.ts';

const read = async (...scripts: (object | string)[]): Promise<StructuredItem[]> => {
  const head = scripts
    .map((s) => `<script type="application/ld+json">${typeof s === 'string' ? s : JSON.stringify(s)}</script>`)
    .join('');
  return (await readPage('<p>x</p>', head)).structured;
};

describe('JSON as people write it', () => {
  test.each([
    ['comments', '{"a": "http://x", /* one */ "b": 2 // two\n}', { a: 'http://x', b: 2 }],
    ['commas', '{"a": [1, 2,],}', { a: [1, 2] }],
    ['CDATA', '//<![CDATA[\n{"a":1}\n//]]>', { a: 1 }],
    ['an HTML comment', '<!-- {"a":1} -->', { a: 1 }],
    ['line breaks in strings', '{"a":"one\ntwo"}', { a: 'one two' }],
    ['a semicolon', '{"a":1};', { a: 1 }],
  ])('%s', (_, text, value) => expect(parseTolerantly(text)).toEqual(value));
  test('what is no JSON at all says nothing', async () => {
    expect(parseTolerantly('{"a": oops')).toBeUndefined();
    expect(await read('{"@type":"Person","name":', { '@type': 'Person', name: 'Anna Birk' })).toHaveLength(1);
  });
});

describe('people and organisations', () => {
  test('a graph with references, also from script to script', async () => {
    const items = await read(
      {
        '@context': 'https://schema.org',
        '@graph': [
          { '@type': 'WebSite', publisher: { '@id': '#org' } },
          {
            '@type': 'Person',
            '@id': '#p',
            givenName: 'Anna',
            familyName: 'Birk',
            jobTitle: ['Head of Sales'],
            worksFor: { '@id': '#org' },
          },
        ],
      },
      {
        '@id': '#org',
        '@type': ['Organization', 'Brand'],
        name: 'Birk GmbH',
        email: 'mailto:info@birk.example?subject=x',
      },
    );
    const org = items.findIndex((i) => i.kind === 'company');
    expect(items[org]).toMatchObject({ name: 'Birk GmbH', role: 'main', emails: ['info@birk.example'] });
    expect(items.find((i) => i.kind === 'person')).toMatchObject({
      name: 'Anna Birk',
      jobTitle: 'Head of Sales',
      organization: 'Birk GmbH',
      organizationItem: org,
    });
  });

  test('contact points, addresses and facts belong to the organisation', async () => {
    const [firm] = await read({
      '@type': 'http://schema.org/Dentist',
      name: 'Zahnhaus Birk',
      telephone: 'tel:+49-30-5550100',
      faxNumber: '+49 30 5550101',
      contactPoint: [
        { '@type': 'ContactPoint', contactType: 'sales', telephone: '+49 30 5550102', email: 'sales@birk.example' },
      ],
      address: {
        '@type': 'PostalAddress',
        streetAddress: 'Am Hang 3',
        postalCode: 10115,
        addressLocality: 'Berlin',
        addressCountry: { '@type': 'Country', name: 'DE' },
      },
      numberOfEmployees: { '@type': 'QuantitativeValue', minValue: 10, maxValue: 20 },
      vatID: 'DE000000000',
      sameAs: ['https://net.example/birk', 'javascript:alert(1)'],
    });
    expect(firm).toMatchObject({
      kind: 'company',
      type: 'Dentist',
      emails: ['sales@birk.example'],
      phones: [
        { text: '+49-30-5550100' },
        { text: '+49 30 5550101', type: 'fax' },
        { text: '+49 30 5550102', type: 'sales' },
      ],
      addresses: [{ street: 'Am Hang 3', postalCode: '10115', city: 'Berlin', country: 'DE' }],
      facts: { numberOfEmployees: '10–20', vatID: 'DE000000000' },
      urls: ['https://net.example/birk'],
    });
  });

  test('who stands under employee, member, founder works there; a role node says as what', async () => {
    const items = await read({
      '@type': 'Organization',
      name: 'Birk GmbH',
      employee: [{ '@type': 'EmployeeRole', roleName: 'Buyer', employee: { '@type': 'Person', name: 'Bo Lind' } }],
      founder: { '@type': 'Person', name: 'Anna Birk' },
    });
    expect(items.filter((i) => i.kind === 'person')).toEqual([
      expect.objectContaining({ name: 'Bo Lind', jobTitle: 'Buyer', organizationItem: 0, role: 'member' }),
      expect.objectContaining({ name: 'Anna Birk', organization: 'Birk GmbH', role: 'member' }),
    ]);
  });

  test('author and publisher of an article are told apart', async () => {
    const items = await read({
      '@type': 'NewsArticle',
      headline: 'x',
      author: { '@type': 'Person', name: 'Kim Feld' },
      publisher: { '@type': 'NewsMediaOrganization', name: 'Der Bote' },
    });
    expect(items.map((i) => [i.name, i.role])).toEqual([
      ['Kim Feld', 'author'],
      ['Der Bote', 'publisher'],
    ]);
  });

  test('circles and depth end', async () => {
    const loop: Record<string, unknown> = { '@id': '#a', '@type': 'Person', name: 'Anna Birk', knows: { '@id': '#a' } };
    let deep: Record<string, unknown> = loop;
    for (let i = 0; i < 200; i++) deep = { '@type': 'Thing', about: deep };
    expect(await read(deep)).toEqual([]);
    expect(await read(loop)).toHaveLength(1);
  });
});
