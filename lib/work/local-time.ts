import { countryToIso } from '../domain/normalize/country.ts';
import { fold } from '../domain/normalize/fold.ts';
import { countryOfPhone } from '../domain/normalize/phone.ts';
import type { Company, Lead } from '../domain/schema/lead.ts';
import { zonesOf } from './time-zones.ts';

/** Where somebody is: the country, and the time zones that it may be. */
export type Place = { country: string; zones: readonly string[] };

/**
 * Where to find a lead: their own address, their company's, else the country of their number. In: the lead, their company.
 * Out: undefined where nothing tells.
 */
export function placeOf(lead: Lead, company?: Company): Place | undefined {
  for (const { country: written, region, city } of [...lead.addresses, ...(company?.addresses ?? [])]) {
    const country = written && countryToIso(written);
    if (!country) continue;
    const places = [region, city].flatMap((one) => (one ? [fold(one).trim()] : []));
    const zones = zonesOf(country, places);
    if (zones.length > 0) return { country, zones };
  }
  for (const { e164 } of [...lead.phones, ...(company?.phones ?? [])]) {
    const country = e164 && countryOfPhone(e164);
    const zones = country ? zonesOf(country, []) : [];
    if (country && zones.length > 0) return { country, zones };
  }
  return undefined;
}

type Clock = { hour: number; minute: number; weekday: number };

const clocks = new Map<string, Intl.DateTimeFormat>();
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** The clock and day of the week in a zone; Sunday is 0. */
function clockIn(zone: string, at: number): Clock {
  const known = clocks.get(zone);
  const format =
    known ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hour: '2-digit',
      minute: '2-digit',
      weekday: 'short',
      hourCycle: 'h23',
    });
  if (!known) clocks.set(zone, format);
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    hour: Number(parts.get('hour')),
    minute: Number(parts.get('minute')),
    weekday: weekdays.indexOf(parts.get('weekday') ?? ''),
  };
}

const two = (n: number) => String(n).padStart(2, '0');

export type LocalTime = {
  /** `14:05`, or `09:05–12:05` where it may be any of several. */
  text: string;
  /** Calls are made now: everywhere, perhaps, or nowhere that it may be. */
  reachable: 'yes' | 'perhaps' | 'no';
};

/** Days on which nobody works in an office; Friday and Saturday in some countries. */
const fridayWeekend = new Set([
  'BH',
  'DZ',
  'EG',
  'IQ',
  'JO',
  'KW',
  'LY',
  'OM',
  'QA',
  'SA',
  'SD',
  'SY',
  'YE',
  'IL',
  'BD',
]);
const isWeekend = (country: string, weekday: number): boolean =>
  weekday === 6 || weekday === (fridayWeekend.has(country) ? 5 : 0);

/** The time where somebody is, and whether calls are made there then. In: the place, the moment, from and until which hour. */
export function localTime({ country, zones }: Place, at: number, hours: { from: number; until: number }): LocalTime {
  const all = zones.map((zone) => clockIn(zone, at));
  const open = all.map(({ hour, weekday }) => hour >= hours.from && hour < hours.until && !isWeekend(country, weekday));
  // In order of the time itself: a country may lie on both sides of midnight.
  const minutes = zones.map((_zone, i) => minuteOf(all[i], at)).sort((a, b) => a - b);
  const text = [...new Set([minutes[0], minutes.at(-1)].map((minute) => clockOf(minute ?? 0)))].join('–');
  return { text, reachable: open.every(Boolean) ? 'yes' : open.some(Boolean) ? 'perhaps' : 'no' };
}

const dayMinutes = 24 * 60;

/** Minutes of the clock counted on from noon before, as seen from UTC, so that later zones stand later. */
function minuteOf(clock: Clock | undefined, at: number): number {
  if (!clock) return 0;
  const utc = new Date(at).getUTCHours() * 60 + new Date(at).getUTCMinutes();
  const own = clock.hour * 60 + clock.minute;
  const offset = ((((own - utc + 11 * 60) % dayMinutes) + dayMinutes) % dayMinutes) - 11 * 60;
  return utc + offset;
}

const clockOf = (minute: number): string => {
  const of = ((minute % dayMinutes) + dayMinutes) % dayMinutes;
  return `${two(Math.floor(of / 60))}:${two(of % 60)}`;
};
