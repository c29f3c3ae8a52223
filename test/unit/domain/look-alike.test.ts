import { domainToUnicode } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOneSlipApart, lookAlikeOf } from '../../../lib/domain/look-alike.ts';
import { toUnicode } from '../../../lib/domain/punycode.ts';

const known = [
  'harbour-tools.example',
  'alder-conveyors.example',
  'kleinmann.de',
  'bosch.com',
  'abb.com',
  'müller-werke.de',
];

describe('a domain that could be taken for a known one', () => {
  it.each([
    ['harbour-tools.example', undefined],
    ['harbor-tools.example', 'harbour-tools.example'],
    ['harbuor-tools.example', 'harbour-tools.example'],
    ['harb0ur-tools.example', 'harbour-tools.example'],
    ['harbour-tools.test', 'harbour-tools.example'],
    ['kleinmann.com', 'kleinmann.de'],
    ['kleinrnann.de', 'kleinmann.de'],
    ['kleіnmann.de', 'kleinmann.de'],
    ['xn--klenmann-vhh.de', 'kleinmann.de'],
    ['muller-werke.de', 'müller-werke.de'],
    ['bosh.com', undefined],
    ['abc.com', undefined],
    ['linden-packaging.example', undefined],
  ])('%s: %s', (domain, expected) => {
    expect(lookAlikeOf(domain, known)).toBe(expected);
  });

  it('knows one slip whichever way round', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(isOneSlipApart(a, b)).toBe(isOneSlipApart(b, a));
        expect(isOneSlipApart(a, a)).toBe(false);
        expect(isOneSlipApart(`${a}x`, a)).toBe(true);
      }),
    );
  });
});

describe('punycode', () => {
  it.each([
    'xn--mller-kva.de',
    'xn--fiqs8s',
    'xn--80ak6aa92e.com',
    'xn--bcher-kva.example',
    'plain.example',
    'xn--maana-pta.com',
  ])('%s reads as the platform reads it', (domain) => {
    expect(toUnicode(domain)).toBe(domainToUnicode(domain) || domain);
  });
  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof toUnicode(`xn--${text}`) === 'string'));
  });
});
