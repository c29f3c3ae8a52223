import type { Page } from '@playwright/test';
import type { ProfileRow } from '../../lib/domain/schema/score.ts';
import { pointsByRule } from '../../lib/scoring/learn/take.ts';
import type { ExtensionBrowser } from '../browser/extension-browser.ts';
import { expect, test, violationsOf } from './harness.ts';
import { endedBook, plainProfile, truth } from './learning-book.ts';
import { bookRecord, seedBook, seedCompany, workspaceUrl } from './seed.ts';

/** The learning page over a book of so many that ended. */
async function learning(browser: ExtensionBrowser, count: number): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(workspaceUrl(browser.extensionId, 'settings'));
  await seedBook(page, endedBook(count, Date.now()));
  await page.goto(workspaceUrl(browser.extensionId, 'learn'));
  await expect(page.getByRole('heading', { name: 'What the tiers foretold' })).toBeVisible();
  return page;
}
const rowOf = (page: Page, region: string, rule: string) =>
  page.getByRole('region', { name: region }).getByRole('row').filter({ hasText: rule });
/** The points that the profile of the book has in its draft, by rule; undefined where there is no draft. */
async function draftPoints(page: Page): Promise<Record<string, number> | undefined> {
  const row = (await bookRecord(page, 'profiles', plainProfile.id)) as ProfileRow;
  return row.draft && Object.fromEntries(pointsByRule(row.draft));
}

test('tells from won and lost what the rules are worth; what is taken changes the draft alone', async ({ launch }) => {
  const page = await learning(await launch(), 600);
  await expect(page.getByText(/^\d+ won and \d+ lost, ended between/)).toBeVisible();
  await expect(rowOf(page, 'What each rule foretold', 'Met at a fair')).toContainText('Won more often');
  await expect(rowOf(page, 'What each rule foretold', 'Far away')).toContainText('Won less often');
  await expect(rowOf(page, 'What each rule foretold', 'Has a fax number')).toContainText('Cannot be told yet');
  await expect(rowOf(page, 'What each rule foretold', 'Asked by telegram')).toContainText('it never differed');
  await expect(page.getByText('The suggested points are clearly better.')).toBeVisible();

  // The figures lie behind "advanced", near what the outcomes were made with.
  await expect(page.getByRole('heading', { name: 'Coefficients' })).toBeHidden();
  await page.getByText('Advanced: statistics').click();
  for (const [rule, wanted] of [
    ['Met at a fair', truth.fair],
    ['Far away', truth.far],
    ['Has a fax number', truth.fax],
  ] as const) {
    await expect(rowOf(page, 'Coefficients', rule).getByRole('cell').nth(1)).toBeVisible();
    const [coefficient, error] = (await rowOf(page, 'Coefficients', rule).getByRole('cell').allTextContents()).map(
      Number,
    );
    expect(Math.abs((coefficient ?? 99) - wanted)).toBeLessThan(3 * (error ?? 0));
  }
  for (const name of [/^Gains/, /^Lift/, /^Reliability/]) {
    const chart = page.getByRole('figure').filter({ has: page.getByRole('img', { name }) });
    await expect(chart.locator('svg.recharts-surface')).toBeVisible();
    await chart.getByText('The same as a table').click();
    expect(await chart.getByRole('row').count()).toBeGreaterThan(2);
  }

  // By keyboard: one suggestion is taken, taken back, and all that are clear are taken.
  const fair = rowOf(page, 'Suggested points', 'Met at a fair');
  const suggested = Number((await fair.getByRole('cell').nth(1).textContent())?.replace('+', ''));
  expect(suggested).toBeGreaterThan(20);
  expect(await draftPoints(page)).toBeUndefined();
  await page.getByRole('button', { name: /^Take \+\d+ points for “Met at a fair”/ }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await draftPoints(page))?.fair).toBe(suggested);
  expect(await draftPoints(page)).toMatchObject({ far: 20, fax: 20 });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => draftPoints(page)).toBeUndefined();
  await page.getByRole('button', { name: 'Take all 2 that are clear' }).click();
  await expect.poll(async () => (await draftPoints(page))?.far).toBeLessThan(-15);
  expect((await draftPoints(page))?.fax).toBe(20);
  await page.getByRole('button', { name: 'Put “Far away” back to +20 points' }).click();
  await expect.poll(async () => (await draftPoints(page))?.far).toBe(20);
});

test('below forty won and forty lost says how many are missing, and still counts', async ({ launch }) => {
  const page = await learning(await launch(), 60);
  await expect(page.getByText('Points are suggested from 40 won and 40 lost on.')).toBeVisible();
  await expect(page.getByText(/\d+ more won are needed/)).toBeVisible();
  await expect(page.getByText(/\d+ more lost are needed|Enough are lost/)).toBeVisible();
  await expect(rowOf(page, 'What each rule foretold', 'Met at a fair')).toContainText(/\d+ of \d+/);
  await expect(page.getByRole('button', { name: /^Take/ })).toHaveCount(0);
});

test('names what is left out, and lets those that came after their end be left out', async ({ launch }) => {
  const browser = await launch();
  const page = await browser.context.newPage();
  await page.goto(workspaceUrl(browser.extensionId, 'settings'));
  const now = Date.now();
  await seedBook(page, {
    profile: plainProfile,
    companies: [
      seedCompany(1, { outcome: { result: 'won', at: now - 5000 } }),
      seedCompany(2, { name: 'Later Ltd', outcome: { result: 'won', at: now + 9e9 } }),
      seedCompany(3, { createdAt: now - 1000, outcome: { result: 'lost', at: now - 9e9 } }),
    ],
  });
  await page.goto(workspaceUrl(browser.extensionId, 'learn'));
  await expect(page.getByText(/^1 won and 1 lost/)).toBeVisible();
  await page.getByText('1 is left out').click();
  await expect(page.getByText('Later Ltd: ends on a day that is yet to come')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Count those that came with their outcome or after it' }).uncheck();
  await expect(page.getByText(/^1 won and 0 lost/)).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on the learning page (${colorScheme})`, async ({ launch }) => {
    const page = await learning(await launch({ colorScheme }), 300);
    await page.getByText('Advanced: statistics').click();
    await expect(page.locator('svg.recharts-surface').first()).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await violationsOf(page)).toEqual([]);
  });
