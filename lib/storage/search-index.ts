import type { Tier } from '../domain/schema/icp.ts';
import type { Lead } from '../domain/schema/lead.ts';
import type { Facet, Facets, LeadFilter, LeadQuery, LeadSort } from './search-query.ts';
import { type Needle, needlesOf, searchDigits, searchText } from './search-text.ts';

/** What is kept of a lead: its folded text and what lists sort and filter by. About 400 bytes. */
type Entry = {
  id: string;
  text: string;
  digits: string;
  name: string;
  company: string;
  createdAt: number;
  updatedAt: number;
  list: string;
  owner: string;
  sourceGroup: string;
  tags: string[];
  hasPhone: boolean;
  hasEmail: boolean;
  /** A person's company: it has the score. */
  companyId: string;
  rank: number;
  outcome: '' | 'won' | 'lost';
  reason: string;
};

/** How a lead stands, in one number: its place among the tiers times 1000, and its total. */
const ranked: readonly Tier[] = ['D', '?', 'D', 'C', 'B', 'A'];
const unscored = -1;

/** A lead's rank for sorting and filtering. In: its tier, total, whether a rule disqualifies it. */
export const rankOf = (tier: Tier, total: number, gated: boolean): number =>
  (gated ? 0 : ranked.lastIndexOf(tier)) * 1000 + total;
/** The tier of a rank; undefined where it was not scored yet. */
const tierOfRank = (rank: number): Tier | undefined => ranked[Math.floor(rank / 1000)];

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

/**
 * The leads of one kind in memory: folded text that is gone through row by row. Measured on 100,000 leads this beats an
 * inverted index (MiniSearch): 13 ms a keystroke instead of up to 319, 27 MB instead of 93, built in 0.6 s instead of 5.
 * In: ranks by the lead that has the score, which the indexes of both kinds may share.
 */
export function createSearchIndex(ranks: Map<string, number> = new Map()) {
  const entries = new Map<string, Entry>();
  /** Ascending, one for each sort that was asked for. */
  const orders = new Map<LeadSort['by'], Entry[]>();
  /** Entries that came since the orders were made. */
  let added: Entry[] = [];
  let removed = new Set<Entry>();
  /** Outcomes of companies: they count for their people. */
  const firms = new Map<string, 'won' | 'lost'>();

  const outcomeOf = ({ outcome, companyId }: Entry) => outcome || firms.get(companyId) || 'open';

  const rankFor = ({ companyId, id }: Entry): number => ranks.get(companyId) ?? ranks.get(id) ?? unscored;

  const drop = (id: string): void => {
    const old = entries.get(id);
    if (!old) return;
    entries.delete(id);
    removed.add(old);
  };

  const settle = (): void => {
    if (added.length === 0 && removed.size === 0) return;
    const fresh = added.filter((entry) => !removed.has(entry));
    for (const [by, order] of orders) {
      const kept = removed.size ? order.filter((entry) => !removed.has(entry)) : order;
      orders.set(by, mergeSorted(kept, fresh.sort(comparing(by)), comparing(by)));
    }
    added = [];
    removed = new Set();
  };

  const ordered = (by: LeadSort['by']): Entry[] => {
    settle();
    const known = orders.get(by);
    if (known) return known;
    const order = [...entries.values()].sort(comparing(by));
    orders.set(by, order);
    return order;
  };

  return {
    /** Takes leads in, new or changed. */
    put(leads: Lead[]): void {
      for (const lead of leads) {
        drop(lead.id);
        const entry = entryOf(lead);
        entry.rank = rankFor(entry);
        entries.set(lead.id, entry);
        added.push(entry);
      }
    },
    remove(ids: Iterable<string>): void {
      for (const id of ids) drop(id);
    },
    /** Takes companies in whose outcomes count for people of the index. */
    firms(leads: Lead[]): void {
      for (const { id, outcome } of leads) {
        if (outcome) firms.set(id, outcome.result);
        else firms.delete(id);
      }
    },
    /** Takes scores in: by the lead that has them, all there are or some anew. `undefined` takes one away. */
    rank(fresh: Iterable<readonly [id: string, rank: number | undefined]>, all: boolean): void {
      if (all) ranks.clear();
      for (const [id, rank] of fresh) {
        if (rank === undefined) ranks.delete(id);
        else ranks.set(id, rank);
      }
      for (const entry of entries.values()) entry.rank = rankFor(entry);
      orders.delete('tier');
    },
    /** Ids of the page asked for, and how many there are in all. */
    query({ text, filter = {}, sort, offset, limit }: Omit<LeadQuery, 'kind'>): { ids: string[]; total: number } {
      const needles = needlesOf(text);
      const order = ordered(sort.by);
      const ids: string[] = [];
      let total = 0;
      for (let i = 0; i < order.length; i += 1) {
        const entry = order[sort.descending ? order.length - 1 - i : i];
        if (!entry || !passes(entry, filter) || !isFound(entry, needles)) continue;
        if (filter.outcome !== undefined && outcomeOf(entry) !== filter.outcome) continue;
        if (total >= offset && ids.length < limit) ids.push(entry.id);
        total += 1;
      }
      return { ids, total };
    },
    facets(): Facets {
      const all = [...entries.values()];
      return {
        lists: counted(all.map(({ list }) => list)),
        tags: counted(all.flatMap(({ tags }) => tags)),
        owners: counted(all.map(({ owner }) => owner)),
        sourceGroups: counted(all.map(({ sourceGroup }) => sourceGroup)),
        outcomes: counted(all.map(outcomeOf)),
        reasons: counted(all.map(({ reason }) => reason)),
        tiers: counted(all.map(({ rank }) => tierOfRank(rank) ?? '')).sort((a, b) => tierPlace(a) - tierPlace(b)),
      };
    },
  };
}
export type SearchIndex = ReturnType<typeof createSearchIndex>;

function entryOf(lead: Lead): Entry {
  const company = lead.kind === 'person' ? (lead.companyName ?? '') : (lead.name ?? lead.domain ?? '');
  return {
    id: lead.id,
    text: searchText(lead),
    digits: searchDigits(lead),
    name: lead.name ?? lead.emails[0] ?? lead.phones[0]?.text ?? company,
    company,
    createdAt: lead.createdAt,
    updatedAt: lead.updatedAt,
    list: lead.list ?? '',
    owner: lead.owner ?? '',
    sourceGroup: lead.leadSource?.group ?? '',
    tags: lead.tags,
    hasPhone: lead.phones.length > 0,
    hasEmail: lead.emails.length > 0,
    companyId: lead.kind === 'person' ? (lead.companyId ?? '') : '',
    rank: unscored,
    outcome: lead.outcome?.result ?? '',
    reason: lead.outcome?.reason ?? '',
  };
}

function isFound(entry: Entry, needles: Needle[]): boolean {
  for (const { text, digits } of needles) {
    let found = false;
    for (const part of text) found ||= entry.text.includes(part);
    for (const part of digits) found ||= entry.digits.includes(part);
    if (!found) return false;
  }
  return true;
}

function passes(entry: Entry, filter: LeadFilter): boolean {
  const { list, tag, sourceGroup, owner, hasPhone, hasEmail, tier } = filter;
  const own = tier && tierOfRank(entry.rank);
  return (
    (list === undefined || entry.list === list) &&
    (owner === undefined || entry.owner === owner) &&
    (sourceGroup === undefined || entry.sourceGroup === sourceGroup) &&
    (tag === undefined || entry.tags.includes(tag)) &&
    (hasPhone === undefined || entry.hasPhone === hasPhone) &&
    (hasEmail === undefined || entry.hasEmail === hasEmail) &&
    (tier === undefined || (own !== undefined && tier.includes(own)))
  );
}

/** The id decides between equals: it goes by the order of saving. */
function comparing(by: LeadSort['by']): (a: Entry, b: Entry) => number {
  const byId = (a: Entry, b: Entry): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  if (by === 'tier') return (a, b) => a.rank - b.rank || byId(a, b);
  if (by === 'updatedAt' || by === 'createdAt') return (a, b) => a[by] - b[by] || byId(a, b);
  return (a, b) => collator.compare(a[by], b[by]) || byId(a, b);
}

const tierPlace = ({ value }: Facet): number => 'ABCD?'.indexOf(value);

/** Puts a few into many: each place is found by halving, since comparing names is what costs. Both are ascending. */
function mergeSorted<T>(many: T[], few: T[], compare: (x: T, y: T) => number): T[] {
  const parts: T[][] = [];
  let from = 0;
  for (const item of few) {
    let [low, high] = [from, many.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = many[middle];
      if (other !== undefined && compare(other, item) <= 0) low = middle + 1;
      else high = middle;
    }
    parts.push(many.slice(from, low), [item]);
    from = low;
  }
  return few.length ? parts.concat([many.slice(from)]).flat() : many;
}

function counted(values: string[]): Facet[] {
  const counts = new Map<string, number>();
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || collator.compare(a.value, b.value));
}
