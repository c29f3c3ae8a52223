const usual = 16;

/**
 * How many CSS pixels a length comes to where the browser's own font size is another than the usual 16 px. For heights that
 * a long list must know before it draws; everything else is said in rem. In: the length at 16 px.
 */
export function inRem(length: number): number {
  if (typeof document === 'undefined') return length;
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Number.isFinite(size) ? Math.round((length * size) / usual) : length;
}
