import { sharedKeys } from '../domain/dedupe.ts';
import { differencesOf } from '../domain/merge.ts';
import { lookupKeys } from '../domain/reference-keys.ts';
import type { TrayItem } from '../domain/schema/tray.ts';
import type { DraftStanding } from '../domain/standing.ts';
import type { Book } from './book.ts';
import { pageFacts } from './facts.ts';
import { createFinder } from './find.ts';
import { listedIn, referenceStores } from './references.ts';
import { hiddenBatches, receiptsOf, toLead } from './rows.ts';
import { read } from './transact.ts';

/**
 * How the drafts of a page stand to the book. In: the book, all items of one tray page (keys that two of them share count
 * for neither). Out: one standing an item, in order. Throws `BookError`.
 */
export function compareDrafts(book: Book, items: TrayItem[]): Promise<DraftStanding[]> {
  return read(book, ['people', 'companies', 'receipts', 'actions', 'meta', ...referenceStores], async (tx) => {
    const facts = pageFacts(items);
    const hidden = await hiddenBatches(tx);
    const finder = await createFinder(tx, sharedKeys([...facts.values()]), hidden);
    const standing = async (item: TrayItem): Promise<DraftStanding> => {
      const draftId = item.draft.id;
      const own = facts.get(draftId);
      if (!own) return { draftId, state: 'new', differences: [], maybe: [] };
      const { row, maybe } = await finder.find(item, own);
      if (!row) return { draftId, state: maybe.length ? 'check' : 'new', differences: [], maybe };
      const lead = toLead(row);
      const differences = differencesOf({ lead, receipts: await receiptsOf(tx, lead.id) }, item.draft);
      const state = differences.length ? 'differs' : 'known';
      return { draftId, state, lead, since: lead.createdAt, differences, maybe: [] };
    };
    const [standings, listed] = await Promise.all([
      Promise.all(items.map(standing)),
      listedIn(
        tx,
        items.map(({ draft }) => {
          const own = facts.get(draft.id);
          return own ? lookupKeys(own) : [];
        }),
      ),
    ]);
    return standings.map((one, at) => (listed[at]?.length ? { ...one, listed: listed[at] } : one));
  });
}
