const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const start = '\u2068';
const end = '\u2069';

/**
 * Text of others (a name, a title) as it may stand within a sentence of ours: where it runs from right to left, or we do, it
 * is kept apart, so that it does not turn the words and figures around it. For what stands alone there is `<bdi>`.
 */
export function isolate(text: string): string {
  if (text.startsWith(start)) return text;
  const isApart = rightToLeft.test(text) || (typeof document !== 'undefined' && document.documentElement.dir === 'rtl');
  return isApart ? `${start}${text}${end}` : text;
}
