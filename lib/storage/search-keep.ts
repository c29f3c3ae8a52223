import type { Lead } from '../domain/schema/lead.ts';
import type { Book } from './book.ts';
import type { SavedTexts, TextChunk } from './packed-texts.ts';
import { isSavedIndex, type SavedIndex } from './saved-index.ts';
import type { Firm } from './search-columns.ts';
import { keptPrefix } from './search-mark.ts';
import { type AnyTx, type ReadTx, read, type Store, type WriteTx, write } from './transact.ts';

/** Another where texts or columns are made of leads in another way: what was kept before is then built anew. */
const version = 3;
const key = {
  mark: `${keptPrefix}mark`,
  head: `${keptPrefix}head`,
  part: (part: string) => `${keptPrefix}part.${part}`,
};
const parts = (): IDBKeyRange => IDBKeyRange.bound(key.part(''), key.part('\uffff'));
/** Bytes that are on their way to the disk at a time: the browser makes copies of each value, and of one that held all they took 50 MB. */
const mostAtOnce = 2_000_000;
const kinds = ['person', 'company'] as const satisfies Lead['kind'][];

/** The search of both kinds as it is kept between sessions, and where in the history it stands. */
export type KeptSearch = {
  seen: number;
  stages: readonly string[];
  firms: Map<string, Firm>;
  indexes: Record<Lead['kind'], SavedIndex>;
};
type Head = { version: number; mark: string; seen: number; stages: string; newest: number[]; parts: number };

/**
 * Sets the mark that stands for as long as all that is written has its entries in the history; any other write takes it away,
 * with what was kept. Out: the mark, for `keepSearch`. Throws `BookError`.
 */
export async function markSearch(book: Book): Promise<string> {
  const mark = crypto.randomUUID();
  await write(book, ['vault'], (tx) => put(tx, key.mark, mark));
  return mark;
}

/**
 * Keeps the search for the next session, a part at a time: nobody waits long for it. In: the mark from before its leads were
 * read, the search. Out: whether it is kept: not where something was written since that the history does not tell of. Throws `BookError`.
 */
export async function keepSearch(
  book: Book,
  mark: string,
  { seen, stages, firms, indexes }: KeptSearch,
): Promise<boolean> {
  const pieces = [['firms', firms] as const, ...kinds.flatMap((kind) => piecesOf(kind, indexes[kind]))];
  for (let from = 0, to = 0; from < pieces.length; from = to) {
    for (let weight = 0; to < pieces.length && (to === from || weight < mostAtOnce); to++)
      weight += weightOf(pieces[to]?.[1]);
    const isPut = await write(book, ['vault'], async (tx) => {
      if ((await get(tx, key.mark)) !== mark) return false;
      const vault = tx.objectStore('vault');
      // What is there of an earlier one is no longer whole.
      if (from === 0) await Promise.all([vault.delete(key.head), vault.delete(parts())]);
      await Promise.all(pieces.slice(from, to).map(([part, value]) => put(tx, key.part(part), { mark, value })));
      return true;
    });
    if (!isPut) return false;
  }
  const newest = await read(book, ['people', 'companies'], newestIn);
  return write(book, ['vault'], async (tx) => {
    if ((await get(tx, key.mark)) !== mark) return false;
    await put(tx, key.head, {
      version,
      mark,
      seen,
      stages: stages.join('\n'),
      newest,
      parts: pieces.length,
    } satisfies Head);
    return true;
  });
}

/**
 * The search as it was kept, with its mark. In: the stages as they are now. Out: undefined where there is none, or where it is
 * of another state of the book than the history can make up for, or not whole. Throws `BookError`.
 */
export function readKeptSearch(
  book: Book,
  stages: readonly string[],
): Promise<(KeptSearch & { mark: string }) | undefined> {
  const stores: Store[] = ['vault', 'changes', 'people', 'companies'];
  return read(book, stores, async (tx) => {
    const [mark, head, last, newest] = await Promise.all([
      get(tx, key.mark),
      get(tx, key.head),
      tx.objectStore('changes').openKeyCursor(null, 'prev'),
      newestIn(tx),
    ]);
    if (!isHead(head) || head.mark !== mark || head.stages !== stages.join('\n')) return undefined;
    // The history is longer now, or nothing was changed at all.
    if ((last?.key ?? 0) < head.seen) return undefined;
    if (last?.key === head.seen && newest.join() !== head.newest.join()) return undefined;
    const found = new Map<string, unknown>();
    for (const row of await tx.objectStore('vault').getAll(parts())) {
      const { mark: of, value } = (row.value ?? {}) as { mark?: unknown; value?: unknown };
      if (of === mark) found.set(row.key.slice(key.part('').length), value);
    }
    if (found.size !== head.parts) return undefined;
    const [firms, person, company] = [found.get('firms'), indexOf('person', found), indexOf('company', found)];
    if (!(firms instanceof Map) || !person || !company) return undefined;
    return { mark: head.mark, seen: head.seen, stages, firms, indexes: { person, company } };
  });
}

/** About how many bytes a value takes. */
function weightOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (value instanceof Map) return value.size * 100;
  return typeof value === 'object' && value !== null
    ? Object.values(value).reduce((sum, one) => sum + weightOf(one), 0)
    : 8;
}

/** An index in pieces, none of them large. Out: the name of each, and what it holds. */
function piecesOf(kind: Lead['kind'], { ids, companyIds, text, columns }: SavedIndex): [string, unknown][] {
  const ofTexts = (name: string, { narrow, wide }: SavedTexts): [string, unknown][] =>
    Array.from({ length: Math.max(narrow.length, wide.length) }, (_, at) => [
      `${kind}.${name}.${at}`,
      { at, narrow: narrow[at], wide: wide[at] },
    ]);
  return [
    [`${kind}.ids`, ids],
    [`${kind}.companyIds`, companyIds],
    ...ofTexts('texts', text.texts),
    ...ofTexts('digits', text.digits),
    ...Object.entries(columns).map(([id, values]): [string, unknown] => [`${kind}.column.${id}`, values]),
  ];
}

/** What `piecesOf` took apart; undefined where it is no index of this kind. */
function indexOf(kind: Lead['kind'], found: ReadonlyMap<string, unknown>): SavedIndex | undefined {
  const texts: SavedTexts = { narrow: [], wide: [] };
  const digits: SavedTexts = { narrow: [], wide: [] };
  const columns: Record<string, unknown> = {};
  for (const [name, value] of found) {
    const [of, what, ...rest] = name.split('.');
    if (of !== kind) continue;
    if (what === 'column') columns[rest.join('.')] = value;
    else if (what === 'texts' || what === 'digits') {
      const { at, narrow, wide } = value as { at: number; narrow: TextChunk | undefined; wide: TextChunk | undefined };
      const into = what === 'texts' ? texts : digits;
      into.narrow[at] = narrow;
      into.wide[at] = wide;
    }
  }
  const index = {
    ids: found.get(`${kind}.ids`),
    companyIds: found.get(`${kind}.companyIds`),
    text: { texts, digits },
    columns,
  };
  return isSavedIndex(kind, index) ? index : undefined;
}

const get = async (tx: AnyTx, at: string): Promise<unknown> => (await tx.objectStore('vault').get(at))?.value;
const put = (tx: WriteTx, at: string, value: unknown): Promise<string> =>
  tx.objectStore('vault').put({ key: at, value });

/** When a person and a company were last changed: what was written past the history mostly shows in it. */
const newestIn = (tx: ReadTx): Promise<number[]> =>
  Promise.all(
    (['people', 'companies'] as const).map(
      async (store) => (await tx.objectStore(store).index('updatedAt').openKeyCursor(null, 'prev'))?.key ?? 0,
    ),
  );

function isHead(value: unknown): value is Head {
  const head = (value ?? {}) as Partial<Head>;
  return (
    head.version === version &&
    typeof head.mark === 'string' &&
    typeof head.seen === 'number' &&
    Array.isArray(head.newest) &&
    typeof head.parts === 'number'
  );
}
