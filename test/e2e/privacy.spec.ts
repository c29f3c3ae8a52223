import type { Page } from '@playwright/test';
import { rowsOf, saveEveryone } from '../browser/panel-acts.ts';
import { practice } from '../practice/serve.ts';
import { expect, openAndRead, test, violationsOf } from './harness.ts';
import { seedBook, seedPerson, workspaceUrl } from './seed.ts';

const findings = async (page: Page) =>
  (await violationsOf(page)).map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );

/** Every record of the raw database in one text. */
const rawText = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('book'));
    const parts: string[] = [];
    for (const name of database.objectStoreNames) {
      const store = database.transaction(name).objectStore(name);
      parts.push(JSON.stringify([await done(store.getAllKeys()), await done(store.getAll())]));
    }
    database.close();
    return parts.join('\n').toLowerCase();
  });

test('a person is erased from the panel, is nowhere in the database, and does not come back by capture', async ({
  launch,
}) => {
  const browser = await launch();
  const { page, panel } = await openAndRead(browser, practice.team);
  await saveEveryone(panel);
  await panel.getByRole('tab', { name: 'Leads' }).click();
  await expect(panel.getByRole('listbox', { name: 'People' }).getByRole('option').first()).toBeVisible();
  await panel.keyboard.press('/');
  await panel.keyboard.type('Okafor');
  await expect(panel.getByRole('listbox', { name: 'People' }).getByRole('option')).toHaveCount(1);
  await panel.keyboard.press('Enter');
  const block = panel.getByRole('article', { name: 'Paul Okafor' }).getByRole('region', { name: 'Privacy' });
  await expect(block).toContainText('May not be mailed');
  await expect(block).toContainText('§ 7 (2) no. 2 UWG');
  await block.getByLabel('E-mail').selectOption({ label: 'agreed' });
  await expect(block).toContainText('May be mailed');
  expect(await findings(panel), 'the lead').toEqual([]);

  await block.getByRole('button', { name: 'Erase' }).click();
  const dialog = panel.getByRole('dialog', { name: 'Erase Paul Okafor for good?' });
  await expect(dialog).toContainText('their data went nowhere');
  expect(await findings(panel), 'the question').toEqual([]);
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await expect(dialog).toBeHidden();
  await expect(panel.getByText(/Erased. \d+ identifiers are remembered/)).toBeVisible();
  expect(await rawText(panel)).not.toMatch(/okafor|66969.?140/);

  await panel.getByRole('tab', { name: 'Page' }).click();
  await browser.clickIcon(page);
  await expect(panel.getByText('1 person here was erased on')).toBeVisible();
  await expect(rowsOf(panel).filter({ hasText: 'Okafor' })).toHaveCount(0);
  expect(await rawText(panel)).not.toContain('okafor');
});

test('the page of privacy: due, read, sent, erased, rules; a site is forgotten', async ({ launch }) => {
  const browser = await launch();
  const { panel } = await openAndRead(browser, practice.team);
  await saveEveryone(panel);
  await seedBook(panel, {
    people: [seedPerson(1, { name: 'Greta Alt', companyName: 'Alt & Co', createdAt: Date.parse('2021-03-01') })],
  });
  const workspace = await browser.context.newPage();
  await workspace.goto(workspaceUrl(browser.extensionId, 'privacy'));
  await expect(workspace.getByText('1 person has been kept for longer than 24 months.')).toBeVisible();
  expect(await findings(workspace), 'due').toEqual([]);
  await workspace.getByRole('button', { name: 'Keep, with the reason: Greta Alt' }).click();
  await workspace.getByLabel('Why they are kept').fill('Offer still open');
  await workspace.keyboard.press('Enter');
  await expect(workspace.getByText('1 more is kept longer for a reason.')).toBeVisible();

  const more = [2, 3].map((at) => seedPerson(at, { name: `Nobody ${at}`, createdAt: Date.parse('2021-04-01') }));
  await seedBook(panel, { people: more });
  await workspace.goto(workspaceUrl(browser.extensionId, 'today'));
  await workspace.reload();
  await expect(workspace.getByText('2 people have been kept for longer than 24 months.')).toBeVisible();
  await workspace.getByRole('link', { name: 'Decide' }).click();
  await workspace.getByLabel('Tick all shown').check();
  expect(await findings(workspace), 'due, ticked').toEqual([]);
  await workspace.getByRole('button', { name: 'Delete 2' }).click();
  await expect(workspace.getByText('Nobody 2')).toHaveCount(0);
  await workspace.getByRole('button', { name: 'Undo' }).click();
  await expect(workspace.getByText('Nobody 2')).toBeVisible();

  await workspace.getByRole('tab', { name: 'What was read' }).click();
  await expect(workspace.getByRole('table')).toContainText('nordlicht-foerdertechnik.example');
  expect(await findings(workspace), 'read').toEqual([]);
  await workspace.getByLabel('Site').selectOption({ index: 1 });
  await workspace.getByRole('button', { name: 'Forget this site' }).click();
  await workspace.getByRole('dialog').getByRole('button', { name: 'Forget' }).click();
  await expect(workspace.getByText('Nothing was read yet.')).toBeVisible();
  await expect.poll(() => rawText(workspace)).not.toContain('nordlicht-foerdertechnik.example/team');

  await workspace.getByRole('tab', { name: 'Rules' }).click();
  await expect(
    workspace.getByRole('table', { name: 'Who may be called or mailed' }).or(workspace.getByRole('table')),
  ).toContainText('§ 7 (2) no. 1 UWG');
  expect(await findings(workspace), 'rules').toEqual([]);
});

test('a screen lock covers workspace and panel, and a PIN uncovers both', async ({ launch }) => {
  const browser = await launch();
  const { panel } = await openAndRead(browser, practice.team);
  const workspace = await browser.context.newPage();
  await workspace.goto(workspaceUrl(browser.extensionId, 'privacy/rules'));
  await workspace.getByLabel('Cover after').selectOption({ label: '5 minutes' });
  await workspace.getByLabel('PIN').fill('2580');
  await workspace.keyboard.press('Enter');
  await expect(workspace.getByText('A PIN is set.')).toBeVisible();
  // As if nobody had used it for an hour, and then the pages were opened anew.
  await workspace.evaluate(() => localStorage.setItem('usedAt', String(Date.now() - 3_600_000)));
  await workspace.reload();
  await panel.reload();
  for (const surface of [workspace, panel]) {
    await expect(surface.getByRole('heading', { name: 'Covered' })).toBeVisible();
    await expect(surface.getByRole('heading', { name: 'Leadlight' })).toBeHidden();
  }
  expect(await findings(workspace), 'the cover').toEqual([]);
  await workspace.getByLabel('PIN').fill('1111');
  await workspace.keyboard.press('Enter');
  await expect(workspace.getByText('That is not the PIN.')).toBeVisible();
  await workspace.getByLabel('PIN').fill('2580');
  await workspace.keyboard.press('Enter');
  await expect(workspace.getByRole('tab', { name: 'Rules' })).toBeVisible();
  await expect(panel.getByRole('tab').first()).toBeVisible();
});
