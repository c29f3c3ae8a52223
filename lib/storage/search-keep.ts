import type { Lead } from '../domain/schema/lead.ts';
import type { Book } from './book.ts';
import { isSavedIndex, type SavedIndex } from './saved-index.ts';
import type { Firm } from './search-columns.ts';
import { keptPrefix } from './search-mark.ts';
import { type AnyTx, type ReadTx, read, type Store, type WriteTx, write } from './transact.ts';

/** Another where texts or columns are made of leads in another way: what was kept before is then built anew. */
const version = 2;
const key = {
  mark: `${keptPrefix}mark`,
  head: `${keptPrefix}head`,
  part: (part: string) => `${keptPrefix}part.${part}`,
};
const kinds = ['person', 'company'] as const satisfies Lead['kind'][];

/** The search of both kinds as it is kept between sessions, and where in the history it stands. */
export type KeptSearch = {
  seen: number;
  stages: readonly string[];
  firms: Map<string, Firm>;
  indexes: Record<Lead['kind'], SavedIndex>;
};
type Head = { version: number; mark: string; seen: number; stages: string; newest: number[] };

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
  const parts = [
    ['firms', firms],
    ...kinds.flatMap((kind) => {
      const { text, ...rest } = indexes[kind];
      return [[`${kind}.text`, text] as const, [`${kind}.rest`, rest] as const];
    }),
  ] as const;
  for (const [part, value] of parts) {
    const isPut = await write(book, ['vault'], async (tx) => {
      if ((await get(tx, key.mark)) !== mark) return false;
      await Promise.all([tx.objectStore('vault').delete(key.head), put(tx, key.part(part), { mark, value })]);
      return true;
    });
    if (!isPut) return false;
  }
  const newest = await read(book, ['people', 'companies'], newestIn);
  return write(book, ['vault'], async (tx) => {
    if ((await get(tx, key.mark)) !== mark) return false;
    await put(tx, key.head, { version, mark, seen, stages: stages.join('\n'), newest } satisfies Head);
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
    const part = async (name: string): Promise<unknown> => {
      const row = (await get(tx, key.part(name))) as { mark?: unknown; value?: unknown } | undefined;
      return row?.mark === mark ? row?.value : undefined;
    };
    const indexOf = async (kind: Lead['kind']): Promise<SavedIndex | undefined> => {
      const [text, rest] = await Promise.all([part(`${kind}.text`), part(`${kind}.rest`)]);
      const index = { ...(rest as object | undefined), text };
      return isSavedIndex(kind, index) ? index : undefined;
    };
    const [firms, person, company] = await Promise.all([part('firms'), indexOf('person'), indexOf('company')]);
    if (!(firms instanceof Map) || !person || !company) return undefined;
    return { mark: head.mark, seen: head.seen, stages, firms, indexes: { person, company } };
  });
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
    Array.isArray(head.newest)
  );
}
