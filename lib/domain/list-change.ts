import { receiptKey } from './receipt-key.ts';
import type { Address, Phone } from './schema/value.ts';

type Value = string | Phone | Address;

/**
 * What becomes of single values of a list, whatever else was changed in it meanwhile: what goes from it, and what comes, in the
 * place of what goes where it is still there, else at the end.
 */
export type ListChange = { gone: readonly Value[]; come: readonly Value[] };

export const isListChange = (value: unknown): value is ListChange =>
  typeof value === 'object' && value !== null && 'gone' in value && 'come' in value;

/** The change from one list to another. In: the list that was seen, what was made of it. */
export function listChange(before: readonly string[], after: readonly string[]): ListChange {
  return {
    gone: before.filter((value) => !after.includes(value)),
    come: after.filter((value) => !before.includes(value)),
  };
}

/** A list with a change; none is in it twice. In: the field, its list as it is, the change. */
export function withListChange(field: string, list: readonly Value[], { gone, come }: ListChange): Value[] {
  // Tags are as they are written; of other values two spellings are one.
  const keyOf = (value: Value) => (field === 'tags' ? value : receiptKey(field, value));
  const going = new Set(gone.map(keyOf));
  const place = list.findIndex((value) => going.has(keyOf(value)));
  const stay = list.filter((value) => !going.has(keyOf(value)));
  const there = new Set(stay.map(keyOf));
  const added = new Map(come.filter((value) => !there.has(keyOf(value))).map((value) => [keyOf(value), value]));
  return stay.toSpliced(place < 0 ? stay.length : place, 0, ...added.values());
}
