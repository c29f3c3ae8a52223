import { describe, expect, it } from 'vitest';
import type { Lead } from '../../../lib/domain/schema/lead.ts';
import { localTime, placeOf } from '../../../lib/work/local-time.ts';
import { zonesOf } from '../../../lib/work/time-zones.ts';

const hours = { from: 9, until: 17 };
const utc = (text: string) => Date.parse(`${text}Z`);
const lead = (values: object) => ({ kind: 'person', addresses: [], phones: [], ...values }) as unknown as Lead;

describe('zonesOf', () => {
  it.each([
    ['DE', [], ['Europe/Berlin']],
    ['CN', ['xinjiang'], ['Asia/Shanghai']],
    ['US', ['ca'], ['America/Los_Angeles']],
    ['US', ['texas'], ['America/Chicago']],
    ['AU', ['wa'], ['Australia/Perth']],
    ['ES', ['las palmas'], ['Atlantic/Canary']],
    ['ES', ['madrid'], ['Europe/Berlin']],
    ['ZZ', [], []],
  ] as [string, string[], string[]][])('%s %j', (country, places, zones) => {
    expect(zonesOf(country, places)).toEqual(zones);
  });
  it('names every zone that a country may have where nothing tells', () => {
    expect(zonesOf('US', [])).toHaveLength(7);
  });
  it('knows only zones that the browser knows', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const zones = letters.flatMap((a) => letters.flatMap((b) => zonesOf(a + b, [])));
    for (const timeZone of new Set(zones)) expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
    expect(zones.length).toBeGreaterThan(240);
  });
});

describe('placeOf', () => {
  const berlin = { text: 'Berlin', country: 'DE', city: 'Berlin' };
  it('goes by the own address, the company’s, then the number', () => {
    const company = { ...lead({ addresses: [{ text: 'Wien', country: 'AT' }] }), kind: 'company' } as never;
    expect(placeOf(lead({ addresses: [berlin] }), company)?.country).toBe('DE');
    expect(placeOf(lead({}), company)?.country).toBe('AT');
    expect(placeOf(lead({ phones: [{ e164: '+8613800138000', text: '', kind: 'mobile' }] }))).toEqual({
      country: 'CN',
      zones: ['Asia/Shanghai'],
    });
    expect(placeOf(lead({}))).toBeUndefined();
  });
  it('takes the region of an address into account', () => {
    const address = { text: 'São Paulo', country: 'Brazil', region: 'São Paulo' };
    expect(placeOf(lead({ addresses: [address] }))?.zones).toEqual(['America/Sao_Paulo']);
  });
});

describe('localTime', () => {
  it.each([
    ['in the morning', 'DE', ['Europe/Berlin'], '2026-05-06T08:05', '10:05', 'yes'],
    ['before the office opens', 'DE', ['Europe/Berlin'], '2026-05-06T06:59', '08:59', 'no'],
    ['on a Saturday', 'DE', ['Europe/Berlin'], '2026-05-09T08:05', '10:05', 'no'],
    ['on a Friday in Saudi Arabia', 'SA', ['Asia/Riyadh'], '2026-05-08T08:05', '11:05', 'no'],
    ['on a Sunday in Saudi Arabia', 'SA', ['Asia/Riyadh'], '2026-05-10T08:05', '11:05', 'yes'],
    [
      'anywhere in a wide country',
      'US',
      ['America/New_York', 'America/Los_Angeles'],
      '2026-05-06T14:00',
      '07:00–10:00',
      'perhaps',
    ],
    [
      'on both sides of midnight',
      'US',
      ['America/New_York', 'America/Los_Angeles'],
      '2026-05-06T05:30',
      '22:30–01:30',
      'no',
    ],
  ] as const)('%s', (_name, country, zones, at, text, reachable) => {
    expect(localTime({ country, zones }, utc(at), hours)).toEqual({ text, reachable });
  });
});
