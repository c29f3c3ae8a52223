import type { OutlineBlock, OutlineLine, OutlineMark } from '../../domain/schema/snapshot.ts';
import {
  attribute,
  attributeText,
  baseUri,
  data,
  defaultView,
  firstChild,
  hasAttribute,
  imageSource,
  localName,
  nextSibling,
  nodeType,
  openShadowRoot,
  ownerDocument,
  shortUrl,
} from './dom.ts';
import { decodeCloudflare } from './hidden-mail.ts';
import { fold, frameTags, markOf, skipped, withHint } from './outline-elements.ts';
import { frameOf } from './outline-frames.ts';
import { type Caps, caps, type Open, type OutlineResult, type Place, type Spot } from './outline-walk.ts';
import { createStyleReader, type Look } from './style.ts';

/**
 * Turns what a person sees of a document into lines of text in a tree of blocks. Reads only, forces no layout.
 * In: the element to begin at, limits, elements whose first lines are wanted, and elements whose places are. Out: a walk; `step(ms)` goes on for about that long and says whether it is done, `result()` gives what was read so far.
 */
export function walkOutline(
  root: Element,
  limits: Caps = caps,
  watched: ReadonlySet<Element> = new Set(),
  placed: ReadonlySet<Element> = new Set(),
) {
  const blocks: OutlineBlock[] = [];
  const lines: OutlineLine[] = [];
  const spots: Spot[] = [];
  const closedFrames: string[] = [];
  let framesHold = false;
  const doc = ownerDocument(root);
  const view = doc ? defaultView(doc) : null;
  const style = createStyleReader(view);
  const base = baseUri(root);
  const lineOf = new Map<Element, number>();
  const placeOf = new Map<Element, Place>();
  const begun = new Map<Element, { line: number; at: number }>();
  const open: Open[] = [];
  const openMarks: Open[] = [];
  let truncated: OutlineResult['truncated'] = 'no';
  let nodesSeen = 0;
  let textSeen = 0;
  let spentMs = 0;
  let text = '';
  let marks: OutlineMark[] = [];
  let first: Node | undefined;
  let last: Node | undefined;
  let gap = false;

  const top = () => open[open.length - 1];

  /** Gives a block and those around it their ids, outermost first. */
  const idOf = (block: Open): number => {
    const waiting: Open[] = [];
    let known: Open | undefined = block;
    while (known && known.id < 0) {
      waiting.push(known);
      known = known.around;
    }
    let id = known?.id ?? -1;
    for (let i = waiting.length - 1; i >= 0; i--) {
      const next = waiting[i];
      if (!next) continue;
      // A shadow root is no element: what stands in it stands in its host.
      if (nodeType(next.el) === 1 && (id < 0 || (next.depth <= limits.depth && blocks.length < limits.blocks))) {
        const el = next.el as Element;
        const r = (attribute(el, 'aria-label') ?? attribute(el, 'role') ?? '').slice(0, 80);
        id = blocks.push({ p: id, t: next.tag.slice(0, 40), ...withHint(el), ...(r !== '' && { r }) }) - 1;
      }
      next.id = id;
    }
    return id;
  };

  const blockAround = (): Open | undefined => {
    const inner = top();
    return !inner || inner.display === 'block' ? inner : inner.around;
  };

  const emitMark = (of: Open, end: number) => {
    if (!of.mark || marks.length >= 200) return;
    let a = Math.min(of.from, end);
    let z = end;
    while (a < z && text[a] === ' ') a++;
    while (z > a && text[z - 1] === ' ') z--;
    if (z > a || (of.mark.u !== undefined && !of.marked)) {
      marks.push({ a, z, ...of.mark });
      of.marked = true;
    }
  };

  /** Ends the line: what is open goes on in the next one. */
  const flush = () => {
    const end = text.endsWith(' ') ? text.length - 1 : text.length;
    for (let i = 0; i < openMarks.length; i++) {
      const of = openMarks[i] as Open;
      if (i < 40 && end > of.from) emitMark(of, end);
      of.from = 0;
    }
    const block = blockAround();
    if (block && (end > 0 || marks.length > 0)) {
      const line: OutlineLine = { b: idOf(block), s: text.slice(0, end) };
      if (marks.length) {
        for (const mark of marks) {
          if (mark.z > end) mark.z = end;
          if (mark.a > mark.z) mark.a = mark.z;
        }
        line.m = marks.length > 1 ? marks.sort((x, y) => x.a - y.a) : marks;
      }
      if (gap) line.g = true;
      lines.push(line);
      const node = first ?? block.el;
      spots.push({ first: node, last: last ?? node });
      textSeen += end;
      if (textSeen > limits.text || lines.length >= limits.lines) truncated = 'text';
      gap = false;
    }
    text = '';
    marks = [];
    first = undefined;
    last = undefined;
  };

  const space = () => {
    if (text !== '' && !text.endsWith(' ')) text += ' ';
  };

  /** Adds words to the line; a line that is too long for one goes on in the next. */
  const write = (folded: string, node: Node) => {
    let rest = text === '' || text.endsWith(' ') ? folded.replace(/^ /, '') : folded;
    if (rest === '') return;
    if (rest !== ' ') {
      first ??= node;
      last = node;
    }
    while (text.length + rest.length > limits.line && truncated === 'no') {
      const room = limits.line - text.length;
      const cut = rest.lastIndexOf(' ', room);
      const at = cut > 0 ? cut : text === '' ? room : 0;
      text += rest.slice(0, at);
      rest = rest.slice(at).replace(/^ /, '');
      flush();
      first = node;
      last = node;
    }
    if (truncated === 'no') text += rest;
  };

  const readText = (node: Node) => {
    const inner = top();
    if (!inner) return;
    const whole = data(node);
    const room = Math.max(limits.line, limits.text - textSeen);
    if (whole.length <= room) return readWords(whole, node, inner);
    readWords(whole.slice(0, room), node, inner);
    truncated = 'text';
  };

  const readWords = (raw: string, node: Node, inner: Open) => {
    const folded = fold(raw);
    if (folded === '') return;
    if (folded === ' ') {
      if (text !== '' && /[\n\r]/.test(raw) && style.keepsBreaks(inner.look)) breakLine();
      else space();
      return;
    }
    if (!style.isVisible(inner.look)) return;
    if (/[\n\r]/.test(raw) && style.keepsBreaks(inner.look)) {
      raw.split(/\r\n?|\n/).forEach((part, i) => {
        if (i > 0) breakLine();
        const line = fold(part);
        if (line !== '') write(line, node);
      });
      return;
    }
    write(folded, node);
  };

  const breakLine = () => {
    const empty = text === '' && marks.length === 0;
    flush();
    if (empty && lines.length > 0) gap = true;
  };

  const readImage = (el: Element) => {
    const alt = attributeText(el, 'alt').slice(0, 300);
    const address = (el instanceof HTMLImageElement ? shortUrl(imageSource(el)) : undefined)?.split('?')[0];
    if (style.look(el, 'img', top()?.look).display === 'none' || (alt === '' && address === undefined)) return;
    first ??= el;
    last = el;
    const at = text.endsWith(' ') ? text.length - 1 : text.length;
    if (marks.length < 200)
      marks.push({ a: at, z: at, t: 'img', ...withHint(el), l: alt, ...(address !== undefined && { u: address }) });
    if (text !== '') space();
  };

  const noteFrame = (el: Element, tag: string) => {
    const frame = frameOf(el, base);
    if (!frame || style.look(el, tag, top()?.look).display === 'none') return;
    if (frame.foreign !== undefined && closedFrames.length < 50) closedFrames.push(frame.foreign);
    framesHold ||= frame.holds;
  };

  const enter = (el: Element, tag: string, look: Look) => {
    const { display } = look;
    const parent = top();
    const block = blockAround();
    if (display === 'block') {
      flush();
      // A block inside a link or span: from here on the link itself is a block around it (a card that is one link).
      for (let i = open.length - 1; i >= 0; i--) {
        const around = open[i];
        if (!around || around.display === 'block') break;
        around.display = 'block';
        around.id = -1;
        const outer = open[i - 1];
        around.around = outer;
      }
    } else if (display === 'inlineBlock') space();
    const opened: Open = {
      el,
      tag,
      display,
      id: -1,
      depth: (parent?.depth ?? 0) + 1,
      around: display === 'block' ? parent : block,
      from: text.length,
      mark: display === 'block' && tag !== 'a' ? undefined : markOf(el, tag),
      marked: false,
      look,
      list: undefined,
      at: 0,
    };
    const shadow = openShadowRoot(el);
    if (shadow) opened.list = [shadow];
    else if (tag === 'slot' && 'assignedNodes' in el) {
      const assigned = (el as HTMLSlotElement).assignedNodes();
      if (assigned.length > 0) opened.list = assigned;
    }
    open.push(opened);
    if (watched.has(el)) lineOf.set(el, lines.length);
    if (placed.has(el)) begun.set(el, { line: lines.length, at: text.length });
    // an empty cell keeps its place, or the cells after it would stand under the wrong column's head
    if (display === 'block' && (tag === 'td' || tag === 'th')) idOf(opened);
    if (opened.mark) openMarks.push(opened);
  };

  /** Where an element stands that is about to be left; its last line is still open unless it is a block. */
  const place = (of: Open) => {
    const began = begun.get(of.el as Element);
    if (!began) return;
    const inLine = of.display !== 'block' && text.trimEnd() !== '';
    const to = inLine ? lines.length : lines.length - 1;
    if (to < began.line) return;
    const block = of.display === 'block' ? of : blockAround();
    placeOf.set(of.el as Element, {
      block: block ? idOf(block) : 0,
      from: began.line,
      to,
      a: began.at,
      z: inLine ? text.trimEnd().length : (lines[to]?.s.length ?? 0),
    });
  };

  const leave = () => {
    const of = top();
    if (!of) return;
    if (of.display === 'block') {
      const end = text.endsWith(' ') ? text.length - 1 : text.length;
      if (of.mark?.u !== undefined && !of.marked) emitMark(of, end);
      flush();
    } else if (of.mark) emitMark(of, text.length);
    if (begun.size > 0) place(of);
    if (of.mark) openMarks.pop();
    open.pop();
    if (of.display === 'inlineBlock') space();
  };

  const readElement = (el: Element): boolean => {
    const tag = localName(el);
    if (frameTags.has(tag)) {
      noteFrame(el, tag);
      return false;
    }
    if (skipped.has(tag)) return false;
    if (tag === 'br') {
      breakLine();
      return false;
    }
    if (tag === 'hr') {
      flush();
      gap = lines.length > 0;
      return false;
    }
    if (tag === 'img' || tag === 'area') {
      if (tag === 'img') readImage(el);
      return false;
    }
    const look = style.look(el, tag, top()?.look);
    if (look.display === 'none') return false;
    if (tag === 'input' || tag === 'textarea') {
      if (hasAttribute(el, 'readonly') && attribute(el, 'type') !== 'hidden') {
        const value = tag === 'input' ? attribute(el, 'value') : data(firstChild(el) ?? new Text(''));
        space();
        write((value ?? '').replace(/\s+/g, ' ').slice(0, 400), el);
        space();
      }
      return false;
    }
    const coded = attribute(el, 'data-cfemail');
    const plain = coded === null ? undefined : decodeCloudflare(coded);
    if (plain !== undefined) {
      const from = text.length;
      write(plain, el);
      if (marks.length < 200) marks.push({ a: from, z: text.length, t: 'a', u: `mailto:${plain}` });
      return false;
    }
    enter(el, tag, look);
    return true;
  };

  enter(root, localName(root), { ...style.look(root, localName(root), undefined), display: 'block' });
  let next: Node | null = firstChild(root);

  const nextOf = (node: Node): Node | null => {
    const parent = top();
    if (!parent?.list) return nextSibling(node);
    parent.at += 1;
    return parent.list[parent.at] ?? null;
  };

  const step = (ms: number): boolean => {
    const began = performance.now();
    let left = 0;
    while (open.length > 0 && truncated === 'no') {
      if (left-- <= 0) {
        left = 64;
        const spent = performance.now() - began;
        if (spentMs + spent > limits.ms) truncated = 'time';
        else if (spent > ms) {
          spentMs += spent;
          return false;
        }
      }
      if (!next) {
        const closed = top();
        leave();
        next = closed && open.length > 0 ? nextOf(closed.el) : null;
        continue;
      }
      if (++nodesSeen > limits.nodes) truncated = 'nodes';
      const type = nodeType(next);
      if (type === 1 && readElement(next as Element)) {
        const inside = top();
        next = inside?.list ? (inside.list[0] ?? null) : firstChild(next);
        continue;
      }
      if (type === 11) {
        // A shadow root stands as the only child of its host: its own children follow.
        open.push({
          ...(top() as Open),
          el: next,
          display: 'inline',
          mark: undefined,
          list: undefined,
          at: 0,
          around: blockAround(),
        });
        next = firstChild(next);
        continue;
      }
      if (type === 3) readText(next);
      next = nextOf(next);
    }
    while (open.length > 0) leave();
    spentMs += performance.now() - began;
    return true;
  };

  return {
    step,
    result: (): OutlineResult => ({
      outline: { blocks, lines },
      spots,
      closedFrames,
      // what was not walked may have frames too
      frames: framesHold || truncated !== 'no',
      truncated,
      lineOf,
      placeOf,
    }),
  };
}
