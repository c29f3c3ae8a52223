import { expect, type Page } from '@playwright/test';
import { mixedBook } from './icp-book.ts';
import { ordersFile } from './orders-file.ts';
import { type Seed, seedBook, seedCompany, seedPerson } from './seed.ts';

const day = 86_400_000;

/** Names that run from right to left, alone and among figures and Latin letters. */
export const foreignNames = ['שרה כהן (חיפה)', 'محمد الأحمد 3', 'דוד Levi & Co.'] as const;

/** Something of everything that a page can show: leads of each kind, duplicates, tasks, customers, names in four scripts. */
export function wholeBook(now: number): Seed {
  const { companies = [], people = [] } = mixedBook(24);
  const ended = companies.map((company, at) => ({
    ...company,
    createdAt: now - 400 * day,
    ...(at % 3 === 0 && { outcome: { result: at % 2 ? ('won' as const) : ('lost' as const), at: now - at * day } }),
    emails: [`office@muster-${at + 1}.example`],
  }));
  const [first, second, ...others] = people;
  const withTasks = [
    { ...first, nextStep: { text: 'Call about the offer', dueAt: now, timed: false } },
    { ...second, nextStep: { text: 'Send the drawing', dueAt: now - 3 * day, timed: false } },
  ];
  return {
    companies: ended,
    people: [
      ...(withTasks as typeof people),
      ...others,
      ...foreignNames.map((name, at) =>
        seedPerson(900 + at, { name, jobTitle: 'מנהלת רכש', companyId: seedCompany(1).id }),
      ),
      seedPerson(950, { name: 'Hans Müller', phones: [mobile], createdAt: now - 90 * day }),
      seedPerson(951, { name: 'Mueller, Johannes', phones: [mobile], createdAt: now - 30 * day }),
    ],
    indexed: true,
  };
}
const mobile = { e164: '+491715551234', text: '+491715551234', kind: 'mobile' as const };

/** Fills the book of an open page of the workspace and takes a list of orders in. In: the page, on `#/customers`, the words of its language. */
export async function fillBook(page: Page, now: number, word: (key: string) => string): Promise<void> {
  await seedBook(page, wholeBook(now));
  // The page before may have a place for files too; a file given to that one is nobody's.
  await expect(page.getByRole('heading', { level: 1, name: word('value.title') })).toBeVisible();
  await page.locator('input[type=file]').setInputFiles({
    name: 'orders.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(ordersFile(24, now - 5 * day)),
  });
  await page.getByRole('button', { name: word('value.import.try') }).click();
  await page.getByRole('button', { name: new RegExp(`^${word('value.import.write').replace(/\$\d/, '.+')}$`) }).click();
  await expect(page.getByRole('slider').first()).toBeVisible({ timeout: 30_000 });
}
