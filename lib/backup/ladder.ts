const hour = 3_600_000;
/** How many of each rung stay: of the newest hours, days and weeks in which there is a backup, the newest one. */
const rungs = [
  { length: 1, count: 2 },
  { length: hour, count: 6 },
  { length: 24 * hour, count: 7 },
  { length: 7 * 24 * hour, count: 8 },
];

/** Which backups stay. In: the times of all. Out: those of the ones that stay; the newest is always among them. */
export function keptTimes(times: readonly number[]): Set<number> {
  const newestFirst = [...new Set(times)].sort((a, b) => b - a);
  const kept = new Set<number>();
  for (const { length, count } of rungs) {
    const seen = new Set<number>();
    for (const at of newestFirst) {
      const span = Math.floor(at / length);
      if (seen.has(span)) continue;
      if (seen.size >= count) break;
      seen.add(span);
      kept.add(at);
    }
  }
  return kept;
}
