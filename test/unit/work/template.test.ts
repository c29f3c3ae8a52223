import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lead } from '../../../lib/domain/schema/lead.ts';
import { fillTemplate, mailtoUrl, templateValues } from '../../../lib/work/template.ts';

const erika = {
  kind: 'person',
  name: 'Erika Lindner',
  jobTitle: 'Einkauf',
  companyName: 'Glasbau Lindner',
  addresses: [{ text: 'Wertheim', city: 'Wertheim', country: 'DE' }],
} as unknown as Lead;

describe('fillTemplate', () => {
  const values = templateValues(erika, undefined, 'Anna');
  it.each([
    ['Dear {firstName|there},', 'Dear Erika,', []],
    ['Dear {honorific|Ms or Mr} {lastName},', 'Dear Ms or Mr Lindner,', []],
    ['{ company } in {city} ({country})', 'Glasbau Lindner in Wertheim (DE)', []],
    ['{honorific} {lastName}', ' Lindner', ['honorific']],
    ['{honorific|}{lastName}', 'Lindner', []],
    ['{unknown} {} {{firstName}}', '{unknown} {} {Erika}', []],
    ['Regards, {myName}', 'Regards, Anna', []],
  ])('%s', (text, filled, missing) => expect(fillTemplate(text, values)).toEqual({ text: filled, missing }));
  it('never runs what a lead is called', () => {
    const odd = templateValues({ ...erika, name: '$& {jobTitle}' } as Lead, undefined, '');
    expect(fillTemplate('{name}!', odd).text).toBe('$& {jobTitle}!');
  });
  it('leaves text without fields alone', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!text.includes('{'));
        expect(fillTemplate(text, values)).toEqual({ text, missing: [] });
      }),
    );
  });
});

describe('mailtoUrl', () => {
  it('carries lines, umlauts and ampersands whole', () => {
    const { url, cut } = mailtoUrl('erika@glasbau.example', 'Größe & Preis', 'Hallo\nErika + Co');
    const read = new URL(url);
    expect(cut).toBe(false);
    expect(read.pathname).toBe('erika@glasbau.example');
    expect(read.searchParams.get('subject')).toBe('Größe & Preis');
    expect(url).toContain('body=Hallo%0D%0AErika%20%2B%20Co');
  });
  it('adds no receiver or field that an address might carry', () => {
    expect(mailtoUrl('a@x.example?bcc=b@x.example', '', '').url).toMatch(
      /^mailto:a@x\.example%3Fbcc%3Db%40x\.example\?/,
    );
  });
  it('leaves a text out that no address holds, and says so', () => {
    expect(mailtoUrl('a@x.example', 'S', 'x'.repeat(3000))).toEqual({
      url: 'mailto:a@x.example?subject=S',
      cut: true,
    });
  });
});
