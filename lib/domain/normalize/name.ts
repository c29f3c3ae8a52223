export type NameParts = {
  given: string;
  family: string;
  middle: string;
  suffix: string;
  honorific: string;
  isCompany: boolean;
  /** Only a part is known (王先生, Mr Smith): no key for matching. */
  partial: boolean;
};

/** A name into its parts. In: as written. Out: parts, empty where there are none. */
export function parseName(text: string): NameParts {
  const words = text.trim().split(/\s+/);
  return {
    given: words[0] ?? '',
    family: words.length > 1 ? (words.at(-1) ?? '') : '',
    middle: words.slice(1, -1).join(' '),
    suffix: '',
    honorific: '',
    isCompany: false,
    partial: false,
  };
}

/** Key under which two spellings of a name meet: folded, without honorific, order-free. In: a name. Out: the key, '' for none. */
export function nameKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
    .sort()
    .join(' ');
}
