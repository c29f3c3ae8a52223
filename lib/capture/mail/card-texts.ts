import { countryToIso } from '../../domain/normalize/country.ts';
import { nameKey } from '../../domain/normalize/name.ts';
import { companyScore } from '../detectors/company-name.ts';
import { nameScore } from '../detectors/person-name.ts';
import { mailFits } from '../people-mail.ts';
import type { Evidence } from '../subjects.ts';
import { evidence } from './card-contacts.ts';
import {
  calledBy,
  degree,
  domainLabels,
  fitsDomain,
  type Hints,
  type Segment,
  segmentsOf,
  unit,
  type WordLine,
} from './card-segments.ts';
import { sharesName } from './name-forms.ts';

/** Who a block of contact lines is about, by its words. */
export type Words = {
  name?: Evidence & { honorific?: string; partial?: boolean };
  title?: Evidence;
  department?: Evidence;
  company?: Evidence & { legalForm?: string };
};

/** A picture that may be the firm's logo, by its alternative text. */
export type Logo = { text: string; line: number; site: string };

const upperWord = /^\p{Lu}[\p{L}'’-]+$/u;

/** A given name and a family name that stand in lines of their own. */
function joined(segments: Segment[], hints: Hints): Segment | undefined {
  for (let i = 0; i + 1 < Math.min(segments.length, 4); i++) {
    const [a, b] = [segments[i] as Segment, segments[i + 1] as Segment];
    if (!upperWord.test(a.text) || !upperWord.test(b.text) || a.line === b.line) continue;
    if (Math.max(a.title, a.company, b.title, b.company) >= 0.5) continue;
    const text = `${a.text} ${b.text}`;
    const score = Math.max(nameScore(text).score, ...hints.emails.map((e) => mailFits(e, text)));
    if (score >= 0.5) return { ...b, text, line: a.line, bold: a.bold, name: score };
  }
  return undefined;
}

function nameOf(segments: Segment[], hints: Hints): Segment | undefined {
  const header = nameKey(hints.header);
  const worth = (s: Segment) => {
    const bare = s.text.replace(degree, '');
    const words = bare.split(/\s+/).length;
    if (words > 6 || /\d|[@:<>]/.test(bare) || (s.company >= 0.8 && s.name < 0.8)) return 0;
    const address =
      words > 1 || /\p{Script=Han}/u.test(bare) ? Math.max(0, ...hints.emails.map((e) => mailFits(e, bare))) : 0;
    const known = header !== '' && sharesName(bare, hints.header) ? 0.6 : 0;
    if (s.name < 0.35 && address < 0.6 && known === 0) return 0;
    const early = Math.max(0, 0.15 - 0.03 * s.order) + (s.bold ? 0.05 : 0);
    const shape = words >= 2 && words <= 4 && bare.split(/\s+/).every((w) => /^\p{Lu}/u.test(w)) ? 0.1 : 0;
    return (
      s.name * 0.6 +
      address * 0.45 +
      known +
      early +
      shape -
      Math.max(0, s.title - 0.3) * 0.7 -
      Math.max(0, s.company - s.name) * 0.5 -
      (unit.test(bare) && s.name < 0.8 ? 0.3 : 0)
    );
  };
  let best: Segment | undefined;
  let most = 0.4;
  for (const segment of segments) {
    const score = worth(segment);
    if (score > most) {
      most = score;
      best = segment;
    }
  }
  return best;
}

/**
 * The name, title, department and company in the words of a contact block. In: the words that contacts left over, and what is known of the sender. Out: what was found, each with its line.
 */
export function readWords(lines: WordLine[], hints: Hints, logos: Logo[] = []): Words {
  const labels = domainLabels(hints);
  const segments = segmentsOf(lines, labels);
  const out: Words = {};
  const pair = joined(segments, hints);
  const single = nameOf(segments, hints);
  const name = pair && !(single && single.name >= 0.5 && single.line !== pair.line) ? pair : single;
  const free = segments.filter(
    (s) =>
      s !== name &&
      !(pair && name === pair && s.line >= pair.line && s.order <= pair.order && pair.text.includes(s.text)),
  );
  if (name) {
    const read = nameScore(name.text.replace(degree, ''));
    const shown = (calledBy.test(name.text) ? name.text : read.name || name.text)
      .replace(degree, '')
      .replace(/^[^\p{L}]+/u, '')
      .trim();
    out.name = {
      ...evidence(shown, 'mail-signature', name.text, name.line, Math.min(0.95, 0.55 + name.name * 0.4)),
      ...(read.honorific && { honorific: read.honorific }),
      ...((read.partial || calledBy.test(name.text)) && { partial: true }),
    };
  }
  const company = companyOf(free, name, out.name?.value ?? '');
  if (company) {
    const { name: text, legalForm } = companyScore(company.text);
    out.company = {
      ...evidence(
        tidyCompany(text || company.text),
        'mail-signature',
        company.text,
        company.line,
        Math.max(0.6, company.company),
      ),
      ...(legalForm && { legalForm }),
    };
  } else {
    const person = out.name?.value ?? '';
    const logo = logoOf(
      logos.filter(({ text }) => !person || !sharesName(text, person)),
      hints,
    );
    if (logo) out.company = evidence(logo.text, 'mail-logo', logo.text, logo.line, 0.6);
  }
  const others = free.filter((s) => s !== company && s.company < 0.8);
  const title = titleOf(others, name, lines);
  if (title) out.title = title;
  const dept = others.find(
    (s) =>
      unit.test(s.text) &&
      s.text !== title?.value &&
      s.text.length < 50 &&
      (!name || Math.abs(s.order - name.order) <= 3),
  );
  if (dept) out.department = evidence(dept.text, 'mail-signature', dept.text, dept.line, 0.65);
  return out;
}

function companyOf(segments: Segment[], name: Segment | undefined, person: string): Segment | undefined {
  let best: Segment | undefined;
  let most = 0.45;
  for (const s of segments) {
    if (s.company < 0.55 || (person && sharesName(s.text, person) && s.company < 0.8)) continue;
    const near = name ? Math.max(0, 0.1 - 0.02 * Math.abs(s.order - name.order)) : 0;
    const score = s.company + near - (s.company < 0.6 ? Math.max(0, s.title - 0.4) * 0.5 : 0);
    if (score > most) {
      most = score;
      best = s;
    }
  }
  return best;
}

/** A company's name without quotes, marks and the country behind it. */
function tidyCompany(text: string): string {
  const name = text
    .replace(/^[*"'„“©\s]+|[*"'”®™\s]+$/gu, '')
    .replace(/(?<=\p{Script=Latin}\S*)\s\([^()]{1,20}\)$/u, '');
  const tail = /^(.{4,}),\s*([^,\d]{3,30})$/u.exec(name);
  return tail && countryToIso(tail[2] ?? '') ? (tail[1] ?? name) : name;
}

/** The title: what scores as one, nearest the name; a row of titles with separators stays one. Else the short line under the name. */
function titleOf(segments: Segment[], name: Segment | undefined, lines: WordLine[]): Evidence | undefined {
  const titles = segments.filter(
    (s) => s.title >= (unit.test(s.text) ? 0.5 : 0.4) && s.name < 0.8 && s.title >= s.company - 0.3,
  );
  const distance = (s: Segment) => (name ? Math.abs(s.order - name.order) + (s.order < name.order ? 1.5 : 0) : s.order);
  const first = [...titles].sort((a, b) => distance(a) - distance(b) || b.title - a.title)[0];
  if (first && (!name || distance(first) <= 6))
    return rowTitle(first, segments, lines, Math.min(0.9, 0.5 + first.title * 0.4));
  const under = name && segments.find((s) => s.order === name.order + 1 || (s.order === name.order && s.at > name.at));
  if (!under || unit.test(under.text) || under.company > 0.3 || /\d/.test(under.text)) return undefined;
  if (under.text.split(/\s+/).length > 5 || !/^\p{L}/u.test(under.text)) return undefined;
  return rowTitle(under, segments, lines, 0.5);
}

/** A title with those that stand beside it in its line: "Head of Sales | Partner". */
function rowTitle(first: Segment, segments: Segment[], lines: WordLine[], confidence: number): Evidence {
  const whole = lines.find((l) => l.line === first.line)?.text ?? '';
  const row = segments.filter((s) => s.order === first.order && s.company < 0.5 && s.name < 0.7);
  const [start, end] = [row[0] ?? first, row.at(-1) ?? first];
  const span = whole.slice(start.at, end.at + end.text.length).trim();
  const joins =
    row.length > 1 &&
    row.length < 4 &&
    !/\ufffc|\t|\s{3}|\d|\s[-–—]\s/.test(span) &&
    !row.some((s) => unit.test(s.text) && s.title < 0.4);
  return evidence(joins ? span : first.text, 'mail-signature', whole.replaceAll('\ufffc', ' '), first.line, confidence);
}

/** The firm that a logo names: a name by itself, or one that the site it leads to is called after. */
function logoOf(logos: Logo[], hints: Hints): Logo | undefined {
  for (const { text, line, site } of logos) {
    const name = text
      .replace(/[*_]|\b(?:company |firmen)?logo\b/giu, '')
      .replace(/\s+/g, ' ')
      .trim();
    if (name.length < 3 || name.length > 60 || !/^\p{Lu}/u.test(name)) continue;
    const labels = domainLabels({ ...hints, sites: site ? [...hints.sites, site] : hints.sites });
    if (companyScore(name).score >= 0.7 || (/\s/.test(name) && fitsDomain(name, labels)))
      return { text: name, line, site };
  }
  return undefined;
}
