import type { Change, Interaction, Person } from '../domain/schema/lead.ts';
import { endingOf, type Known, type Outcome } from '../scoring/learn/outcomes.ts';
import type { Book } from './book.ts';
import { historyOf } from './first-entry.ts';
import { readRows } from './read-leads.ts';
import { hiddenBatches, isVisible, toLead } from './rows.ts';
import { scoreInput } from './score-input.ts';
import { type ReadTx, read } from './transact.ts';

/** A lead that was left out, with its name for people. */
export type LeftOut = { id: string; name: string; why: 'contradictory' | 'future' };
export type Outcomes = {
  /** The earliest end first. */
  outcomes: Outcome[];
  leftOut: LeftOut[];
  /** How many came into the book with or after their end: what they were first kept with is taken for what was known. */
  late: number;
};

const chunk = 500;

/**
 * All leads that were won or lost, each with what was known of it just before its end. A company stands for its people.
 * In: the book, the time, whether those count that came into the book with or after their end, who is told the share done.
 * Throws `BookError`.
 */
export async function readOutcomes(
  book: Book,
  now: number,
  { withLate = true, onProgress = () => undefined }: { withLate?: boolean; onProgress?: (share: number) => void } = {},
): Promise<Outcomes> {
  const heads = await endedHeads(book);
  const result: Outcomes = { outcomes: [], leftOut: [], late: 0 };
  for (let from = 0; from < heads.length; from += chunk) {
    const part = await read(book, ['people', 'companies', 'interactions', 'changes', 'actions'], async (tx) => {
      const hidden = await hiddenBatches(tx);
      return Promise.all(heads.slice(from, from + chunk).map((id) => recordOf(tx, id, hidden)));
    });
    for (const record of part) {
      const ending = record && endingOf(record.known, record.changes, now);
      if (!ending) continue;
      if (!ending.use) {
        const { id, name = '' } = record.known.lead;
        result.leftOut.push({ id, name, why: ending.why });
        continue;
      }
      if (ending.late) result.late++;
      if (ending.late && !withLate) continue;
      const { lead, people, interactions } = ending.known;
      result.outcomes.push({ input: scoreInput(lead, people, interactions), won: ending.won, at: ending.at });
    }
    onProgress(Math.min(1, (from + chunk) / heads.length));
  }
  result.outcomes.sort((a, b) => a.at - b.at || (a.input.lead.id < b.input.lead.id ? -1 : 1));
  return result;
}

/** Companies that ended or whose people did, and people that did whose company the book does not have. */
async function endedHeads(book: Book): Promise<string[]> {
  const companies = new Set<string>();
  const heads = new Set<string>();
  await readRows(book, 'company', (rows) => {
    for (const { id, outcome } of rows) {
      companies.add(id);
      if (outcome) heads.add(id);
    }
  });
  await readRows(book, 'person', (rows) => {
    for (const { id, outcome, companyId } of rows as Person[])
      if (outcome) heads.add(companyId && companies.has(companyId) ? companyId : id);
  });
  return [...heads];
}

type HeadRecord = { known: Known; changes: Change[] };

async function recordOf(tx: ReadTx, id: string, hidden: Set<string>): Promise<HeadRecord | undefined> {
  const row = (await tx.objectStore('companies').get(id)) ?? (await tx.objectStore('people').get(id));
  if (!row || !isVisible(row, hidden)) return undefined;
  const staff = row.kind === 'company' ? await tx.objectStore('people').index('companyId').getAll(id) : [];
  const people = staff.filter((one) => isVisible(one, hidden)).map((one) => toLead(one) as Person);
  const ids = [id, ...people.map((person) => person.id)];
  const [interactions, changes] = await Promise.all([
    Promise.all(ids.map((one) => tx.objectStore('interactions').index('leadId').getAll(one))),
    Promise.all([row, ...staff].map((one) => historyOf(tx, one))),
  ]);
  return {
    known: { lead: toLead(row), people, interactions: interactions.flat().map(eventOf) },
    changes: changes.flat(),
  };
}

const eventOf = ({ kind, occurredAt }: Interaction) => ({ kind, occurredAt });
