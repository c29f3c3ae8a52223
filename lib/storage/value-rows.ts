import type { Lead } from '../domain/schema/lead.ts';
import type { CustomerValue } from '../domain/schema/order.ts';
import type { Book } from './book.ts';
import { type AnyTx, read, tell, write } from './transact.ts';

const withoutTime = ({ at: _at, ...rest }: CustomerValue) => JSON.stringify(rest);

/** Keeps what customers are worth: only what changed is written, who has no orders any more goes. Throws `BookError`. */
export async function keepValues(book: Book, values: readonly CustomerValue[]): Promise<void> {
  const kept = await read(book, ['customerValues'], (tx) => tx.objectStore('customerValues').getAll());
  const before = new Map(kept.map((value) => [value.leadId, value]));
  const now = new Map(values.map((value) => [value.leadId, value]));
  const changed = values.filter((value) => {
    const old = before.get(value.leadId);
    return !old || withoutTime(old) !== withoutTime(value);
  });
  const gone = kept.filter(({ leadId }) => !now.has(leadId)).map(({ leadId }) => leadId);
  if (changed.length + gone.length === 0) return;
  await write(book, ['customerValues'], async (tx) => {
    const store = tx.objectStore('customerValues');
    await Promise.all([...changed.map((value) => store.put(value)), ...gone.map((leadId) => store.delete(leadId))]);
  });
  tell({ stores: ['customerValues'], leadIds: [...changed.map(({ leadId }) => leadId), ...gone] });
}

/** What a lead is worth as a customer: their own, else for a person their company's. In: a transaction over `customerValues`. */
export async function valueIn(tx: AnyTx, lead: Lead): Promise<CustomerValue | undefined> {
  const store = tx.objectStore('customerValues');
  const own = await store.get(lead.id);
  if (own || lead.kind === 'company' || lead.companyId === undefined) return own;
  return store.get(lead.companyId);
}

/** Values of all customers of the book, by lead. Throws `BookError`. */
export async function customerValues(book: Book): Promise<Map<string, CustomerValue>> {
  const all = await read(book, ['customerValues'], (tx) => tx.objectStore('customerValues').getAll());
  return new Map(all.map((value) => [value.leadId, value]));
}

/** What a lead is worth as a customer; undefined for who has no orders. Throws `BookError`. */
export function customerValueOf(book: Book, lead: Lead): Promise<CustomerValue | undefined> {
  return read(book, ['customerValues'], (tx) => valueIn(tx, lead));
}
