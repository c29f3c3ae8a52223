import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { ExtensionBrowser } from '../browser/extension-browser.ts';
import { saveEveryone } from '../browser/panel-acts.ts';
import { practice } from '../practice/serve.ts';
import { expect, openAndRead, test, violationsOf } from './harness.ts';
import { mixedBook } from './icp-book.ts';
import { bookRecord, seedBook, workspaceUrl } from './seed.ts';

const histogram = (page: Page) => page.locator('[data-histogram]');
const handle = (page: Page, tier: string) => page.getByRole('slider', { name: `Where ${tier} prospect begins` });

/** Takes a handle and lets it go elsewhere on the scale, as a hand would. In: the share of the width to go to, what to look at meanwhile. */
async function drag(page: Page, slider: Locator, share: number, held: () => Promise<void>): Promise<void> {
  const [from, scale] = await Promise.all([slider.boundingBox(), histogram(page).boundingBox()]);
  if (!from || !scale) throw new Error('nothing to drag');
  await page.mouse.move(from.x + from.width / 2, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(scale.x + scale.width * share, from.y + 8, { steps: 8 });
  await held();
  await page.mouse.up();
}

/** The workspace with a made-up book, on the page of the ideal customer. */
async function seeded(browser: ExtensionBrowser, count = 400): Promise<Page> {
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(workspaceUrl(browser.extensionId, 'settings'));
  await expect(page.getByRole('main')).toBeVisible();
  await seedBook(page, mixedBook(count));
  await page.goto('about:blank');
  await page.goto(workspaceUrl(browser.extensionId, 'icp'));
  await expect(histogram(page)).toBeVisible();
  return page;
}

test('a new user builds a starter profile, drags a cut, sees who moves, publishes; list and card follow', async ({
  launch,
}) => {
  const browser = await launch();
  const { panel } = await openAndRead(browser, practice.team);
  await saveEveryone(panel);
  await panel.getByRole('tab', { name: 'Leads' }).click();
  const row = panel.getByRole('listbox', { name: 'People' }).getByRole('option').first();
  const tier = row.getByRole('img', { name: / prospect|Too little/ });
  await expect(tier).toBeVisible();

  const opened = browser.context.waitForEvent('page');
  await panel.getByRole('button', { name: 'Open the workspace' }).click();
  const page = await opened;
  await page.getByRole('link', { name: 'Ideal customer' }).click();
  await page.getByRole('tab', { name: 'Start' }).click();
  const countries = page
    .getByRole('textbox', { name: 'In which countries?' })
    .or(page.getByRole('combobox', { name: 'In which countries?' }));
  await countries.fill('France');
  await countries.press('Enter');
  await page.getByRole('checkbox', { name: 'purchasing' }).check();
  await page
    .getByRole('textbox', { name: 'Good customers' })
    .fill(
      'Atelier Martin SARL, atelier-martin.fr\nUsines Colbert SARL, usines-colbert.fr\nPresses du Rhin SARL, rhin.fr',
    );
  await page
    .getByRole('textbox', { name: 'Bad customers' })
    .fill('Kranwerk GmbH, kranwerk.de\nOstalb Maschinen GmbH, ostalb.de');
  await expect(page.getByText('3 of 3 good ones, 0 of 2 bad ones').first()).toBeVisible();
  await page.getByRole('button', { name: 'Take as a draft' }).click();
  await expect(page.getByText(/^Draft with \d+ changes/)).toBeVisible();
  await expect(page.getByText('Country is France', { exact: true })).toBeVisible();

  // The counts follow while the hand still holds the letter.
  const counts = page.locator('[data-tier-counts]');
  await drag(page, handle(page, 'A'), 1, async () => {
    await expect(handle(page, 'A')).toHaveAttribute('aria-valuenow', '100');
    await expect(counts.locator('dd').first()).toHaveText('0');
  });
  await expect(handle(page, 'A')).toHaveAttribute('aria-valuenow', '100');
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect(page.locator('[data-effect]')).toContainText(/would change tier/);
  const cell = page.getByRole('button', { name: /^From A prospect to .*: \d+$/ });
  await expect(cell.first()).toBeVisible();
  await cell.first().click();
  await expect(page.getByRole('heading', { name: /from A prospect to/ })).toBeVisible();

  await expect(tier).toHaveAccessibleName('A prospect');
  await row.click();
  const card = panel.getByRole('article');
  await expect(card).toBeVisible();
  await page.getByRole('button', { name: 'Put it in force' }).click();
  await expect(page.getByText('Version 1 is in force')).toBeVisible();
  // The trend below names the tiers that were, too.
  await expect(card.locator('p', { hasText: /^A prospect$/ })).toBeHidden();
  await expect(card.locator('p', { hasText: /^[BCD] prospect$/ }).first()).toBeVisible();
  await card.press('Escape');
  await expect(tier).toHaveAccessibleName(/^[BCD] prospect$/);

  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(tier).toHaveAccessibleName('A prospect');
  await page.getByRole('tab', { name: 'Versions' }).click();
  await expect(page.getByRole('button', { name: /^Put in force again/ }).first()).toBeVisible();
  // The key comes back to the tab that is open.
  const tabs = browser.context.pages().length;
  await panel.getByRole('tab', { name: 'Leads' }).press('Alt+Shift+W');
  await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('visible');
  expect(browser.context.pages()).toHaveLength(tabs);
});

/** Goes on with Tab until the focus is where it is meant to be. */
async function tabTo(page: Page, target: Locator, most = 60): Promise<void> {
  for (let press = 0; press < most; press++) {
    if (await target.evaluate((node) => node === document.activeElement).catch(() => false)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the focus did not come there');
}

test('a rule is built by keyboard alone, and taken back', async ({ launch }) => {
  const page = await seeded(await launch());
  // From page to page: G and a letter.
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await expect(page).toHaveTitle(/People & companies/);
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await expect(page).toHaveTitle(/Ideal customer/);
  await expect(histogram(page)).toBeVisible();

  await tabTo(page, page.getByRole('button', { name: /^Add a rule/ }).first());
  await page.keyboard.press('Enter');
  const head = page.getByRole('button', { name: /New rule/, expanded: true });
  await expect(head).toBeFocused();
  const editor = page.getByRole('region', { name: /^Edit/ });
  await tabTo(page, editor.getByRole('textbox', { name: 'Name' }));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Near us');
  await tabTo(page, editor.getByRole('textbox', { name: 'Points' }));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('15');
  await tabTo(page, editor.getByRole('button', { name: /^Field:/ }));
  await page.keyboard.press('Enter');
  await page.keyboard.type('count');
  await expect(page.getByRole('option', { name: 'Country' }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(editor.getByRole('button', { name: 'Field: Country' })).toBeFocused();
  await tabTo(page, editor.getByRole('combobox', { name: 'Value for Country' }));
  await page.keyboard.type('Germany');
  await page.keyboard.press('Enter');
  await page.keyboard.type('AT');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Country is Germany or Austria')).toBeVisible();
  await tabTo(page, editor.getByRole('button', { name: 'Add a condition' }));
  await page.keyboard.press('Enter');
  await tabTo(page, editor.getByRole('button', { name: /^Field:/ }).nth(1));
  await page.keyboard.press('Enter');
  await page.keyboard.type('employees');
  await expect(page.getByRole('option', { name: 'Employees' }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(editor.getByRole('button', { name: 'Field: Employees' })).toBeFocused();
  await tabTo(page, editor.getByRole('textbox', { name: 'Value for Employees' }));
  await page.keyboard.type('50');
  const words = page.getByText('Country is Germany or Austria and Employees is at least 50');
  await expect(words).toBeVisible();
  await expect(page.locator('[data-rule]', { hasText: 'Near us' })).toContainText(/holds for \d+/);

  // What is edited is in the book, a moment after it is seen: another visit finds it.
  const kept = async () => JSON.stringify((await bookRecord(page, 'profiles', 'starter')) ?? null);
  await expect.poll(kept).toMatch(/"Near us"(?:(?!"name").)*\b50\b/);
  await page.reload();
  await expect(words).toBeVisible();
  const line = page.locator('[data-rule]', { hasText: 'Near us' });
  await tabTo(page, line);
  await page.keyboard.press('Delete');
  await expect(line).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(line).toBeVisible();

  // Cut points by arrow keys.
  await tabTo(page, handle(page, 'A'));
  const before = Number(await handle(page, 'A').getAttribute('aria-valuenow'));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('PageUp');
  await expect(handle(page, 'A')).toHaveAttribute('aria-valuenow', String(before + 6));
});

test('a file with anything in it names the place, and what is in force stays', async ({ launch, profile }) => {
  const page = await seeded(await launch());
  const load = async (text: string) => {
    const file = join(profile, 'profile.json');
    writeFileSync(file, text);
    await page.getByLabel('Load a file').setInputFiles(file);
  };
  const notice = page.getByRole('alert').filter({ hasText: 'cannot be used' });
  await load('{"version": 7}');
  await expect(notice).toContainText('made by a newer Leadlight');
  await load('{');
  await expect(notice).toContainText('not JSON');
  const rule = (when: unknown) => ({ kind: 'points', id: 'r', name: 'Rule', when, points: 5 });
  const file = (when: unknown, more: object = {}) =>
    JSON.stringify({
      version: 1,
      id: 'p',
      name: 'P',
      ...more,
      groups: [{ id: 'g', name: 'Group', rules: [rule(when)] }],
    });
  await load(file({ field: 'company.gone', op: 'is', value: 'x' }));
  await expect(notice).toContainText('groups[0].rules[0].when.field');
  await load(file({ named: 'a' }, { definitions: { a: { named: 'a' } } }));
  await expect(notice).toContainText('definitions.a');
  await expect(page.getByText('This is the profile that Leadlight begins with.')).toBeVisible();

  // A warning comes with an example, and the profile can be taken.
  await load(
    file({
      all: [
        { field: 'company.employees', op: 'gt', value: 50 },
        { field: 'company.employees', op: 'lt', value: 10 },
      ],
    }),
  );
  await expect(page.getByRole('status').filter({ hasText: 'holds the profile' })).toContainText('never');
  await page.getByRole('button', { name: 'Take as a draft' }).click();
  await expect(page.getByText(/^This never holds: Employees is more than 50 and/)).toBeVisible();
  await page.getByRole('button', { name: 'Discard the draft' }).click();
  await expect(page.getByText('This is the profile that Leadlight begins with.')).toBeVisible();
});

test('versions come back, a second profile gives the tiers, a moved lead opens, a file goes out and in', async ({
  launch,
  profile,
}) => {
  const browser = await launch();
  await browser.downloadTo(profile);
  const page = await seeded(browser, 60);
  await handle(page, 'A').press('End');
  await page.getByRole('button', { name: 'Try it' }).click();
  const moved = page.getByRole('region', { name: 'Who changes tier' });
  await moved.getByRole('link').first().click();
  await expect(page.getByRole('article')).toBeVisible();
  await expect(page).toHaveTitle(/People & companies/);
  await page.goBack();
  await page.goto(workspaceUrl(browser.extensionId, 'icp/try'));
  await page.getByRole('button', { name: 'Put it in force' }).click();
  await expect(page.getByText('Version 1 is in force')).toBeVisible();
  await page.getByRole('tab', { name: 'Versions' }).click();
  await expect(page.getByText('A prospect from')).toBeVisible();
  await page.getByRole('button', { name: 'Put in force again Version 0' }).click();
  await expect(page.getByText(/^Version 2, in force since/)).toBeVisible();
  await expect(handle(page, 'A')).toHaveAttribute('aria-valuenow', '65');

  const menu = page.getByRole('button', { name: 'Files and more profiles' });
  await menu.click();
  await page.getByRole('menuitem', { name: 'Save as a file' }).click();
  const file = join(profile, 'ideal-customer-starter-2.json');
  await expect.poll(() => existsSync(file)).toBe(true);
  await page.getByLabel('Load a file').setInputFiles(file);
  await page.getByRole('button', { name: 'Keep as a second profile' }).click();
  const choice = page.getByRole('combobox', { name: 'Profile' });
  await expect(choice).toHaveValue('starter-2');
  await page.getByRole('button', { name: 'Let it give the tiers' }).click();
  await expect(choice.getByRole('option', { selected: true })).toContainText('gives the tiers');
  await choice.selectOption('starter');
  await menu.click();
  await page.getByRole('menuitem', { name: 'Remove this profile' }).click();
  await expect(choice).toBeHidden();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in the ideal customer, ${colorScheme}`, async ({ launch }) => {
    const page = await seeded(await launch({ colorScheme }), 60);
    const clean = async (state: string) => {
      const violations = await violationsOf(page);
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
      );
      expect(found, state).toEqual([]);
    };
    await clean('rules');
    await page.locator('[data-rule]').first().click();
    await page.getByText('Advanced').click();
    await clean('a rule that is open');
    await page
      .getByRole('button', { name: /^Field:/ })
      .first()
      .click();
    await clean('fields to choose from');
    await page.keyboard.press('Escape');
    await page.locator('[data-rule="talk.mail"]').click();
    await clean('a talk that is open');
    await handle(page, 'A').press('PageDown');
    await page.getByRole('button', { name: 'Try it' }).click();
    await expect(page.locator('[data-effect]')).toBeVisible();
    await clean('a draft that is tried');
    await page.getByRole('radio', { name: 'Picture' }).click();
    await clean('the picture of it');
    await page.getByRole('tab', { name: 'Versions' }).click();
    await clean('versions');
    await page.getByRole('tab', { name: 'Start' }).click();
    await page.getByRole('textbox', { name: 'Good customers' }).fill('A GmbH, a-firm.de\nB GmbH, b-firm.de');
    await expect(page.getByText('2 read.')).toBeVisible();
    await clean('a start');
  });
