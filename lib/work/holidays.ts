import { momentOf } from '../domain/own-values.ts';

/** Names of holidays; the interface has words for each. */
export const holidayNames = [
  'newYear',
  'epiphany',
  'springFestival',
  'qingming',
  'carnival',
  'kingDay',
  'presidents',
  'goodFriday',
  'easterMonday',
  'labour',
  'liberation',
  'victory',
  'memorial',
  'ascension',
  'whitMonday',
  'corpusChristi',
  'bankHoliday',
  'dragonBoat',
  'national',
  'independence',
  'assumption',
  'eidFitr',
  'eidAdha',
  'midAutumn',
  'unity',
  'reformation',
  'allSaints',
  'thanksgiving',
  'immaculate',
  'christmasEve',
  'christmas',
  'secondChristmas',
] as const;
export type HolidayName = (typeof holidayNames)[number];

/**
 * The days on which main trading countries do not work, in a notation of a line each: `5-1` a date, `E+39` days from Easter,
 * `11/4#4` the fourth Thursday of November (`#-1` the last), `L8-15` of the Chinese calendar, `I10-1` of the Islamic one, `Q` the
 * solar term of Qingming; `~` before it: only in parts of the country. By the laws of the countries as of 2026; days that
 * governments name year by year are left out.
 */
const rules: Record<string, string> = {
  DE: 'newYear 1-1, ~epiphany 1-6, goodFriday E-2, easterMonday E+1, labour 5-1, ascension E+39, whitMonday E+50, ~corpusChristi E+60, ~assumption 8-15, unity 10-3, ~reformation 10-31, ~allSaints 11-1, christmas 12-25, secondChristmas 12-26',
  AT: 'newYear 1-1, epiphany 1-6, easterMonday E+1, labour 5-1, ascension E+39, whitMonday E+50, corpusChristi E+60, assumption 8-15, national 10-26, allSaints 11-1, immaculate 12-8, christmas 12-25, secondChristmas 12-26',
  CH: 'newYear 1-1, ~goodFriday E-2, ~easterMonday E+1, ~labour 5-1, ascension E+39, ~whitMonday E+50, national 8-1, christmas 12-25, ~secondChristmas 12-26',
  FR: 'newYear 1-1, easterMonday E+1, labour 5-1, victory 5-8, ascension E+39, whitMonday E+50, national 7-14, assumption 8-15, allSaints 11-1, memorial 11-11, christmas 12-25',
  IT: 'newYear 1-1, epiphany 1-6, easterMonday E+1, liberation 4-25, labour 5-1, national 6-2, assumption 8-15, allSaints 11-1, immaculate 12-8, christmas 12-25, secondChristmas 12-26',
  ES: 'newYear 1-1, epiphany 1-6, goodFriday E-2, labour 5-1, assumption 8-15, national 10-12, allSaints 11-1, immaculate 12-8, christmas 12-25',
  PT: 'newYear 1-1, goodFriday E-2, liberation 4-25, labour 5-1, corpusChristi E+60, national 6-10, assumption 8-15, allSaints 11-1, independence 12-1, immaculate 12-8, christmas 12-25',
  NL: 'newYear 1-1, easterMonday E+1, kingDay 4-27, ascension E+39, whitMonday E+50, christmas 12-25, secondChristmas 12-26',
  BE: 'newYear 1-1, easterMonday E+1, labour 5-1, ascension E+39, whitMonday E+50, national 7-21, assumption 8-15, allSaints 11-1, memorial 11-11, christmas 12-25',
  LU: 'newYear 1-1, easterMonday E+1, labour 5-1, ascension E+39, whitMonday E+50, national 6-23, assumption 8-15, allSaints 11-1, christmas 12-25, secondChristmas 12-26',
  GB: 'newYear 1-1, goodFriday E-2, ~easterMonday E+1, bankHoliday 5/1#1, bankHoliday 5/1#-1, ~bankHoliday 8/1#-1, christmas 12-25, secondChristmas 12-26',
  IE: 'newYear 1-1, national 3-17, easterMonday E+1, bankHoliday 5/1#1, bankHoliday 6/1#1, bankHoliday 8/1#1, bankHoliday 10/1#-1, christmas 12-25, secondChristmas 12-26',
  US: 'newYear 1-1, presidents 2/1#3, memorial 5/1#-1, independence 7-4, labour 9/1#1, thanksgiving 11/4#4, christmas 12-25',
  CA: 'newYear 1-1, goodFriday E-2, national 7-1, labour 9/1#1, thanksgiving 10/1#2, christmas 12-25, ~secondChristmas 12-26',
  MX: 'newYear 1-1, labour 5-1, independence 9-16, christmas 12-25',
  BR: 'newYear 1-1, carnival E-47, goodFriday E-2, liberation 4-21, labour 5-1, corpusChristi E+60, independence 9-7, allSaints 11-2, christmas 12-25',
  PL: 'newYear 1-1, epiphany 1-6, easterMonday E+1, labour 5-1, national 5-3, corpusChristi E+60, assumption 8-15, allSaints 11-1, independence 11-11, christmasEve 12-24, christmas 12-25, secondChristmas 12-26',
  CZ: 'newYear 1-1, goodFriday E-2, easterMonday E+1, labour 5-1, victory 5-8, national 10-28, christmasEve 12-24, christmas 12-25, secondChristmas 12-26',
  SK: 'newYear 1-1, epiphany 1-6, goodFriday E-2, easterMonday E+1, labour 5-1, national 8-29, allSaints 11-1, christmasEve 12-24, christmas 12-25, secondChristmas 12-26',
  HU: 'newYear 1-1, national 3-15, goodFriday E-2, easterMonday E+1, labour 5-1, whitMonday E+50, national 8-20, national 10-23, allSaints 11-1, christmas 12-25, secondChristmas 12-26',
  SE: 'newYear 1-1, epiphany 1-6, goodFriday E-2, easterMonday E+1, labour 5-1, ascension E+39, national 6-6, christmas 12-25, secondChristmas 12-26',
  NO: 'newYear 1-1, goodFriday E-2, easterMonday E+1, labour 5-1, national 5-17, ascension E+39, whitMonday E+50, christmas 12-25, secondChristmas 12-26',
  DK: 'newYear 1-1, goodFriday E-2, easterMonday E+1, ascension E+39, whitMonday E+50, christmas 12-25, secondChristmas 12-26',
  FI: 'newYear 1-1, epiphany 1-6, goodFriday E-2, easterMonday E+1, labour 5-1, ascension E+39, independence 12-6, christmas 12-25, secondChristmas 12-26',
  TR: 'newYear 1-1, national 4-23, labour 5-1, eidFitr I10-1, eidAdha I12-10, victory 8-30, national 10-29',
  AE: 'newYear 1-1, eidFitr I10-1, eidAdha I12-10, national 12-2',
  SA: 'eidFitr I10-1, eidAdha I12-10, national 9-23',
  CN: 'newYear 1-1, springFestival L1-1, springFestival L1-2, springFestival L1-3, qingming Q, labour 5-1, dragonBoat L5-5, midAutumn L8-15, national 10-1, national 10-2, national 10-3',
  TW: 'newYear 1-1, springFestival L1-1, springFestival L1-2, springFestival L1-3, qingming Q, dragonBoat L5-5, midAutumn L8-15, national 10-10',
  HK: 'newYear 1-1, springFestival L1-1, springFestival L1-2, springFestival L1-3, qingming Q, goodFriday E-2, easterMonday E+1, labour 5-1, dragonBoat L5-5, national 7-1, national 10-1, christmas 12-25, secondChristmas 12-26',
  SG: 'newYear 1-1, springFestival L1-1, springFestival L1-2, goodFriday E-2, labour 5-1, eidFitr I10-1, eidAdha I12-10, national 8-9, christmas 12-25',
  KR: 'newYear 1-1, springFestival L1-1, independence 3-1, memorial 6-6, liberation 8-15, midAutumn L8-15, national 10-3, christmas 12-25',
  JP: 'newYear 1-1, national 2-11, kingDay 2-23, national 4-29, national 5-3, national 5-4, national 5-5, national 11-3, thanksgiving 11-23',
  IN: 'national 1-26, independence 8-15, national 10-2',
  AU: 'newYear 1-1, national 1-26, goodFriday E-2, easterMonday E+1, memorial 4-25, christmas 12-25, secondChristmas 12-26',
  NZ: 'newYear 1-1, national 2-6, goodFriday E-2, easterMonday E+1, memorial 4-25, labour 10/1#4, christmas 12-25, secondChristmas 12-26',
};

const dayMs = 24 * 60 * 60 * 1000;

/** Easter Sunday of a year (Meeus, Jones, Butcher). Out: UTC midnight. */
function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const day = h + l - 7 * m + 114;
  return Date.UTC(year, Math.floor(day / 31) - 1, (day % 31) + 1);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Month and day of a day in another calendar; undefined in a leap month. In: UTC midnight. */
function inCalendar(calendar: 'chinese' | 'islamic-umalqura', day: number): string | undefined {
  let format = formats.get(calendar);
  if (!format) {
    format = new Intl.DateTimeFormat(`en-u-ca-${calendar}`, { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
    formats.set(calendar, format);
  }
  const parts = new Map(format.formatToParts(day).map(({ type, value }) => [type, value]));
  const month = parts.get('month') ?? '';
  return /^\d+$/.test(month) ? `${month}-${parts.get('day')}` : undefined;
}

/** Whether a rule means a day. In: the rule, the day as UTC midnight. */
function isOn(rule: string, day: number): boolean {
  const date = new Date(day);
  const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  if (rule.startsWith('E')) return day === easter(year) + Number(rule.slice(1)) * dayMs;
  if (rule.startsWith('L')) return inCalendar('chinese', day) === rule.slice(1);
  if (rule.startsWith('I')) return inCalendar('islamic-umalqura', day) === rule.slice(1);
  if (rule === 'Q') {
    // The solar term falls on 4 or 5 April; the rule of thumb holds for this century.
    const short = year % 100;
    return month === 4 && dayOfMonth === Math.floor(short * 0.2422 + 4.81) - Math.floor(short / 4);
  }
  const nth = /^(\d+)\/(\d)#(-?\d)$/.exec(rule);
  if (!nth) return rule === `${month}-${dayOfMonth}`;
  if (month !== Number(nth[1]) || date.getUTCDay() !== Number(nth[2])) return false;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return nth[3] === '-1' ? dayOfMonth + 7 > days : Math.ceil(dayOfMonth / 7) === Number(nth[3]);
}

export type Holiday = { name: HolidayName; inParts: boolean };

const isName = (text: string): text is HolidayName => (holidayNames as readonly string[]).includes(text);

/** The holiday of a country on a local day; undefined where it is a working day or the country is not known. In: ISO code, any moment of the day. */
export function holidayOn(country: string, at: number): Holiday | undefined {
  const local = new Date(at);
  const day = Date.UTC(local.getFullYear(), local.getMonth(), local.getDate());
  for (const line of rules[country]?.split(', ') ?? []) {
    const [mark = '', rule = ''] = line.split(' ');
    const name = mark.replace('~', '');
    if (isName(name) && isOn(rule, day)) return { name, inParts: mark.startsWith('~') };
  }
  return undefined;
}

/** Month and date of a day, with or without its year: `1980-05-03`, `03.05.1980`, `3.5.`, `3. Mai`, `May 3`, `5月3日`. */
function monthAndDate(text: string): [month: number, date: number] | undefined {
  const iso = /^(?:\d{4}|--)-?(\d{2})-?(\d{2})$/.exec(text);
  if (iso) return [Number(iso[1]), Number(iso[2])];
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.?$/.exec(text);
  if (dotted) return [Number(dotted[2]), Number(dotted[1])];
  const han = /^(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]$/.exec(text);
  if (han) return [Number(han[1]), Number(han[2])];
  // 05/03 is May to some and March to others: nobody is congratulated by guess.
  const [, first, second] = /^(\d{1,2})[-/]\s?(\d{1,2})[-/]/.exec(text) ?? [];
  if (first !== second && Number(first) <= 12 && Number(second) <= 12) return undefined;
  // Words without a year are read as of one that has all days.
  const moment = momentOf(text) ?? momentOf(`${text} 2000`);
  if (moment === undefined) return undefined;
  const day = new Date(moment);
  return [day.getMonth() + 1, day.getDate()];
}

/**
 * Whether a birthday falls on a local day. One of 29 February is kept on the 28th in other years. In: the birthday as an own field
 * keeps it, or as people write it, any moment of the day.
 */
export function isBirthday(text: string, at: number): boolean {
  const [month, date] = monthAndDate(text.trim()) ?? [];
  if (month === undefined || date === undefined) return false;
  const day = new Date(at);
  const last = new Date(day.getFullYear(), month, 0).getDate();
  return day.getMonth() + 1 === month && day.getDate() === Math.min(date, last);
}
