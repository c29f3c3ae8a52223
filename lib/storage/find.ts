import { type Facts, type Hit, judge, type Lookup, lookupsFor } from '../domain/dedupe.ts';
import type { TrayItem } from '../domain/schema/tray.ts';
import type { Maybe } from '../domain/standing.ts';
import { findRow, followMerges, isVisible, type Row, toLead } from './rows.ts';
import type { AnyTx } from './transact.ts';
import { isWorkedOn } from './worked-on.ts';
import { readWorkingOn } from './working-on.ts';

/** The lead that an item surely is, or those to ask about. */
export type Finding = { row?: Row; maybe: Maybe[] };
export type Finder = {
  find(item: TrayItem, facts: Facts): Promise<Finding>;
  /** Asks for all that these will be looked up by, at once: one after the other they would spend their time on waiting. */
  warm(all: Iterable<Facts>): void;
  /** A row is being written, under these keys or formerly under them: what was answered of them is of before. */
  forget(keys: Row['keys']): void;
};

/**
 * Looks drafts up in the book, by indexes only. In: the transaction; `sharedKeys` of the page; batches not to be
 * seen. Equal look-ups share one answer; whoever writes a row says so by `forget`.
 */
export async function createFinder(tx: AnyTx, shared: Set<string>, hidden: Set<string>): Promise<Finder> {
  const workingOn = await readWorkingOn(tx);
  const answers = new Map<string, Promise<Hit>>();

  const ask = (kind: Facts['kind'], lookup: Lookup): Promise<Hit> => {
    const place = placeOf(kind, lookup.index, lookup.key);
    const known = answers.get(place);
    const answer = known ?? lookUp(tx, kind, lookup, hidden);
    if (!known) answers.set(place, answer);
    return answer;
  };

  const visible = async (id: string, kind: Facts['kind']): Promise<Row | undefined> => {
    const row = await followMerges(tx, await findRow(tx, id));
    return row?.kind === kind && isVisible(row, hidden) ? row : undefined;
  };

  return {
    warm(all) {
      for (const facts of all) {
        // Awaited when it is looked up; until then a failure must not count as one that nobody looks at.
        for (const lookup of lookupsFor(facts)) ask(facts.kind, lookup).catch(() => undefined);
      }
    },
    forget(keys) {
      for (const [index, key] of Object.entries(keys)) {
        for (const one of Array.isArray(key) ? key : [key]) {
          for (const kind of ['person', 'company'] as const) answers.delete(placeOf(kind, index, one));
        }
      }
    },
    async find(item, facts) {
      if (item.sameAs === 'new' && item.state !== 'saved') return { maybe: [] };
      for (const id of [item.leadId, item.sameAs]) {
        const row = id && id !== 'new' ? await visible(id, facts.kind) : undefined;
        if (row) return { row, maybe: [] };
      }
      if (workingOn && isVisible(workingOn, hidden) && isWorkedOn(item.draft, facts, workingOn)) {
        return { row: workingOn, maybe: [] };
      }
      const hits = await Promise.all(lookupsFor(facts).map((lookup) => ask(facts.kind, lookup)));
      const { sure, maybe } = judge(facts, hits, shared);
      // The very row, not a copy: what is written next is built on it.
      const row = hits.flatMap(({ leads }) => leads).find(({ id }) => id === sure?.id) as Row | undefined;
      return { ...(row && { row }), maybe: maybe.map(({ lead, reason }) => ({ lead: toLead(lead as Row), reason })) };
    },
  };
}

const placeOf = (kind: Facts['kind'], index: string, key: string) => `${kind} ${index} ${key}`;

/** 王伟 may be there a thousand times; nobody reads more questions than this. */
const mostHits = 50;

async function lookUp(tx: AnyTx, kind: Facts['kind'], { index, key }: Lookup, hidden: Set<string>): Promise<Hit> {
  const people = (): Promise<Row[]> => {
    switch (index) {
      case 'emails':
      case 'phones':
      case 'links':
      case 'names':
      case 'wechat':
      case 'qq':
        return tx.objectStore('people').index(index).getAll(key, mostHits);
      default:
        return Promise.resolve([]);
    }
  };
  const companies = (): Promise<Row[]> =>
    index === 'names' ? Promise.resolve([]) : tx.objectStore('companies').index(index).getAll(key, mostHits);
  const needsOther = index === 'emails' || index === 'phones';
  const [leads, otherKind] =
    kind === 'person'
      ? await Promise.all([people(), needsOther ? companies() : []])
      : await Promise.all([companies(), needsOther ? people() : []]);
  const seen = (row: Row): boolean => isVisible(row, hidden);
  return { index, key, leads: leads.filter(seen), otherKind: otherKind.filter(seen) };
}
