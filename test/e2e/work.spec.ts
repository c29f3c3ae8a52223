import { expect, test, undoOf, violationsOf } from './harness.ts';
import { mixedBook } from './icp-book.ts';
import { bookRecord, seedBook, seedCompany, seedPerson, workspaceUrl } from './seed.ts';

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
  // Pressed in a row none is lost, though the book is still read for the one before.
  for (const key of ['3', '4', '3', '4', '5']) await page.keyboard.press(key);
  await expect(column('Won')).toHaveAccessibleName('Won: 1');
  const id = seedCompany(Number(/\d+$/.exec(name)?.[0])).id;
  await expect.poll(async () => ((await bookRecord(page, 'companies', id)) as Kept).outcome?.result).toBe('won');
  await undoOf(page, 'now in “Won”').click();
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
  await undoOf(page, 'Done: Tidy the stand').click();
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
  await first.kill();

  const again = await launch();
  page = again.context.pages()[0] ?? (await again.context.newPage());
  await page.goto(workspaceUrl(again.extensionId, 'today'));
  await expect.poll(alarmAt).toBe(remindAt);
});

test('calls go one after the other, the outcome by one key with note and day', async ({ launch }) => {
  const browser = await launch();
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(workspaceUrl(browser.extensionId, 'today'));
  const seed = mixedBook(12);
  const phones = [{ text: '+49 30 1234567', e164: '+49301234567', kind: 'work' as const }];
  const dueAt = Date.now() - 3_600_000;
  const people = (seed.people ?? []).slice(0, 3).map((person, at) => ({
    ...person,
    phones,
    nextStep: { text: 'Call about the offer', kind: 'call' as const, dueAt: dueAt + at, timed: true },
  }));
  await seedBook(page, { ...seed, people });
  await page.getByRole('radio', { name: 'Calls' }).click();
  const left = page.getByRole('status').filter({ hasText: 'to call' });
  await expect(left).toHaveText('3 to call');
  const current = (at: number) => page.getByRole('region', { name: people[at]?.name ?? '' });
  await expect(current(0).getByRole('link', { name: '+49 30 1234567' })).toHaveAttribute('href', 'tel:+49301234567');
  await expect(current(0)).toContainText(/\d\d:\d\d/);
  await current(0)
    .getByRole('button', { name: /^Code to dial/ })
    .click();
  await expect(current(0).getByRole('img', { name: 'Code to scan with the phone' })).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);

  // One key, from wherever the focus is but in a field.
  await page.keyboard.press('n');
  await expect(left).toHaveText('2 to call');
  // Nobody was reached: the call is still to be made, on another day, and undo takes it back.
  type Kept = { nextStep?: { text: string; kind: string; dueAt: number; snoozedFrom?: number } };
  const stepOf = async (at: number) => ((await bookRecord(page, 'people', people[at]?.id ?? '')) as Kept).nextStep;
  const soon = new Date();
  soon.setHours(24, 0, 0, 0);
  expect(await stepOf(0)).toMatchObject({ text: 'Call about the offer', kind: 'call', snoozedFrom: dueAt });
  expect((await stepOf(0))?.dueAt).toBeGreaterThan(soon.getTime());
  const told = page.getByText(/^Kept: Not reached\. The call is put off until /);
  await expect(told).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(left).toHaveText('3 to call');
  await page.keyboard.press('n');
  await expect(left).toHaveText('2 to call');
  // Note, day and outcome in one line.
  await current(1).getByRole('textbox', { name: 'What was said' }).fill('Back from holiday on Monday');
  const day = new Date(Date.now() + 5 * 24 * 3_600_000).toLocaleDateString('sv');
  await current(1).getByLabel('When it goes on').fill(day);
  await current(1)
    .getByRole('button', { name: /^Call back/ })
    .click();
  await expect(left).toHaveText('1 to call');
  expect(await stepOf(1)).toMatchObject({ text: 'Call back as agreed', kind: 'call' });

  await current(2).getByRole('button', { name: 'Open' }).click();
  const lead = page.getByRole('article', { name: people[2]?.name ?? '' });
  await expect(lead).toBeVisible();
  await lead.press('c');
  await page.keyboard.press('v');
  await expect(lead.getByRole('region', { name: 'Notes' })).toContainText('Voicemail');
  expect(await stepOf(2)).toMatchObject({ text: 'Call about the offer', snoozedFrom: dueAt + 2 });
  await expect(page.getByText('Nobody to call')).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
});

test('stage, owner and a hand-over until a day stand on the lead', async ({ launch }) => {
  const browser = await launch();
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(workspaceUrl(browser.extensionId, 'today'));
  const company = seedCompany(1, { name: 'Glasbau Lindner', owner: 'Anna' });
  await seedBook(page, { companies: [company] });
  await page.goto(`${workspaceUrl(browser.extensionId, 'leads')}/${company.id}`);
  const block = page.getByRole('region', { name: 'Stage and owner' });
  await block.getByRole('button', { name: 'Hand over' }).click();
  const form = page.getByRole('dialog', { name: 'Hand over' });
  await form.getByRole('combobox', { name: 'To whom' }).fill('Li Na');
  await form.getByRole('button', { name: 'Hand over' }).click();
  await expect(block).toContainText(/Li Na until .* for Anna/);
  await block.getByRole('combobox', { name: 'Stage' }).selectOption('Won');
  await expect(page.getByRole('region', { name: 'Outcome' })).toContainText('Won');
  await block.getByRole('button', { name: 'Take back' }).click();
  await expect(block).toContainText('Anna');
  await expect(block).not.toContainText('Li Na');

  await page.goto(workspaceUrl(browser.extensionId, 'board'));
  await page.getByRole('radio', { name: 'Figures' }).click();
  const stages = page.getByRole('region', { name: 'How far they come' });
  await expect(stages.getByRole('row', { name: /^New/ })).toContainText('100%');
  expect(await violationsOf(page)).toEqual([]);
});

test('a template is written, filled in and opened in the user’s own mail, and Today is a tab of the panel', async ({
  launch,
}) => {
  const browser = await launch();
  const panel = browser.context.pages()[0] ?? (await browser.context.newPage());
  await panel.setViewportSize({ width: 360, height: 640 });
  await panel.goto(`chrome-extension://${browser.extensionId}/sidepanel.html`);
  const person = seedPerson(1, {
    name: 'Erika Lindner',
    companyName: 'Glasbau Lindner',
    emails: ['erika@glasbau-lindner.example'],
    nextStep: { text: 'Send the price list', kind: 'mail', dueAt: Date.now() },
  });
  await seedBook(panel, { people: [person] });
  await panel.getByRole('tab', { name: 'Today' }).click();
  const due = panel.getByRole('list', { name: 'Due today' });
  await due.getByRole('button', { name: /Send the price list/ }).click();
  const lead = panel.getByRole('article', { name: 'Erika Lindner' });
  await lead.getByRole('button', { name: 'Write', exact: true }).click();
  const writing = panel.getByRole('dialog', { name: 'Write' });
  await writing.getByRole('button', { name: 'New template' }).click();
  await writing.getByRole('textbox', { name: 'Subject' }).fill('Prices for {company|you}');
  await writing.getByRole('textbox', { name: 'Text' }).fill('Hello {firstName|there},\nhere they are, {honorific}.');
  await writing.getByRole('button', { name: 'Keep' }).click();
  await expect(writing).toContainText('Hello Erika,');
  await expect(writing.getByRole('status')).toHaveText('Not known and left empty: honorific');
  const open = writing.getByRole('link', { name: 'Open in my mail' });
  const href = (await open.getAttribute('href')) ?? '';
  expect(href).toMatch(
    /^mailto:erika@glasbau-lindner\.example\?subject=Prices%20for%20Glasbau%20Lindner&body=Hello%20/,
  );
  expect(await violationsOf(panel)).toEqual([]);
  // No mail program here: the press is kept all the same.
  await open.evaluate((link) => link.addEventListener('click', (event) => event.preventDefault()));
  await open.click();
  await expect(lead.getByRole('region', { name: 'Notes' })).toContainText('Prices for Glasbau Lindner');
  const wider = await panel.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wider, 'nothing runs out of the panel').toBeLessThanOrEqual(0);
});

test('people stand with their company, by their page and all at once', async ({ launch }) => {
  const browser = await launch();
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(workspaceUrl(browser.extensionId, 'today'));
  const company = seedCompany(1, { name: 'Glasbau Lindner' });
  const people = [1, 2].map((n) =>
    seedPerson(n, {
      name: `Erika Lindner ${n}`,
      companyId: company.id,
      companyName: 'Glasbau Lindner',
      tags: ['fair', 'hot'],
      leadSource: { group: 'tradeFair', name: 'HM 2026' },
    }),
  );
  await seedBook(page, { companies: [company], people });
  const firm = async () => (await bookRecord(page, 'companies', company.id)) as Kept;
  type Person = Kept & { tags: string[]; leadSource: { group: string; name: string }; standIn?: { name: string } };
  const person = async () => (await bookRecord(page, 'people', people[0]?.id ?? '')) as Person;

  await page.goto(`${workspaceUrl(browser.extensionId, 'leads')}/${people[0]?.id}`);
  const outcome = page.getByRole('region', { name: 'Outcome' });
  const lead = page.getByRole('article', { name: 'Erika Lindner 1' });
  await lead.press('w');
  await expect(outcome.getByRole('heading')).toHaveText(/^Won with Glasbau Lindner, on /);
  const stage = page.getByRole('region', { name: 'Stage and owner' }).getByRole('combobox', { name: 'Stage' });
  await expect(stage).toHaveValue('won');
  expect((await firm()).outcome?.result).toBe('won');
  expect(await person()).not.toHaveProperty('outcome');
  await stage.selectOption('In talks');
  await expect(outcome.getByRole('button', { name: 'Won' })).toBeVisible();
  await expect.poll(async () => (await firm()).pipelineStage?.stage).toBe('talking');

  await page.goto(workspaceUrl(browser.extensionId, 'leads'));
  const grid = page.getByRole('grid');
  await expect(grid.getByRole('row').filter({ hasText: 'Erika' })).toHaveCount(2);
  await grid.focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Tag', exact: true }).press('Enter');
  const tags = page.getByRole('dialog', { name: 'Tags of all selected' });
  await tags.getByRole('combobox', { name: 'Tag' }).fill('hot');
  expect(await violationsOf(page)).toEqual([]);
  await tags.getByRole('button', { name: 'Take away' }).press('Enter');
  await expect(undoOf(page, 'Tag taken away: hot')).toBeVisible();
  expect((await person()).tags).toEqual(['fair']);

  const set = page.getByRole('dialog', { name: 'Set for all selected' });
  const open = () => page.getByRole('button', { name: 'Set for all selected' }).press('Enter');
  await open();
  await set.getByLabel('Field').selectOption('Stage');
  await set.getByLabel('Value').selectOption('Offer out');
  await set.getByRole('button', { name: 'Set' }).press('Enter');
  await expect.poll(async () => (await firm()).pipelineStage?.stage).toBe('offer');
  await expect(grid.getByRole('row').filter({ hasText: 'Erika' }).first()).toContainText('Offer out');
  await open();
  await set.getByLabel('Field').selectOption('How we met');
  await set.getByLabel('Value').selectOption({ index: 3 });
  await expect(set.getByRole('combobox', { name: /^Name, e\.g\./ })).toHaveValue('');
  await set.getByRole('button', { name: 'Set' }).press('Enter');
  await expect.poll(async () => (await person()).leadSource.group).not.toBe('tradeFair');
  expect((await person()).leadSource.name).toBe('HM 2026');
  await open();
  await set.getByLabel('Field').selectOption('Hand over');
  await set.getByRole('combobox', { name: 'To whom' }).fill('Li Na');
  expect(await violationsOf(page)).toEqual([]);
  await set.getByRole('button', { name: 'Hand over' }).press('Enter');
  await expect.poll(async () => (await person()).standIn?.name).toBe('Li Na');
});

test('Today is one’s own work until everybody’s is asked for', async ({ launch }) => {
  const browser = await launch();
  const panel = browser.context.pages()[0] ?? (await browser.context.newPage());
  await panel.setViewportSize({ width: 360, height: 640 });
  await panel.goto(workspaceUrl(browser.extensionId, 'settings'));
  const step = (text: string) => ({ text, kind: 'call' as const, dueAt: Date.now() });
  const phones = [{ text: '+49 30 1234567', e164: '+49301234567', kind: 'work' as const }];
  const people = [
    seedPerson(1, { name: 'Erika Lindner', owner: 'Anna', phones, nextStep: step('Ring about prices') }),
    seedPerson(2, { name: 'Paul Okafor', owner: 'Li Na', phones, nextStep: step('Ring about dates') }),
    seedPerson(3, { name: 'Mara Adler', phones, nextStep: step('Ring about samples') }),
  ];
  await seedBook(panel, { people });
  const name = panel.getByRole('textbox', { name: 'Your name, as owner and in e-mails' });
  await name.fill('Li Na');
  await name.press('Enter');
  await panel.goto(`chrome-extension://${browser.extensionId}/sidepanel.html`);
  await panel.getByRole('tab', { name: 'Today' }).click();
  const due = panel.getByRole('list', { name: 'Due today' });
  await expect(due.getByRole('listitem')).toHaveCount(2);
  await expect(due).not.toContainText('prices');
  expect(await violationsOf(panel)).toEqual([]);
  await panel.getByRole('radio', { name: 'Calls' }).click();
  const left = panel.getByRole('status').filter({ hasText: 'to call' });
  await expect(left).toHaveText('2 to call');
  await panel.getByRole('radio', { name: 'Everybody’s' }).click();
  await expect(left).toHaveText('3 to call');
  await panel.getByRole('radio', { name: 'Today' }).click();
  await expect(due.getByRole('listitem')).toHaveCount(3);
  const wider = await panel.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wider, 'nothing runs out of the panel').toBeLessThanOrEqual(0);
});
