import type { Outline, OutlineBlock, OutlineLine, OutlineMark } from '../../domain/schema/snapshot.ts';

const skipped = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'canvas',
  'video',
  'audio',
  'object',
  'iframe',
  'head',
  'select',
  'option',
  'datalist',
]);
const blockTags = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup p pre search section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const markTags = new Set([
  'a',
  'b',
  'strong',
  'em',
  'i',
  'span',
  'time',
  'small',
  'label',
  'u',
  'font',
  'abbr',
  'cite',
  'code',
  'big',
]);

/**
 * Turns what a person sees of a document into lines of text in a tree of blocks.
 * In: a document (or a part of it). Out: the outline, and for each line the node that it starts at (for the way back).
 */
export function buildOutline(root: Element): { outline: Outline; nodes: Node[] } {
  const blocks: OutlineBlock[] = [];
  const lines: OutlineLine[] = [];
  const nodes: Node[] = [];
  let text = '';
  let marks: OutlineMark[] = [];
  let start: Node | undefined;

  const flush = (block: number) => {
    const trimmed = text.replace(/\s+$/, '');
    if (trimmed !== '' || marks.some((m) => m.t === 'img')) {
      const line: OutlineLine = { b: block, s: trimmed.slice(0, 4000) };
      if (marks.length)
        line.m = marks.filter((m) => m.a <= 4000).map((m) => ({ ...m, z: Math.min(m.z, line.s.length) }));
      lines.push(line);
      nodes.push(start ?? root);
    }
    text = '';
    marks = [];
    start = undefined;
  };
  const hint = (el: Element) =>
    `${el.getAttribute('class') ?? ''} ${el.getAttribute('id') ?? ''}`.trim().toLowerCase().slice(0, 80);

  const walk = (node: Node, block: number): void => {
    if (node.nodeType === 3) {
      const folded = (node.nodeValue ?? '').replace(/[\s\u00a0]+/g, ' ');
      if (folded === '' || (folded === ' ' && (text === '' || text.endsWith(' ')))) return;
      if (folded !== ' ') start ??= node;
      text += text === '' || text.endsWith(' ') ? folded.replace(/^ /, '') : folded;
      return;
    }
    if (node.nodeType !== 1) return;
    const el = node as Element;
    const tag = el.localName;
    if (skipped.has(tag)) return;
    if (tag === 'br') return flush(block);
    const style = el.ownerDocument.defaultView?.getComputedStyle(el);
    if (style && (style.display === 'none' || style.visibility === 'hidden')) return;
    const h = hint(el);
    if (tag === 'img') {
      start ??= el;
      marks.push({
        a: text.length,
        z: text.length,
        t: 'img',
        ...(h && { h }),
        l: (el.getAttribute('alt') ?? '').slice(0, 300),
        u: (el as HTMLImageElement).src?.split('?')[0]?.slice(0, 2000) ?? '',
      });
      return;
    }
    const isBlock =
      blockTags.has(tag) ||
      (style !== undefined && style.display !== '' && !/^(inline|contents|none|ruby)/.test(style.display));
    if (isBlock) {
      flush(block);
      const r = (el.getAttribute('aria-label') ?? el.getAttribute('role') ?? '').slice(0, 80);
      const id = blocks.push({ p: block, t: tag, ...(h && { h }), ...(r && { r }) }) - 1;
      for (const child of el.childNodes) walk(child, id);
      if (el.shadowRoot) for (const child of el.shadowRoot.childNodes) walk(child, id);
      flush(id);
      return;
    }
    const from = text.length;
    for (const child of el.childNodes) walk(child, block);
    if (markTags.has(tag) && text.length > from) {
      const u = tag === 'a' ? (el as HTMLAnchorElement).href : undefined;
      marks.push({
        a: from,
        z: text.length,
        t: tag,
        ...(h && { h }),
        ...(u && !/^(javascript|data):/i.test(u) && { u: u.slice(0, 2000) }),
      });
    }
  };
  blocks.push({ p: -1, t: root.localName });
  for (const child of root.childNodes) walk(child, 0);
  flush(0);
  return { outline: { blocks, lines }, nodes };
}
