import type { Found } from '../found.ts';

export type NameScore = {
  /** 0 (not a name) to 1 (surely one). */
  score: number;
  /** The name alone, without honorific. */
  name: string;
  honorific?: string;
  /** Only a part of the name is known (王先生, Mr Smith). */
  partial?: boolean;
};

/** How much a text, as a whole, looks like the name of one person. In: a short text. Out: score and the name in it. */
export function nameScore(text: string): NameScore {
  const name = text.trim();
  const words = name.split(/\s+/);
  const looks = words.length >= 2 && words.length <= 4 && words.every((w) => /^\p{Lu}[\p{L}'’.-]+$/u.test(w));
  return { score: looks ? 0.5 : 0, name };
}

/** Names of people inside running prose. In: text. Out: names in order. */
export function findNamesInProse(_text: string): Found<string>[] {
  return [];
}
