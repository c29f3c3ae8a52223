import { type Facts, type Hit, judge, lookupsFor, type Match } from '../../domain/dedupe.ts';
import type { PersonKeys } from '../../domain/lead-keys.ts';
import { companyKey } from '../../domain/normalize/company.ts';
import { fold } from '../../domain/normalize/fold.ts';
import type { PersonValues } from '../../domain/schema/field.ts';
import type { Lead } from '../../domain/schema/lead.ts';
import type { Book } from '../book.ts';
import { hiddenBatches, isVisible, type Row, storeOf } from '../rows.ts';
import { read } from '../transact.ts';

const chunk = 1000;
/** 王伟 may be there a thousand times; more than this say nothing of who is meant. */
const mostHits = 50;
const nobody: Set<string> = new Set();

/** A lead as the import knows it now: what it becomes replaces the row, what it is found by stays. */
export type Known = { row: Row };

/**
 * All leads of the book in memory, with what they are found by: an import asks for each of its rows, and the book's own
 * indexes would answer one question at a time. Follows the same rules as a capture does.
 */
export function createKnownLeads() {
  const byId = new Map<string, Known>();
  const places = new Map<string, Known[]>();

  const note = (place: string, known: Known): void => {
    const there = places.get(place);
    if (!there) places.set(place, [known]);
    else if (there.length < mostHits && !there.includes(known)) there.push(known);
  };

  const index = (known: Known): void => {
    const { row } = known;
    for (const [name, value] of Object.entries(row.keys))
      for (const key of Array.isArray(value) ? value : [value]) {
        if (name !== 'names' && name !== 'domains') note(`${row.kind} ${name} ${key}`, known);
      }
    if (row.kind !== 'person') return;
    const bare = bareName(row, row.keys);
    if (bare) note(`person bare ${bare}`, known);
    for (const name of row.keys.names)
      for (const firm of firmTokens(row.keys.domains, row.companyName)) note(`person ${name}\n${firm}`, known);
  };

  const rowsAt = (place: string): Row[] => (places.get(place) ?? []).map(({ row }) => row);

  const hitsOf = (facts: Facts): Hit[] => {
    const firms = facts.kind === 'person' ? firmTokens(facts.keys.domains, facts.values.companyName) : [];
    return lookupsFor(facts).flatMap(({ index: name, key }): Hit[] => {
      if (name === 'names') {
        const rows = new Set(firms.flatMap((firm) => rowsAt(`person ${key}\n${firm}`)));
        return rows.size > 0 ? [{ index: name, key, leads: [...rows], otherKind: [] }] : [];
      }
      const leads = rowsAt(`${facts.kind} ${name} ${key}`);
      if (leads.length === 0) return [];
      const other = facts.kind === 'person' ? 'company' : 'person';
      const needsOther = name === 'emails' || name === 'phones';
      return [{ index: name, key, leads, otherKind: needsOther ? rowsAt(`${other} ${name} ${key}`) : [] }];
    });
  };

  return {
    /** Takes a lead in, or what it has become. */
    put(row: Row): Known {
      const known = byId.get(row.id) ?? { row };
      known.row = row;
      byId.set(row.id, known);
      index(known);
      return known;
    },
    get: (id: string): Row | undefined => byId.get(id)?.row,
    /** Which lead somebody is, surely or perhaps. In: what is known of them. */
    find(facts: Facts): Match {
      const hits = hitsOf(facts);
      if (hits.length > 0) return judge(facts, hits, nobody);
      // Neither says more than a name: the same line of a list, most likely, so it is asked about.
      const bare = facts.kind === 'person' ? bareName(facts.values, facts.keys) : undefined;
      return { maybe: bare ? rowsAt(`person bare ${bare}`).map((lead) => ({ lead, reason: 'nameAndFirm' })) : [] };
    },
    /** The one firm whose domain a person writes from. */
    firmAt(domain: string): Row | undefined {
      const [first, second] = rowsAt(`company domain ${domain}`);
      return second ? undefined : first;
    },
  };
}
export type KnownLeads = ReturnType<typeof createKnownLeads>;

/** The name of somebody of whom nothing else is known that tells them from others. */
function bareName(
  { name, companyName }: PersonValues,
  { emails, phones, links, wechat, qq }: PersonKeys,
): string | undefined {
  const hasMore = companyName || wechat || qq || emails.length + phones.length + links.length > 0;
  return name && !hasMore ? fold(name).trim() : undefined;
}

/** By which firm a name is meant: the firm's name in one word, the first part of its domain. Where none meets, no two are asked about. */
function firmTokens(domains: readonly string[], companyName: string | undefined): string[] {
  const named = companyName ? companyKey(companyName).replace(/ /g, '') : '';
  return [...new Set([...domains.map((domain) => domain.split('.')[0] ?? ''), named])].filter(Boolean);
}

/**
 * Reads the whole book into memory, a chunk at a time. In: the book, what is told of progress, the signal that calls it
 * off. Out: the leads, ids of deleted ones, and the newest entry of the history, from before reading. Throws `BookError`.
 */
export async function readKnownLeads(book: Book, onProgress: (read: number) => void, signal?: AbortSignal) {
  const known = createKnownLeads();
  const deleted = new Set<string>();
  const lastChange = await newestChange(book);
  let count = 0;
  for (const kind of ['company', 'person'] satisfies Lead['kind'][]) {
    let last: string | undefined;
    for (let isFull = true; isFull; ) {
      signal?.throwIfAborted();
      const after = last === undefined ? null : IDBKeyRange.lowerBound(last, true);
      const { rows, hidden } = await read(book, ['people', 'companies', 'actions'], async (tx) => {
        const part: Row[] = await tx.objectStore(storeOf(kind)).getAll(after, chunk);
        return { rows: part, hidden: await hiddenBatches(tx) };
      });
      for (const row of rows) {
        if (isVisible(row, hidden)) known.put(row);
        else deleted.add(row.id);
      }
      last = rows.at(-1)?.id ?? last;
      isFull = rows.length === chunk;
      count += rows.length;
      onProgress(count);
    }
  }
  return { known, deleted, lastChange };
}

/** Number of the newest entry of the history. Throws `BookError`. */
export function newestChange(book: Book): Promise<number> {
  return read(book, ['changes'], async (tx) => (await tx.objectStore('changes').openKeyCursor(null, 'prev'))?.key ?? 0);
}
