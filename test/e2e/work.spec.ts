import { expect, test, violationsOf } from './harness.ts';
import { mixedBook } from './icp-book.ts';
import { bookRecord, seedBook, seedCompany, workspaceUrl } from './seed.ts';

type Kept = { pipelineStage?: { stage: string }; outcome?: { result: string } };

test('a card goes from column to column by mouse and by keys, and back', async ({ launch }) => {
  const browser = await launch();
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(workspaceUrl(browser.extensionId, 'settings'));
  await seedBook(page, mixedBook(30));
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  const column = (name: string) => page.getByRole('listbox', { name: new RegExp(`^${name}: \\d+$`) });
  await expect(column('New')).toHaveAccessibleName('New: 30');

  const card = column('New').getByRole('option').nth(2);
  const name = (await card.locator('span.font-medium').first().textContent()) ?? '';
  await card.dragTo(column('In talks'));
  await expect(column('In talks')).toHaveAccessibleName('In talks: 1');
  await expect(column('In talks').getByRole('option')).toContainText(name);

  // On by keys: focus goes with the card, and the move is said.
  await column('In talks').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(column('Offer out')).toHaveAccessibleName('Offer out: 1');
  await expect(column('Offer out')).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'moved from' })).toHaveText(
    `${name} moved from “In talks” to “Offer out”.`,
  );
  // A number is the way to a column: the fifth is the end that was won.
  await page.keyboard.press('5');
  await expect(column('Won')).toHaveAccessibleName('Won: 1');
  const id = seedCompany(Number(/\d+$/.exec(name)?.[0])).id;
  await expect.poll(async () => ((await bookRecord(page, 'companies', id)) as Kept).outcome?.result).toBe('won');
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(column('Offer out')).toHaveAccessibleName('Offer out: 1');
  const kept = (await bookRecord(page, 'companies', id)) as Kept;
  expect(kept.pipelineStage?.stage).toBe('offer');
  expect(kept).not.toHaveProperty('outcome');
  expect(await violationsOf(page)).toEqual([]);

  await page.getByRole('button', { name: 'Stages' }).click();
  const stages = page.getByRole('dialog', { name: 'Stages' });
  await stages.getByRole('textbox', { name: 'Stage' }).nth(1).fill('Rung up');
  await page.keyboard.press('Enter');
  await expect(column('Rung up')).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
});

test('a task is made, put off and done on Today, each to be taken back', async ({ launch }) => {
  const browser = await launch();
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(workspaceUrl(browser.extensionId, 'today'));
  await expect(page.getByText('Nothing is due today')).toBeVisible();
  await seedBook(page, mixedBook(4));
  await page.keyboard.press('n');
  const form = page.getByRole('dialog', { name: 'New task' });
  await form.getByRole('textbox', { name: 'What is to be done' }).fill('Tidy the stand');
  await form.getByLabel('Day').fill(new Date().toLocaleDateString('sv'));
  await page.keyboard.press('Enter');
  const due = page.getByRole('list', { name: 'Due today' });
  await expect(due.getByRole('listitem')).toContainText('Tidy the stand');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);

  await due.getByRole('button', { name: /Tidy the stand/ }).focus();
  await page.keyboard.press('s');
  await page
    .getByRole('dialog', { name: 'Put off' })
    .getByRole('button', { name: /Tomorrow/ })
    .click();
  await expect(due).toBeHidden();
  await page.getByRole('radio', { name: 'All tasks' }).click();
  const soon = page.getByRole('list', { name: 'In the next days' });
  await expect(soon.getByRole('listitem')).toContainText('tomorrow');
  await soon.getByRole('button', { name: /Tidy the stand/ }).focus();
  await page.keyboard.press('d');
  await expect(page.getByText('No tasks yet')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(soon.getByRole('listitem')).toContainText('Tidy the stand');
});

test('the tasks of a lead are its next step, and a reminder is set anew after a restart', async ({ launch }) => {
  const first = await launch();
  let page = first.context.pages()[0] ?? (await first.context.newPage());
  await page.goto(workspaceUrl(first.extensionId, 'today'));
  const seed = mixedBook(2);
  const person = seed.people?.[0];
  if (!person) throw new Error('nobody in the book');
  const remindAt = Date.now() + 3 * 24 * 3_600_000;
  await seedBook(page, {
    ...seed,
    people: [{ ...person, nextStep: { text: 'Call about the offer', dueAt: remindAt, timed: true, remindAt } }],
  });
  await page.goto(`${workspaceUrl(first.extensionId, 'leads')}/${person.id}`);
  const lead = page.getByRole('article', { name: person.name ?? '' });
  const tasks = lead.getByRole('region', { name: 'Tasks' }).first();
  await expect(tasks).toContainText('Call about the offer');
  await tasks.getByRole('button', { name: 'Add', exact: true }).click();
  await tasks.getByRole('textbox', { name: 'What is to be done' }).fill('Send samples');
  await tasks.getByLabel('Day').fill(new Date(Date.now() + 24 * 3_600_000).toLocaleDateString('sv'));
  await page.keyboard.press('Enter');
  await expect(tasks.getByRole('listitem').first()).toContainText('Send samples');
  await expect(tasks.getByRole('listitem')).toHaveCount(2);
  type Step = { nextStep?: { text: string } };
  expect(((await bookRecord(page, 'people', person.id)) as Step).nextStep?.text).toBe('Send samples');

  const alarmAt = () =>
    page.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { alarms: { get(name: string): Promise<{ scheduledTime: number } | undefined> } };
      };
      return (await chrome.alarms.get('reminder'))?.scheduledTime;
    });
  await expect.poll(alarmAt).toBe(remindAt);
  await page.evaluate(() =>
    (globalThis as unknown as { chrome: { alarms: { clearAll(): Promise<boolean> } } }).chrome.alarms.clearAll(),
  );
  await first.close();

  const again = await launch();
  page = again.context.pages()[0] ?? (await again.context.newPage());
  await page.goto(workspaceUrl(again.extensionId, 'today'));
  await expect.poll(alarmAt).toBe(remindAt);
});
