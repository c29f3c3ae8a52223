import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';

/** The list of what the page offers; there once something was read. */
export const rowsOf = (panel: Page) => panel.getByRole('treegrid').getByRole('row');

/** The button at the bottom, which says how many it would save. */
export const saveButton = (panel: Page) => panel.getByRole('button', { name: /^(Save \d+|Nothing ticked)/ });

/**
 * Ticks and saves all that the panel offers by keyboard alone, as a salesperson would: A until all are ticked, then Enter.
 * Out: how many were saved, once the panel says that they are stored.
 */
export async function saveEveryone(panel: Page): Promise<number> {
  const grid = panel.getByRole('treegrid');
  await rowsOf(panel).first().waitFor({ timeout: 15_000 });
  const total = Number(await grid.getAttribute('aria-rowcount'));
  const button = saveButton(panel);
  const ticked = async () => Number(/\d+/.exec((await button.textContent()) ?? '')?.[0] ?? 0);
  for (let press = 0; press < 3 && (await ticked()) < total; press++) {
    await focusRow(panel);
    await panel.keyboard.press('a');
    await sleep(150);
  }
  const said = panel.getByText(/^\d+ saved/).first();
  // A row that is drawn anew just then takes the focus with it: whoever sees nothing happen presses again.
  for (let press = 0; press < 3; press++) {
    await focusRow(panel);
    await panel.keyboard.press('Enter');
    const begun = said.or(panel.getByText(/^Saving \d+/)).first();
    if (
      await begun.waitFor({ timeout: 5000 }).then(
        () => true,
        () => false,
      )
    )
      break;
  }
  await said.waitFor({ timeout: 20_000 });
  return Number(/\d+/.exec((await said.textContent()) ?? '')?.[0] ?? 0);
}

/** Moves the focus to a row of the list with Tab, as far as it is not there. */
async function focusRow(panel: Page): Promise<void> {
  for (let tab = 0; tab < 40; tab++) {
    if (await panel.evaluate(() => document.activeElement?.getAttribute('role') === 'row')) return;
    await panel.keyboard.press('Tab');
  }
}

/** Exports one kind of leads as CSV through the panel's own button. Out: the file's path. */
export async function exportCsv(panel: Page, kind: 'People' | 'Companies', folder: string): Promise<string> {
  await panel.getByRole('tab', { name: 'Leads' }).click();
  await panel
    .getByRole('radio', { name: new RegExp(`^${kind}`) })
    .or(panel.getByRole('tab', { name: kind }))
    .first()
    .click();
  await panel.getByRole('button', { name: 'Export' }).first().click();
  const form = panel.getByRole('dialog', { name: 'Export' });
  await form.getByLabel('As').selectOption('csv');
  const before = new Set(readdirSync(folder));
  await form.getByRole('button', { name: 'Export' }).click();
  for (let left = 100; left > 0; left--) {
    const fresh = readdirSync(folder).find((name) => !before.has(name) && name.endsWith('.csv'));
    if (fresh && existsSync(join(folder, fresh))) return join(folder, fresh);
    await sleep(100);
  }
  throw new Error('the exported file did not arrive');
}
