import { createImportSession } from '../../../lib/exchange/import/session.ts';
import type { Book } from '../../../lib/storage/book.ts';
import { hiddenBatches, isVisible } from '../../../lib/storage/rows.ts';
import { saveItems } from '../../../lib/storage/save.ts';
import { read } from '../../../lib/storage/transact.ts';
import { person } from '../../bench/people.ts';
import { emptyStores, type Trial } from '../trial.ts';

const known = 60;
const fresh = 1200;
const mailOf = (number: number): string => String(person(number, '').draft.fields.emails[0]?.value);

async function seed(book: Book) {
  const items = Array.from({ length: known }, (_, at) => person(at, 'https://firm.example/known'));
  await saveItems(book, { items, batch: { tags: [] }, url: 'https://firm.example/known', now: Date.now() });
  return { department: '' };
}

/** Imports of 1,200 new people that also change 60 who are there: all of it or nothing. */
export const imports: Trial = {
  seed,

  async run({ book, round, op, begin }) {
    const tag = `${round}-${op}`;
    const lines = [
      'Name,E-mail,Department',
      ...Array.from({ length: known }, (_, at) => `,${mailOf(at)},${tag}`),
      ...Array.from({ length: fresh }, (_, at) => `New ${tag} ${at},new.${tag}.${at}@fresh.example,Sales`),
    ];
    const session = createImportSession(book);
    const file = await session.open({ name: `${tag}.csv`, text: lines.join('\n') });
    const choices = { replace: true, maybe: 'create' as const, tags: [], list: tag };
    const plan = await session.plan({ mapping: file.mapping, choices });
    if (plan.created !== fresh || plan.merged !== known) throw new Error(`planned otherwise: ${JSON.stringify(plan)}`);
    await begin({ tag });
    const answer = await session.write();
    if ('changed' in answer) throw new Error('The book was changed by somebody else');
    return {};
  },

  async check(book, memory, begun, done) {
    const wrong: string[] = [];
    const found = await read(book, ['people', 'actions', 'receipts'], async (tx) => {
      const hidden = await hiddenBatches(tx);
      const mine = await Promise.all(
        Array.from({ length: known }, (_, at) => tx.objectStore('people').index('emails').getAll(mailOf(at))),
      );
      const people = (await tx.objectStore('people').getAll()).filter((row) => isVisible(row, hidden));
      const lists = new Map<string, number>();
      for (const { list } of people) if (list) lists.set(list, (lists.get(list) ?? 0) + 1);
      const receipts = await tx.objectStore('receipts').count();
      const all = await tx.objectStore('people').count();
      return {
        departments: [...new Set(mine.flat().map(({ department }) => department ?? ''))],
        known: mine.flat().length,
        all,
        lists,
        left: { people: all - people.length, receipts: receipts - all },
      };
    });
    let department = String(memory.department);
    for (const [at, { tag }] of begun.entries()) {
      const count = found.lists.get(String(tag)) ?? 0;
      // The known ones got the list of the first import that they were in.
      const isIn = count >= fresh;
      if (!isIn && (count > 0 || at < done.length))
        wrong.push(`import ${tag}${at < done.length ? ', acknowledged' : ''}: ${count} of ${fresh}`);
      if (isIn) department = String(tag);
    }
    if (found.departments.length !== 1 || found.departments[0] !== department)
      wrong.push(
        `the ${found.known} who were there (of ${found.all} people) say "${found.departments.join('", "')}", not "${department}"`,
      );
    if (found.left.people !== 0 || found.left.receipts !== 0) wrong.push(`left over: ${JSON.stringify(found.left)}`);
    await emptyStores(book);
    return { wrong, memory: await seed(book) };
  },
};
