import { z } from 'zod';
import { ownKeyFor } from '../domain/own-values.ts';
import { type OwnFieldDefinition, ownFieldDefinition } from '../domain/schema/own-field.ts';
import type { Book } from './book.ts';
import { BookError } from './book-error.ts';
import { type AnyTx, read, tell, type WriteTx, write } from './transact.ts';

const kept = z.object({
  fields: z.array(ownFieldDefinition).default([]),
  /** Their values stay in the leads until they are purged, so that the field can be brought back whole. */
  deleted: z.array(z.object({ definition: ownFieldDefinition, place: z.number(), deletedAt: z.number() })).default([]),
});
export type OwnFieldsKept = z.infer<typeof kept>;
export type NewOwnField = Omit<OwnFieldDefinition, 'key'>;

const metaKey = 'ownFields';

/** The definitions as they stand within a transaction over `meta`. */
export async function ownFieldsIn(tx: AnyTx): Promise<OwnFieldsKept> {
  return kept.parse((await tx.objectStore('meta').get(metaKey))?.value ?? {});
}

/** Stores the definitions within a transaction over `meta`. */
export async function putOwnFields(tx: WriteTx, value: OwnFieldsKept): Promise<void> {
  await tx.objectStore('meta').put({ key: metaKey, value: kept.parse(value) });
}

/** The user's own fields in their order, and those deleted lately. Throws `BookError`. */
export function getOwnFields(book: Book): Promise<OwnFieldsKept> {
  return read(book, ['meta'], ownFieldsIn);
}

async function change<T>(book: Book, work: (state: OwnFieldsKept) => T): Promise<T> {
  const result = await write(book, ['meta'], async (tx) => {
    const state = await ownFieldsIn(tx);
    const done = work(state);
    await putOwnFields(tx, state);
    return done;
  });
  tell({ stores: ['meta'] });
  return result;
}

const sameName = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

function refuseTaken(state: OwnFieldsKept, name: string, but?: string): void {
  if (state.fields.some((field) => field.key !== but && sameName(field.name, name)))
    throw new BookError('unknown', `There is a field ${name} already`);
}

/** A definition for a new field beside those there are, deleted ones included. In: what is kept, name, type, whose. */
export function defineOwnField(state: OwnFieldsKept, { name, ...rest }: NewOwnField): OwnFieldDefinition {
  const taken = [...state.fields, ...state.deleted.map(({ definition }) => definition)].map(({ key }) => key);
  return ownFieldDefinition.parse({ ...rest, name: name.trim(), key: ownKeyFor(name, taken) });
}

/** Adds a field. In: name, type, whose it is. Out: the definition with its key. Throws `BookError` where the name is taken. */
export function addOwnField(book: Book, field: NewOwnField): Promise<OwnFieldDefinition> {
  return change(book, (state) => {
    refuseTaken(state, field.name);
    const definition = defineOwnField(state, field);
    state.fields.push(definition);
    return definition;
  });
}

/** Gives a field another name, or says whose it is; its key and type stay. Throws `BookError` where there is none or the name is taken. */
export function changeOwnField(book: Book, key: string, patch: Partial<Pick<OwnFieldDefinition, 'name' | 'of'>>) {
  return change(book, (state) => {
    const at = state.fields.findIndex((field) => field.key === key);
    const field = state.fields[at];
    if (!field) throw new BookError('unknown', `There is no field ${key}`);
    if (patch.name !== undefined) refuseTaken(state, patch.name, key);
    state.fields[at] = ownFieldDefinition.parse({ ...field, ...patch, name: (patch.name ?? field.name).trim() });
  });
}

/** Puts a field elsewhere in the order. In: its key, its new place from 0. Throws `BookError`. */
export function moveOwnField(book: Book, key: string, place: number): Promise<void> {
  return change(book, (state) => {
    const at = state.fields.findIndex((field) => field.key === key);
    const [field] = at < 0 ? [] : state.fields.splice(at, 1);
    if (field) state.fields.splice(Math.max(0, place), 0, field);
  });
}

/** Takes a field away; what the leads hold of it stays for 30 days, so that it can be brought back. Throws `BookError`. */
export function deleteOwnField(book: Book, key: string, now: number): Promise<void> {
  return change(book, (state) => {
    const place = state.fields.findIndex((field) => field.key === key);
    const [definition] = place < 0 ? [] : state.fields.splice(place, 1);
    if (definition) state.deleted.push({ definition, place, deletedAt: now });
  });
}

/** Brings a deleted field back to its place, under its name or, where that was given anew, with a number behind it. Throws `BookError`. */
export function restoreOwnField(book: Book, key: string): Promise<void> {
  return change(book, (state) => {
    const at = state.deleted.findIndex(({ definition }) => definition.key === key);
    const [entry] = at < 0 ? [] : state.deleted.splice(at, 1);
    if (!entry) return;
    let { name } = entry.definition;
    for (let n = 2; state.fields.some((field) => sameName(field.name, name)); n++)
      name = `${entry.definition.name} ${n}`;
    state.fields.splice(entry.place, 0, { ...entry.definition, name });
  });
}

/** The rules that ask for a field, each as `profile: rule`, of what is in force and of what is being tried. Throws `BookError`. */
export function rulesUsing(book: Book, key: string): Promise<string[]> {
  return read(book, ['profiles'], async (tx) => {
    const rows = await tx.objectStore('profiles').getAll();
    const uses = rows.flatMap(({ published, draft }) =>
      [published, ...(draft ? [draft] : [])].flatMap(({ name, groups, definitions }) => {
        const named = Object.keys(definitions).filter((id) => asksFor(definitions[id], key));
        const rules = groups.flatMap((group) => group.rules);
        return rules
          .filter((rule) => asksFor(rule, key) || named.some((id) => holds(rule, 'named', id)))
          .map((rule) => `${name}: ${rule.name}`);
      }),
    );
    return [...new Set(uses)];
  });
}

const asksFor = (part: unknown, key: string) => holds(part, 'field', `own.${key}`);

function holds(part: unknown, property: string, value: string): boolean {
  if (typeof part !== 'object' || part === null) return false;
  if (Reflect.get(part, property) === value) return true;
  return Object.values(part).some((inner) => holds(inner, property, value));
}
