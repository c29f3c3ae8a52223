import { saveEveryone } from '../browser/panel-acts.ts';
import { practice } from '../practice/serve.ts';
import { expect, openAndRead, test } from './harness.ts';
import { mixedBook } from './icp-book.ts';
import { seedBook, seedPerson, workspaceUrl } from './seed.ts';

// Hands that know the name do not wait for the list: what was typed is what Enter is about, not what is shown at that moment.

test('a name typed and confirmed without a pause opens who is meant: in the table and by Ctrl+K', async ({
  launch,
}) => {
  const browser = await launch();
  const page = await browser.context.newPage();
  await page.goto(workspaceUrl(browser.extensionId, 'settings'));
  await expect(page.getByRole('main')).toBeVisible();
  const book = mixedBook(400);
  const ada = seedPerson(9001, { name: 'Ada Sund', jobTitle: 'Buyer' });
  // "Li" is within the names of commands too, which are there before people are found.
  const li = seedPerson(9002, { name: 'Li Wei', jobTitle: 'Buyer' });
  await seedBook(page, { ...book, people: [...(book.people ?? []), ada, li], indexed: true });
  await page.goto(workspaceUrl(browser.extensionId, 'leads'));
  await expect(page.getByRole('grid', { name: 'People' }).getByRole('row').nth(1)).toBeVisible();

  const open = (name: string) => page.getByRole('article', { name });
  await page.keyboard.press('/');
  await page.keyboard.type('ada sund');
  await page.keyboard.press('Enter');
  await expect(open('Ada Sund')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(open('Ada Sund')).toBeHidden();

  // The first time the palette has yet to be loaded: what is typed meanwhile is not for the table ("m" would open a menu there).
  await page.keyboard.press('Control+k');
  await page.keyboard.type('ada sum');
  await page.keyboard.press('Backspace');
  const field = page.getByRole('dialog', { name: 'Find or do anything' }).getByRole('combobox');
  await expect(field).toHaveValue('ada su');
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();

  for (const [typed, name] of [
    ['ada su', 'Ada Sund'],
    ['li', 'Li Wei'],
  ] as const) {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog', { name: 'Find or do anything' })).toBeVisible();
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
    await expect(open(name), typed).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(open(name)).toBeHidden();
  }

  // Who waits for the list has the first line chosen, and a line chosen otherwise stays chosen.
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Find or do anything' });
  await page.keyboard.type('li');
  const lines = palette.getByRole('option');
  await expect(lines.first()).toContainText('Li Wei');
  await expect(lines.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(lines.nth(1)).toHaveAttribute('aria-selected', 'true');
  // A command's own beginning is the command.
  await page.keyboard.press('Control+a');
  await page.keyboard.type('settings');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/settings/);
});

test('a name typed and confirmed without a pause opens who is meant: in the panel', async ({ launch }) => {
  const { panel } = await openAndRead(await launch(), practice.team);
  await saveEveryone(panel);
  await panel.getByRole('tab', { name: 'Leads' }).click();
  await expect(panel.getByRole('listbox', { name: 'People' }).getByRole('option').first()).toBeVisible();
  await panel.keyboard.press('/');
  await panel.keyboard.type('Okafor');
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('article', { name: 'Paul Okafor' })).toBeVisible();
});
