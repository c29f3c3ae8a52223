import { foldWords } from '../domain/normalize/fold.ts';
import type { Worth } from '../value/worth.ts';
import type { Book } from './book.ts';
import type { LoadedOrders } from './orders.ts';
import { hiddenBatches, isVisible, type Row } from './rows.ts';
import { read } from './transact.ts';
import type { ValueState } from './value-service.ts';

/** What customers met one way have cost and brought. */
export type SourceLine = {
  group: string;
  /** People and companies met this way, and those of them who have ordered. */
  met: number;
  customers: number;
  amount: number;
  /** What the model expects of them in the next twelve months. */
  lifetime: number | undefined;
  /** What of that stays as margin: of those whose margin is known. */
  margin: number | undefined;
  /** What winning all of them has cost, where the user said so. */
  cost: number | undefined;
};

/** Acquisition cost beside value, by how we met. Throws `BookError`. */
export async function sourceLines(
  book: Book,
  { loaded, worth, forecast, settings, margins }: ValueState,
): Promise<SourceLine[]> {
  const rows = await visibleRows(book);
  const groupOf = new Map(rows.map((row) => [row.id, row.leadSource?.group ?? '']));
  const lines = new Map<string, SourceLine>();
  const lineOf = (group: string): SourceLine => {
    const known = lines.get(group);
    if (known) return known;
    const made = {
      group,
      met: 0,
      customers: 0,
      amount: 0,
      lifetime: undefined,
      margin: undefined,
      cost: settings.acquisition[group],
    };
    lines.set(group, made);
    return made;
  };
  for (const group of groupOf.values()) lineOf(group).met++;
  loaded.buyers.forEach(({ leadId }, place) => {
    if (leadId === undefined || (worth.sums.orders[place] as number) === 0) return;
    const line = lineOf(groupOf.get(leadId) ?? '');
    line.customers++;
    line.amount += worth.sums.amount[place] as number;
    const expected = forecast?.lifetime[place];
    if (expected === undefined || Number.isNaN(expected)) return;
    line.lifetime = (line.lifetime ?? 0) + expected;
    const margin = expected * (margins.shareOf[place] as number);
    if (!Number.isNaN(margin)) line.margin = (line.margin ?? 0) + margin;
  });
  return [...lines.values()].sort((a, b) => b.amount - a.amount || b.met - a.met);
}

/**
 * Network value: the money of all whom a customer introduced, that is, who were met by an introduction of that name. Out: by the
 * introducer's lead. Throws `BookError`.
 */
export async function networkValues(book: Book, loaded: LoadedOrders, worth: Worth): Promise<Map<string, number>> {
  const rows = await visibleRows(book);
  const introduced = rows.filter(({ leadSource }) => leadSource?.group === 'introduction' && leadSource.name.trim());
  if (introduced.length === 0) return new Map();
  const byName = new Map<string, string | null>();
  for (const { id, name } of rows) {
    const key = name ? foldWords(name) : '';
    // Two of one name: nobody can tell which of them it was.
    if (key) byName.set(key, byName.has(key) ? null : id);
  }
  const amounts = new Map(
    loaded.buyers.flatMap(({ leadId }, place) =>
      leadId === undefined ? [] : [[leadId, worth.sums.amount[place] as number] as const],
    ),
  );
  const result = new Map<string, number>();
  for (const row of introduced) {
    const by = byName.get(foldWords(row.leadSource?.name ?? ''));
    const amount = amounts.get(row.id);
    if (by && by !== row.id && amount) result.set(by, (result.get(by) ?? 0) + amount);
  }
  return result;
}

function visibleRows(book: Book): Promise<Row[]> {
  return read(book, ['people', 'companies', 'actions'], async (tx) => {
    const hidden = await hiddenBatches(tx);
    const [people, companies] = await Promise.all([
      tx.objectStore('people').getAll(),
      tx.objectStore('companies').getAll(),
    ]);
    return [...people, ...companies].filter((row) => isVisible(row, hidden));
  });
}
