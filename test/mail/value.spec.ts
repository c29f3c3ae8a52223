import { ordersFile } from '../e2e/orders-file.ts';
import { workspaceUrl } from '../e2e/seed.ts';
import { cardOf, placeOf } from './chips.ts';
import { addresses, expect, inTop, openRoundcube, test } from './harness.ts';
import { lena } from './seeds.ts';

test.skip(addresses.elastic === undefined, 'no Roundcube here');

test('an order list taken in: the chip in mail shows the class of the customer and the segment', async ({ mail }) => {
  const day = 86_400_000;
  const now = Date.now();
  const theirs = Array.from({ length: 30 }, (_, at) => {
    const date = new Date(now - (3 + at * 20) * day).toISOString().slice(0, 10);
    return `L${at},${date},${lena.name},${lena.email},9000.00,EUR`;
  });
  const workspace = await mail.context.newPage();
  await workspace.goto(workspaceUrl(mail.extensionId, 'customers'));
  await workspace.getByLabel('Choose a file').setInputFiles({
    name: 'orders.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([ordersFile(80, now), ...theirs].join('\n')),
  });
  await workspace.getByRole('button', { name: 'See what would happen' }).click();
  await workspace.getByRole('button', { name: /^Take in/ }).click();
  await expect(
    workspace.getByRole('link', { name: lena.name }).or(workspace.getByRole('link', { name: lena.companyName })),
  ).toBeVisible();
  await workspace.close();

  const page = await openRoundcube(mail, 'elastic');
  const label = /^Lena Ortmann: A customer · Champions$/;
  await expect
    .poll(async () => (await inTop(page)).map((one) => one.label).filter((one) => label.test(one)).length)
    .toBeGreaterThan(0);
  const chip = (await inTop(page)).find((one) => label.test(one.label));
  if (!chip) throw new Error('no chip to point at');
  const { x, y } = await placeOf(page, chip);
  await page.mouse.move(x, y);
  await expect.poll(async () => (await cardOf(page))?.join('\n')).toContain('A customer · Champions');
  const folder = process.env.LEADLIGHT_SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/value-mail.png` });
});
