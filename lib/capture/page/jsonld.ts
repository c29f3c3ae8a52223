import type { Breathing } from './breath.ts';
import { textContent } from './dom.ts';
import { addValue, newThing, type Thing, thingCaps } from './thing.ts';
import { propertyName } from './vocabulary.ts';

/**
 * Makes JSON of what people write instead: comments, CDATA signs, line breaks inside strings, commas before a closing
 * bracket, a semicolon at the end. Undefined when it is none even then.
 */
export function parseTolerantly(written: string): unknown {
  const text = written
    .replace(/^\s*(?:\/\*|\/\/)?\s*<!(?:--|\[CDATA\[)\s*(?:\*\/)?/, '')
    .replace(/(?:\/\*|\/\/)?\s*(?:-->|\]\]>)\s*(?:\*\/)?\s*$/, '')
    .trim();
  for (const attempt of [() => text, () => repair(text), () => repair(text.replaceAll('&quot;', '"'))]) {
    try {
      return JSON.parse(attempt()) as unknown;
    } catch {
      // Not JSON yet: the next attempt mends more. A page whose data stays broken simply says nothing by it.
    }
  }
  return undefined;
}

function repair(text: string): string {
  const out: string[] = [];
  let inString = false;
  /** A comma is kept back until something follows it that it can part from what was before. */
  let comma = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (inString) {
      if (c === '\\') out.push(c, text[++i] ?? '');
      else out.push(c < ' ' ? ' ' : c);
      if (c === '"') inString = false;
    } else if (c === '/' && text[i + 1] === '*') {
      const end = text.indexOf('*/', i + 2);
      i = end < 0 ? text.length : end + 1;
    } else if (c === '/' && text[i + 1] === '/') {
      const end = text.indexOf('\n', i);
      i = end < 0 ? text.length : end;
    } else if (c === ',') comma = true;
    else if (c > ' ') {
      if (comma && c !== '}' && c !== ']') out.push(',');
      comma = false;
      inString = c === '"';
      out.push(c);
    }
  }
  return out.join('').replace(/;+$/, '');
}

type Json = { [key: string]: unknown };
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const strings = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((v): v is string => typeof v === 'string');

/**
 * Reads the JSON-LD of a page. In: its script elements. Out: the things that stand at the top of each, with `@id`
 * references (also between scripts) resolved. Terms are taken by their local name: contexts are not fetched.
 */
export function* readJsonLd(scripts: Iterable<Element>): Breathing<Thing[]> {
  const byId = new Map<string, Thing>();
  const top: Thing[] = [];
  let count = 0;

  const read = (value: unknown, depth: number): (string | Thing)[] => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'number') return [String(value)];
    if (depth > thingCaps.depth) return [];
    if (Array.isArray(value)) return value.slice(0, 2000).flatMap((v) => read(v, depth + 1));
    if (!isObject(value)) return [];
    if ('@value' in value) return read(value['@value'], depth + 1);
    const list = value['@list'] ?? value['@set'];
    if (list !== undefined) return read(list, depth + 1);
    const thing = readThing(value, depth);
    return thing ? [thing] : [];
  };

  const readThing = (json: Json, depth: number): Thing | undefined => {
    if (++count > thingCaps.things) return undefined;
    const id = [json['@id'], json.id].find((v): v is string => typeof v === 'string' && v !== '');
    const known = id === undefined ? undefined : byId.get(id);
    const thing = known ?? newThing([]);
    if (id !== undefined) {
      thing.id = id;
      byId.set(id, thing);
    }
    for (const type of strings(json['@type'] ?? json.type)) if (!thing.types.includes(type)) thing.types.push(type);
    for (const [key, value] of Object.entries(json)) {
      if (key === '@graph') {
        for (const inner of read(value, depth + 1)) if (typeof inner !== 'string') top.push(inner);
      } else if (key === '@reverse' && isObject(value)) {
        for (const [property, others] of Object.entries(value))
          for (const other of read(others, depth + 1))
            if (typeof other !== 'string') {
              addValue(other, propertyName(property), thing);
              top.push(other);
            }
      } else if (!key.startsWith('@')) {
        const property = propertyName(key);
        for (const inner of read(value, depth + 1)) {
          if (typeof inner !== 'string' && inner !== thing) inner.nested = true;
          addValue(thing, property, inner);
        }
      }
    }
    return thing;
  };

  for (const script of scripts) {
    const text = textContent(script) ?? '';
    if (text.length > 1_000_000) continue;
    yield;
    for (const found of read(parseTolerantly(text), 0)) if (typeof found !== 'string') top.push(found);
  }
  return [...new Set(top)];
}
