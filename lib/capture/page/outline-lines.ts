import type { OutlineBlock, OutlineLine, OutlineMark } from '../../domain/schema/snapshot.ts';
import { attribute, nodeType } from './dom.ts';
import { withHint } from './outline-elements.ts';
import type { Caps, Open, OutlineResult, Spot } from './outline-walk.ts';

const mostMarks = 200;

/** The lines that a walk over a document writes, in a tree of the blocks that are open around them. */
export class OutlineLines {
  readonly blocks: OutlineBlock[] = [];
  readonly lines: OutlineLine[] = [];
  readonly spots: Spot[] = [];
  /** The elements that the walk stands in, outermost first. */
  readonly open: Open[] = [];
  truncated: OutlineResult['truncated'] = 'no';
  /** The line that is being written. */
  text = '';
  textSeen = 0;
  #limits: Caps;
  #openMarks: Open[] = [];
  #marks: OutlineMark[] = [];
  #first: Node | undefined;
  #last: Node | undefined;
  #gap = false;

  constructor(limits: Caps) {
    this.#limits = limits;
  }

  top(): Open | undefined {
    return this.open[this.open.length - 1];
  }

  blockAround(): Open | undefined {
    const inner = this.top();
    return !inner || inner.display === 'block' ? inner : inner.around;
  }

  /** Where the words of the line end that is being written. */
  end(): number {
    return this.text.endsWith(' ') ? this.text.length - 1 : this.text.length;
  }

  push(of: Open): void {
    this.open.push(of);
    if (of.mark) this.#openMarks.push(of);
  }

  pop(): void {
    if (this.open.pop()?.mark) this.#openMarks.pop();
  }

  /** Gives a block and those around it their ids, outermost first. */
  idOf(block: Open): number {
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
      const isNew = id < 0 || (next.depth <= this.#limits.depth && this.blocks.length < this.#limits.blocks);
      if (nodeType(next.el) === 1 && isNew) {
        const el = next.el as Element;
        const r = (attribute(el, 'aria-label') ?? attribute(el, 'role') ?? '').slice(0, 80);
        id = this.blocks.push({ p: id, t: next.tag.slice(0, 40), ...withHint(el), ...(r !== '' && { r }) }) - 1;
      }
      next.id = id;
    }
    return id;
  }

  addMark(mark: OutlineMark): void {
    if (this.#marks.length < mostMarks) this.#marks.push(mark);
  }

  /** Marks what of the line stands in an element. */
  emitMark(of: Open, end: number): void {
    if (!of.mark || this.#marks.length >= mostMarks) return;
    const { text } = this;
    let a = Math.min(of.from, end);
    let z = end;
    while (a < z && text[a] === ' ') a++;
    while (z > a && text[z - 1] === ' ') z--;
    if (z > a || (of.mark.u !== undefined && !of.marked)) {
      this.#marks.push({ a, z, ...of.mark });
      of.marked = true;
    }
  }

  /** Ends the line: what is open goes on in the next one. */
  flush(): void {
    const end = this.end();
    for (let i = 0; i < this.#openMarks.length; i++) {
      const of = this.#openMarks[i] as Open;
      if (i < 40 && end > of.from) this.emitMark(of, end);
      of.from = 0;
    }
    const marks = this.#marks;
    const block = this.blockAround();
    if (block && (end > 0 || marks.length > 0)) {
      const line: OutlineLine = { b: this.idOf(block), s: this.text.slice(0, end) };
      if (marks.length) {
        for (const mark of marks) {
          if (mark.z > end) mark.z = end;
          if (mark.a > mark.z) mark.a = mark.z;
        }
        line.m = marks.length > 1 ? marks.sort((x, y) => x.a - y.a) : marks;
      }
      if (this.#gap) line.g = true;
      this.lines.push(line);
      const node = this.#first ?? block.el;
      this.spots.push({ first: node, last: this.#last ?? node });
      this.textSeen += end;
      if (this.textSeen > this.#limits.text || this.lines.length >= this.#limits.lines) this.truncated = 'text';
      this.#gap = false;
    }
    this.text = '';
    this.#marks = [];
    this.#first = undefined;
    this.#last = undefined;
  }

  /** Ends the line; an empty one leaves a gap. */
  breakLine(): void {
    const isEmpty = this.text === '' && this.#marks.length === 0;
    this.flush();
    if (isEmpty) this.leaveGap();
  }

  leaveGap(): void {
    if (this.lines.length > 0) this.#gap = true;
  }

  space(): void {
    if (this.text !== '' && !this.text.endsWith(' ')) this.text += ' ';
  }

  /** The line goes to the element that a picture is. */
  touch(node: Node): void {
    this.#first ??= node;
    this.#last = node;
  }

  /** Adds words to the line; a line that is too long for one goes on in the next. */
  write(folded: string, node: Node): void {
    let rest = this.text === '' || this.text.endsWith(' ') ? folded.replace(/^ /, '') : folded;
    if (rest === '') return;
    if (rest !== ' ') this.touch(node);
    const { line } = this.#limits;
    while (this.text.length + rest.length > line && this.truncated === 'no') {
      const room = line - this.text.length;
      const cut = rest.lastIndexOf(' ', room);
      const at = cut > 0 ? cut : this.text === '' ? room : 0;
      this.text += rest.slice(0, at);
      rest = rest.slice(at).replace(/^ /, '');
      this.flush();
      this.#first = node;
      this.#last = node;
    }
    if (this.truncated === 'no') this.text += rest;
  }
}
