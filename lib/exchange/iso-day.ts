/** A day as every sheet reads it. In: epoch milliseconds. Out: `2026-05-03`, in local time. */
export function isoDay(at: number): string {
  if (lastDay.at === at) return lastDay.text;
  const day = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  lastDay = { at, text: `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}` };
  return lastDay.text;
}
/** An import gives all that it brings the same moment, and a sheet asks for it in every row. */
let lastDay = { at: Number.NaN, text: '' };
