import { isFreeMailDomain } from '../domain/normalize/domain.ts';
import type { OutlineMark, PageMeta, PageSnapshot } from '../domain/schema/snapshot.ts';

export type Line = { i: number; b: number; s: string; m: OutlineMark[] };
/** A block with the range of lines that it and its children hold; `first` is -1 for an empty one. */
export type Block = {
  p: number;
  t: string;
  h: string;
  r: string;
  depth: number;
  first: number;
  last: number;
  kids: number[];
};

/** A snapshot made ready for reading: blocks know their lines, lines know the heading above them. */
export type Page = {
  url: string;
  host: string;
  /** Host of the site: the page's own, or for saved pages and files the one that most of its links lead to. */
  site: string;
  meta: PageMeta;
  frameId?: number;
  lines: Line[];
  blocks: Block[];
  /** Index of the heading line that stands over each line; -1 for none. */
  heading: Int32Array;
  /** 1 where the line itself is a heading. */
  isHeading: Uint8Array;
};

const maxLines = 12_000;
const headingTag = /^(?:h[1-6]|summary|legend|caption)$/;
const headingHint =
  /(?:^|[-_ ])(?:title|titel|tit|head|header|heading|headline|hd|caption|label|ueberschrift|bt)(?:$|[-_ \d])/;
const notHeading = /[@]|\d{4,}|https?:|www\.|[.。!！;；,，]$/;

function looksLikeHeading(line: Line, block: Block): boolean {
  if (line.s === '') return false;
  if (headingTag.test(block.t)) return true;
  if (line.s.length > 44 || notHeading.test(line.s) || /^(?:td|th|dt|dd|a|button|footer)$/.test(block.t)) return false;
  if (/[:：]$/.test(line.s) && block.first === block.last) return true;
  if (headingHint.test(block.h) && block.first === block.last) return true;
  return line.m.some((m) => /^(?:b|strong)$/.test(m.t) && m.a === 0 && m.z >= line.s.length - 1);
}

/** Lines under a heading end where the block ends that holds the heading and something more. */
function reachOf(blocks: Block[], line: Line): number {
  let b = line.b;
  while (b > 0) {
    const block = blocks[b];
    if (!block || block.last > line.i) break;
    b = block.p;
  }
  return blocks[b]?.last ?? line.i;
}

function headings(lines: Line[], blocks: Block[]): Pick<Page, 'heading' | 'isHeading'> {
  const heading = new Int32Array(lines.length).fill(-1);
  const isHeading = new Uint8Array(lines.length);
  const stack: { at: number; reach: number; rank: number }[] = [];
  for (const line of lines) {
    while (stack.length && (stack.at(-1)?.reach ?? 0) < line.i) stack.pop();
    const block = blocks[line.b];
    if (block && looksLikeHeading(line, block)) {
      const rank = /^h[1-6]$/.test(block.t) ? Number(block.t[1]) : 7;
      while (stack.length && (stack.at(-1)?.rank ?? 0) >= rank) stack.pop();
      heading[line.i] = stack.at(-1)?.at ?? -1;
      isHeading[line.i] = 1;
      stack.push({ at: line.i, reach: reachOf(blocks, line), rank });
    } else heading[line.i] = stack.at(-1)?.at ?? -1;
  }
  return { heading, isHeading };
}

/** Host of an address without `www.`; empty for files and mails. */
export function hostOf(url: string): string {
  return /^https?:\/\/(?:[^/@]*@)?(?:www\.)?([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';
}

const elsewhere =
  /(?:^|\.)(?:facebook|twitter|x|linkedin|google|youtube|instagram|pinterest|googleapis|gstatic|wordpress|blogspot|addthis|apple|microsoft|wikipedia|w3|adobe|flickr|yelp|tumblr|vimeo|amazon|paypal)\.(?:com|org|net|de)$/;

function siteOf(host: string, canonical: string | undefined, lines: Line[]): string {
  if (host !== '' && !/(?:^|\.)(?:invalid|localhost|test|local)$|^\d+(?:\.\d+){3}$/.test(host)) return host;
  const named = canonical ? hostOf(canonical) : '';
  if (named !== '' && named !== host) return named;
  const counts = new Map<string, number>();
  for (const line of lines.slice(0, 1500))
    for (const mark of line.m) {
      // the firm's own mail says more than links, which may lead anywhere
      const mail = /^mailto:[^@?]+@([\w.-]+)/i.exec(mark.u ?? '')?.[1]?.toLowerCase();
      if (mail && !isFreeMailDomain(mail)) counts.set(mail, (counts.get(mail) ?? 0) + 3);
      const to = mark.u ? hostOf(mark.u) : '';
      if (to !== '' && to !== host && !elsewhere.test(to)) counts.set(to, (counts.get(to) ?? 0) + 1);
    }
  let site = '';
  let most = 2;
  for (const [to, n] of counts)
    if (n > most) {
      site = to;
      most = n;
    }
  return site;
}

/** In: a snapshot and the frame it came from. Out: the page model that all readers share. Linear in the outline's size. */
export function pageOf(snapshot: PageSnapshot, frameId?: number): Page {
  const blocks: Block[] = snapshot.outline.blocks.map(({ p, t, h, r }) => ({
    p,
    t,
    h: h ?? '',
    r: r ?? '',
    depth: 0,
    first: -1,
    last: -1,
    kids: [],
  }));
  blocks.forEach((block, i) => {
    const parent = block.p >= 0 && block.p < i ? blocks[block.p] : undefined;
    if (!parent) block.p = -1;
    else {
      block.depth = parent.depth + 1;
      parent.kids.push(i);
    }
  });
  const lines = snapshot.outline.lines
    .slice(0, maxLines)
    .map(({ b, s, m }, i): Line => ({ i, b: b < blocks.length ? b : 0, s, m: m ?? [] }));
  for (const line of lines) {
    const block = blocks[line.b];
    if (!block) continue;
    if (block.first < 0) block.first = line.i;
    block.last = line.i;
  }
  for (let i = blocks.length - 1; i > 0; i--) {
    const block = blocks[i];
    const parent = block && blocks[block.p];
    if (!block || !parent || block.first < 0) continue;
    parent.first = parent.first < 0 ? block.first : Math.min(parent.first, block.first);
    parent.last = Math.max(parent.last, block.last);
  }
  const host = hostOf(snapshot.url);
  return {
    url: snapshot.url,
    host,
    site: siteOf(host, snapshot.meta.canonical, lines),
    meta: snapshot.meta,
    ...(frameId !== undefined && { frameId }),
    lines,
    blocks,
    ...headings(lines, blocks),
  };
}

/** True if the block or one of its parents has one of these tags. */
export function within(page: Page, b: number, tags: RegExp): boolean {
  for (let at = b; at >= 0; at = page.blocks[at]?.p ?? -1) if (tags.test(page.blocks[at]?.t ?? '')) return true;
  return false;
}
