import { readFields } from '../domain/draft-values.ts';
import { identifiersOf } from '../domain/privacy/identifiers.ts';
import { scrubbed } from '../domain/privacy/scrub.ts';
import type { OrderCustomer } from '../domain/schema/order.ts';
import type { TrayItem, TrayPage } from '../domain/schema/tray.ts';
import type { ToldElsewhere } from '../privacy/report.ts';
import type { Book } from './book.ts';
import { type Search, searchFor } from './erase-search.ts';
import { pageFacts } from './facts.ts';
import { readOrders } from './orders.ts';
import { searchRecords } from './search-records.ts';
import { read, type Store } from './transact.ts';

const searched: Store[] = ['tray', 'references', 'orderCustomers'];
const nothing: ToldElsewhere = { drafts: [], orders: [], listed: [] };

/**
 * What the book holds of a person beside their own record: drafts of pages, orders, entries of lists for checking. It is looked for
 * as erasing looks for it. In: the person's id. Out: nothing for a firm. Throws `BookError`.
 */
export async function toldElsewhere(book: Book, id: string): Promise<ToldElsewhere> {
  const stores = [...(await book.connection()).objectStoreNames];
  const search = await read(book, stores, (tx) => searchFor(tx, id));
  if (!search) return nothing;
  const found = await searchRecords(book, searched, (record) => scrubbed(record, search.scrubbing, 'drop') !== record);
  const keysOf = (store: Store) => found.find((one) => one.store === store)?.keys ?? [];
  const rowsOf = <S extends 'tray' | 'references' | 'orderCustomers'>(store: S) =>
    read(book, [store], async (tx) => {
      const rows = await Promise.all(keysOf(store).map((key) => tx.objectStore(store).get(key as never)));
      return rows.filter((row) => row !== undefined);
    });
  const [pages, entries, customers] = await Promise.all([
    rowsOf('tray'),
    rowsOf('references'),
    rowsOf('orderCustomers'),
  ]);
  const lists = await read(book, ['referenceLists'], (tx) => tx.objectStore('referenceLists').getAll());
  return {
    drafts: pages.flatMap((page) => draftsOn(page, search)),
    orders: await ordersOf(book, customers),
    listed: entries.map(({ listId, name, company, owner, status }) => {
      const list = lists.find((one) => one.id === listId);
      const said = [name, company, owner, status].filter((one) => one !== undefined);
      return { list: list?.name ?? '', source: list?.source ?? '', ...(list && { purpose: list.purpose }), said };
    }),
  };
}

/** Their own drafts with what was read of them; another's that names them says only that. */
function draftsOn(page: TrayPage, { ids, identifiers, scrubbing }: Search): ToldElsewhere['drafts'] {
  const known = new Set(identifiers);
  const facts = pageFacts(page.items);
  const isTheirs = ({ draft, leadId, sameAs }: TrayItem): boolean => {
    if ([leadId, sameAs].some((one) => one !== undefined && ids.includes(one))) return true;
    const own = facts.get(draft.id);
    return (
      own?.kind === 'person' &&
      identifiersOf(own.values, own.partial, own.keys.domains[0]).some((identifier) => known.has(identifier))
    );
  };
  const at = { at: page.readAt, where: page.url };
  const own = page.items.filter(isTheirs).map(({ draft, edits, note }) => ({
    ...at,
    values: [
      ...readFields(draft, edits, { url: page.url, now: page.readAt }).flatMap(({ field, values }) =>
        values.map(({ value }) => ({ field, value: value as unknown })),
      ),
      ...(note ? [{ field: 'note', value: note as unknown }] : []),
    ],
  }));
  const rest = { ...page, items: page.items.filter((item) => !isTheirs(item)) };
  return scrubbed(rest, scrubbing, 'drop') === rest ? own : [...own, { ...at, values: [] }];
}

async function ordersOf(book: Book, customers: readonly OrderCustomer[]): Promise<ToldElsewhere['orders']> {
  if (customers.length === 0) return [];
  const named = new Map(customers.map((customer) => [customer.id, customer]));
  const { blocks } = await readOrders(book);
  const all: ToldElsewhere['orders'] = [];
  for (const { batch, orders } of blocks)
    for (let at = 0; at < orders.count; at++) {
      const customer = named.get(orders.customer[at] as number);
      if (!customer) continue;
      const { name, email, number, company } = customer;
      all.push({
        day: orders.day[at] as number,
        amount: (orders.amount[at] as number) / 100,
        currency: batch.currencies[orders.currency[at] as number] ?? '',
        customer: [name, email, number, company].filter((one) => one !== undefined),
        file: batch.file,
      });
    }
  return all.sort((a, b) => a.day - b.day);
}
