import { describe, expect, it } from 'vitest';
import { icpProfile } from '../../../lib/domain/schema/icp.ts';
import { checkProfile } from '../../../lib/scoring/check.ts';
import { compileProfile } from '../../../lib/scoring/compile.ts';
import { readExample } from '../../../lib/scoring/example-line.ts';
import { pointsOf, proposeRules } from '../../../lib/scoring/starter-from-examples.ts';
import { now } from './build.ts';

const firm = (line: string) => {
  const { lead } = readExample(line, 'x');
  if (lead.kind !== 'company') throw new Error('a line is a company');
  return lead;
};

describe('a pasted line', () => {
  it.each([
    ['https://www.winkler-pressen.de/kontakt', { domain: 'winkler-pressen.de' }, 'DE'],
    ['Winkler Pressen GmbH, Ulm, Deutschland', { name: 'Winkler Pressen GmbH', legalForm: 'GmbH' }, 'DE'],
    ['Bright Apps Ltd; bright-apps.co.uk; software; 51-200 employees', { employees: '51-200 employees' }, 'GB'],
    ['苏州明川机械有限公司\t中国\t冲床', { name: '苏州明川机械有限公司', industry: '冲床' }, 'CN'],
    ['Anna Vogt <a.vogt@hanse-lager.at>', { domain: 'hanse-lager.at' }, 'AT'],
    ['Nimbus, nimbus.io, +33 1 44 55 66 77', { name: 'Nimbus', domain: 'nimbus.io' }, 'FR'],
    ['nimbus.io', { domain: 'nimbus.io' }, undefined],
  ])('%s', (line, values, country) => {
    expect(firm(line)).toMatchObject(values);
    expect(firm(line).addresses[0]?.country).toBe(country);
  });

  it('tells of a person too', () => {
    const { people } = readExample('Pressenbau Ulm AG, Head of Purchasing, einkauf@pressenbau-ulm.de', 'x');
    expect(people?.[0]).toMatchObject({ jobTitle: 'Head of Purchasing', emails: ['einkauf@pressenbau-ulm.de'] });
  });

  it('takes anything', () => {
    for (const line of ['', ',,,;;', '\u0000', '<script>', '😀'.repeat(900), '@', 'a@b', '..'])
      expect(() => readExample(line, 'x')).not.toThrow();
  });
});

const good = [
  'Winkler Maschinenbau GmbH, winkler-mb.de, 120 Mitarbeiter',
  'Ostalb Maschinenfabrik GmbH, ostalb-mf.de, 300 Mitarbeiter',
  'Huber Maschinen AG, Österreich, 250 Mitarbeiter',
  'Tirol Maschinenbau GmbH, tirol-mb.at',
  'Kranwerk Süd GmbH, kranwerk-sued.de',
].map((line, at) => readExample(line, `good${at}`));
const bad = [
  'Bright Software Ltd, bright.co.uk',
  'Pixel Software Inc, United States',
  'Cloud Nine Software, cloudnine.co.uk, j.doe@gmail.com',
  'Beratung Klein GmbH, klein-beratung.de',
  'Lone Coder, lone.coder@gmail.com',
].map((line, at) => readExample(line, `bad${at}`));

describe('rules from examples', () => {
  const { rules } = proposeRules(good, bad, now);
  const named = (id: string) => rules.find(({ rule }) => rule.id === id);

  it('tell good from bad, with their counts', () => {
    expect(named('examples.country')).toMatchObject({ good: 5, bad: 1, about: 'country' });
    expect(named('examples.words')).toMatchObject({ good: 4, bad: 0 });
    expect(JSON.stringify(named('examples.words')?.rule.when)).toContain('maschin');
    expect(named('examples.words-not')?.rule.points).toBeLessThan(0);
    expect(JSON.stringify(named('examples.words-not')?.rule.when)).toContain('software');
    expect(named('examples.size')?.rule.when).toEqual({ field: 'company.employees', op: 'between', value: [96, 380] });
  });

  it('make a profile that works and puts the good ones first', () => {
    const profile = icpProfile.parse({
      version: 1,
      id: 'p',
      name: 'P',
      coverage: 0,
      cuts: { A: 30, B: 20, C: 10 },
      groups: [{ id: 'examples', name: 'Examples', rules: rules.map(({ rule }) => rule) }],
    });
    expect(checkProfile(profile).filter(({ level }) => level === 'error')).toEqual([]);
    const compiled = compileProfile(profile);
    const fits = (inputs: typeof good) => inputs.map((input) => compiled.score(input, now).fit);
    const mean = (list: number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
    expect(Math.min(...fits(good))).toBeGreaterThanOrEqual(Math.max(...fits(bad)));
    expect(mean(fits(good))).toBeGreaterThan(mean(fits(bad)) + 40);
  });

  it('say nothing where nothing is told', () => {
    expect(proposeRules([], [], now).rules).toEqual([]);
    expect(proposeRules(good.slice(0, 1), [], now).rules).toEqual([]);
    expect(proposeRules(good, good, now).rules).toEqual([]);
  });

  it('are fewer and weaker without bad examples', () => {
    const alone = proposeRules(good, [], now).rules;
    expect(alone.length).toBeGreaterThan(0);
    expect(alone.every(({ rule, lift }) => rule.points > 0 && rule.points <= 10 && lift === undefined)).toBe(true);
  });
});

describe('points', () => {
  it.each([
    [10, 10, 0, 10, 25],
    [8, 10, 2, 10, 15],
    [2, 2, 0, 2, 15],
    [5, 10, 5, 10, 0],
    [0, 10, 9, 10, -25],
    [1, 10, 0, 10, 0],
    [7, 10, 0, 0, 10],
    [3, 10, 0, 0, 5],
    [1, 10, 0, 0, 0],
  ])('%i of %i good, %i of %i bad: %i', (g, of, b, ofBad, points) => {
    expect(pointsOf(g, of, b, ofBad)).toBe(points);
  });
});
