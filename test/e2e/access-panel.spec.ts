import type { Page } from '@playwright/test';
import { rowsOf } from '../browser/panel-acts.ts';
import { practice } from '../practice/serve.ts';
import { axeFindings, keyboardFindings, lossFindings } from './audit.ts';
import { expect, openAndRead, test } from './harness.ts';
import { settled, wordsOf } from './surfaces.ts';

type State = {
  name: string;
  act: (panel: Page, page: Page, word: (key: string) => string) => Promise<void>;
};

const goTo = (key: string) => async (panel: Page, _page: Page, word: (key: string) => string) => {
  await panel.getByRole('tab', { name: word(key), exact: true }).click();
};

/** The panel, one state after the other in one run. */
const states: readonly State[] = [
  { name: 'a team', act: async (panel) => expect(rowsOf(panel).first()).toBeVisible() },
  { name: 'an open card', act: async (panel) => rowsOf(panel).nth(1).click() },
  {
    name: 'what goes with each save',
    act: (panel, _page, word) => panel.getByRole('button', { name: word('capture.batch.open') }).click(),
  },
  { name: 'nobody yet', act: goTo('panel.leads') },
  {
    name: 'pasting',
    async act(panel, page, word) {
      await goTo('panel.page')(panel, page, word);
      await panel.getByRole('button', { name: word('capture.paste.open'), exact: true }).click();
    },
  },
  {
    name: 'a list',
    async act(panel, page) {
      await page.goto(practice.exhibitors(1));
      await expect(rowsOf(panel).filter({ hasText: 'Bellini' })).toBeVisible();
    },
  },
  {
    name: 'saved',
    async act(panel, _page, word) {
      await rowsOf(panel).first().focus();
      await panel.keyboard.press('Enter');
      await expect(panel.getByRole('button', { name: word('capture.save.undo'), exact: true })).toBeVisible();
    },
  },
  {
    name: 'an imprint',
    async act(panel, page) {
      await page.goto(practice.imprint);
      await expect(panel.getByText(/HRB 990017|Nordlicht/).first()).toBeVisible();
    },
  },
  {
    name: 'nothing to read',
    async act(panel, page, word) {
      await page.goto('http://www.packline-expo.example/nothing-here');
      await expect(panel.getByText(word('capture.nothing.title'))).toBeVisible();
    },
  },
  { name: 'leads', act: goTo('panel.leads') },
  { name: 'a lead', act: async (panel) => panel.getByRole('option').first().click() },
  { name: 'today', act: goTo('work.today') },
  { name: 'settings', act: goTo('panel.settings') },
  { name: 'palette', act: async (panel) => panel.keyboard.press('Control+k') },
];

for (const language of ['en', 'zh_CN'] as const) {
  test(`the panel at 320 px in each state: axe, Tab, nothing lost, ${language}`, async ({ launch }) => {
    test.setTimeout(240_000);
    const word = await wordsOf(language);
    const browser = await launch({ granted: ['http://*/*'], language: language === 'en' ? 'en-GB' : 'zh-CN' });
    const { page, panel } = await openAndRead(browser, practice.team);
    await panel.setViewportSize({ width: 320, height: 640 });
    const findings: string[] = [];
    for (const { name, act } of states) {
      await test.step(name, async () => {
        await act(panel, page, word);
        await settled(panel);
        for (const colorScheme of ['light', 'dark'] as const) {
          await panel.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          const found = await axeFindings(panel, { isWhole: colorScheme === 'light' });
          findings.push(...found.map((one) => `${name}, ${colorScheme}: ${one}`));
        }
        const others = [...(await lossFindings(panel)), ...(language === 'en' ? await keyboardFindings(panel) : [])];
        findings.push(...others.map((one) => `${name}: ${one}`));
      });
    }
    expect(findings).toEqual([]);
  });
}

test('the page after install: axe, Tab, nothing lost on a narrow screen', async ({ launch }) => {
  const browser = await launch();
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/welcome.html`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await settled(page);
  const findings: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    findings.push(...(await axeFindings(page, { isWhole: colorScheme === 'light' })));
  }
  await page.setViewportSize({ width: 320, height: 640 });
  findings.push(...(await lossFindings(page)), ...(await keyboardFindings(page)));
  expect(findings).toEqual([]);
});
