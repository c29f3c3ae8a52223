/** A number, or what is known of it: at least `min`, at most `max`, both included. Dates are spans of epoch milliseconds. */
export type Span = { min: number; max: number };

const scales: [RegExp, number][] = [
  [/^\s*(?:亿|億)/, 1e8],
  [/^\s*(?:万|萬)/, 1e4],
  [/^\s*(?:千万|千萬)/, 1e7],
  [/^\s*(?:百万|百萬)/, 1e6],
  [/^\s*(?:千)/, 1e3],
  [/^\s*(?:bn|billion|mrd|milliard)/i, 1e9],
  [/^\s*(?:million|mio\b|mill?\b|mn\b|m(?![\p{L}²]))/iu, 1e6],
  [/^\s*(?:tsd|thousand|k(?!\p{L}))/iu, 1e3],
];

/** `1.250,50`, `1,250.50`, `10 000`, `1.5`: a mark before exactly three digits groups, any other is the decimal one. */
function plainNumber(text: string): number {
  const tight = text.replace(/[\s\u00a0\u202f'’]/g, '');
  const last = Math.max(tight.lastIndexOf('.'), tight.lastIndexOf(','));
  if (last < 0) return Number(tight);
  const mark = tight[last] ?? '.';
  const decimals = tight.length - last - 1;
  const both = tight.includes('.') && tight.includes(',');
  const many = tight.split(mark).length > 2;
  const groups = many || (!both && decimals === 3 && !tight.startsWith('0'));
  if (groups) return Number(tight.replace(/[.,]/g, ''));
  return Number(`${tight.slice(0, last).replace(/[.,]/g, '')}.${tight.slice(last + 1)}`);
}

const numberPattern = /\d(?:[\d.,'’\u00a0\u202f]|[ ](?=\d{3}(?!\d)))*\d|\d/gu;

/**
 * What a text says of a quantity: `120`, `ca. 250`, `51-200 employees`, `über 1.000`, `少于50人`, `注册资本 500万元`, `10k+`.
 * In: text. Out: the span, exact numbers with equal ends; undefined where no number is in it.
 */
export function quantityOf(text: string): Span | undefined {
  const found = [...text.slice(0, 200).matchAll(numberPattern)].slice(0, 2).map((match) => {
    const end = match.index + match[0].length;
    const rest = text.slice(end, end + 12);
    const scale = scales.find(([word]) => word.test(rest))?.[1];
    return { value: plainNumber(match[0]), scale, start: match.index, end, rest };
  });
  const [first, second] = found;
  if (!first || !Number.isFinite(first.value)) return undefined;
  const value = first.value * (first.scale ?? 1);
  const between = second ? text.slice(first.end, second.start) : '';
  if (
    second &&
    Number.isFinite(second.value) &&
    /^[^\d.;]{0,12}(?:[-–—~～至到]|\b(?:to|bis|and|und|à)\b)\s*$/iu.test(between)
  ) {
    const other = second.value * (second.scale ?? 1);
    const low = first.scale === undefined && second.scale !== undefined ? first.value * second.scale : value;
    if (low <= other) return { min: low, max: other };
  }
  const before = text.slice(0, first.start);
  if (/(?:>|≥|more than|over|above|at least|über|mehr als|mindestens|ab|超过|不少于|大于|至少)\s*$/iu.test(before))
    return { min: value, max: Number.POSITIVE_INFINITY };
  if (
    /(?:<|≤|less than|under|below|up to|at most|fewer than|unter|weniger als|bis zu|höchstens|少于|不足|小于|不超过)\s*$/iu.test(
      before,
    )
  )
    return { min: 0, max: value };
  if (/^\s*(?:\+|plus\b|or more|und mehr|人?以上)/iu.test(first.rest.replace(/^\s*(?:k|万|千)\s*/iu, '')))
    return { min: value, max: Number.POSITIVE_INFINITY };
  if (/^\s*人?以下/u.test(first.rest)) return { min: 0, max: value };
  return { min: value, max: value };
}

/** A date as a span of one instant. In: epoch milliseconds or ISO text. Out: the span; undefined where it is no date. */
export function instantOf(value: string | number): Span | undefined {
  const at = typeof value === 'number' ? value : Date.parse(value);
  return Number.isFinite(at) ? { min: at, max: at } : undefined;
}
