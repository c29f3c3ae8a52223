const locales = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'sv', 'da', 'ru', 'tr', 'cs'];

let known: Map<string, number> | undefined;

/** Names of months, whole and short, in the languages of business mail; made at the first call. */
function months(): Map<string, number> {
  if (known) return known;
  known = new Map();
  for (const locale of locales)
    for (const month of ['long', 'short'] as const) {
      // with a day beside it, as some languages bend the name then
      const format = new Intl.DateTimeFormat(locale, { month, day: 'numeric', timeZone: 'UTC' });
      for (let m = 0; m < 12; m++) {
        const part = format.formatToParts(Date.UTC(2024, m, 10)).find(({ type }) => type === 'month')?.value ?? '';
        const word = part.toLowerCase().replace(/\.$/, '');
        if (/\p{L}{3}/u.test(word) && !known.has(word)) known.set(word, m);
      }
    }
  return known;
}

const colonClock = /(上午|下午|晚上|午前|午後|오전|오후)?\s*(\d{1,2}):(\d{2})(?::\d{2})?\s*([ap])?\.?\s?m?\b/iu;
const dotClock = /()(?<!\d)(\d{1,2})[.h](\d{2})(?!\d)()/iu;

/** Hour and minute written in a date: 14:22, 8:15 AM, 上午10:05. */
function clockOf(text: string): { hours: number; minutes: number } | undefined {
  const m = colonClock.exec(text) ?? dotClock.exec(text.replace(/\d{1,2}\.\d{1,2}\.(?:\d{2,4})?/, ' '));
  if (!m) return undefined;
  const late = /^(?:下午|晚上|午後|오후)$/.test(m[1] ?? '') || /^p$/i.test(m[4] ?? '');
  const early = /^(?:上午|午前|오전)$/.test(m[1] ?? '') || /^a$/i.test(m[4] ?? '');
  const said = Number(m[2]);
  const hours = late && said < 12 ? said + 12 : early && said === 12 ? 0 : said;
  return hours < 24 && Number(m[3]) < 60 ? { hours, minutes: Number(m[3]) } : undefined;
}

type Day = { year: number; month: number; day: number };

function dayOf(text: string, now: Date, monthFirst: boolean): Day | undefined {
  const iso = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/.exec(text);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]) - 1, day: Number(iso[3]) };
  const han = /(\d{1,2})\s*月\s*(\d{1,2})\s*日/.exec(text);
  if (han) return { year: now.getFullYear(), month: Number(han[1]) - 1, day: Number(han[2]) };
  const numbers = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/.exec(text);
  if (numbers) {
    const [a, b] = [Number(numbers[1]), Number(numbers[3])];
    const year = Number(numbers[4]) + ((numbers[4] ?? '').length === 2 ? 2000 : 0);
    const swapped = b > 12 || (monthFirst && numbers[2] === '/' && a <= 12);
    return swapped ? { year, month: a - 1, day: b } : { year, month: b - 1, day: a };
  }
  for (const m of text.matchAll(/\p{L}{3,}/gu)) {
    const month = months().get(m[0].toLowerCase());
    if (month === undefined) continue;
    const around = text.slice(Math.max(0, m.index - 14), m.index + m[0].length + 14);
    const day = /(?<!\d)(\d{1,2})(?!\d|:)/.exec(around)?.[1];
    const year = /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(text)?.[1];
    if (day) return { year: year ? Number(year) : now.getFullYear(), month, day: Number(day) };
  }
  return undefined;
}

/**
 * When a mail was sent, from what its client shows. In: the words, the page's language, the time of reading. Out: epoch
 * milliseconds (the machine's own time zone where none is told); undefined for words that tell no day, and for days to come.
 */
export function mailDate(text: string | undefined, lang: string | undefined, now: number): number | undefined {
  const said = text?.trim() ?? '';
  if (!said) return undefined;
  const whole = /^\d{4}-\d{2}-\d{2}T/.test(said) ? Date.parse(said) : Number.NaN;
  const at = Number.isNaN(whole) ? wordedDate(said, lang, now) : whole;
  // clocks of two machines may differ by a little
  return at !== undefined && at > 0 && at <= now + 3_600_000 ? Math.min(at, now) : undefined;
}

function wordedDate(said: string, lang: string | undefined, now: number): number | undefined {
  const today = new Date(now);
  const clock = clockOf(said);
  const monthFirst = /^en(?:-us)?$/i.test(lang ?? '');
  const read = dayOf(said, today, monthFirst);
  const onlyClock = clock && said.replace(/[\d:.\s]|[ap]\.?\s?m\.?/gi, '').length <= 3;
  if (!read && !onlyClock) return undefined;
  const day = read ?? { year: today.getFullYear(), month: today.getMonth(), day: today.getDate() };
  if (day.month < 0 || day.month > 11 || day.day < 1 || day.day > 31) return undefined;
  // without a clock noon is the least wrong; a day that is still going on is now
  const at = (year: number) => new Date(year, day.month, day.day, clock?.hours ?? 12, clock?.minutes ?? 0).getTime();
  const isThisDay = new Date(now).toDateString() === new Date(at(day.year)).toDateString();
  if (isThisDay && !clock) return now;
  // without a year the last such day is meant
  const named = /(?:19|20)\d{2}|\d[./-]\d{1,2}[./-]\d{2}/.test(said);
  return !named && at(day.year) > now + 86_400_000 ? at(day.year - 1) : at(day.year);
}
