import type { Line, Page } from '../lines.ts';
import type { Range } from './adapter.ts';

/** Parts of a page as adapters ask for them: links of a shape, cards around them, sections under headings, values behind labels. */

export type Link = { line: number; url: URL; text: string; label: string };

/** More links than a list for people has are no list; a hostile page may hold millions. */
const maxLinks = 2000;

/** Links whose address fits. In: the page and a test of the parsed address. Out: in page order, no more than a long list has. */
export function linksTo(page: Page, fits: (url: URL) => boolean): Link[] {
  const out: Link[] = [];
  let seen = 0;
  for (const line of page.lines)
    for (const mark of line.m) {
      if (mark.t !== 'a' || !mark.u) continue;
      if (out.length >= maxLinks || ++seen > maxLinks * 10) return out;
      const url = URL.parse(mark.u);
      if (url && /^https?:$/.test(url.protocol) && fits(url))
        out.push({ line: line.i, url, text: line.s.slice(mark.a, mark.z), label: mark.l ?? '' });
    }
  return out;
}

/** Whether a host is a site's own: never one that only begins or ends like it. */
export const onHost = (url: URL, host: string): boolean => url.hostname === host || url.hostname.endsWith(`.${host}`);

export type Card = Range & { key: string; links: Link[] };
const itemTag = /^(?:li|article|tr)$/;
const itemRole = /^(?:listitem|article|row)$/;

/** The list item that a line stands in, if its list has others. */
function itemAround(page: Page, line: number): number | undefined {
  for (let b = page.lines[line]?.b ?? -1; b > 0; b = page.blocks[b]?.p ?? -1) {
    const block = page.blocks[b];
    if (!block || !(itemTag.test(block.t) || itemRole.test(block.r))) continue;
    const around = page.blocks[block.p];
    if (around && around.kids.filter((k) => page.blocks[k]?.t === block.t).length > 1) return b;
  }
  return undefined;
}

/**
 * Cards of a list: the list item around each link, or where the site has no list items, the largest block that holds no
 * other's link. In: the page, links and what tells one entry from another. Out: cards in page order, one an entry.
 */
export function cardsOf(page: Page, links: Link[], keyOf: (link: Link) => string): Card[] {
  const cards = new Map<number | string, Card>();
  const keys = links.map(keyOf);
  links.forEach((link, i) => {
    const key = keys[i] ?? '';
    if (key === '') return;
    const item = itemAround(page, link.line);
    const known = cards.get(item ?? key);
    if (known) {
      known.links.push(link);
      return;
    }
    const before = links.findLast((_, k) => k < i && keys[k] !== key)?.line ?? -1;
    const after = links.find((_, k) => k > i && keys[k] !== key)?.line ?? page.lines.length;
    let b = item ?? page.lines[link.line]?.b ?? 0;
    if (item === undefined)
      for (let up = page.blocks[b]?.p ?? -1; up > 0; up = page.blocks[up]?.p ?? -1) {
        const block = page.blocks[up];
        if (!block || /^(?:body|main|html)$/.test(block.t) || block.first <= before || block.last >= after) break;
        b = up;
      }
    const block = page.blocks[b];
    cards.set(item ?? key, { key, from: block?.first ?? link.line, to: block?.last ?? link.line, links: [link] });
  });
  return [...cards.values()];
}

/** Lines of a range that have words. */
export const linesIn = (page: Page, { from, to }: Range): Line[] =>
  page.lines.slice(from, to + 1).filter((l) => l.s !== '');

/** The first heading that fits, by tag: its line, or undefined. */
export function headingLine(page: Page, fits: RegExp, tags = /^h[1-6]$/): Line | undefined {
  return page.lines.find((l) => l.s.length < 200 && fits.test(once(l.s)) && tags.test(tagAt(page, l.i)));
}

/** Heading tag that a line stands in (also where the words are in a block within it); empty for none. */
export function tagAt(page: Page, line: number): string {
  let b = page.lines[line]?.b ?? -1;
  for (let up = 0; up < 4 && b >= 0; up++) {
    const block = page.blocks[b];
    if (block && /^h[1-6]$/.test(block.t)) return block.t;
    b = block?.p ?? -1;
  }
  return '';
}

/** What stands under a heading: up to the next heading of its own rank or above. In: the heading's line. */
export function sectionFrom(page: Page, line: number): Range {
  const rank = Number(tagAt(page, line)[1] ?? 6);
  let to = line;
  while (to + 1 < page.lines.length && !(Number(tagAt(page, to + 1)[1] ?? 9) <= rank && page.lines[to + 1]?.s)) to++;
  return { from: line, to };
}

/** The sections whose headings fit. */
export function sections(page: Page, fits: RegExp): Range[] {
  return page.lines
    .filter((l) => l.s.length < 120 && tagAt(page, l.i) !== '' && fits.test(once(l.s)))
    .map((l) => sectionFrom(page, l.i));
}

/** Blocks that frame a page: menus, head and foot, asides. */
export function framing(page: Page): Range[] {
  return page.blocks
    .filter(
      (b) =>
        b.first >= 0 &&
        (/^(?:nav|footer|aside)$/.test(b.t) ||
          (b.t === 'header' && b.depth < 4) ||
          /^(?:navigation|complementary|contentinfo|banner|search)$/i.test(b.r)),
    )
    .map((b) => ({ from: b.first, to: b.last }));
}

/** A test of links: whether they stand outside some ranges. */
export function outside(page: Page, ranges: Range[]): (link: Link) => boolean {
  const inside = new Uint8Array(page.lines.length);
  for (const { from, to } of ranges) inside.fill(1, from, to + 1);
  return (link) => inside[link.line] === 0;
}

/**
 * What of a list is about nobody. Where its cards were understood, they are read to the end: what else stands on the page are
 * menus, filters, mutual contacts. Where most were not, the general reading shall have them.
 */
export function besideList(page: Page, cards: number, read: number): Range[] {
  return read * 2 >= cards ? [{ from: 0, to: page.lines.length - 1 }] : framing(page);
}

/** All lines but those kept. */
export function allBut(page: Page, keep: Range[]): Range[] {
  const out: Range[] = [];
  let from = 0;
  for (const range of [...keep].sort((a, b) => a.from - b.from)) {
    if (range.from > from) out.push({ from, to: range.from - 1 });
    from = Math.max(from, range.to + 1);
  }
  if (from < page.lines.length) out.push({ from, to: page.lines.length - 1 });
  return out;
}

/** Words that stand twice, once for the eye and once for screen readers, are said once. */
export function once(text: string): string {
  const plain = text.trim();
  const half = Math.floor(plain.length / 2);
  const first = plain.slice(0, half);
  const between = plain.length % 2 === 1 ? plain[half] : ' ';
  return half > 1 && between === ' ' && plain.endsWith(first) ? first.trim() : plain;
}

export type Labelled = { value: string; line: number };

/**
 * The value behind a label: after it on the line, else the next line with words. In: the page, where to look, the label's
 * words (from the line's start). Out: the first, or undefined.
 */
export function labelled(page: Page, range: Range, label: RegExp): Labelled | undefined {
  const lines = linesIn(page, range);
  for (const [i, line] of lines.entries()) {
    const m = label.exec(line.s);
    if (m?.index !== 0) continue;
    const rest = line.s.slice(m[0].length);
    if (!/^\s*(?:[:：]|$)/.test(rest) && !/[:：]\s*$/.test(m[0])) continue;
    const own = rest.replace(/^\s*[:：]?\s*/, '');
    const next = lines[i + 1];
    if (own !== '') return { value: own, line: line.i };
    if (next) return { value: next.s.replace(/^[:：]\s*/, ''), line: next.i };
  }
  return undefined;
}
