import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { OwnFieldDefinition } from '../../lib/domain/schema/own-field.ts';
import { type CreditModel, creditProfile } from './credit-profile.ts';
import { expect, test } from './harness.ts';
import { importGermanCredit } from './import-file.ts';
import { bookRecord, seedBook } from './seed.ts';

const data = process.env.LEADLIGHT_DATA ?? '';
const isThere = existsSync(join(data, 'oracles/scorecard/germancredit.csv'));

test('the published credit data comes in as leads with own fields and outcomes', async ({ launch }) => {
  test.skip(!isThere, 'left out: LEADLIGHT_DATA names no folder with oracles/scorecard/germancredit.csv');
  const page = await importGermanCredit(await launch(), data);
  await page.getByRole('link', { name: 'To the leads' }).click();
  await expect(page.getByRole('radio', { name: /^Companies\s*1,?000$/ })).toBeVisible();
});

type Published = CreditModel & { AUC: number; cumulative_gain_by_decile: number[] };
function published(): Published {
  const oracle = JSON.parse(readFileSync(join(data, 'oracles/scorecard/oracle.json'), 'utf8')) as Record<
    string,
    Published
  >;
  const [, model] = Object.entries(oracle).find(([name]) => name.startsWith('glm')) ?? [];
  if (!model) throw new Error('the oracle has no logistic model');
  return model;
}
async function ownFields(page: Page): Promise<OwnFieldDefinition[]> {
  const { value } = (await bookRecord(page, 'meta', 'ownFields')) as { value: { fields: OwnFieldDefinition[] } };
  return value.fields;
}

test('the learning page finds the published AUC and lift of that data, and learns from it', async ({ launch }) => {
  test.skip(!isThere, 'left out: LEADLIGHT_DATA names no folder with oracles/scorecard/germancredit.csv');
  const page = await importGermanCredit(await launch(), data);
  const model = published();
  await seedBook(page, { profile: creditProfile(model, await ownFields(page)) });
  await page.getByRole('link', { name: 'Learning' }).click();
  await expect(page.getByText(/^700 won and 300 lost/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/^1,000 came into the book with their outcome/)).toBeVisible();

  await page.getByText('Advanced: statistics').click();
  const auc = page.getByRole('row', { name: /^AUC/ }).getByRole('cell');
  await expect(auc.nth(1)).toHaveText(/\d/);
  const [today, learnt] = (await auc.allTextContents()).map((text) => Number.parseFloat(text));
  // Whole points instead of the model's own digits.
  expect(Math.abs((today ?? 0) - model.AUC)).toBeLessThan(0.005);
  // Measured on leads that were not learnt from.
  expect(learnt).toBeGreaterThan(0.72);
  expect(learnt).toBeLessThan(model.AUC + 0.02);

  // The published tenths count the bad, the worst first; seen from the good the last tenth is the first.
  const bad = [0, ...model.cumulative_gain_by_decile];
  const gains = page.getByRole('figure').filter({ has: page.getByRole('img', { name: /^Gains/ }) });
  const lift = page.getByRole('figure').filter({ has: page.getByRole('img', { name: /^Lift/ }) });
  await gains.getByText('The same as a table').click();
  await lift.getByText('The same as a table').click();
  for (const figure of [gains, lift])
    await expect(figure.getByRole('row').nth(10).getByRole('cell').first()).toHaveText(/\d/);
  for (let tenth = 1; tenth <= 10; tenth++) {
    const share = (tenth * 100 - 300 * (1 - (bad[10 - tenth] ?? 0))) / 700;
    const [gained = ''] = await gains.getByRole('row').nth(tenth).getByRole('cell').allTextContents();
    expect(Math.abs(Number.parseFloat(gained) / 100 - share)).toBeLessThan(0.015);
    const [times = ''] = await lift.getByRole('row').nth(tenth).getByRole('cell').allTextContents();
    expect(Math.abs(Number.parseFloat(times) - share / (tenth / 10))).toBeLessThan(0.08);
  }
});
