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
import { OutlineLines } from './outline-lines.ts';
import { type Caps, caps, type Open, type OutlineResult, type Place } from './outline-walk.ts';
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
  const out = new OutlineLines(limits);
  const closedFrames: string[] = [];
  let framesHold = false;
  const doc = ownerDocument(root);
  const style = createStyleReader(doc ? defaultView(doc) : null);
  const base = baseUri(root);
  const lineOf = new Map<Element, number>();
  const placeOf = new Map<Element, Place>();
  const begun = new Map<Element, { line: number; at: number }>();
  let nodesSeen = 0;
  let spentMs = 0;

  const readText = (node: Node) => {
    const inner = out.top();
    if (!inner) return;
    const whole = data(node);
    const room = Math.max(limits.line, limits.text - out.textSeen);
    if (whole.length <= room) return readWords(whole, node, inner);
    readWords(whole.slice(0, room), node, inner);
    out.truncated = 'text';
  };

  const readWords = (raw: string, node: Node, inner: Open) => {
    const folded = fold(raw);
    if (folded === '') return;
    if (folded === ' ') {
      if (out.text !== '' && /[\n\r]/.test(raw) && style.keepsBreaks(inner.look)) out.breakLine();
      else out.space();
      return;
    }
    if (!style.isVisible(inner.look)) return;
    if (/[\n\r]/.test(raw) && style.keepsBreaks(inner.look)) {
      raw.split(/\r\n?|\n/).forEach((part, i) => {
        if (i > 0) out.breakLine();
        const line = fold(part);
        if (line !== '') out.write(line, node);
      });
      return;
    }
    out.write(folded, node);
  };

  const readImage = (el: Element) => {
    const alt = attributeText(el, 'alt').slice(0, 300);
    const address = (el instanceof HTMLImageElement ? shortUrl(imageSource(el)) : undefined)?.split('?')[0];
    if (style.look(el, 'img', out.top()?.look).display === 'none' || (alt === '' && address === undefined)) return;
    out.touch(el);
    const at = out.end();
    out.addMark({ a: at, z: at, t: 'img', ...withHint(el), l: alt, ...(address !== undefined && { u: address }) });
    out.space();
  };

  const noteFrame = (el: Element, tag: string) => {
    const frame = frameOf(el, base);
    if (!frame || style.look(el, tag, out.top()?.look).display === 'none') return;
    if (frame.foreign !== undefined && closedFrames.length < 50) closedFrames.push(frame.foreign);
    framesHold ||= frame.holds;
  };

  const enter = (el: Element, tag: string, look: Look) => {
    const { display } = look;
    const parent = out.top();
    const block = out.blockAround();
    if (display === 'block') {
      out.flush();
      // A block inside a link or span: from here on the link itself is a block around it (a card that is one link).
      for (let i = out.open.length - 1; i >= 0; i--) {
        const around = out.open[i];
        if (!around || around.display === 'block') break;
        around.display = 'block';
        around.id = -1;
        const outer = out.open[i - 1];
        around.around = outer;
      }
    } else if (display === 'inlineBlock') out.space();
    const opened: Open = {
      el,
      tag,
      display,
      id: -1,
      depth: (parent?.depth ?? 0) + 1,
      around: display === 'block' ? parent : block,
      from: out.text.length,
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
    out.push(opened);
    if (watched.has(el)) lineOf.set(el, out.lines.length);
    if (placed.has(el)) begun.set(el, { line: out.lines.length, at: out.text.length });
    // an empty cell keeps its place, or the cells after it would stand under the wrong column's head
    if (display === 'block' && (tag === 'td' || tag === 'th')) out.idOf(opened);
  };

  /** Where an element stands that is about to be left; its last line is still open unless it is a block. */
  const place = (of: Open) => {
    const began = begun.get(of.el as Element);
    if (!began) return;
    const inLine = of.display !== 'block' && out.text.trimEnd() !== '';
    const to = inLine ? out.lines.length : out.lines.length - 1;
    if (to < began.line) return;
    const block = of.display === 'block' ? of : out.blockAround();
    placeOf.set(of.el as Element, {
      block: block ? out.idOf(block) : 0,
      from: began.line,
      to,
      a: began.at,
      z: inLine ? out.text.trimEnd().length : (out.lines[to]?.s.length ?? 0),
    });
  };

  const leave = () => {
    const of = out.top();
    if (!of) return;
    if (of.display === 'block') {
      if (of.mark?.u !== undefined && !of.marked) out.emitMark(of, out.end());
      out.flush();
    } else if (of.mark) out.emitMark(of, out.text.length);
    if (begun.size > 0) place(of);
    out.pop();
    if (of.display === 'inlineBlock') out.space();
  };

  const readElement = (el: Element): boolean => {
    const tag = localName(el);
    if (frameTags.has(tag)) {
      noteFrame(el, tag);
      return false;
    }
    if (skipped.has(tag)) return false;
    if (tag === 'br') {
      out.breakLine();
      return false;
    }
    if (tag === 'hr') {
      out.flush();
      out.leaveGap();
      return false;
    }
    if (tag === 'img' || tag === 'area') {
      if (tag === 'img') readImage(el);
      return false;
    }
    const look = style.look(el, tag, out.top()?.look);
    if (look.display === 'none') return false;
    if (tag === 'input' || tag === 'textarea') {
      if (hasAttribute(el, 'readonly') && attribute(el, 'type') !== 'hidden') {
        const value = tag === 'input' ? attribute(el, 'value') : data(firstChild(el) ?? new Text(''));
        out.space();
        out.write((value ?? '').replace(/\s+/g, ' ').slice(0, 400), el);
        out.space();
      }
      return false;
    }
    const coded = attribute(el, 'data-cfemail');
    const plain = coded === null ? undefined : decodeCloudflare(coded);
    if (plain !== undefined) {
      const from = out.text.length;
      out.write(plain, el);
      out.addMark({ a: from, z: out.text.length, t: 'a', u: `mailto:${plain}` });
      return false;
    }
    enter(el, tag, look);
    return true;
  };

  enter(root, localName(root), { ...style.look(root, localName(root), undefined), display: 'block' });
  let next: Node | null = firstChild(root);

  const nextOf = (node: Node): Node | null => {
    const parent = out.top();
    if (!parent?.list) return nextSibling(node);
    parent.at += 1;
    return parent.list[parent.at] ?? null;
  };

  const step = (ms: number): boolean => {
    const began = performance.now();
    let left = 0;
    while (out.open.length > 0 && out.truncated === 'no') {
      if (left-- <= 0) {
        left = 64;
        const spent = performance.now() - began;
        if (spentMs + spent > limits.ms) out.truncated = 'time';
        else if (spent > ms) {
          spentMs += spent;
          return false;
        }
      }
      if (!next) {
        const closed = out.top();
        leave();
        next = closed && out.open.length > 0 ? nextOf(closed.el) : null;
        continue;
      }
      if (++nodesSeen > limits.nodes) out.truncated = 'nodes';
      const type = nodeType(next);
      if (type === 1 && readElement(next as Element)) {
        const inside = out.top();
        next = inside?.list ? (inside.list[0] ?? null) : firstChild(next);
        continue;
      }
      if (type === 11) {
        // A shadow root stands as the only child of its host: its own children follow.
        out.open.push({
          ...(out.top() as Open),
          el: next,
          display: 'inline',
          mark: undefined,
          list: undefined,
          at: 0,
          around: out.blockAround(),
        });
        next = firstChild(next);
        continue;
      }
      if (type === 3) readText(next);
      next = nextOf(next);
    }
    while (out.open.length > 0) leave();
    spentMs += performance.now() - began;
    return true;
  };

  return {
    step,
    result: (): OutlineResult => ({
      outline: { blocks: out.blocks, lines: out.lines },
      spots: out.spots,
      closedFrames,
      // what was not walked may have frames too
      frames: framesHold || out.truncated !== 'no',
      truncated: out.truncated,
      lineOf,
      placeOf,
    }),
  };
}
