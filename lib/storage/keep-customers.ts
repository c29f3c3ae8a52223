import { looksLikeCompany } from '../domain/normalize/company.ts';
import { domainOf, isFreeMailDomain } from '../domain/normalize/domain.ts';
import { emailKind } from '../domain/normalize/email.ts';
import { type Draft, draft } from '../domain/schema/draft.ts';
import type { OrderCustomer } from '../domain/schema/order.ts';
import { batch, trayItem } from '../domain/schema/tray.ts';
import type { Book } from './book.ts';
import type { Action } from './edit.ts';
import { findRow, hiddenBatches, isVisible } from './rows.ts';
import { saveItems } from './save.ts';
import { leadsOfTies, tieCustomers } from './settle-customers.ts';
import { read, type Store, tell } from './transact.ts';

const stores: Store[] = ['orderCustomers', 'orderBatches', 'people', 'companies', 'actions'];

/** Somebody with a mailbox of their own and no firm is a person; all others buy as a firm. */
const isFirm = ({ name, email, company }: OrderCustomer): boolean =>
  company !== undefined || looksLikeCompany(name) || email === undefined || emailKind(email) === 'role';

function draftOf(customer: OrderCustomer, file: string, at: number): Draft {
  const { id, name, email, company, domain } = customer;
  const firm = isFirm(customer);
  const mailDomain = email ? domainOf(email) : undefined;
  const ownDomain = domain ?? (mailDomain && !isFreeMailDomain(mailDomain) ? mailDomain : undefined);
  const field = (value: string | undefined) =>
    value
      ? [
          {
            value,
            confidence: 0.9,
            provenance: [
              { url: `import:${encodeURIComponent(file)}`, at, detector: 'import', snippet: value.slice(0, 120) },
            ],
          },
        ]
      : [];
  return draft.parse({
    kind: firm ? 'company' : 'person',
    id: `customer-${id}`,
    confidence: 0.9,
    fields: firm
      ? { name: field(company ?? name), emails: field(email), domain: field(ownDomain) }
      : { name: field(name), emails: field(email) },
  });
}

/**
 * Saves customers of order lists to the book, as people or companies, and ties their orders to them. In: their ids, the time. Out:
 * the action, which undo takes back, and how many were saved; those who were erased are not. Throws `BookError`.
 */
export async function keepCustomers(
  book: Book,
  ids: readonly number[],
  now: number,
): Promise<Action & { count: number }> {
  const { customers, files } = await read(book, stores, async (tx) => {
    const hidden = await hiddenBatches(tx);
    const rows = await Promise.all(
      ids.map(async (id) => {
        const row = await tx.objectStore('orderCustomers').get(id);
        const lead = row?.leadId === undefined ? undefined : await findRow(tx, row.leadId);
        // Who was deleted meanwhile is nobody's lead any more.
        return lead && isVisible(lead, hidden) ? undefined : row;
      }),
    );
    const batches = await tx.objectStore('orderBatches').getAll();
    return {
      // Who may be somebody of the book's is asked about first, never saved a second time.
      customers: rows.filter((row) => row !== undefined && (row.maybe === undefined || row.settled)) as OrderCustomer[],
      files: new Map(batches.map(({ id, file }) => [id, file])),
    };
  });
  const items = customers.map((customer) =>
    trayItem.parse({ draft: draftOf(customer, files.get(customer.batch) ?? '', now) }),
  );
  let customersTied: Awaited<ReturnType<typeof tieCustomers>> = [];
  const { actionId } = await saveItems(book, {
    items,
    batch: batch.parse({}),
    url: 'import:orders',
    now,
    along: {
      stores: ['orderCustomers'],
      work: async (tx, outcomes) => {
        const choices = customers.flatMap(({ id }) => {
          const leadId = outcomes.get(`customer-${id}`)?.leadId;
          return leadId === undefined ? [] : [{ id, leadId }];
        });
        // Undone with the save that it belongs to.
        customersTied = await tieCustomers(tx, choices);
        return { customers: customersTied };
      },
    },
  });
  tell({ stores: ['orderCustomers'], leadIds: leadsOfTies(customersTied) });
  return { actionId, count: customersTied.length };
}
