import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import readXlsx from 'read-excel-file/node';
import { saveEveryone } from '../browser/panel-acts.ts';
import { practice } from '../practice/serve.ts';
import { expect, openAndRead, test, violationsOf } from './harness.ts';

const list = (panel: Page) => panel.getByRole('listbox', { name: 'People' });
const people = (panel: Page) => list(panel).getByRole('option');

test('search, detail, edit, note, delete and undo by keyboard alone', async ({ launch }) => {
  const { panel } = await openAndRead(await launch(), practice.team);
  await saveEveryone(panel);
  await panel.getByRole('tab', { name: 'Leads' }).click();
  await expect(people(panel).first()).toBeVisible();
  const total = await people(panel).count();

  // Any digits of a number, from wherever the focus is.
  await panel.keyboard.press('/');
  await panel.keyboard.type('66969-140');
  await expect(people(panel)).toHaveCount(1);
  await panel.keyboard.press('Enter');
  const detail = panel.getByRole('article', { name: 'Paul Okafor' });
  await expect(detail).toBeVisible();

  // Where it was read stands behind the value.
  await detail.getByRole('button', { name: 'Where Name was read' }).click();
  const where = panel.getByRole('dialog', { name: 'Where Name was read' });
  await expect(where).toContainText('Paul Okafor');
  await expect(where).toContainText('nordlicht-foerdertechnik.example');
  await panel.keyboard.press('Escape');
  await expect(where).toBeHidden();
  // The keys of the lead are heard once the focus is back in it.
  await expect(detail.getByRole('button', { name: 'Where Name was read' })).toBeFocused();

  await panel.keyboard.press('e');
  await panel.keyboard.type('Paul A. Okafor');
  await panel.keyboard.press('Enter');
  const renamed = panel.getByRole('article', { name: 'Paul A. Okafor' });
  await expect(renamed).toBeVisible();
  await renamed.getByRole('textbox', { name: 'Write a note' }).fill('Wants a price list');
  await panel.keyboard.press('Control+Enter');
  await expect(renamed.getByRole('region', { name: 'Notes' })).toContainText('Wants a price list');
  const history = renamed.getByRole('region', { name: 'History' });
  await expect(history).toContainText(/Name:\s*Paul Okafor\s*→\s*Paul A\. Okafor/);

  await renamed.getByRole('textbox', { name: 'Write a note' }).press('Escape');
  await expect(renamed).toBeHidden();
  await panel.keyboard.press('/');
  await panel.keyboard.press('Escape');
  await expect(people(panel)).toHaveCount(total);
  await panel.keyboard.press('ArrowDown');
  await panel.keyboard.press('Control+a');
  await expect(panel.getByText(`${total} selected`)).toBeVisible();
  await panel.keyboard.press('Delete');
  await expect(panel.getByText('Nobody here yet')).toBeVisible();
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(people(panel)).toHaveCount(total);
});

test('exports what is selected as a workbook of text cells', async ({ launch }) => {
  const folder = mkdtempSync(join(tmpdir(), 'leadlight-export-'));
  try {
    const browser = await launch();
    await browser.downloadTo(folder);
    const { panel } = await openAndRead(browser, practice.team);
    await saveEveryone(panel);
    await panel.getByRole('tab', { name: 'Leads' }).click();
    await expect(people(panel).first()).toBeVisible();
    const total = await people(panel).count();
    await list(panel).focus();
    await panel.keyboard.press('Control+a');
    await panel.getByRole('button', { name: 'Export' }).last().click();
    await panel.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Export' }).click();
    const arrived = () => readdirSync(folder).find((name) => name.endsWith('.xlsx'));
    await expect.poll(arrived).toBeDefined();
    const sheets = await readXlsx(readFileSync(join(folder, arrived() ?? '')));
    const [header = [], ...rows] = sheets[0]?.data ?? [];
    expect(rows).toHaveLength(total);
    expect(rows.map((row) => row[header.indexOf('Name')])).toContain('Paul Okafor');
    const phones = rows.flatMap((row) =>
      header.flatMap((word, i) => (/^Phone( \d)?$/.test(`${word}`) ? [row[i]] : [])),
    );
    expect(phones.filter((phone) => phone !== null).every((phone) => /^\+\d+ /.test(`${phone}`))).toBe(true);
    expect(header).toContain('Name: read at');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in list, detail, export and settings (${colorScheme})`, async ({ launch }) => {
    const { panel } = await openAndRead(await launch({ colorScheme }), practice.team);
    await saveEveryone(panel);
    await panel.getByRole('tab', { name: 'Leads' }).click();
    await expect(people(panel).first()).toBeVisible();
    const clean = async () => expect(await violationsOf(panel)).toEqual([]);
    await clean();
    await panel.getByRole('button', { name: 'Export' }).click();
    await clean();
    await panel.keyboard.press('Escape');
    await people(panel).first().click();
    await expect(panel.getByRole('article')).toBeVisible();
    await clean();
    await panel.getByRole('tab', { name: 'Settings' }).click();
    await clean();
  });
