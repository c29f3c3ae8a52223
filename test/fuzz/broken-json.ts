import fc from 'fast-check';
import { words } from './words.ts';

type Blow = { at: number; how: 'replace' | 'drop' | 'double' | 'add'; value: unknown; key: string };

const odd: fc.Arbitrary<unknown> = fc.oneof(
  words,
  fc.constantFrom<unknown>(null, true, -1, 0, 1e308, -1e308, 0.1, Number.MAX_SAFE_INTEGER, '', [], {}, [[]], [null]),
  fc.constantFrom<unknown>({ $date: 'x' }, { $bytes: '%%' }, { $map: 1 }, { $number: 'x' }, { $bigint: '1.5' }),
  fc.jsonValue({ maxDepth: 3 }),
);
const key = fc.constantFrom('__proto__', 'constructor', 'toString', '', 'id', 'at', 'name', 'x'.repeat(5000));
const blow: fc.Arbitrary<Blow> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  how: fc.constantFrom('replace', 'replace', 'drop', 'double', 'add'),
  value: odd,
  key,
});

type Holder = Record<string, unknown> | unknown[];
const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

/** Every place in a value that something can be done to. */
function placesIn(value: unknown, found: [Holder, string | number][] = []): [Holder, string | number][] {
  if (!isHolder(value)) return found;
  for (const at of Object.keys(value)) {
    found.push([value, Array.isArray(value) ? Number(at) : at]);
    placesIn(value[at as never], found);
  }
  return found;
}

function struck(whole: unknown, { at, how, value: made, key: name }: Blow): void {
  // A copy: what is put in twice would be one thing, and could come to hold itself.
  const value = structuredClone(made);
  const places = placesIn(whole);
  const place = places[Math.min(places.length - 1, Math.floor(at * places.length))];
  if (!place) return;
  const [holder, where] = place;
  if (Array.isArray(holder)) {
    if (how === 'drop') holder.splice(Number(where), 1);
    else if (how === 'double') holder.push(structuredClone(holder[Number(where)]));
    else holder[Number(where)] = value;
  } else if (how === 'drop') delete holder[where];
  // As a key of its own, which JSON.parse makes of it too: assigning would set the prototype.
  else if (how === 'add')
    Object.defineProperty(holder, name, { value, enumerable: true, writable: true, configurable: true });
  else holder[where] = value;
}

/** A value of JSON that was whole, struck in up to six places: what a file may hold that looks like one of ours. */
export const brokenJson = (whole: unknown): fc.Arbitrary<unknown> =>
  fc.array(blow, { maxLength: 6 }).map((blows) => {
    const copy: unknown = structuredClone(whole);
    for (const one of blows) struck(copy, one);
    return copy;
  });
