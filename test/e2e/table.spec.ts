import type { Page } from '@playwright/test';
import { expect, test, undoOf } from './harness.ts';
import { mixedBook } from './icp-book.ts';
import { bookRecord, seedBook, seedCompany, workspaceUrl } from './seed.ts';

type Launch = Parameters<Parameters<typeof test>[2]>[0]['launch'];

async function tableOf(launch: Launch, count = 40): Promise<Page> {
  const browser = await launch();
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(workspaceUrl(browser.extensionId, 'settings'));
  await expect(page.getByRole('main')).toBeVisible();
  await seedBook(page, mixedBook(count));
  await page.goto(workspaceUrl(browser.extensionId, 'leads'));
  await page.getByRole('radio', { name: /^Companies/ }).click();
  await expect(page.getByRole('grid', { name: 'Companies' }).getByRole('row').nth(1)).toBeVisible();
  return page;
}
const grid = (page: Page) => page.getByRole('grid', { name: 'Companies' });
const heading = (page: Page, name: string) => grid(page).getByRole('columnheader', { name, exact: true });
const columnOf = async (page: Page, id: string) =>
  (await grid(page).locator(`[role=gridcell][data-column="${id}"]`).allInnerTexts()).map((text) => text.trim());

test('columns are sorted by several, grouped, resized, moved and hidden; a view keeps all of it', async ({
  launch,
}) => {
  const page = await tableOf(launch);
  await heading(page, 'Industry').locator('span').first().click();
  await expect(heading(page, 'Industry')).toHaveAttribute('aria-sort', 'ascending');
  await heading(page, 'Name')
    .locator('span')
    .first()
    .click({ modifiers: ['Shift'] });
  await expect(heading(page, 'Name')).toHaveAttribute('aria-sort', 'ascending');
  const both = async () => {
    const [industry, names] = [await columnOf(page, 'industry'), await columnOf(page, 'name')];
    return industry.map((one, at) => [one || '￿', names[at] ?? ''] as const);
  };
  await expect
    .poll(async () => {
      const rows = await both();
      const sorted = rows.toSorted(
        (a, b) => a[0].localeCompare(b[0]) || a[1].localeCompare(b[1], undefined, { numeric: true }),
      );
      return JSON.stringify(rows) === JSON.stringify(sorted);
    })
    .toBe(true);

  // By keys on the headings: wider, to the left, grouped, out of sight.
  await grid(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowUp');
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight');
  const width = async () => (await heading(page, 'Industry').boundingBox())?.width ?? 0;
  const before = await width();
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expect.poll(width).toBe(before + 16);
  const order = () => grid(page).getByRole('columnheader').allInnerTexts();
  const place = async () => (await order()).findIndex((text) => text.startsWith('Industry'));
  const at = await place();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(place).toBe(at - 1);
  await page.keyboard.press('m');
  await page.getByRole('menuitem', { name: 'Group by this' }).press('Enter');
  const head = grid(page).getByRole('gridcell', { expanded: true }).first();
  await expect(head).toContainText('Beratung');
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(grid(page).getByRole('gridcell', { expanded: false })).toContainText('Beratung');

  // A second group within the first, all of them closed and opened by a key.
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowUp');
  const isOn = (id: string) => page.locator(`[role=columnheader][data-column="${id}"]`).getAttribute('id');
  const country = await isOn('country');
  for (let step = 0; step < 14; step++) {
    if ((await grid(page).getAttribute('aria-activedescendant')) === country) break;
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('m');
  await page.getByRole('menuitem', { name: 'Then group by this' }).press('Enter');
  await expect(page.getByText('then by Country')).toBeVisible();
  await expect(grid(page).locator('[data-group="1"]').first()).toBeVisible();
  await page.keyboard.press('-');
  await expect(grid(page).locator('[data-group="1"]')).toHaveCount(0);
  await expect(grid(page).getByRole('gridcell', { expanded: true })).toHaveCount(0);
  await page.keyboard.press('+');
  await expect(grid(page).getByRole('gridcell', { expanded: true }).nth(1)).toBeVisible();
  await page.getByRole('button', { name: 'Take away: then by Country' }).click();
  await expect(grid(page).locator('[data-group="1"]')).toHaveCount(0);

  await page.getByRole('button', { name: 'All companies' }).click();
  await page.getByRole('menuitem', { name: 'Save as a new view…' }).click();
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('By trade');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'By trade' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Open with this view' }).click();
  await expect
    .poll(() => bookRecord(page, 'meta', 'tableViews'))
    .toMatchObject({ value: { first: { company: expect.any(String) } } });
  await page.reload();
  await page.getByRole('radio', { name: /^Companies/ }).click();
  await expect(page.getByRole('button', { name: 'By trade' })).toBeVisible();
  await expect(grid(page).getByRole('gridcell', { expanded: true }).first()).toContainText('Beratung');
  await expect.poll(width).toBe(before + 16);
});

test('any column narrows the table; what is selected is set at once and taken back', async ({ launch }) => {
  const page = await tableOf(launch);
  await page.getByRole('button', { name: 'Filter by a column' }).click();
  await page.getByRole('menuitem', { name: 'Country' }).click();
  const editor = page.getByRole('dialog', { name: 'Filter by this' });
  await editor.getByRole('checkbox', { name: /Austria/ }).check();
  await editor.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('button', { name: 'Country is Austria', exact: true })).toBeVisible();
  await expect.poll(async () => new Set(await columnOf(page, 'country'))).toEqual(new Set(['Austria']));
  const found = (await columnOf(page, 'name')).length;

  await grid(page).focus();
  await page.keyboard.press('Control+a');
  await expect(page.getByText(`${found} selected`)).toBeVisible();
  await page.getByRole('button', { name: 'Set for all selected' }).click();
  const set = page.getByRole('dialog', { name: 'Set for all selected' });
  await set.getByLabel('Field').selectOption('stage');
  await set.getByLabel('Value').selectOption('talking');
  await set.getByRole('button', { name: 'Set' }).click();
  await expect.poll(async () => new Set(await columnOf(page, 'stage'))).toEqual(new Set(['In talks']));
  type Kept = { pipelineStage?: { stage: string } };
  // Every sixth is of Austria: the first is the seventh.
  expect(((await bookRecord(page, 'companies', seedCompany(7).id)) as Kept).pipelineStage?.stage).toBe('talking');
  await undoOf(page, 'Set for ').click();
  await expect.poll(async () => new Set(await columnOf(page, 'stage'))).toEqual(new Set(['New']));
});

test('a large book is scrolled to its end, and a lead opened there has its neighbours', async ({ launch }) => {
  const page = await tableOf(launch, 400);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '401');
  await grid(page).focus();
  await page.keyboard.press('Control+End');
  await expect(grid(page).locator('[aria-rowindex="401"] [data-open]')).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('o');
  const lead = page.getByRole('article');
  await expect(lead).toBeVisible();
  const name = await lead.getAttribute('aria-label');
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(lead).not.toHaveAttribute('aria-label', name ?? '');
  await expect(page.getByRole('button', { name: 'Next', exact: true })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(lead).toBeHidden();
  await expect(grid(page)).toBeFocused();
  await expect(grid(page).locator('[aria-rowindex="400"] [data-open]')).toBeVisible();
});

test('sideways: what comes into sight is there and stands under its heading, by wheel and by keys, at 360 pixels and in full', async ({
  launch,
}) => {
  const page = await tableOf(launch);
  const cells = (id: string) => grid(page).locator(`[role=gridcell][data-column="${id}"]`);
  const left = async (target: ReturnType<typeof cells>) => Math.round((await target.first().boundingBox())?.x ?? -1);
  const headings = () =>
    grid(page)
      .locator('[role=columnheader]')
      .evaluateAll((all) =>
        all.map((one) => ({
          id: (one as HTMLElement).dataset.column ?? '',
          index: one.getAttribute('aria-colindex'),
          text: one.textContent ?? '',
        })),
      );
  const last = (await headings()).at(-1)?.id ?? '';
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await expect(cells('name').first()).toBeVisible();
    // What nobody sees is not drawn with each letter typed.
    await expect(cells(last)).toHaveCount(0);
    await grid(page).evaluate((element) => element.scrollTo({ left: element.scrollWidth }));
    await expect(cells(last).first()).toBeVisible();
    await expect(cells(last).first()).not.toBeEmpty();
    const head = grid(page).locator(`[role=columnheader][data-column="${last}"]`);
    expect(await left(cells(last)), `${width}`).toBe(await left(head));
    expect(await cells(last).first().getAttribute('aria-colindex')).toBe(await head.getAttribute('aria-colindex'));
    await grid(page).evaluate((element) => element.scrollTo({ left: 0 }));
    await expect(cells(last)).toHaveCount(0);

    // By keys: wherever one is, the cell that has them is there.
    await grid(page).focus();
    await page.keyboard.press('Control+Home');
    for (const { id } of (await headings()).slice(1)) {
      await page.keyboard.press('ArrowRight');
      const active = grid(page).locator('[role=gridcell].outline');
      await expect(active, `${width} ${id}`).toHaveAttribute('data-column', id);
      const pointed = await grid(page).getAttribute('aria-activedescendant');
      await expect(active).toHaveAttribute('id', pointed ?? '');
      await expect(active).toBeInViewport();
    }
    await grid(page).evaluate((element) => element.scrollTo({ left: 0 }));
    // The one that has the keys stays; without them it goes as well.
    await expect(cells(last).first()).not.toBeEmpty();
    await page.keyboard.press('Control+Home');
    await expect(cells(last)).toHaveCount(0);
  }
});
