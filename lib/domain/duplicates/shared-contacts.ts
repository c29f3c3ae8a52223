import { type Census, phonePlace } from './census.ts';
import type { Known, KnownPhone } from './known.ts';

const shortest = 7;

/** Whether two numbers are one line: by all digits, or by their ends where a country is not known. */
function isSameLine(a: KnownPhone, b: KnownPhone): boolean {
  const [x, y] = [a.digits + a.ext, b.digits + b.ext];
  if (a.ext !== b.ext && x !== y) return false;
  if (x === y) return true;
  if (a.hasCountry && b.hasCountry) return false;
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return short.length >= shortest && long.endsWith(short);
}

/** The best number that both have: none that is the firm's, or many people's. */
export function sharedPhone(a: Known, b: Known, census: Census): KnownPhone | undefined {
  let best: KnownPhone | undefined;
  for (const x of a.phones)
    for (const y of b.phones) {
      if (!isSameLine(x, y)) continue;
      const isShared = [x, y].some(({ digits, ext }) => census.isShared(phonePlace(digits, ext)));
      if (a.kind === 'person' && (isShared || x.use === 'shared' || y.use === 'shared')) continue;
      const line = x.use === 'mobile' || y.use === 'mobile' ? { ...x, use: 'mobile' as const } : x;
      if (!best || line.use === 'mobile') best = line;
    }
  return best;
}

/** A value that both lists have, and that is not many people's. In: how the census calls it. */
export function sharedOne(
  a: readonly string[],
  b: readonly string[],
  census: Census,
  placeOf: (one: string) => string,
) {
  return a.find((one) => b.includes(one) && !census.isShared(placeOf(one)));
}

/** Whether both have a profile on one network and none of them is the same. */
export function linksContradict(a: readonly string[], b: readonly string[]): boolean {
  const host = (link: string) => link.slice(0, link.indexOf('/'));
  return a.some((one) => {
    const theirs = b.filter((other) => host(other) === host(one));
    return (
      theirs.length > 0 && !a.some((own) => theirs.includes(own)) && /linkedin|xing|github|facebook/.test(host(one))
    );
  });
}

export const meets = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));
export const bothKnown = (a: readonly string[], b: readonly string[]): boolean => a.length > 0 && b.length > 0;
