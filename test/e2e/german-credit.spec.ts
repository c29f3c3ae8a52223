import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './harness.ts';
import { importGermanCredit } from './import-file.ts';

const data = process.env.LEADLIGHT_DATA ?? '';
const isThere = existsSync(join(data, 'oracles/scorecard/germancredit.csv'));

test('the published credit data comes in as leads with own fields and outcomes', async ({ launch }) => {
  test.skip(!isThere, 'left out: LEADLIGHT_DATA names no folder with oracles/scorecard/germancredit.csv');
  const page = await importGermanCredit(await launch(), data);
  await page.getByRole('link', { name: 'To the leads' }).click();
  await expect(page.getByText('1000', { exact: true })).toBeVisible();
});
