/**
 * Values of the database as JSON and back. JSON drops or bends some of what IndexedDB keeps (dates, bytes, maps, NaN): those are
 * written as an object with one tagged key; an object of the user's that looks like one is wrapped. What cannot be written at
 * all (a key, a handle) is an error: a backup that leaves something out in silence is none.
 */
const tags = new Set(['$date', '$bytes', '$map', '$set', '$number', '$bigint', '$plain']);

const isTagged = (value: object): boolean => {
  const keys = Object.keys(value);
  return keys.length === 1 && keys[0] !== undefined && tags.has(keys[0]);
};

/** In: a value of the database. Out: one that `JSON.stringify` writes whole. Throws a `TypeError` for what cannot be written. */
export function toJson(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'undefined':
      return value;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : { $number: Object.is(value, -0) ? '-0' : `${value}` };
    case 'bigint':
      return { $bigint: `${value}` };
    case 'object':
      return value === null ? null : objectToJson(value);
    default:
      throw new TypeError(`A ${typeof value} cannot be backed up`);
  }
}

function objectToJson(value: object): unknown {
  // A gap of a list would come back as null: IndexedDB has no lists with gaps that we write.
  if (Array.isArray(value)) return value.map((one: unknown) => (one === undefined ? null : toJson(one)));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) {
    const plain = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, toJson(one)]));
    return isTagged(value) ? { $plain: plain } : plain;
  }
  // By their tags: what comes out of the database may be of another realm.
  switch (Object.prototype.toString.call(value)) {
    case '[object Object]':
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, toJson(one)]));
    case '[object Date]':
      return { $date: toJson((value as Date).getTime()) };
    case '[object Map]':
      return { $map: [...(value as Map<unknown, unknown>)].map(([key, one]) => [toJson(key), toJson(one)]) };
    case '[object Set]':
      return { $set: [...(value as Set<unknown>)].map(toJson) };
    case '[object Uint8Array]':
      return { $bytes: base64Of(value as Uint8Array) };
    default:
      throw new TypeError(`${Object.prototype.toString.call(value)} cannot be backed up`);
  }
}

/** In: what `JSON.parse` gave of `toJson`'s result. Out: the value; what carries a broken tag comes as the object that it is. */
export function fromJson(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(fromJson);
  if (!isTagged(value)) return mapped(value);
  const [[tag, held] = ['', undefined]] = Object.entries(value);
  switch (tag) {
    case '$plain':
      return typeof held === 'object' && held !== null ? mapped(held) : mapped(value);
    case '$date':
      return new Date(Number(fromJson(held)));
    case '$number':
      return Number(held);
    case '$bigint':
      return typeof held === 'string' && /^-?\d+$/.test(held) ? BigInt(held) : mapped(value);
    case '$bytes':
      return typeof held === 'string' && /^[A-Za-z0-9+/]*={0,2}$/.test(held) ? bytesOf(held) : mapped(value);
    case '$set':
      return Array.isArray(held) ? new Set(held.map(fromJson)) : mapped(value);
    default:
      return Array.isArray(held) && held.every((pair) => Array.isArray(pair))
        ? new Map(held.map(([key, one]) => [fromJson(key), fromJson(one)]))
        : mapped(value);
  }
}

const mapped = (value: object): unknown =>
  Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fromJson(one)]));

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
