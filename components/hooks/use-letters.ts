import { noticeText } from '../../lib/privacy/notice.ts';
import { accessReport } from '../../lib/privacy/report.ts';
import { reportHtml } from '../../lib/privacy/report-page.ts';
import type { LetterLanguage } from '../../lib/privacy/words.ts';
import { openBook } from '../../lib/storage/book.ts';
import { noteOut } from '../../lib/storage/ledger.ts';
import { reportInputOf, wholeReportInputOf } from '../../lib/storage/privacy.ts';
import { getSetting } from '../../lib/storage/settings.ts';
import type { Store } from './use-book.ts';
import { download } from './use-export.ts';
import { useFromBook } from './use-from-book.ts';

export type { LetterLanguage };

const watched: readonly Store[] = ['people', 'companies', 'meta'];

/** The notice that somebody is owed, in a language. In: the lead's id, the language. */
export const useNotice = (id: string, language: LetterLanguage) =>
  useFromBook(
    `${id} ${language}`,
    async (book) => {
      const [input, controller, months] = await Promise.all([
        reportInputOf(book, id),
        getSetting(book, 'controller'),
        getSetting(book, 'retentionMonths'),
      ]);
      return noticeText(input, controller, { months, now: Date.now(), language });
    },
    watched,
  );

/**
 * Saves the report on somebody as a file, and notes that it was made. In: the lead's id, the language, the form, what such a
 * file is called. Out: the file's name.
 */
export async function saveReport(
  id: string,
  language: LetterLanguage,
  form: 'html' | 'json',
  called: string,
): Promise<string> {
  const book = await openBook();
  const now = Date.now();
  const [input, controller] = await Promise.all([wholeReportInputOf(book, id), getSetting(book, 'controller')]);
  const report = accessReport(input, controller, now);
  const text = form === 'html' ? reportHtml(report, language) : `${JSON.stringify(report, null, 2)}\n`;
  const type = form === 'html' ? 'text/html' : 'application/json';
  // A file's name is no place for a person's.
  const name = `${called}-${new Date(now).toISOString().slice(0, 10)}-${id.slice(-6)}.${form}`;
  download(new Blob([text], { type: `${type};charset=utf-8` }), name);
  await noteOut(book, { at: now, what: 'report', where: name, count: 1, leadIds: [id] });
  return name;
}

/** Notes that the notice to somebody was taken out of here. In: the lead's id, by which way, as the user calls it. */
export async function noteNotice(id: string, where: string): Promise<void> {
  await noteOut(await openBook(), { at: Date.now(), what: 'notice', where, count: 1, leadIds: [id] });
}
