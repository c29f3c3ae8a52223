import type { Body, BodyLine } from './body.ts';
import {
  attributionStart,
  dateLike,
  forwardLine,
  gmtLine,
  type HeaderKind,
  headerLabels,
  nameFirst,
  originalRuler,
  ruledAttribution,
  sentFrom,
  wroteEnd,
  wroteMiddle,
} from './quote-marks.ts';

/** A quoted message inside a body: the lines that introduce it, and its own. */
export type Quoted = {
  /** Line where its attribution or header block begins; equal to `from` if it has none. */
  head: number;
  from: number;
  /** One past its last line. */
  to: number;
};

export type Cut = {
  /** For each line whether it belongs to the newest message. */
  own: boolean[];
  quoted: Quoted[];
};

const headerLine = (kinds: HeaderKind[]) =>
  new RegExp(`^[>*\\s_]*(?:${kinds.map((k) => headerLabels[k]).join('|')})\\s*\\*?\\s?[:：]\\*?`, 'u');
const anyHeader = headerLine(['from', 'sent', 'to', 'subject']);
const fromHeader = headerLine(['from']);
const sentHeader = headerLine(['sent']);
const restHeader = headerLine(['to', 'subject', 'sent']);

const bare = (line: BodyLine) => line.s.replace(/^(?:>\s?)+/, '').trim();
const isArrow = (line: BodyLine) => /^\s*(?:>|&gt;)/.test(line.raw);

const mostLines = 4000;

/** How many lines from `at` on are the header block of an old message; 0 when none begins there. */
function headerBlock(lines: BodyLine[], at: number): number {
  const first = bare(lines[at] as BodyLine);
  if (first.length > 300 || !anyHeader.test(first) || !(fromHeader.test(first) || sentHeader.test(first))) return 0;
  let seen = 1;
  let end = at + 1;
  let blanks = 0;
  for (let i = at + 1; i < lines.length && i < at + 14; i++) {
    const text = bare(lines[i] as BodyLine);
    if (text === '') {
      if (++blanks > 1 || seen > 1) break;
      continue;
    }
    if (anyHeader.test(text)) {
      seen += restHeader.test(text) || fromHeader.test(text) ? 1 : 0;
      end = i + 1;
      blanks = 0;
      // a header's value may go on in the next line, but text after a blank line is the message
    } else if (text.length > 120 || (lines[i]?.gap && blanks > 0)) break;
  }
  if (seen >= 2) return end - at;
  // "From: jane@example.com" right under a ruler, or with its date in the same line
  return fromHeader.test(first) && /@/.test(first) && dateLike.test(first) ? 1 : 0;
}

/** How many lines from `at` on are an attribution ("On … Jane wrote:"); 0 when none begins there. */
function attribution(lines: BodyLine[], at: number): number {
  const first = bare(lines[at] as BodyLine);
  if (!first || first.length > 400) return 0;
  if (ruledAttribution.test(first)) return 1;
  const begins = attributionStart.test(first) || nameFirst.test(first);
  let joined = '';
  let taken = 0;
  for (let i = at; i < lines.length && taken < 6; i++) {
    const text = bare(lines[i] as BodyLine);
    if (!text) {
      if (i > at + 5) break;
      continue;
    }
    taken++;
    joined = joined ? `${joined} ${text}` : text;
    if (joined.length > 400) return 0;
    if (wroteEnd.test(joined) || wroteMiddle.test(joined)) {
      const named = dateLike.test(joined) || /@|mailto:/.test(joined);
      // the shortest run of lines that is an attribution is the attribution; what stands above it is text
      for (let later = at + 1; later <= i; later++) {
        const start = bare(lines[later] as BodyLine);
        if (attributionStart.test(start) && dateLike.test(start) && attribution(lines, later) > 0) return 0;
      }
      return named && (begins || /@/.test(joined)) ? i - at + 1 : 0;
    }
    if (gmtLine.test(joined)) {
      const next = bare(lines[i + 1] ?? (lines[at] as BodyLine));
      return next.startsWith('<') || /@[^\s]+>?\s*:$/.test(next) ? i - at + 2 : i - at + 1;
    }
    // a sentence that ends is text; a line may break after the day of a date ("28.")
    if (!begins || /(?<!\d)[.!?。！？]$/.test(text)) return 0;
  }
  return 0;
}

/** Where an old message begins at this line, how long its introduction is; 0 when none does. */
function introduction(lines: BodyLine[], at: number): number {
  const line = lines[at] as BodyLine;
  const text = bare(line);
  if (!text) return 0;
  const after = () => {
    for (let i = at + 1; i < Math.min(lines.length, at + 4); i++)
      if (bare(lines[i] as BodyLine)) return { i, length: headerBlock(lines, i) };
    return { i: at, length: 0 };
  };
  if (originalRuler.test(text) || forwardLine.test(text)) {
    const { i, length } = after();
    return length > 0 ? i + length - at : 1;
  }
  if (/^[_=─━-]{8,}$/.test(text) || /^[-_*]{5,}$/.test(text)) {
    const { i, length } = after();
    return length > 0 ? i + length - at : 0;
  }
  return headerBlock(lines, at) || attribution(lines, at);
}

/**
 * Tells the newest message from what it quotes. In: a body. Out: for each line whether it is the newest message's own, and the quoted messages.
 * Text under a quotation with `>` or in quoted mark-up counts as own again (answers below); after a header block or a ruler all the rest is quoted.
 */
export function cutReply({ lines }: Body): Cut {
  const own = lines.map(() => true);
  const quoted: Quoted[] = [];
  let fenced = false;
  // what stands below so many lines is no message that anybody wrote
  own.fill(false, mostLines);
  for (let i = 0; i < Math.min(lines.length, mostLines); ) {
    const line = lines[i] as BodyLine;
    if (/^```/.test(line.s)) fenced = !fenced;
    const arrow = !fenced && isArrow(line) && !line.raw.trim().startsWith('>>>>>>');
    const marked = line.quote > 0;
    const intro = fenced ? 0 : introduction(lines, i);
    if (!intro && !arrow && !marked && !(isArrow(line) && !fenced)) {
      i++;
      continue;
    }
    const from = i + intro;
    let to = from;
    const next = lines.slice(from, from + 4).find((l) => l.s);
    const inArrows = arrow || Boolean(next && isArrow(next));
    if (marked || (next && next.quote > 0 && !inArrows)) {
      while (to < lines.length && ((lines[to] as BodyLine).quote > 0 || !(lines[to] as BodyLine).s)) to++;
    } else if (inArrows) {
      while (to < lines.length && (isArrow(lines[to] as BodyLine) || !(lines[to] as BodyLine).s || wrapped(lines, to)))
        to++;
    } else to = lines.length;
    const end = Math.max(to, from, i + 1);
    own.fill(false, i, end);
    quoted.push({ head: i, from, to: end });
    i = end;
  }
  return { own, quoted };
}

/** A line that a program broke out of a `>` quotation: another `>` line follows at once. */
function wrapped(lines: BodyLine[], at: number): boolean {
  const next = lines[at + 1];
  return Boolean(next && isArrow(next) && lines[at - 1] && isArrow(lines[at - 1] as BodyLine));
}

const delimiter = /^(?:--|—|__)\s*$|^[-_=*~#+─━]{4,}$/;
/** Rulers, dots and the sign (U+1427) that a tracking add-on leaves. */
const onlyMarks = /^(?:[^\p{L}\p{N}\p{Extended_Pictographic}"'”’)\]]|\u1427)*$/u;

/**
 * The text of the newest message: without quotations, without a signature behind a delimiter and without "Sent from my …".
 * In: the body and its cut. Out: text, trimmed; '' when all of it is quoted.
 */
export function replyText({ lines, html }: Body, { own, quoted }: Cut): string {
  const kept: string[] = [];
  let inSignature = false;
  let fenced = false;
  const written = lines.map((line) => (html ? line.s : line.raw.trimEnd()));
  lines.forEach((line, i) => {
    if (!own[i]) return;
    if (/^```/.test(line.s)) fenced = !fenced;
    if (!fenced && kept.some((k) => k.trim()) && delimiter.test(line.s) && endsText(lines, own, i)) inSignature = true;
    if (inSignature || line.signature || sentFrom.test(line.s)) return;
    if (html && line.gap && kept.length > 0) kept.push('');
    kept.push(written[i] ?? '');
  });
  // a message that only hands on another has that one for its text
  const [first] = quoted;
  if (!own.some((is, i) => is && lines[i]?.s) && first && forwardLine.test(bare(lines[first.head] as BodyLine)))
    kept.push(...written.slice(first.from, first.to));
  while (kept.length > 0 && onlyMarks.test(kept.at(-1) ?? '')) kept.pop();
  while (kept.length > 0 && !kept[0]?.trim()) kept.shift();
  return kept.join('\n').trim();
}

/** Whether only a signature's worth of own lines follows a delimiter: a ruler in the middle of a text is no delimiter. */
function endsText(lines: BodyLine[], own: boolean[], at: number): boolean {
  const strict = /^--\s*$/.test((lines[at] as BodyLine).s);
  const most = strict ? 30 : 14;
  let rest = 0;
  for (let i = at + 1; i < lines.length; i++) {
    const line = lines[i] as BodyLine;
    if (!own[i] || !line.s) continue;
    if (++rest > most || (!strict && line.s.length >= 160)) return false;
  }
  return true;
}
