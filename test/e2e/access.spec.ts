import type { Page } from '@playwright/test';
import { axeFindings, keyboardFindings, lossFindings } from './audit.ts';
import { expect, test } from './harness.ts';
import { workspaceUrl } from './seed.ts';
import { openSurface, type Surface, wordsOf, workspaceSurfaces } from './surfaces.ts';
import { fillBook } from './whole-book.ts';

type Launch = Parameters<Parameters<typeof test>[2]>[0]['launch'];

/** Goes through the pages of the workspace, once with nothing in the book and once with all. */
async function eachSurface(
  launch: Launch,
  {
    language = 'en',
    withEmpty = false,
    only = () => true,
  }: { language?: 'en' | 'zh_CN'; withEmpty?: boolean; only?: (surface: Surface) => boolean },
  look: (page: Page, surface: Surface) => Promise<void>,
): Promise<void> {
  const browser = await launch({ language: language === 'en' ? 'en-GB' : 'zh-CN' });
  const page = await browser.context.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  const word = await wordsOf(language);
  const base = workspaceUrl(browser.extensionId, '');
  for (const state of withEmpty ? (['empty', 'full'] as const) : (['full'] as const)) {
    if (state === 'full') {
      await page.goto(`${base}customers`);
      await fillBook(page, Date.now(), word);
    }
    for (const surface of workspaceSurfaces) {
      if (!only(surface) || (surface.only ?? state) !== state) continue;
      await test.step(`${surface.name}, ${state}`, async () => {
        await openSurface(page, base, surface, word);
        await look(page, surface);
      });
    }
  }
}

for (const language of ['en', 'zh_CN'] as const) {
  test(`axe finds nothing on any page of the workspace, light and dark, ${language}`, async ({ launch }) => {
    test.setTimeout(300_000);
    const findings: string[] = [];
    await eachSurface(launch, { language, withEmpty: true }, async (page, surface) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const isWhole = colorScheme === 'light';
        findings.push(
          ...(await axeFindings(page, { isWhole })).map((one) => `${surface.name}, ${colorScheme}: ${one}`),
        );
      }
      await page.emulateMedia({ colorScheme: 'light' });
    });
    expect(findings).toEqual([]);
  });
}

test('on every page of the workspace Tab comes everywhere and shows where it is', async ({ launch }) => {
  test.setTimeout(300_000);
  const findings: string[] = [];
  await eachSurface(launch, {}, async (page, surface) => {
    findings.push(...(await keyboardFindings(page)).map((one) => `${surface.name}: ${one}`));
  });
  expect(findings).toEqual([]);
});

// WCAG 1.4.12: what a reader may set, and nothing may be lost.
const spacing =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }';

test('at 200 % on a small screen and with wide text nothing is lost', async ({ launch }) => {
  test.setTimeout(300_000);
  const findings: string[] = [];
  await eachSurface(launch, {}, async (page, surface) => {
    await page.setViewportSize({ width: 640, height: 400 });
    findings.push(...(await lossFindings(page)).map((one) => `${surface.name}: ${one}`));
    await page.addStyleTag({ content: spacing });
    findings.push(...(await lossFindings(page)).map((one) => `${surface.name}, wide text: ${one}`));
    await page.setViewportSize({ width: 1280, height: 800 });
  });
  expect(findings).toEqual([]);
});
