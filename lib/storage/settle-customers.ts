import type { OrderCustomer } from '../domain/schema/order.ts';
import type { Book } from './book.ts';
import type { ActionRow, CustomerTie } from './book-schema.ts';
import type { Action } from './edit.ts';
import { newId } from './new-id.ts';
import { findRow } from './rows.ts';
import { read, tell, type WriteTx, write } from './transact.ts';

/** Which lead a customer of the lists is, or (no id) that it is nobody of the book's. */
export type TieChoice = { id: number; leadId: string | undefined };

type TieChange = NonNullable<ActionRow['customers']>[number];

const tieOf = ({ leadId, by, maybe, settled }: OrderCustomer): CustomerTie => ({
  ...(leadId !== undefined && { leadId }),
  ...(by && { by }),
  ...(maybe !== undefined && { maybe }),
  ...(settled && { settled }),
});

function withTie(row: OrderCustomer, tie: CustomerTie): OrderCustomer {
  const { leadId: _leadId, by: _by, maybe: _maybe, settled: _settled, ...rest } = row;
  return { ...rest, ...tie };
}

/** Ties customers within a transaction over `orderCustomers`, those who are still there. Out: what they were and are, for the action. */
export async function tieCustomers(tx: WriteTx, choices: readonly TieChoice[]): Promise<TieChange[]> {
  const store = tx.objectStore('orderCustomers');
  const ties = await Promise.all(
    choices.map(async ({ id, leadId }) => {
      const row = await store.get(id);
      if (!row) return undefined;
      const after: CustomerTie = { settled: true, ...(leadId !== undefined && { leadId, by: 'user' as const }) };
      await store.put(withTie(row, after));
      return { id, before: tieOf(row), after };
    }),
  );
  return ties.filter((one) => one !== undefined);
}

/** Leads whose customers were tied, or taken from them. */
export const leadsOfTies = (ties: readonly TieChange[]): string[] => [
  ...new Set(ties.flatMap(({ before, after }) => [before.leadId ?? [], after.leadId ?? []].flat())),
];

/** Says who customers of the lists are; later lists go by it. In: the choices, the time. Out: the action, for undo. Throws `BookError`. */
export async function settleCustomers(book: Book, choices: readonly TieChoice[], now: number): Promise<Action> {
  const actionId = newId(now);
  const customers = await write(book, ['orderCustomers', 'actions'], async (tx) => {
    const ties = await tieCustomers(tx, choices);
    await tx
      .objectStore('actions')
      .put({ id: actionId, at: now, cause: 'edit', draftIds: [], interactionIds: [], customers: ties });
    return ties;
  });
  tell({ stores: ['orderCustomers'], leadIds: leadsOfTies(customers) });
  return { actionId };
}

/**
 * Ties customers again as they were before an action; who was tied otherwise since stays so. In: a transaction over
 * `orderCustomers`, the action. Out: leads whose customers stayed.
 */
export async function takeTiesBack(tx: WriteTx, { customers = [] }: ActionRow): Promise<string[]> {
  const store = tx.objectStore('orderCustomers');
  const stayed = await Promise.all(
    customers.map(async ({ id, before, after }) => {
      const row = await store.get(id);
      if (!row) return undefined;
      if (row.leadId !== after.leadId) return row.leadId;
      await store.put(withTie(row, before));
      return undefined;
    }),
  );
  return stayed.filter((one) => one !== undefined);
}

/** A customer of the lists with the lead that they were found to be. */
export type TiedCustomer = Pick<OrderCustomer, 'id' | 'name' | 'email' | 'number' | 'company' | 'domain' | 'by'>;

/** Customers of the lists whose orders count for a lead. Throws `BookError`. */
export function customersOf(book: Book, leadId: string): Promise<TiedCustomer[]> {
  return read(book, ['orderCustomers'], (tx) => tx.objectStore('orderCustomers').index('leadId').getAll(leadId));
}

/** Customers of the lists whose name, address or number holds some words, with who they are; the first so many. Throws `BookError`. */
export function findCustomers(
  book: Book,
  words: string,
  most: number,
): Promise<(TiedCustomer & { lead?: { id: string; name: string } })[]> {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return Promise.resolve([]);
  return read(book, ['orderCustomers', 'people', 'companies'], async (tx) => {
    const all = await tx.objectStore('orderCustomers').getAll();
    const found = all
      .filter(({ name, email = '', number = '', company = '' }) =>
        [name, email, number, company].some((text) => text.toLowerCase().includes(wanted)),
      )
      .slice(0, most);
    return Promise.all(
      found.map(async (one) => {
        const row = one.leadId === undefined ? undefined : await findRow(tx, one.leadId);
        const isThere = row && row.deletedAt === undefined;
        return { ...one, ...(isThere && { lead: { id: row.id, name: row.name ?? row.emails[0] ?? '' } }) };
      }),
    );
  });
}
