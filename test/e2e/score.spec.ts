import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import readXlsx from 'read-excel-file/node';
import { starterProfile } from '../../lib/scoring/starter.ts';
import { rowsOf, saveEveryone } from '../browser/panel-acts.ts';
import { practice } from '../practice/serve.ts';
import { expect, openAndRead, test, violationsOf } from './harness.ts';

const people = (panel: Page) => panel.getByRole('listbox', { name: 'People' }).getByRole('option');
const companies = (panel: Page) => panel.getByRole('listbox', { name: 'Companies' }).getByRole('option');
const score = (panel: Page) => panel.getByRole('article').getByRole('region', { name: 'Score' });

/** Publishes other cut points as the editor does: into the book, and told to every open page. */
async function publishCuts(panel: Page, cuts: { A: number; B: number; C: number }, revision: number): Promise<void> {
  const published = { ...starterProfile(), cuts, revision };
  await panel.evaluate(
    async (row) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('book');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const transaction = database.transaction('profiles', 'readwrite');
      transaction.objectStore('profiles').put(row);
      await new Promise((resolve) => {
        transaction.oncomplete = resolve;
      });
      database.close();
      const channel = new BroadcastChannel('book');
      channel.postMessage({ stores: ['profiles'], leadIds: [], urls: [] });
      channel.close();
    },
    { id: 'starter', published, publishedAt: Date.now() },
  );
}

test('the tier goes from the page to the list and the lead, adds up, and follows edits and rules', async ({
  launch,
}) => {
  const { panel } = await openAndRead(await launch(), practice.team);
  // Before anything is saved.
  const annika = rowsOf(panel).filter({ hasText: 'Annika Petersen' });
  await expect(annika.locator('[data-reasons]')).toContainText('Decides');
  await expect(annika).toHaveAccessibleName(/A prospect, Decides, Buying role/);
  await annika.click();
  await expect(annika).toContainText('A prospect');
  await expect(annika).toContainText('+20 Personal e-mail');
  await saveEveryone(panel);

  await panel.getByRole('tab', { name: 'Leads' }).click();
  const row = people(panel).filter({ hasText: 'Annika Petersen' });
  await expect(row.getByRole('img', { name: 'A prospect' })).toBeVisible();
  await expect(row.locator('[data-reasons]')).toContainText('Decides, Buying role, Personal e-mail');
  await row.click();
  const block = score(panel);
  await expect(block).toContainText('A prospect');
  await expect(block).toContainText('4 of 8 facts known');
  await expect(block).toContainText('Decides by title, Managing Director');
  const fit = block.getByRole('list', { name: /Fit/ }).getByRole('listitem');
  const points = (await fit.allTextContents()).map((text) =>
    Number(/^[+−]?\d+/.exec(text)?.[0].replace('−', '-') ?? 0),
  );
  expect(points.reduce((sum, one) => sum + one, 0)).toBe(70);
  await block.getByRole('button', { name: 'Where Personal e-mail was read' }).click();
  await expect(panel.getByRole('dialog', { name: 'Where Personal e-mail was read' })).toContainText(
    'nordlicht-foerdertechnik.example/team',
  );
  await panel.keyboard.press('Escape');
  await expect(block).toContainText('Worth finding next: Line of business.');
  await expect(block).toContainText('first scored');

  // What is learned of the firm lifts its people, with the cause.
  await panel.getByRole('button', { name: 'Back to the list' }).click();
  await panel
    .getByRole('radio', { name: /^Companies/ })
    .or(panel.getByRole('tab', { name: /^Companies/ }))
    .first()
    .click();
  const detail = panel.getByRole('article');
  const company = detail.getByRole('region', { name: 'Company', exact: true });
  // A list that is sorted anew just then takes the row away under the pointer.
  await expect(async () => {
    if (!(await detail.isVisible())) await companies(panel).first().click({ timeout: 2000 });
    await expect(company).toBeVisible({ timeout: 2000 });
  }).toPass();
  await company.getByRole('button', { name: 'Add' }).click();
  await company.getByRole('button', { name: 'Add Industry' }).click();
  await panel.keyboard.type('Conveyors');
  await panel.keyboard.press('Enter');
  await expect(block).toContainText('80');
  await expect(block).toContainText('facts changed');

  // Rules that are published show without a reload.
  await publishCuts(panel, { A: 95, B: 75, C: 20 }, 1);
  await expect(block).toContainText('B prospect');
  await expect(block).toContainText('B from 75');
  await expect(block).toContainText('A prospect is 15 points away');
  await expect(block).toContainText('rules changed');
  await expect(block.getByRole('img', { name: 'Rose from 70 to 80' })).toBeVisible();
});

test('leads are sorted and filtered by tier, and the order follows what is published', async ({ launch }) => {
  const browser = await launch({ granted: ['http://*/*'] });
  const { page, panel } = await openAndRead(browser, practice.exhibitors(1));
  await saveEveryone(panel);
  await page.goto(practice.imprint);
  await expect(panel.getByText(/Nordlicht/).first()).toBeVisible();
  await saveEveryone(panel);
  await panel.getByRole('tab', { name: 'Leads' }).click();
  await panel
    .getByRole('radio', { name: /^Companies/ })
    .or(panel.getByRole('tab', { name: /^Companies/ }))
    .first()
    .click();
  await expect(companies(panel).first()).toBeVisible();
  await panel.getByRole('button', { name: 'Sort by' }).click();
  await panel.getByRole('menuitemcheckbox', { name: 'Tier, the best first' }).click();
  const tiers = async () =>
    (
      await companies(panel)
        .getByRole('img', { name: /prospect|tier/ })
        .evaluateAll((panes) => panes.map((pane) => (pane.getAttribute('aria-label') ?? '').replace(/ prospect$/, '')))
    ).map((tier) => (tier.length === 1 ? tier : '?'));
  const order = 'ABCD?';
  const isSorted = (list: string[]) =>
    list.every((tier, at) => at === 0 || order.indexOf(list[at - 1] ?? 'A') <= order.indexOf(tier));
  await expect.poll(async () => isSorted(await tiers())).toBe(true);
  expect(new Set(await tiers()).size).toBeGreaterThan(1);

  const [best = 'A'] = await tiers();
  const count = (await tiers()).filter((tier) => tier === best).length;
  await panel.getByRole('button', { name: 'Filter' }).click();
  await panel.getByRole('button', { name: `${best} prospect ${count}` }).click();
  await panel.keyboard.press('Escape');
  await expect(companies(panel)).toHaveCount(count);
  await publishCuts(panel, { A: 120, B: 110, C: 100 }, 1);
  await expect(panel.getByText('Nothing matches')).toBeVisible();
  await panel.getByRole('button', { name: 'Clear the filter' }).click();
  await expect.poll(async () => new Set(await tiers())).toEqual(new Set(['D', '?']));
});

test('an export says tier, both axes and why', async ({ launch }) => {
  const folder = mkdtempSync(join(tmpdir(), 'leadlight-score-'));
  try {
    const browser = await launch();
    await browser.downloadTo(folder);
    const { panel } = await openAndRead(browser, practice.team);
    await saveEveryone(panel);
    await panel.getByRole('tab', { name: 'Leads' }).click();
    await expect(people(panel).first()).toBeVisible();
    await panel.getByRole('button', { name: 'Export' }).click();
    await panel.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Export' }).click();
    const arrived = () => readdirSync(folder).find((name) => name.endsWith('.xlsx'));
    await expect.poll(arrived).toBeDefined();
    const sheets = await readXlsx(readFileSync(join(folder, arrived() ?? '')));
    const [header = [], ...rows] = sheets[0]?.data ?? [];
    const annika = rows.find((cells) => cells[header.indexOf('Name')] === 'Annika Petersen') ?? [];
    const cell = (name: string) => annika[header.indexOf(name)];
    expect([cell('Tier'), cell('Fit'), cell('Part in a purchase')]).toEqual(['A prospect', 70, 'Decides']);
    expect(cell('Reasons')).toBe('+25 Buying role; +20 Personal e-mail; +15 Direct phone');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in scored rows, card, list, filter and lead (${colorScheme})`, async ({ launch }) => {
    const { panel } = await openAndRead(await launch({ colorScheme }), practice.team);
    const clean = async () => expect(await violationsOf(panel)).toEqual([]);
    await expect(rowsOf(panel).locator('[data-reasons]').first()).toBeVisible();
    await rowsOf(panel).nth(1).click();
    await clean();
    await saveEveryone(panel);
    await panel.getByRole('tab', { name: 'Leads' }).click();
    await expect(people(panel).getByRole('img', { name: 'A prospect' }).first()).toBeVisible();
    await clean();
    await panel.getByRole('button', { name: 'Filter' }).click();
    await expect(panel.getByRole('button', { name: /A prospect \d/ })).toBeVisible();
    await clean();
    await panel.keyboard.press('Escape');
    await people(panel).first().click();
    await expect(score(panel)).toContainText('first scored');
    await score(panel)
      .getByRole('button', { name: /rules without points/ })
      .first()
      .click();
    await clean();
  });
