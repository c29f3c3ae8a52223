/**
 * Slots that one string holds. So many that the browser keeps it apart from small things: strings of 256 slots went through its
 * young memory, which grew by 28 MB for good when an index of 100,000 leads was read.
 */
const size = 8192;
/** Texts set since they were packed; with this many they are packed with the others. */
const mostLoose = size;

/** The texts of `size` slots, a line each, and where each line ends. */
export type TextChunk = { text: string; ends: Uint32Array };
type Layer = (TextChunk | undefined)[];
/** What packed texts are kept as. */
export type SavedTexts = { narrow: Layer; wide: Layer };

const isWide = (text: string): boolean => /[^\0-\xff]/.test(text);

/**
 * A text for each slot, in a few long strings instead of one object each: half the memory, and searched by the browser's own
 * code at a stretch. Texts with letters beyond Latin stand apart, since one of them makes a whole string twice as long.
 * In: what `save` gave before.
 */
export function createPackedTexts(saved: SavedTexts = { narrow: [], wide: [] }) {
  const { narrow, wide } = saved;
  const loose = new Map<number, string>();

  const packed = (slot: number): string => {
    const [at, line] = [Math.floor(slot / size), slot % size];
    for (const layer of [narrow, wide]) {
      const chunk = layer[at];
      if (!chunk) continue;
      const text = lineOf(chunk, line);
      if (text !== '') return text;
    }
    return '';
  };
  const get = (slot: number): string => loose.get(slot) ?? packed(slot);

  const pack = (): void => {
    for (const at of new Set([...loose.keys()].map((slot) => Math.floor(slot / size)))) {
      const texts = Array.from({ length: size }, (_, line) => get(at * size + line));
      narrow[at] = chunkOf(texts.map((text) => (isWide(text) ? '' : text)));
      wide[at] = chunkOf(texts.map((text) => (isWide(text) ? text : '')));
    }
    loose.clear();
  };

  return {
    get,
    set(slot: number, text: string): void {
      loose.set(slot, text);
      // Where all are set one after the other each string is made once, when it is full.
      if (loose.size >= mostLoose || slot % size === size - 1) pack();
    },
    /** Marks the slots whose text has any of these parts. In: the parts, without line breaks; a mark for each slot. */
    find(parts: readonly string[], found: Uint8Array): void {
      const onSlot = (slot: number): void => {
        if (loose.size === 0 || !loose.has(slot)) mark(found, slot);
      };
      for (const part of parts)
        for (const layer of [narrow, wide])
          layer.forEach((chunk, at) => {
            if (chunk) findIn(chunk, part, at * size, onSlot);
          });
      for (const [slot, text] of loose) if (parts.some((part) => text.includes(part))) mark(found, slot);
    },
    save(): SavedTexts {
      pack();
      return { narrow, wide };
    },
  };
}

const mark = (found: Uint8Array, slot: number): void => {
  if (slot < found.length) found[slot] = 1;
};

const lineOf = ({ text, ends }: TextChunk, line: number): string =>
  text.slice(line === 0 ? 0 : (ends[line - 1] as number), (ends[line] as number) - 1);

function chunkOf(texts: readonly string[]): TextChunk | undefined {
  const ends = new Uint32Array(size);
  let end = 0;
  texts.forEach((text, line) => {
    end += text.length + 1;
    ends[line] = end;
  });
  // The last line's end comes by the same join: put behind it, the whole string would be copied when it is first searched.
  return end === size ? undefined : { text: [...texts, ''].join('\n'), ends };
}

function findIn({ text, ends }: TextChunk, part: string, first: number, onSlot: (slot: number) => void): void {
  let line = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, ends[line] as number)) {
    line = lineAt(ends, at, line);
    onSlot(first + line);
    if (line === size - 1) return;
  }
}

/** The line that a place lies in. Mostly it is a few lines on: ever longer steps as far as it, then halves. In: where lines end, the place, a line before it. */
function lineAt(ends: Uint32Array, at: number, from: number): number {
  let low = from;
  let high = from;
  for (let step = 1; (ends[high] as number) <= at; step *= 2) {
    low = high + 1;
    high = Math.min(size - 1, high + step);
  }
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] as number) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether something read from the disk is packed texts of so many slots. */
export function isSavedTexts(value: unknown): value is SavedTexts {
  const { narrow, wide } = (value ?? {}) as Partial<Record<keyof SavedTexts, unknown>>;
  return [narrow, wide].every((layer) => Array.isArray(layer) && layer.every(isChunk));
}

function isChunk(value: unknown): boolean {
  if (value === undefined) return true;
  const { text, ends } = (value ?? {}) as { text?: unknown; ends?: unknown };
  if (typeof text !== 'string' || !(ends instanceof Uint32Array) || ends.length !== size) return false;
  return (
    ends.every((end, line) => end > (ends[line - 1] ?? 0) && text[end - 1] === '\n') && ends.at(-1) === text.length
  );
}
