import type { Page } from '@playwright/test';
import { rowsOf, saveButton } from '../browser/panel-acts.ts';
import { practice } from '../practice/serve.ts';
import { expect, openAndRead, test } from './harness.ts';

const rowOf = (panel: Page, name: string) => rowsOf(panel).filter({ hasText: name }).first();

async function saveTicked(panel: Page): Promise<void> {
  await saveButton(panel).click();
  await expect(panel.getByText(/^\d+ saved/).first()).toBeVisible();
}

test('three pages of exhibitors, then two of their imprints, end with as many companies as there are firms', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const browser = await launch({ granted: ['http://*/*'] });
  const { page, panel } = await openAndRead(browser, practice.exhibitors(1));
  await expect(rowOf(panel, 'Bellini Confezionatrici')).toBeVisible();

  // The batch line, set once.
  await panel.getByRole('button', { name: /^List, how we met/ }).click();
  await panel.getByLabel('List or campaign').fill('PackLine 2027');
  await panel.getByLabel('List or campaign').press('Tab');

  // A tick taken away and a note, then away and back: found as left.
  await rowOf(panel, 'Gelato Impianti').getByRole('checkbox').uncheck();
  await rowOf(panel, 'Cartons du Rhône').click();
  await panel.getByRole('textbox', { name: 'Note' }).fill('asked for folding boxes');
  await page.goto(practice.exhibitors(2));
  await expect(rowOf(panel, 'Hofmann Verschlüsse')).toBeVisible();
  await page.goto(practice.exhibitors(1));
  await expect(rowOf(panel, 'Gelato Impianti').getByRole('checkbox')).not.toBeChecked();
  await expect(panel.getByText('PackLine 2027').first()).toBeVisible();
  await rowOf(panel, 'Cartons du Rhône').click();
  await expect(panel.getByRole('textbox', { name: 'Note' })).toHaveValue('asked for folding boxes');
  await rowOf(panel, 'Gelato Impianti').getByRole('checkbox').check();

  for (const [number, firm] of [
    [1, 'Bellini Confezionatrici'],
    [2, 'Hofmann Verschlüsse'],
    [3, 'Tavistock Films'],
  ] as const) {
    await page.goto(practice.exhibitors(number));
    await expect(rowOf(panel, firm)).toBeVisible();
    await expect(panel.getByText('PackLine 2027').first()).toBeVisible();
    // The fair itself and its organiser are no exhibitors.
    for (const row of await rowsOf(panel).all()) {
      const box = row.getByRole('checkbox').first();
      await box.setChecked(!/Messekontor|PackLine Expo/.test((await row.textContent()) ?? ''));
    }
    await saveTicked(panel);
  }

  // The list is worked through: the first firm's own site opens, and its imprint fills the same record.
  await panel.getByRole('button', { name: /^Work through the list/ }).click();
  await expect(page).toHaveURL('http://www.alder-conveyors.example/');
  for (const [url, firm] of [
    ['http://www.alder-conveyors.example/legal.html', 'Alder Conveyors Ltd'],
    ['http://www.steinbach-waegetechnik.example/impressum.html', 'Steinbach Wägetechnik GmbH'],
  ] as const) {
    await page.goto(url);
    const row = rowOf(panel, firm);
    await expect(row).toContainText(/differ|to add/);
    await row.getByRole('checkbox').first().check();
    await saveTicked(panel);
  }

  await panel.getByRole('tab', { name: 'Leads' }).click();
  await panel.getByRole('radio', { name: /^Companies\s*24$/ }).click();
  for (const [firm, register] of [
    ['Alder', '00990112'],
    ['Steinbach', 'HRB 990215'],
  ] as const) {
    await panel.getByLabel('Search').first().fill(firm);
    const found = panel.getByRole('listbox').getByRole('option');
    await expect(found).toHaveCount(1);
    await found.click();
    await expect(panel.getByText(register).first()).toBeVisible();
    await panel.getByRole('button', { name: 'Back to the list' }).click();
  }
});
