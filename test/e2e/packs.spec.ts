import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, violationsOf } from './harness.ts';
import { bookRecord, seedBook, seedCompany, seedPerson, workspaceUrl } from './seed.ts';

const findings = async (page: Page) =>
  (await violationsOf(page)).map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );

const firm = seedCompany(1, { name: 'Lindner Glas', domain: 'lindner.example' });
const greta = seedPerson(1, {
  name: 'Greta Alt',
  companyId: firm.id,
  companyName: 'Lindner Glas',
  emails: ['greta@lindner.example'],
  jobTitle: 'Buyer',
});

test('a sealed pack goes out of one profile and into another, is looked at first, and is taken back', async ({
  launch,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'leadlight-pack-'));
  const other = mkdtempSync(join(tmpdir(), 'leadlight-e2e-'));
  try {
    const sender = await launch();
    const from = await sender.context.newPage();
    await from.goto(workspaceUrl(sender.extensionId, 'packs'));
    await seedBook(from, { companies: [firm], people: [greta] });
    const send = from.getByRole('region', { name: 'Make a pack' });
    await send.getByLabel('Your name for colleagues').fill('Li');
    await send.getByLabel('Passphrase').fill('blue sky');
    expect(await findings(from), 'the page').toEqual([]);
    const saved = from.waitForEvent('download');
    await send.getByRole('button', { name: 'Save the pack' }).click();
    const file = join(folder, 'team.leadlight-pack');
    await (await saved).saveAs(file);
    await expect(from.getByText(/Saved: team-.* with 2 people and companies/)).toBeVisible();
    await from.goto(workspaceUrl(sender.extensionId, 'privacy/out'));
    await expect(from.getByRole('table')).toContainText('Team pack');

    const receiver = await launch({ profile: other });
    const to = await receiver.context.newPage();
    await to.goto(workspaceUrl(receiver.extensionId, 'packs'));
    await seedBook(to, { people: [{ ...greta, jobTitle: 'CEO' }] });
    await to.getByLabel('Choose a pack', { exact: true }).last().setInputFiles(file);
    await to.getByLabel('This pack is encrypted').fill('red sky');
    await to.keyboard.press('Enter');
    await expect(to.getByText('That is not its passphrase.').first()).toBeVisible();
    await to.getByLabel('This pack is encrypted').fill('blue sky');
    await to.keyboard.press('Enter');
    await expect(to.getByText(/From Li, made on .* 1 new, /)).toBeVisible();
    expect(await findings(to), 'what it would do').toEqual([]);
    const choice = to
      .getByRole('table')
      .filter({ hasText: 'Yours' })
      .getByRole('row', { name: /Greta Alt/ });
    await expect(choice).toContainText(/CEO.*Buyer/);
    await choice.getByRole('button', { name: 'Have the other: Greta Alt, Job title' }).click();
    await expect(choice).toContainText('theirs');
    await to.getByRole('button', { name: 'Take over' }).click();
    await expect(to.getByText(/Taken over: 1 new/)).toBeVisible();
    expect(await bookRecord(to, 'people', greta.id)).toMatchObject({ jobTitle: 'Buyer', companyName: 'Lindner Glas' });
    expect(await bookRecord(to, 'companies', firm.id)).toMatchObject({ name: 'Lindner Glas' });

    await to.getByRole('button', { name: 'Another pack' }).click();
    await expect(to.getByText(/Li: 1 new/)).toBeVisible();
    await to.getByText('1 value was there in both books').click();
    const kept = to.getByRole('row', { name: /Greta Alt/ });
    await expect(kept).toContainText('theirs');
    expect(await findings(to), 'what was chosen').toEqual([]);
    await kept.getByRole('button', { name: 'Have the other: Greta Alt, Job title' }).click();
    await expect(kept).toContainText('yours');
    expect(await bookRecord(to, 'people', greta.id)).toMatchObject({ jobTitle: 'CEO' });
    await to.getByRole('button', { name: 'Take back: Li: 1 new' }).click();
    await expect(to.getByText('taken back', { exact: true })).toBeVisible();
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(other, { recursive: true, force: true, maxRetries: 5 });
  }
});
