import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '../browser/extension-browser.ts';
import { expect, test, violationsOf } from './harness.ts';
import { bookRecord, seedBook, seedCompany, seedPerson, workspaceUrl } from './seed.ts';

const day = 24 * 60 * 60 * 1000;
const mobile = (text: string) => ({ e164: text, text, kind: 'mobile' as const });
const board = { e164: '+49731555100', text: '+49731555100', kind: 'switchboard' as const };

const people = [
  seedPerson(1, {
    name: 'Hans Müller',
    jobTitle: 'Head of purchasing',
    companyName: 'Glasbau Lindner GmbH',
    emails: ['h.mueller@glasbau.example'],
    phones: [mobile('+491715551234')],
    tags: ['fair'],
    createdAt: Date.now() - 90 * day,
  }),
  seedPerson(2, {
    name: 'Mueller, Johannes',
    jobTitle: 'Buyer',
    companyName: 'Andere AG',
    emails: ['hm@andere.example'],
    phones: [mobile('+491715551234')],
    createdAt: Date.now() - 30 * day,
  }),
  seedPerson(3, {
    name: '王小明',
    companyName: '苏州宏达阀门有限公司',
    emails: ['xm.wang@hongda.example'],
    wechat: 'xm_wang',
  }),
  seedPerson(4, { name: 'Xiaoming Wang', companyName: 'Suzhou Hongda Valve', emails: ['xm.wang@hongda.example'] }),
  // Colleagues at one switchboard.
  seedPerson(5, { name: 'Eva Wolf', companyName: 'Glasbau Lindner GmbH', phones: [board] }),
  seedPerson(6, { name: 'Emil Wolf', companyName: 'Glasbau Lindner GmbH', phones: [board] }),
];
const companies = [
  seedCompany(1, {
    name: 'Weber Holzbau GmbH',
    domain: 'weber-holzbau.example',
    addresses: [{ city: 'Ulm', postalCode: '89073', country: 'DE', text: '89073 Ulm' }],
  }),
  seedCompany(2, { name: 'Weber-Holzbau', website: 'https://www.weber-holzbau.example/' }),
  seedCompany(3, { name: 'Weber Holzbau Verwaltungs GmbH', domain: 'weber-holzbau.example' }),
];

async function opened(browser: ExtensionBrowser, section = 'clean'): Promise<Page> {
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(workspaceUrl(browser.extensionId, 'settings'));
  await expect(page.getByRole('main')).toBeVisible();
  await seedBook(page, { people, companies, indexed: true });
  await page.goto('about:blank');
  await page.goto(workspaceUrl(browser.extensionId, section));
  return page;
}
const list = (page: Page) => page.getByRole('listbox', { name: 'Probably one' });
const groups = (page: Page) => list(page).getByRole('option');
const storedPeople = (page: Page) => Promise.all(people.map(({ id }) => bookRecord(page, 'people', id)));

test('finds, compares, merges, undoes and takes apart by keyboard alone', async ({ launch }) => {
  const page = await opened(await launch());
  await expect(groups(page)).toHaveCount(3);
  await expect(groups(page).filter({ hasText: 'Wolf' })).toHaveCount(0);
  await expect(groups(page).filter({ hasText: 'Verwaltungs' })).toHaveCount(0);
  const before = await storedPeople(page);

  // The list has the focus: arrows, then Enter to compare.
  await expect(list(page)).toBeFocused();
  const at = (await groups(page).allInnerTexts()).findIndex((text) => text.includes('Hans Müller'));
  for (let step = 0; step < at; step++) await page.keyboard.press('ArrowDown');
  const compare = page.getByRole('region', { name: 'Compare' });
  await expect(compare.getByRole('columnheader', { name: /Hans Müller/ })).toBeVisible();
  await expect(compare).toContainText('same mobile +49 171 5551234');
  await expect(compare).toContainText('another company');
  await page.keyboard.press('Enter');
  await expect(compare).toBeFocused();
  const title = compare.getByRole('radio', { name: 'Buyer' });
  await expect(compare.getByRole('radio', { name: 'Head of purchasing' })).toBeChecked();
  await title.focus();
  await page.keyboard.press('Space');
  await expect(title).toBeChecked();
  await page.keyboard.press('m');

  await expect(page.getByText('One merged into Hans Müller')).toBeVisible();
  await expect(groups(page)).toHaveCount(2);
  const kept = await bookRecord(page, 'people', people[0]?.id ?? '');
  expect(kept).toMatchObject({
    name: 'Hans Müller',
    jobTitle: 'Buyer',
    emails: ['h.mueller@glasbau.example', 'hm@andere.example'],
  });
  expect(await bookRecord(page, 'people', people[1]?.id ?? '')).toMatchObject({ mergedInto: people[0]?.id });

  // Z takes the last thing back, exactly.
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('z');
  await expect(groups(page)).toHaveCount(3);
  await expect.poll(() => storedPeople(page)).toEqual(before);

  // Merged again, and taken apart from the list of what was done, after everything was loaded anew.
  for (let step = 0; step < at; step++) await page.keyboard.press('ArrowDown');
  await expect(compare.getByRole('columnheader', { name: /Hans Müller/ })).toBeVisible();
  await page.keyboard.press('m');
  await expect(groups(page)).toHaveCount(2);
  await expect.poll(() => bookRecord(page, 'people', people[1]?.id ?? '')).toMatchObject({ mergedInto: people[0]?.id });
  await page.reload();
  await expect(groups(page)).toHaveCount(2);
  await page.getByRole('tab', { name: 'Duplicates' }).focus();
  await page.keyboard.press('ArrowRight');
  const undo = page.getByRole('button', { name: 'Undo: Merged one into Hans Müller' });
  await undo.first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('taken back').first()).toBeVisible();
  await expect.poll(() => storedPeople(page)).toEqual(before);
});

test('remembers who is not the same, and merges the certain ones at once', async ({ launch }) => {
  const page = await opened(await launch());
  await expect(groups(page)).toHaveCount(3);
  await expect(list(page)).toBeFocused();
  const at = (await groups(page).allInnerTexts()).findIndex((text) => text.includes('Weber'));
  for (let step = 0; step < at; step++) await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('columnheader', { name: /Weber Holzbau GmbH/ })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByText('Remembered: not the same')).toBeVisible();
  await expect(groups(page)).toHaveCount(2);
  await page.reload();
  await expect(groups(page)).toHaveCount(2);

  const certain = await groups(page).filter({ hasText: 'Certain' }).count();
  expect(certain).toBeGreaterThan(0);
  await page.getByRole('button', { name: /^Merge the/ }).click();
  await expect(groups(page).filter({ hasText: 'Certain' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(groups(page)).toHaveCount(2);
});

test('a lead says whom it may be the same as, and how it was on a day', async ({ launch }) => {
  const page = await opened(await launch(), `leads/${people[0]?.id}`);
  const same = page.getByRole('region', { name: 'Duplicates' });
  await expect(same).toContainText('May be the same as Mueller, Johannes');
  await same.getByRole('link', { name: 'Compare' }).click();
  const compare = page.getByRole('region', { name: 'Compare' });
  await expect(compare.getByRole('columnheader', { name: /Mueller, Johannes/ })).toBeVisible();
  await page.keyboard.press('m');
  await expect(page.getByText('One merged into Hans Müller')).toBeVisible();

  await page.goto(workspaceUrl(new URL(page.url()).host, `leads/${people[1]?.id}`));
  await expect(same).toContainText('Merged with Mueller, Johannes');
  await page.getByRole('button', { name: 'As it was on a day' }).click();
  const date = page.getByLabel('As it was on', { exact: true });
  await date.fill(new Date(Date.now() - 2 * day).toISOString().slice(0, 10));
  const then = page.getByRole('region', { name: 'History' }).locator('dl');
  await expect(then).toContainText('h.mueller@glasbau.example');
  await expect(then).not.toContainText('hm@andere.example');
  await same.getByRole('button', { name: 'Take apart' }).click();
  await expect(same).toContainText('May be the same as');
});

for (const [colorScheme, language] of [
  ['light', 'en'],
  ['dark', 'zh-CN'],
] as const)
  test(`axe finds nothing (${colorScheme}, ${language})`, async ({ launch }) => {
    const page = await opened(await launch({ colorScheme, language }));
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect(page.getByRole('option')).toHaveCount(3);
    await expect(page.getByRole('columnheader').nth(2)).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
    const shots = process.env.LEADLIGHT_SHOTS;
    if (shots) await page.screenshot({ path: join(shots, `clean-${colorScheme}-${language}.png`) });
    await page.keyboard.press('m');
    await expect(page.getByRole('option')).toHaveCount(2);
    await page.getByRole('tab').nth(1).click();
    await expect(page.getByRole('listitem').first()).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
    if (shots) await page.screenshot({ path: join(shots, `changes-${colorScheme}-${language}.png`) });
  });
