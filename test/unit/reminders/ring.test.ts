import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { pageOfNotice, type ReminderNotice, ringReminders } from '../../../lib/reminders/ring.ts';
import type { Book } from '../../../lib/storage/book.ts';
import { bulkEdit, saveItems } from '../../../lib/storage/leads.ts';
import { getSetting, setSetting } from '../../../lib/storage/settings.ts';
import { addTask } from '../../../lib/storage/tasks.ts';
import { emptyBook, noBatch, page, person } from '../storage/make.ts';

let book: Book;
let id: string;
let shown: ReminderNotice[];
beforeEach(async () => {
  book = await emptyBook();
  shown = [];
  const items = [person('p1', { name: 'Erika Lindner' })];
  id = (await saveItems(book, { items, batch: noBatch, url: page, now: 2000 })).outcomes[0]?.leadId ?? '';
  await ring(5000);
});

const ring = (now: number, more: { allowed?: boolean; dies?: boolean } = {}) =>
  ringReminders(book, {
    now: () => now,
    allowed: async () => more.allowed ?? true,
    show: async (notice) => {
      shown.push(notice);
      if (more.dies) throw new Error('killed');
    },
    words: {
      one: ({ task, lead }) => ({ title: task.text, message: lead?.name ?? '' }),
      many: (count) => ({ title: `${count} due`, message: '' }),
    },
  });
const remind = (text: string, remindAt: number, leads = [id]) =>
  addTask(book, leads, { text, dueAt: remindAt, timed: true, remindAt }, 5000);

describe('ringReminders', () => {
  it('tells each reminder once, of leads and of nobody, also long after it fell', async () => {
    await remind('Ring', 6000);
    await remind('Tidy the stand', 7000, []);
    expect(await ring(5999)).toBe(0);
    expect(await ring(1_000_000)).toBe(2);
    expect(shown.map(({ title, message }) => [title, message])).toEqual([
      ['Ring', 'Erika Lindner'],
      ['Tidy the stand', ''],
    ]);
    expect(shown.map((notice) => pageOfNotice(notice.id))).toEqual([`leads/${id}`, 'today']);
    expect(await ring(1_000_001)).toBe(0);
  });

  it('tells again what it may not have told', async () => {
    await remind('Ring', 6000);
    await expect(ring(6001, { dies: true })).rejects.toThrow('killed');
    expect(await ring(6002)).toBe(1);
    expect(shown.map(({ title }) => title)).toEqual(['Ring', 'Ring']);
  });

  it('keeps what came due until notices are allowed', async () => {
    await remind('Ring', 6000);
    expect(await ring(6001, { allowed: false })).toBe(0);
    expect(await ring(6002)).toBe(1);
  });

  it('goes on from now where the clock was ahead and was set right', async () => {
    const yearAhead = 5000 + 365 * 86_400_000;
    await ring(yearAhead);
    await remind('Ring', 7000);
    expect(await ring(6000)).toBe(0);
    expect(await ring(7001)).toBe(1);
    expect(shown.map(({ title }) => title)).toEqual(['Ring']);
  });

  it('tells only of what is the user’s or nobody’s, today', async () => {
    await setSetting(book, 'work', { ...(await getSetting(book, 'work')), myName: 'Li Na' });
    await bulkEdit(book, [id], { owner: 'Anna' }, 5000);
    await remind('Ring', 6000);
    await remind('Tidy the stand', 6000, []);
    expect(await ring(6001)).toBe(1);
    await remind('Ring again', 7000);
    expect(await ring(7001)).toBe(0);
    await bulkEdit(book, [id], { standIn: { name: 'Li Na', since: 7500, until: 9000 } }, 7500);
    await remind('Ring once more', 8000);
    // What was a colleague’s when it fell is not told later.
    expect(await ring(8001)).toBe(1);
    expect(shown.map(({ title }) => title)).toEqual(['Tidy the stand', 'Ring once more']);
  });

  it('tells many in one notice that leads to Today', async () => {
    for (let n = 0; n < 6; n++) await remind(`Ring ${n}`, 6000 + n);
    expect(await ring(7000)).toBe(6);
    expect(shown).toEqual([{ id: 'today#all', title: '6 due', message: '' }]);
    expect(pageOfNotice('today#all')).toBe('today');
  });
});
