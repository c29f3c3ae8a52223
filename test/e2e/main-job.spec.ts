import { rowsOf, saveEveryone } from '../browser/panel-acts.ts';
import { practice } from '../practice/serve.ts';
import { expect, openAndRead, test } from './harness.ts';

test('reads the team page on an icon click, saves everyone by keyboard, survives a crash', async ({ launch }) => {
  const browser = await launch();
  const { panel } = await openAndRead(browser, practice.team);
  await expect(rowsOf(panel).filter({ hasText: 'Lars Hinrichsen' })).toBeVisible();
  const saved = await saveEveryone(panel);
  expect(saved).toBeGreaterThanOrEqual(10);
  await expect(rowsOf(panel).filter({ hasText: 'Lars Hinrichsen' })).toContainText(/yours/);
  await browser.kill();

  const again = await launch();
  const { panel: second } = await openAndRead(again, practice.team);
  await expect(rowsOf(second).filter({ hasText: 'Lars Hinrichsen' })).toContainText(/yours/);
  await second.getByRole('tab', { name: 'Leads' }).click();
  for (const name of ['Annika Petersen', 'Lars Hinrichsen', 'Mehmet Yıldırım', 'Claire Dubois-Martin']) {
    await expect(second.getByRole('option').filter({ hasText: name })).toBeVisible();
  }
  await second
    .getByRole('textbox', { name: 'Search' })
    .or(second.getByRole('searchbox', { name: 'Search' }))
    .fill('66969-140');
  await expect(second.getByRole('option')).toHaveCount(1);
  await expect(second.getByRole('option')).toContainText('Paul Okafor');
});

test('the paste box turns a signature and a table into drafts', async ({ launch }) => {
  const { panel } = await openAndRead(await launch(), practice.home);
  const open = panel.getByRole('button', { name: 'Paste text or a table' });
  const box = panel.getByRole('textbox', { name: /^Paste text/ });
  await expect(open.or(box).first()).toBeVisible();
  if ((await box.count()) === 0) await open.click();
  await box.fill('Jane Roe\nHead of Sales\nHarbour Tools Ltd\njane.roe@harbour-tools.example\n+44 161 496 0123');
  await box.press('Control+Enter');
  // The box itself holds the name too: only the row says that it was read.
  await expect(rowsOf(panel).filter({ hasText: 'Jane Roe' })).toBeVisible();
  expect(await saveEveryone(panel)).toBeGreaterThanOrEqual(1);
});

test('on an allowed site the panel follows by itself, and says when the tab has left it', async ({ launch }) => {
  const browser = await launch({ granted: ['http://www.nordlicht-foerdertechnik.example/*'] });
  const { page, panel } = await openAndRead(browser, practice.home);
  await page.goto(practice.team);
  await expect(rowsOf(panel).filter({ hasText: 'Lars Hinrichsen' })).toBeVisible();
  await page.goto(practice.imprint);
  await expect(panel.getByText('HRB 990017').or(panel.getByText('Annika Petersen')).first()).toBeVisible();
  await expect(panel.getByText('Lars Hinrichsen')).toHaveCount(0);
  await page.goto('http://www.alder-conveyors.example/');
  await expect(panel.getByText('Press the icon or Alt+Shift+L to read this page')).toBeVisible();
});
