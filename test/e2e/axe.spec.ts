import type { Page } from '@playwright/test';
import { rowsOf } from '../browser/panel-acts.ts';
import { practice } from '../practice/serve.ts';
import { expect, openAndRead, test, violationsOf } from './harness.ts';

async function findings(panel: Page): Promise<string[]> {
  // The panel is no page of the launching client, where axe would open a second one.
  const violations = await violationsOf(panel);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the panel, ${colorScheme}`, async ({ launch }) => {
    const browser = await launch({ granted: ['http://*/*'] });
    const { page, panel } = await openAndRead(browser, practice.team);
    await panel.emulateMedia({ colorScheme });
    await expect(rowsOf(panel).first()).toBeVisible();
    expect(await findings(panel), 'a team').toEqual([]);
    await rowsOf(panel).nth(1).click();
    expect(await findings(panel), 'an open card').toEqual([]);
    await page.goto(practice.exhibitors(1));
    await expect(rowsOf(panel).filter({ hasText: 'Bellini' })).toBeVisible();
    expect(await findings(panel), 'a list').toEqual([]);
    await page.goto(practice.imprint);
    await expect(panel.getByText(/HRB 990017|Nordlicht/).first()).toBeVisible();
    expect(await findings(panel), 'an imprint').toEqual([]);
    await page.goto('http://www.packline-expo.example/nothing-here');
    await expect(panel.getByText('Nothing to read here')).toBeVisible();
    expect(await findings(panel), 'nothing to read').toEqual([]);
    await panel.getByRole('tab', { name: 'Leads' }).click();
    await expect(panel.getByText('Nobody here yet')).toBeVisible();
    expect(await findings(panel), 'no leads yet').toEqual([]);
    await panel.getByRole('tab', { name: 'Settings' }).click();
    await expect(panel.getByRole('tabpanel').getByRole('heading').first()).toBeVisible();
    expect(await findings(panel), 'settings').toEqual([]);
  });
}
