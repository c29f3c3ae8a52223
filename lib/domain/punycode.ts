const base = 36;

/** How the steps between letters are scaled (RFC 3492, 6.1). */
function adapt(delta: number, count: number, isFirst: boolean): number {
  let scaled = isFirst ? Math.floor(delta / 700) : delta >> 1;
  scaled += Math.floor(scaled / count);
  let k = 0;
  for (; scaled > 455; k += base) scaled = Math.floor(scaled / 35);
  return k + Math.floor((36 * scaled) / (scaled + 38));
}

const digitOf = (code: number): number => {
  if (code >= 0x30 && code <= 0x39) return code - 22;
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  return base;
};

/** One label behind its xn--; undefined where it is none. */
function decode(label: string): string | undefined {
  const last = label.lastIndexOf('-');
  const letters = [...(last > 0 ? label.slice(0, last) : '')];
  let [n, bias, i] = [128, 72, 0];
  for (let at = last > 0 ? last + 1 : 0; at < label.length; ) {
    const before = i;
    for (let weight = 1, k = base; ; k += base) {
      const digit = digitOf(label.charCodeAt(at++));
      if (digit >= base || Number.isNaN(digit)) return undefined;
      i += digit * weight;
      const threshold = Math.min(Math.max(k - bias, 1), 26);
      if (digit < threshold) break;
      weight *= base - threshold;
      if (weight > 2 ** 31) return undefined;
    }
    bias = adapt(i - before, letters.length + 1, before === 0);
    n += Math.floor(i / (letters.length + 1));
    if (n > 0x10ffff) return undefined;
    i %= letters.length + 1;
    letters.splice(i++, 0, String.fromCodePoint(n));
  }
  return letters.join('');
}

/** A domain as it is shown: `xn--bcher-kva.example` is `bücher.example`. Labels that are no punycode stay. In: a domain in lower case. */
export function toUnicode(domain: string): string {
  return domain
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decode(label.slice(4)) ?? label) : label))
    .join('.');
}
