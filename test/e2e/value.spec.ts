import type { Page } from '@playwright/test';
import { expect, test, violationsOf } from './harness.ts';
import { monthlyOrders, ordersFile } from './orders-file.ts';
import { bookRecord, seedBook, seedCompany, workspaceUrl } from './seed.ts';

/** What seeded companies are found by: they are put in without keys. */
const keyByAddress = (page: Page) =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('book'));
    const tx = database.transaction('companies', 'readwrite');
    const store = tx.objectStore('companies');
    for (const row of await done(store.getAll()))
      await done(store.put({ ...row, keys: { ...row.keys, emails: row.emails, domain: row.domain } }));
    database.close();
  });

/** Pictures to look at, where a folder for them is named. */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.LEADLIGHT_SHOTS;
  if (!folder) return;
  // Whole pages: what scrolls is let grow for the picture.
  await page.setViewportSize({ width: 1280, height: 2200 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${folder}/value-${name}-${colorScheme}.png` });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 720 });
}

const until = Date.now() - 5 * 86_400_000;

test('an order list is dropped in; Pareto and heat map are seen, a cut dragged, a worklist becomes tasks', async ({
  launch,
}) => {
  const browser = await launch();
  const page = await browser.context.newPage();
  await page.goto(workspaceUrl(browser.extensionId, 'customers'));
  await expect(page.getByRole('heading', { name: 'Customers', level: 1 })).toBeVisible();
  const companies = Array.from({ length: 60 }, (_, at) =>
    seedCompany(at + 1, { domain: `muster-${at + 1}.example`, emails: [`office@muster-${at + 1}.example`] }),
  );
  await seedBook(page, { companies });
  await keyByAddress(page);
  expect(await violationsOf(page)).toEqual([]);
  // Dropped as a file is.
  const list = ordersFile(120, until);
  const data = await page.evaluateHandle(
    (text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'orders.csv', { type: 'text/csv' }));
      return transfer;
    },
    ordersFile(120, until),
  );
  await page.getByRole('region', { name: 'Drop a list of orders here' }).dispatchEvent('drop', { dataTransfer: data });
  await expect(page.getByLabel('Sum', { exact: true })).toHaveValue('4');
  expect(await violationsOf(page)).toEqual([]);
  await shot(page, 'columns');
  await page.getByRole('button', { name: 'See what would happen' }).click();
  const customers = new Set(
    list
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[2]),
  );
  const known = [...customers].filter((name) => Number(name?.split(' ')[1]) <= 60);
  const said = `new orders of ${customers.size} customers; ${known.length} of them are in your book`;
  await expect(page.getByText(said)).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: /^Take in/ }).click();

  const cut = page.getByRole('slider', { name: 'Cut between A and B' });
  await expect(cut).toHaveAttribute('aria-valuenow', '65');
  const classA = page.getByText(/^A customer: /);
  const before = await classA.textContent();
  const place = await cut.boundingBox();
  if (!place) throw new Error('The cut is not in sight');
  await page.mouse.move(place.x + 60, place.y + place.height / 2);
  await page.mouse.down();
  await page.mouse.move(place.x + 60, place.y + place.height / 2 + 60, { steps: 5 });
  await expect(cut).not.toHaveAttribute('aria-valuenow', '65');
  await page.mouse.up();
  await expect(classA).not.toHaveText(before ?? '');
  await cut.press('ArrowUp');
  expect(await violationsOf(page)).toEqual([]);

  await shot(page, 'abc');
  await page.getByRole('radio', { name: 'RFM' }).click();
  const cell = page
    .getByRole('button', { name: /days since the last order/ })
    .and(page.locator('[tabindex="0"]'))
    .first();
  await cell.press('Enter');
  await expect(cell).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('region', { name: /^Recency/ })).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);

  await shot(page, 'rfm');
  await page.getByRole('radio', { name: 'What to do' }).click();
  await page.getByRole('button', { name: /^Keep: most profit now/ }).click();
  await page.getByRole('button', { name: 'Make tasks' }).click();
  await expect(page.getByText(/tasks? made/)).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await shot(page, 'todo');
  const largest = await bookRecord(page, 'companies', seedCompany(2).id);
  expect(largest).toMatchObject({ nextStep: { text: 'Keep this customer close' } });
  expect(await bookRecord(page, 'customerValues', seedCompany(2).id)).toMatchObject({ valueClass: 'A' });
});

test('insights: lifetime value with its models, movement, a pivot that is kept; the list is taken back', async ({
  launch,
}) => {
  const browser = await launch();
  const page = await browser.context.newPage();
  await page.goto(workspaceUrl(browser.extensionId, 'insights'));
  await expect(page.getByText('No orders yet')).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Customers' }).click();
  await page.getByLabel('Choose a file').setInputFiles({
    name: 'orders.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(ordersFile(120, until)),
  });
  await page.getByRole('button', { name: 'See what would happen' }).click();
  await page.getByRole('button', { name: /^Take in/ }).click();
  await expect(page.getByRole('slider', { name: 'Cut between A and B' })).toBeVisible();
  await page.getByRole('button', { name: 'Save to the book' }).click();
  await expect(page.getByText(/customers saved to the book/)).toBeVisible();
  await expect(page.getByText(/with [\d,]+ orders up to .*; 1\d\d of them are in your book/)).toBeVisible();
  await page.goto(workspaceUrl(browser.extensionId, 'insights'));
  await expect(page.getByText(/NBD expects [\d,]+ orders in the next 52 weeks/)).toBeVisible();
  await expect(page.getByRole('img', { name: 'Repeat orders week by week' })).toBeVisible();
  await page.getByLabel('Rows').selectOption('Segment');
  await page.getByLabel('Name of this view').fill('By segment');
  await page.getByRole('button', { name: 'Keep view' }).click();
  await page.getByLabel('Rows').selectOption('Year');
  await page.getByRole('button', { name: 'By segment' }).first().click();
  await expect(page.getByLabel('Rows')).toHaveValue('segment');
  expect(await violationsOf(page)).toEqual([]);
  await shot(page, 'insights');
  await page.goto(workspaceUrl(browser.extensionId, 'customers'));
  await page.getByRole('radio', { name: 'Lists' }).click();
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Take back orders.csv' }).click();
  await expect(page.getByText('Drop a list of your orders here.')).toBeVisible();
});

/** Takes a list in, as chosen on the page of customers that has none yet. */
async function takeIn(page: Page, text: string, name = 'orders.csv'): Promise<void> {
  await page.getByLabel('Choose a file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'See what would happen' }).click();
  await page.getByRole('button', { name: /^Take in/ }).click();
}

test('share of wallet: who buys elsewhere is told apart from who needs less; what is unknown says what to ask', async ({
  launch,
}) => {
  const browser = await launch();
  const page = await browser.context.newPage();
  await page.goto(workspaceUrl(browser.extensionId, 'customers'));
  const day = Math.floor(until / 86_400_000);
  await seedBook(page, {
    indexed: true,
    companies: [
      seedCompany(1),
      seedCompany(2, {
        wallet: [
          { day: day - 365, amount: 3_000_000, currency: 'EUR' },
          { day: day - 5, amount: 1_000_000, currency: 'EUR', from: 'Asked their buyer' },
        ],
      }),
      seedCompany(3),
    ],
  });
  // Muster 1 grows a little; the volumes of 2 and 3 fall to a third.
  const list = monthlyOrders(
    [
      ['Muster 1', 3000, 3100],
      ['Muster 2', 1500, 500],
      ['Muster 3', 1500, 500],
      ['Muster 4', 100, 100],
    ],
    until,
  );
  await takeIn(page, list);
  await expect(page.getByRole('slider', { name: 'Cut between A and B' })).toBeVisible();

  await page.goto(workspaceUrl(browser.extensionId, 'insights'));
  const wallet = page.getByRole('region', { name: 'Share of wallet' });
  await expect(wallet.getByText('Of 1 of 4 customers the whole need is known')).toBeVisible();
  await expect(wallet.getByRole('button', { name: /^Mature: needs less, share held/ })).toBeVisible();
  await wallet.getByRole('button', { name: /^Declining, or needs less/ }).click();
  const unknown = wallet.getByRole('region', { name: 'Declining, or needs less?' });
  await expect(unknown.getByText('What do they buy in all in a year?')).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await shot(page, 'wallet');

  // What the question was is answered on the page of the company: now, and a year ago.
  await unknown.getByRole('link', { name: 'Muster 3' }).click();
  const block = page.getByRole('region', { name: 'Share of wallet' });
  const give = async (amount: string, when: string | undefined) => {
    await block.getByLabel('They buy in a year, in all').fill(amount);
    if (when) await block.getByLabel('As of').fill(when);
    await block.getByLabel('Known from').fill('Annual report');
    await block.getByRole('button', { name: 'Keep' }).click();
  };
  await block.getByRole('button', { name: 'Give their whole need' }).click();
  await block.getByLabel('They buy in a year, in all').fill('a lot');
  await block.getByRole('button', { name: 'Keep' }).click();
  await expect(block.getByText('A number, zero or more.')).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await give('30000', undefined);
  await expect(block.getByText('What did they buy in all a year ago?')).toBeVisible();
  await block.getByRole('button', { name: 'Another' }).click();
  await give('30,000', new Date(until - 365 * 86_400_000).toISOString().slice(0, 10));
  await expect(block.getByText('€6,000 of €30,000 a year (20%)')).toBeVisible();
  await shot(page, 'wallet-lead');

  await page.goto(workspaceUrl(browser.extensionId, 'insights'));
  await wallet.getByRole('button', { name: /^Declining: buys elsewhere/ }).click();
  const elsewhere = wallet.getByRole('region', { name: 'Declining: buys elsewhere' });
  await expect(
    elsewhere.getByRole('row', { name: /Muster 3.*€30,000.*20%.*€24,000.*buys more elsewhere/ }),
  ).toBeVisible();
  await page.getByLabel('Rows').selectOption('Share of wallet');
  await page.getByLabel('Figure').selectOption('Potential');
  await expect(page.getByRole('row', { name: /^10% to 40%.*€24,000$/ })).toBeVisible();
  // Taken back, it is asked again.
  await page.goto(workspaceUrl(browser.extensionId, `leads/${seedCompany(3).id}`));
  await block
    .getByRole('button', { name: /^Remove the need of/ })
    .first()
    .click();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Whole need removed' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(block.getByText('€6,000 of €30,000 a year (20%)')).toBeVisible();
});

test('a wrong match is put right and undone; a list stands among the last changes and is taken back there', async ({
  launch,
}) => {
  const browser = await launch();
  const page = await browser.context.newPage();
  await page.goto(workspaceUrl(browser.extensionId, 'customers'));
  await seedBook(page, { indexed: true, companies: [seedCompany(1), seedCompany(2, { name: 'Beispiel AG' })] });
  const list = monthlyOrders([['Muster 1', 300, 300]], until);
  await takeIn(page, list);
  await expect(page.getByText(/; 1 of them is in your book/)).toBeVisible();

  // On the page of whom they were found to be.
  await page.goto(workspaceUrl(browser.extensionId, `leads/${seedCompany(1).id}`));
  await page.getByText('Whose orders are these?').click();
  await page.getByRole('button', { name: 'The orders of Muster 1 are not theirs' }).click();
  await page.getByLabel('Whose are they? Type a name').fill('Beispiel');
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Beispiel AG', exact: true }).click();
  await expect(page.getByText('The orders of Muster 1 are now Beispiel AG’s, in later lists too')).toBeVisible();

  // A later list goes by it.
  await page.goto(workspaceUrl(browser.extensionId, 'customers'));
  await page.getByRole('radio', { name: 'Lists' }).click();
  await takeIn(page, list.replaceAll(/^(\d+),/gm, '9$1,'), 'later.csv');
  await expect(page.getByText(/^24 orders of 1 customer are in/)).toBeVisible();
  const owners = page.getByRole('region', { name: 'Whose orders are whose' });
  await owners.getByRole('searchbox').fill('muster');
  await expect(owners.getByText('Muster 1 is Beispiel AG')).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await shot(page, 'lists');

  await page.goto(workspaceUrl(browser.extensionId, 'clean'));
  await page.getByRole('tab', { name: 'Last changes' }).click();
  await page.getByRole('button', { name: 'Undo: Said whose orders they are: Beispiel AG' }).click();
  await page.getByRole('button', { name: 'Undo: Orders taken in: 24 of later.csv' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'later.csv' }).getByText('taken back')).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await page.goto(workspaceUrl(browser.extensionId, 'customers'));
  await page.getByRole('radio', { name: 'Lists' }).click();
  await expect(page.getByText('later.csv')).toHaveCount(0);
  await owners.getByRole('searchbox').fill('muster');
  await expect(owners.getByText('Muster 1 is Muster 1')).toBeVisible();
});
