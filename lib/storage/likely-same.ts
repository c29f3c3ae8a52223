import { takeCensus } from '../domain/duplicates/census.ts';
import { type DuplicatePair, pairOf, weighLeads } from '../domain/duplicates/find.ts';
import { addFirmAliases } from '../domain/duplicates/firm-aliases.ts';
import { knownOf } from '../domain/duplicates/known.ts';
import { pairKey } from '../domain/pair-key.ts';
import type { Lead } from '../domain/schema/lead.ts';
import type { Book } from './book.ts';
import type { CompanyRow, PersonRow } from './book-schema.ts';
import { ruledOut } from './not-same.ts';
import { findRow, hiddenBatches, isVisible, type Row, toLead } from './rows.ts';
import { type ReadTx, read } from './transact.ts';

/** More leads under one key than this are no answer. */
const mostHits = 60;

/** A lead that another may be the same as, and why. */
export type LikelySame = { lead: Lead; pair: DuplicatePair };

/**
 * Who else in the book a lead may be, the surest first. By indexes alone, so that it can be asked whenever a lead is shown; what
 * shares no key with it (a slip in the name, at another firm) only a look through the whole book finds. Throws `BookError`.
 */
export async function likelySame(book: Book, leadId: string): Promise<LikelySame[]> {
  const [found, notSame] = await Promise.all([
    read(book, ['people', 'companies', 'actions'], async (tx) => {
      const [row, hidden] = await Promise.all([findRow(tx, leadId), hiddenBatches(tx)]);
      if (!row || !isVisible(row, hidden)) return undefined;
      const rows = row.kind === 'person' ? await peopleLike(tx, row) : await companiesLike(tx, row);
      const seen = new Map<string, Row>([
        [row.id, row],
        ...rows.filter((one) => isVisible(one, hidden)).map((one) => [one.id, one] as const),
      ]);
      const all = [...seen.values()];
      const firmIds = [
        ...new Set(all.flatMap((one) => (one.kind === 'person' && one.companyId ? [one.companyId] : []))),
      ];
      const firms = await Promise.all(firmIds.map((id) => tx.objectStore('companies').get(id)));
      return { all, firms: new Map(firms.flatMap((firm) => (firm ? [[firm.id, firm] as const] : []))) };
    }),
    ruledOut(book),
  ]);
  if (!found) return [];
  const { all, firms } = found;
  const known = all.map((row) =>
    knownOf(toLead(row), row.kind === 'person' && row.companyId ? firms.get(row.companyId) : undefined),
  );
  const others = [...firms.values()]
    .filter(({ id }) => !all.some((row) => row.id === id))
    .map((firm) => knownOf(toLead(firm)));
  addFirmAliases([...known, ...others]);
  const census = takeCensus([...known, ...others]);
  const [own] = known;
  return known
    .slice(1)
    .flatMap((other, at): LikelySame[] => {
      const row = all[at + 1];
      const pair = pairOf([leadId, other.id], weighLeads(own, other, census));
      return row && pair && !notSame.has(pairKey(leadId, other.id)) ? [{ lead: toLead(row), pair }] : [];
    })
    .sort((a, b) => b.pair.score - a.pair.score);
}

/** What many leads share says nothing: more than a page of them is left out. */
const few = <T>(rows: T[]): T[] => (rows.length < mostHits ? rows : []);

async function peopleLike(tx: ReadTx, { keys, companyId }: PersonRow): Promise<PersonRow[]> {
  const people = tx.objectStore('people');
  const lookUps = [
    ...keys.emails.map((key) => people.index('emails').getAll(key, mostHits)),
    ...keys.phones.map((key) => people.index('phones').getAll(key, mostHits)),
    ...keys.links.map((key) => people.index('links').getAll(key, mostHits)),
    ...keys.names.map((key) => people.index('names').getAll(key, mostHits)),
    ...keys.domains.map((key) => people.index('domains').getAll(key, mostHits)),
    ...(keys.wechat ? [people.index('wechat').getAll(keys.wechat, mostHits)] : []),
    ...(keys.qq ? [people.index('qq').getAll(keys.qq, mostHits)] : []),
    ...(companyId ? [people.index('companyId').getAll(companyId, mostHits)] : []),
  ];
  return (await Promise.all(lookUps)).flatMap(few);
}

async function companiesLike(tx: ReadTx, { keys }: CompanyRow): Promise<CompanyRow[]> {
  const companies = tx.objectStore('companies');
  const single = (['domain', 'firm', 'register', 'vatId', 'creditCode', 'wechat', 'qq'] as const).flatMap((index) => {
    const key = keys[index];
    return key ? [companies.index(index).getAll(key, mostHits)] : [];
  });
  const many = (['emails', 'phones', 'links'] as const).flatMap((index) =>
    keys[index].map((key) => companies.index(index).getAll(key, mostHits)),
  );
  return (await Promise.all([...single, ...many])).flatMap(few);
}
