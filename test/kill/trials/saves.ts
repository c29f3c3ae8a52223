import { trayPage } from '../../../lib/domain/schema/tray.ts';
import { hiddenBatches, isVisible } from '../../../lib/storage/rows.ts';
import { saveItems } from '../../../lib/storage/save.ts';
import { read, write } from '../../../lib/storage/transact.ts';
import { person } from '../../bench/people.ts';
import { emptyStores, type Trial } from '../trial.ts';

const mailOf = (number: number): string => String(person(number, '').draft.fields.emails[0]?.value);

/** Saves of 1 to 40 people, now and then of 220 (which are staged): all there with places and history and their page marked, or nothing. */
export const saves: Trial = {
  seed: async () => ({ next: 0 }),

  async run({ book, random, round, op, begin }) {
    const count = random() < 0.2 ? 220 : 1 + Math.floor(random() * 40);
    const from = (round * 100 + op) * 250;
    const url = `https://firm.example/${round}/${op}`;
    const items = Array.from({ length: count }, (_, at) => person(from + at, url));
    await write(book, ['tray'], (tx) =>
      tx.objectStore('tray').put(trayPage.parse({ url, title: 'Team', readAt: Date.now(), items })),
    );
    await begin({ url, from, count });
    await saveItems(book, { items, batch: { tags: [] }, url, now: Date.now() });
    return {};
  },

  async check(book, memory, begun, done) {
    const wrong: string[] = [];
    for (const [at, { url, from, count }] of begun.entries()) {
      const numbers = Array.from({ length: Number(count) }, (_, n) => Number(from) + n);
      const found = await read(book, ['people', 'receipts', 'changes', 'tray', 'actions'], async (tx) => {
        const hidden = await hiddenBatches(tx);
        const rows = await Promise.all(
          numbers.map((number) => tx.objectStore('people').index('emails').getAll(mailOf(number))),
        );
        const ids = rows
          .flat()
          .filter((row) => isVisible(row, hidden))
          .map(({ id }) => id);
        const receipts = await Promise.all(ids.map((id) => tx.objectStore('receipts').getKey(id)));
        const changes = await Promise.all(ids.map((id) => tx.objectStore('changes').index('leadId').count(id)));
        const items = (await tx.objectStore('tray').get(String(url)))?.items ?? [];
        return {
          people: ids.length,
          receipts: receipts.filter(Boolean).length,
          histories: changes.filter((number) => number > 0).length,
          marked: items.filter(({ state }) => state === 'saved').length,
        };
      });
      const counts = [...new Set(Object.values(found))];
      const isWhole = counts.length === 1 && (counts[0] === count || (counts[0] === 0 && at >= done.length));
      if (!isWhole) wrong.push(`save of ${count}${at < done.length ? ', acknowledged' : ''}: ${JSON.stringify(found)}`);
    }
    if ((await (await book.connection()).count('people')) > 4000) await emptyStores(book);
    return { wrong, memory };
  },
};
