import type { Book } from '../../../lib/storage/book.ts';
import { addNote } from '../../../lib/storage/edit.ts';
import { mergeLeads } from '../../../lib/storage/merge-leads.ts';
import { saveItems } from '../../../lib/storage/save.ts';
import { read } from '../../../lib/storage/transact.ts';
import { undoAction } from '../../../lib/storage/undo.ts';
import { person } from '../../bench/people.ts';
import type { Memory, Trial } from '../trial.ts';

const pairs = 100;
const atOnce = 10;

type Kept = {
  /** Two leads of each pair. */
  ids: [string, string][];
  /** What is stored of each pair while it is apart. */
  apart: string[];
  /** Pairs that each merge that stands made one. */
  merged: { [actionId: string]: number[] };
};
const keptIn = (memory: Memory): Kept => memory as Kept;

/** Rows, receipts and notes of two leads, as text. */
const stored = (book: Book, [a, b]: [string, string]): Promise<string> =>
  read(book, ['people', 'receipts', 'interactions'], async (tx) => {
    const of = (id: string) =>
      Promise.all([
        tx.objectStore('people').get(id),
        tx.objectStore('receipts').get(id),
        tx.objectStore('interactions').index('leadId').getAll(id),
      ]);
    return JSON.stringify(await Promise.all([of(a), of(b)]));
  });

/** Merges of ten pairs at once and their undoing: every pair one or two, ten of them alike, and apart byte for byte as before. */
export const merges: Trial = {
  async seed(book) {
    const items = Array.from({ length: pairs * 2 }, (_, at) => person(at, 'https://firm.example/pairs'));
    const { outcomes } = await saveItems(book, {
      items,
      batch: { tags: [] },
      url: 'https://firm.example/pairs',
      now: Date.now(),
    });
    const found = outcomes.map(({ leadId }) => leadId);
    const ids = Array.from({ length: pairs }, (_, at): [string, string] => [
      found[at * 2] ?? '',
      found[at * 2 + 1] ?? '',
    ]);
    for (const [, gone] of ids) await addNote(book, gone, 'a note that moves', Date.now());
    const apart = await Promise.all(ids.map((pair) => stored(book, pair)));
    return { ids, apart, merged: {} } satisfies Kept;
  },

  async run({ book, memory, random, begin }) {
    const { ids, merged } = keptIn(memory);
    const standing = Object.keys(merged);
    const free = ids.map((_, at) => at).filter((at) => !Object.values(merged).flat().includes(at));
    if (standing.length > 0 && (free.length < atOnce || random() < 0.5)) {
      const actionId = standing[Math.floor(random() * standing.length)] ?? '';
      const undone = merged[actionId] ?? [];
      await begin({ what: 'undo', actionId, pairs: undone });
      await undoAction(book, actionId, Date.now());
      delete merged[actionId];
      return {};
    }
    const chosen = Array.from({ length: atOnce }, () => free.splice(Math.floor(random() * free.length), 1)[0] ?? 0);
    await begin({ what: 'merge', pairs: chosen });
    const requests = chosen.map((at) => ({
      keptId: ids[at]?.[0] ?? '',
      leadIds: [ids[at]?.[0] ?? '', ids[at]?.[1] ?? ''],
    }));
    const { actionId } = await mergeLeads(book, requests, Date.now());
    merged[actionId] = chosen;
    return { actionId };
  },

  async check(book, memory, begun, done) {
    const { ids, apart, merged: before } = keptIn(memory);
    const wrong: string[] = [];
    const isOne: boolean[] = [];
    for (const [at, pair] of ids.entries()) {
      const gone = await (await book.connection()).get('people', pair[1]);
      isOne[at] = gone?.mergedInto === pair[0] && gone.deletedAt !== undefined;
      if (!isOne[at] && (await stored(book, pair)) !== apart[at]) wrong.push(`pair ${at} is neither one nor as it was`);
      if (isOne[at]) {
        const moved = await (await book.connection()).countFromIndex('interactions', 'leadId', pair[1]);
        if (moved > 0) wrong.push(`pair ${at} is one, but its notes stayed`);
      }
    }
    // What stood before, and then each operation in turn; of the last one it is not known whether it came to its end.
    const expected = ids.map((_, at) => Object.values(before).flat().includes(at));
    for (const [at, { what, pairs: touched }] of begun.entries()) {
      const all = touched as number[];
      const next = what === 'merge';
      const came = all.filter((one) => isOne[one] === next).length;
      const isLast = at >= done.length;
      if (isLast && came !== 0 && came !== all.length) wrong.push(`${what}: ${came} of ${all.length} pairs`);
      if (!isLast || came === all.length) for (const one of all) expected[one] = next;
    }
    for (const [at, one] of expected.entries())
      if (one !== isOne[at]) wrong.push(`pair ${at} is ${one ? 'apart' : 'one'}, against what was acknowledged`);
    const records = await (await book.connection()).getAll('merges');
    const merged: Kept['merged'] = {};
    for (const { actionId, keptId, undoneAt } of records) {
      if (undoneAt !== undefined) continue;
      const at = ids.findIndex(([kept]) => kept === keptId);
      merged[actionId] = [...(merged[actionId] ?? []), at];
    }
    return { wrong, memory: { ids, apart, merged } };
  },
};
