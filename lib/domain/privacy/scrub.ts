import type { Needles } from './needles.ts';

export type Scrubbing = {
  needles: Needles;
  /** Ids of the leads that go: what carries one goes whole. */
  ids: ReadonlySet<string>;
  /** Leads of the same name that are somebody else: their records keep the name. */
  namesakes: ReadonlySet<string>;
};

/** `drop`: what is nothing but them leaves its list; `blank`: it stays empty in its place, where place means something. */
export type ListRule = 'drop' | 'blank';

/** Owners are colleagues of the user: one of the same name is somebody else. */
const neverOf = new Set(['owner', 'standIn', 'origin']);
const gone = Symbol('gone');

/**
 * A record without somebody, at any depth: objects of theirs go, lists lose them, texts lose their name, addresses and
 * numbers. In: the record, what is searched for, the rule for lists. Out: the very record where they are not in it;
 * undefined where it is theirs as a whole.
 */
export function scrubbed<T>(record: T, scrubbing: Scrubbing, lists: ListRule): T | undefined {
  const result = walk(record, scrubbing, lists, false);
  return result === gone ? undefined : (result as T);
}

/** Whether a value is an object that the walk may look into: not a blob, a handle or a block of numbers. */
const isPlain = (value: object): value is Record<string, unknown> => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || (typeof prototype === 'object' && Object.getPrototypeOf(prototype) === null);
};

function walk(value: unknown, scrubbing: Scrubbing, lists: ListRule, ofNamesake: boolean): unknown {
  if (typeof value === 'string') return text(value, scrubbing, ofNamesake);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return list(value, scrubbing, lists, ofNamesake);
  if (!isPlain(value)) return value;
  const { id, leadId } = value;
  if (isOneOf(id, scrubbing.ids) || isOneOf(leadId, scrubbing.ids)) return gone;
  const keepsName = ofNamesake || isOneOf(id, scrubbing.namesakes) || isOneOf(leadId, scrubbing.namesakes);
  return object(value, scrubbing, lists, keepsName);
}

const isOneOf = (value: unknown, ids: ReadonlySet<string>): boolean => typeof value === 'string' && ids.has(value);

function text(value: string, { needles, ids }: Scrubbing, ofNamesake: boolean): unknown {
  if (ids.has(value)) return gone;
  const rest = ofNamesake ? needles.withoutButName(value) : needles.without(value);
  return rest === '' && value !== '' ? gone : rest;
}

function list(values: unknown[], scrubbing: Scrubbing, lists: ListRule, ofNamesake: boolean): unknown {
  let changed = false;
  const result: unknown[] = [];
  for (const value of values) {
    const next = walk(value, scrubbing, lists, ofNamesake);
    // Of a number or an address what is left without its text is nothing.
    const left = next !== value && isNothingLeft(value, next) ? gone : next;
    if (left !== value) changed = true;
    if (left !== gone) result.push(left);
    else if (lists === 'blank') result.push(typeof value === 'string' ? '' : null);
  }
  return changed ? result : values;
}

/** Fields that may be absent: they go. Any other text that was nothing but them stays empty. */
const mayBeAbsent = new Set(['name', 'note', 'wechat', 'qq', 'whatsapp', 'website', 'before', 'after']);
/** What says what an element of a list is: without it, the rest is about them. */
const telling = ['value', 'text', 'e164', 'address'];

function isNothingLeft(before: unknown, after: unknown): boolean {
  if (typeof before !== 'object' || before === null || typeof after !== 'object' || after === null) return false;
  return telling.some((key) => {
    const [old, next]: unknown[] = [Reflect.get(before, key), Reflect.get(after, key)];
    return old !== next && (next === '' || isNothingLeft(old, next));
  });
}

function object(value: Record<string, unknown>, scrubbing: Scrubbing, lists: ListRule, ofNamesake: boolean): unknown {
  let changed = false;
  const result: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (text(key, scrubbing, ofNamesake) !== key) {
      changed = true;
      continue;
    }
    const next = neverOf.has(key) ? inner : walk(inner, scrubbing, lists, ofNamesake);
    if (next !== inner) changed = true;
    if (next !== gone) result[key] = next;
    else if (typeof inner === 'string' && (lists === 'blank' || !mayBeAbsent.has(key)) && !scrubbing.ids.has(inner))
      result[key] = '';
  }
  return changed ? result : value;
}
