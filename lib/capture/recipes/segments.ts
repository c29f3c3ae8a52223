import type { FieldAnchor } from '../../domain/schema/recipe.ts';
import type { OutlineMark } from '../../domain/schema/snapshot.ts';
import type { Page } from '../lines.ts';
import { linkContact } from '../lines-links.ts';
import type { Labels } from '../lines-tables.ts';
import { partsOf } from '../people-parts.ts';

/** An entry of a list: the block it is or begins with, and its lines. */
export type Card = { block: number; from: number; to: number };

/** A stretch of an entry that may hold one fact, with all that tells its place from others. */
export type Segment = Omit<FieldAnchor, 'content'> & {
  from: number;
  to: number;
  a: number;
  z: number;
  text: string;
  /** The link on it, if any. */
  url?: string;
};

const maxLines = 60;
const maxBlockLines = 8;
const strongTag = /^(?:h[1-6]|strong|b|dt|th|summary|legend|caption)$/;

/** Class names and their parts, without those that are made anew with every build. */
export function hintWords(hint: string): string[] {
  const out = new Set<string>();
  for (const token of hint.toLowerCase().split(/\s+/)) {
    if (token === '' || token.length > 60) continue;
    if ((token.match(/\d/g)?.length ?? 0) < 3) out.add(token);
    for (const part of token.split(/[-_]+/)) if (part.length >= 3 && !/\d/.test(part) && part !== token) out.add(part);
  }
  return [...out].slice(0, 16);
}

const linkKind = (url: string | undefined, site: string): FieldAnchor['link'] => {
  if (url === undefined) return 'none';
  const kind = linkContact(url, site)?.kind;
  if (kind === 'email') return 'mail';
  if (kind === 'tel') return 'tel';
  return kind === undefined || kind === 'vcard' ? 'page' : 'web';
};

const labelText = (text: string | undefined): { label?: string } => {
  const label = (text ?? '')
    .replace(/[\s:：|·•–—,;-]+$/u, '')
    .replace(/^[\s|·•–—,;-]+/u, '')
    .trim()
    .toLowerCase();
  return label === '' || label.length > 40 || /\d{3}|@/.test(label) ? {} : { label };
};

/** Tags and hints of the blocks around a line, up to the entry. */
function wayOf(page: Page, card: Card, b: number): { path: string[]; hints: string[] } {
  const path: string[] = [];
  const hints: string[] = [];
  for (let at = b; at >= 0 && path.length < 8; at = page.blocks[at]?.p ?? -1) {
    const block = page.blocks[at];
    if (!block || at === card.block || block.first < card.from || block.last > card.to) break;
    path.push(block.t);
    hints.push(...hintWords(block.h));
  }
  return { path, hints };
}

const covers = (mark: OutlineMark, a: number, z: number): boolean => mark.a <= a && mark.z >= z;

/** In: the page and one of its entries. Out: everything in it that may be pointed at, or be meant by a recipe. */
export function segmentsOf(page: Page, labels: Labels, card: Card): Segment[] {
  const out: Segment[] = [];
  const last = Math.min(card.to, card.from + maxLines - 1);
  for (let i = card.from; i <= last; i++) {
    const line = page.lines[i];
    if (!line) continue;
    const block = page.blocks[line.b];
    const tag = line.b === card.block ? '' : (block?.t ?? '');
    const { path, hints } = wayOf(page, card, line.b);
    const above = i > card.from ? page.lines[i - 1]?.s : undefined;
    const whole = { from: i, to: i, at: i - card.from, end: card.to - i, path };
    const inLine = (a: number, z: number): OutlineMark | undefined =>
      line.m.find((m) => m.u !== undefined && m.t !== 'img' && (covers(m, a, z) || (m.a >= a && m.z <= z)));
    const bold = (a: number, z: number): boolean =>
      strongTag.test(tag) || line.m.some((m) => strongTag.test(m.t) && covers(m, a, z) && m.z > m.a);
    const linked = (url: string | undefined): Pick<Segment, 'link' | 'url'> => ({
      link: linkKind(url, page.site),
      ...(url !== undefined && { url }),
    });
    const only = line.m.filter((m) => m.t !== 'img' && m.z > m.a && covers(m, 0, line.s.length));
    if (line.s !== '') {
      out.push({
        ...whole,
        ...linked(inLine(0, line.s.length)?.u),
        ...labelText(labels.label[i] ?? above),
        how: 'line',
        tag,
        hints: [...new Set([...only.flatMap((m) => hintWords(m.h ?? '')), ...hints])].slice(0, 24),
        strong: bold(0, line.s.length),
        part: 0,
        a: 0,
        z: line.s.length,
        text: line.s,
      });
    }
    line.m.forEach((mark, k) => {
      // a link without words (an icon) is a place too; one that is the whole line is the line
      if (mark.t === 'img' || k > 24 || (mark.z <= mark.a && mark.u === undefined)) return;
      if (mark.z > mark.a && covers(mark, 0, line.s.length)) return;
      out.push({
        ...whole,
        ...linked(mark.u ?? line.m.find((m) => m.u !== undefined && covers(m, mark.a, mark.z) && m.z > m.a)?.u),
        ...labelText(line.s.slice(Math.max(0, line.m[k - 1]?.a ?? 0), mark.a) || (k === 0 ? above : undefined)),
        how: 'mark',
        tag: mark.t,
        hints: [...new Set([...hintWords(mark.h ?? ''), ...hints])].slice(0, 24),
        strong: bold(mark.a, mark.z),
        part: k,
        a: mark.a,
        z: mark.z,
        text: line.s.slice(mark.a, mark.z).trim(),
      });
    });
    const parts = line.s.length <= 400 ? partsOf(line) : [];
    if (parts.length > 1)
      parts.slice(0, 12).forEach((part, k) => {
        if (line.m.some((m) => m.t !== 'img' && m.a === part.start && m.z === part.end)) return;
        out.push({
          ...whole,
          ...linked(inLine(part.start, part.end)?.u),
          ...labelText(k > 0 ? parts[k - 1]?.text : above),
          how: 'part',
          tag,
          hints: hints.slice(0, 24),
          strong: bold(part.start, part.end),
          part: k,
          a: part.start,
          z: part.end,
          text: part.text,
        });
      });
  }
  blockSegments(page, labels, card, out);
  return out;
}

/** Blocks of several lines within the entry: an address over three lines is one fact. */
function blockSegments(page: Page, labels: Labels, card: Card, out: Segment[]): void {
  const seen = new Set<number>();
  for (let i = card.from; i <= Math.min(card.to, card.from + maxLines - 1); i++) {
    for (let b = page.lines[i]?.b ?? -1; b >= 0 && !seen.has(b); b = page.blocks[b]?.p ?? -1) {
      seen.add(b);
      const block = page.blocks[b];
      if (!block || b === card.block || block.first < card.from || block.last > card.to) break;
      const count = block.last - block.first + 1;
      if (count < 2 || count > maxBlockLines || (block.first === card.from && block.last === card.to)) continue;
      const { path, hints } = wayOf(page, card, b);
      const text = page.lines
        .slice(block.first, block.last + 1)
        .map((line) => line.s)
        .filter((words) => words !== '')
        .join(', ');
      out.push({
        from: block.first,
        to: block.last,
        at: block.first - card.from,
        end: card.to - block.last,
        path,
        link: 'none',
        ...labelText(
          labels.label[block.first] ?? (block.first > card.from ? page.lines[block.first - 1]?.s : undefined),
        ),
        how: 'block',
        tag: block.t,
        hints: [...new Set(hints)].slice(0, 24),
        strong: false,
        part: 0,
        a: 0,
        z: page.lines[block.last]?.s.length ?? 0,
        text,
      });
    }
  }
}
