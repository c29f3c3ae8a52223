/** Lanczos' approximation, g = 7, nine terms: about 15 digits for positive arguments. */
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI);

/** Natural logarithm of the gamma function. In: a positive number. */
export function lnGamma(z: number): number {
  if (z < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * z)) - lnGamma(1 - z);
  const x = z - 1;
  let sum = lanczos[0] as number;
  for (let at = 1; at < lanczos.length; at++) sum += (lanczos[at] as number) / (x + at);
  const t = x + 7.5;
  return halfLogTwoPi + (x + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** Derivative of `lnGamma`. In: a positive number. Recurrence up to 10, then the asymptotic series. */
export function digamma(z: number): number {
  let x = z;
  let sum = 0;
  while (x < 10) {
    sum -= 1 / x;
    x += 1;
  }
  const y = 1 / (x * x);
  return sum + Math.log(x) - 0.5 / x - y * (1 / 12 - y * (1 / 120 - y * (1 / 252 - y * (1 / 240 - y * (1 / 132)))));
}

const mostTerms = 200_000;
/**
 * Gauss' hypergeometric series 2F1(a, b; c; z). In: 0 ≤ z < 1, c no negative whole number. Out: NaN where it does not settle.
 * Callers bring it into the form in which a and b are small (Euler's transformation).
 */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < mostTerms; n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
    if (Math.abs(term) <= 1e-15 * Math.abs(sum)) return sum;
  }
  return Number.NaN;
}

/** Numbers between 0 and 1 that come out the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
