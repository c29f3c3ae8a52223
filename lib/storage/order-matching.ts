import { companyKey } from '../domain/normalize/company.ts';
import { domainOf, isFreeMailDomain } from '../domain/normalize/domain.ts';
import { foldWords } from '../domain/normalize/fold.ts';
import { nameKey } from '../domain/normalize/name.ts';
import type { OrderCustomer } from '../domain/schema/order.ts';
import type { Book } from './book.ts';
import { getOwnFields } from './own-fields.ts';
import { hiddenBatches, isVisible, type Row } from './rows.ts';
import { read } from './transact.ts';

/** What a customer of a list is to be found by. */
export type Wanted = Pick<OrderCustomer, 'name' | 'email' | 'number' | 'company' | 'domain'>;
export type Match = Pick<OrderCustomer, 'leadId' | 'by' | 'maybe'>;

/** Own fields by these names hold the number that a customer has with the user. */
const numberNames = new Set([
  'customer number',
  'customer no',
  'customer id',
  'client number',
  'account number',
  'kundennummer',
  'debitorennummer',
  'debitor',
  '客户编号',
  '客户号',
  '客户代码',
]);

/** One lead or several under a key: several tell nothing. */
type Places = Map<string, string | null>;
const note = (places: Places, key: string | undefined, id: string) => {
  if (!key) return;
  const known = places.get(key);
  places.set(key, known === undefined || known === id ? id : null);
};

/**
 * Finds customers of order lists among people and companies: by address, the user's number for them, the firm's domain, its name;
 * a person's bare name is only offered. Somebody who works at a firm of the book counts as the firm. Throws `BookError`.
 */
export async function createMatcher(book: Book): Promise<(wanted: Wanted) => Match> {
  const { fields } = await getOwnFields(book);
  const numberKeys = fields.filter(({ name }) => numberNames.has(foldWords(name))).map(({ key }) => key);
  const [people, companies, hidden] = await read(book, ['people', 'companies', 'actions'], async (tx) =>
    Promise.all([tx.objectStore('people').getAll(), tx.objectStore('companies').getAll(), hiddenBatches(tx)]),
  );
  const emails: Places = new Map();
  const numbers: Places = new Map();
  const domains: Places = new Map();
  const firms: Places = new Map();
  const names: Places = new Map();
  const index = (row: Row, id: string) => {
    for (const email of row.keys.emails) note(emails, email, id);
    for (const key of numberKeys) {
      const value = row.own?.[key];
      if (value !== undefined && value !== null && !Array.isArray(value))
        note(numbers, String(value).toLowerCase(), id);
    }
  };
  const shown = new Set<string>();
  for (const row of companies) {
    if (!isVisible(row, hidden)) continue;
    shown.add(row.id);
    index(row, row.id);
    note(domains, row.keys.domain, row.id);
    note(firms, row.keys.firm, row.id);
  }
  for (const row of people) {
    if (!isVisible(row, hidden)) continue;
    const id = row.companyId && shown.has(row.companyId) ? row.companyId : row.id;
    index(row, id);
    if (row.name && !row.partial) note(names, nameKey(row.name) || undefined, id);
  }

  return ({ name, email, number, company, domain }) => {
    const found = (by: Match['by'], leadId: string | null | undefined): Match | undefined =>
      leadId && by ? { leadId, by } : undefined;
    const mailDomain = email ? domainOf(email)?.toLowerCase() : undefined;
    const host = domain ? domainOf(domain)?.toLowerCase() : undefined;
    const firm = companyKey(company || name);
    const sure =
      found('email', email && emails.get(email)) ??
      found('number', number && numbers.get(number.toLowerCase())) ??
      found('domain', host && domains.get(host)) ??
      found('domain', mailDomain && !isFreeMailDomain(mailDomain) ? domains.get(mailDomain) : undefined) ??
      found('company', firm && firms.get(firm));
    if (sure) return sure;
    const maybe = name ? names.get(nameKey(name)) : undefined;
    return maybe ? { maybe } : {};
  };
}
