// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { readPage } from './pages.ts';

const items = async (markup: string) => (await readPage(markup)).structured;

describe('microdata', () => {
  test('nested items, itemref, itemid, content and links', async () => {
    const found = await items(`
      <p>Welcome</p>
      <div itemscope itemtype="https://schema.org/LocalBusiness" itemid="https://birk.example/#us" itemref="more">
        <a itemprop="name" href="/">Birk &amp; Co</a>
        <div itemprop="address" itemscope itemtype="https://schema.org/PostalAddress"><span itemprop="streetAddress">Am Hang 3</span><meta itemprop="postalCode" content="10115"></div>
        <div itemprop="employee" itemscope itemtype="https://schema.org/Person"><img itemprop="name" alt="Anna Birk" src="a.jpg"><a itemprop="email" href="mailto:anna@birk.example">mail</a></div>
      </div>
      <p id="more"><span itemprop="telephone">030 5550100</span></p>`);
    expect(found).toEqual([
      expect.objectContaining({
        detector: 'microdata',
        kind: 'company',
        name: 'Birk & Co',
        phones: [{ text: '030 5550100' }],
        addresses: [{ street: 'Am Hang 3', postalCode: '10115' }],
        role: 'main',
        line: 1,
      }),
      expect.objectContaining({
        kind: 'person',
        name: 'Anna Birk',
        emails: ['anna@birk.example'],
        organizationItem: 0,
        role: 'member',
      }),
    ]);
  });

  test('an item that refers to itself ends', async () => {
    expect(
      await items(
        '<div id="a" itemscope itemtype="https://schema.org/Person" itemref="a b"><b itemprop="name">A B</b><div id="b"><i itemprop="knows" itemscope itemref="a"></i></div></div>',
      ),
    ).toHaveLength(1);
  });
});

describe('RDFa', () => {
  test('Lite: vocab, typeof, property, resource', async () => {
    const found = await items(`
      <div vocab="https://schema.org/" typeof="Organization" resource="#us">
        <span property="name">Birk GmbH</span> <span property="telephone" content="+49305550100">call</span>
        <div property="employee" typeof="Person"><span property="name">Anna Birk</span>, <span property="jobTitle">Buyer</span></div>
      </div>
      <p vocab="https://schema.org/" resource="#bo" typeof="Person"><span property="name">Bo Lind</span><a property="worksFor" resource="#us">us</a></p>`);
    expect(found.map((i) => [i.kind, i.name, i.jobTitle, i.organization])).toEqual([
      ['company', 'Birk GmbH', undefined, undefined],
      ['person', 'Anna Birk', 'Buyer', 'Birk GmbH'],
      ['person', 'Bo Lind', undefined, 'Birk GmbH'],
    ]);
    expect(found[0]?.phones).toEqual([{ text: '+49305550100' }]);
  });

  test('prefixes, about and rel', async () => {
    const found = await items(`
      <div prefix="foaf: http://xmlns.com/foaf/0.1/" about="#anna" typeof="foaf:Person">
        <span property="foaf:name">Anna Birk</span>
        <a rel="foaf:mbox" href="mailto:anna@birk.example">mail</a>
        <a rel="foaf:homepage" href="https://anna.example/">home</a>
      </div>`);
    expect(found).toEqual([
      expect.objectContaining({
        kind: 'person',
        name: 'Anna Birk',
        emails: ['anna@birk.example'],
        urls: ['https://anna.example/'],
      }),
    ]);
  });

  test('Open Graph and rel=nofollow are none', async () => {
    expect(await items('<meta property="og:title" content="x"><a rel="nofollow" href="/x">x</a>')).toEqual([]);
  });
});

describe('microformats', () => {
  test.each([
    ['a name that is meant', '<p class="h-card">Anna Birk</p>', { name: 'Anna Birk' }],
    [
      'an image that is meant',
      '<a class="h-card" href="https://anna.example/"><img alt="Anna Birk"></a>',
      { name: 'Anna Birk', urls: ['https://anna.example/'] },
    ],
    ['an abbreviation', '<abbr class="h-card" title="Anna Birk">AB</abbr>', { name: 'Anna Birk' }],
    [
      'old class names',
      '<div class="vcard"><span class="fn n"><b class="given-name">Anna</b> <b class="family-name">Birk</b></span> <i class="title">Buyer</i></div>',
      { kind: 'person', name: 'Anna Birk', givenName: 'Anna', jobTitle: 'Buyer' },
    ],
    [
      'a firm: name and organisation are one',
      '<div class="vcard"><b class="fn org">Birk GmbH</b><p class="adr"><b class="street-address">Am Hang 3</b> <b class="locality">Ort</b></p></div>',
      { kind: 'company', name: 'Birk GmbH', addresses: [{ street: 'Am Hang 3', city: 'Ort' }] },
    ],
    [
      'type and value',
      '<div class="vcard"><b class="fn">Anna</b><p class="tel"><i class="type">Fax</i>: <i class="value">030 1234</i></p></div>',
      { phones: [{ text: '030 1234', type: 'fax' }] },
    ],
    [
      'addresses of mail',
      '<div class="vcard"><b class="fn">Anna</b><a class="email" href="mailto:a@birk.example?subject=x">other@birk.example</a></div>',
      { emails: ['a@birk.example'] },
    ],
    [
      'both at once count once',
      '<p class="h-card vcard"><b class="p-name fn">Anna Birk</b></p>',
      { name: 'Anna Birk' },
    ],
    [
      'heights are no cards',
      '<p class="h-card"><span class="h-full p-name">Anna Birk</span></p>',
      { name: 'Anna Birk' },
    ],
  ])('%s', async (_, markup, item) => {
    expect(await items(markup)).toEqual([expect.objectContaining(item)]);
  });

  test('a card within a card is the organisation', async () => {
    const found = await items(
      '<div class="h-card"><b class="p-name">Anna Birk</b> of <a class="p-org h-card" href="https://birk.example/">Birk GmbH</a></div>',
    );
    expect(found).toEqual([
      expect.objectContaining({ kind: 'person', name: 'Anna Birk', organization: 'Birk GmbH', organizationItem: 1 }),
      expect.objectContaining({ kind: 'company', name: 'Birk GmbH', urls: ['https://birk.example/'] }),
    ]);
  });

  test('who wrote a text or a comment is its author', async () => {
    const found = await items(
      '<div class="hentry"><span class="author vcard"><b class="fn">Kim Feld</b></span></div><ol class="commentlist"><li><p class="vcard"><b class="fn">Max Rot</b></p></li></ol>',
    );
    expect(found.map((i) => i.role)).toEqual(['author', 'author']);
  });
});

describe('the head of the page', () => {
  test('meta, Open Graph, canonical', async () => {
    const { meta } = await readPage(
      '<p>x</p>',
      '<title>Team  - Birk</title><meta name="author" content="Kim Feld"><meta property="og:site_name" content="Birk GmbH"><meta property="og:type" content="article"><meta name="description" content="d"><link rel="canonical" href="/team/"><meta name="generator" content="g">',
    );
    expect(meta).toEqual({
      title: 'Team - Birk',
      author: 'Kim Feld',
      siteName: 'Birk GmbH',
      ogType: 'article',
      description: 'd',
      canonical: 'https://birch.example/team/',
      generator: 'g',
    });
  });
});
