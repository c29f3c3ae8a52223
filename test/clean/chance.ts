/** Chance that comes out the same each time. In: a seed. */
export function createChance(seed: number) {
  let state = seed >>> 0;
  /** From 0 to 1 (mulberry32). */
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return {
    below,
    is: (share: number): boolean => next() < share,
    of: <T>(list: readonly T[]): T => list[below(list.length)] as T,
    digits: (n: number): string => Array.from({ length: n }, () => below(10)).join(''),
    /** A key by its weight. */
    weighted: <K extends string>(weights: Readonly<Record<K, number>>): K => {
      const entries = Object.entries(weights) as [K, number][];
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        left -= weight;
        if (left < 0) return key;
      }
      return (entries[0] as [K, number])[0];
    },
  };
}
export type Chance = ReturnType<typeof createChance>;

/** A typing slip somewhere behind the first letter. */
export function slip(chance: Chance, text: string): string {
  const at = 1 + chance.below(Math.max(1, text.length - 2));
  const letter = 'abcdefghijklmnopqrstuvwxyz'[chance.below(26)] ?? 'e';
  switch (chance.below(4)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1);
    case 1:
      return text.slice(0, at) + letter + text.slice(at);
    case 2:
      return text.slice(0, at) + letter + text.slice(at + 1);
    default:
      return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
  }
}
