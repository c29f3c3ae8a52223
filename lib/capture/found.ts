/** A value read in a text, with the place it stood in: `text.slice(start, end)` are the words it was read from. */
export type Found<T> = { value: T; start: number; end: number /** 0 to 1. */; confidence: number };
