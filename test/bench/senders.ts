import { runInExtension } from './in-extension.ts';
import type { Figure } from './part.ts';
import { timed } from './timed.ts';

/** Runs in a page of the extension: fills the book with so many people and looks fifty of them up, half of them unknown. */
const source = `
import './no-eval.ts';
import { personKeys } from '../../lib/domain/lead-keys.ts';
import { openBook } from '../../lib/storage/book.ts';
import { write } from '../../lib/storage/transact.ts';
import { lookUpSenders } from '../../lib/storage/senders.ts';

globalThis.bench = async (count) => {
  const book = await openBook();
  for (let from = 0; from < count; from += 5000) {
    await write(book, ['people'], async (tx) => {
      for (let n = from; n < from + 5000; n++) {
        const values = {
          name: 'Person ' + n + ' Petersen', jobTitle: 'Purchasing Manager', companyName: 'Plant ' + (n % 9000),
          emails: ['person.' + n + '@works-' + (n % 9000) + '.example'], phones: [], links: [], addresses: [],
        };
        void tx.objectStore('people').put({ kind: 'person', id: crypto.randomUUID(), tags: [], partial: false, createdAt: 1, updatedAt: n, ...values, keys: personKeys(values, false) });
      }
    });
  }
  const times = [];
  for (let turn = 0; turn < 12; turn++) {
    const people = Array.from({ length: 50 }, (_, i) => {
      const n = (turn * 7919 + i * 1543) % count;
      const address = i % 2 === 0 ? 'person.' + n + '@works-' + (n % 9000) + '.example' : 'sender.' + n + '@plant-' + n + '.example';
      return { address, name: '', where: 'row' };
    });
    const started = performance.now();
    await lookUpSenders(book, people, { addresses: [], domains: [], never: [] }, Date.now());
    times.push(performance.now() - started);
  }
  return times;
};`;

/** How long a mailbox waits for the tiers of a list's senders. In: the built extension. */
export async function measureLookUps(extension: string): Promise<Figure> {
  const times = await runInExtension<number[]>(extension, source, 100_000);
  // The first finds nothing of the database in memory.
  return timed('50 senders among 100,000 leads', times.slice(1), 20);
}
