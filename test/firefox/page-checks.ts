import assert from 'node:assert/strict';
import { type Bench, install, ownPage, workspacePage } from './bench.ts';
import { complaints } from './complaints.ts';
import type { Check } from './panel-checks.ts';
import { byRole } from './roles.ts';

/** Words that run out of the window, or that stand on each other in the navigation. */
const tooWide = `document.documentElement.scrollWidth - window.innerWidth`;
const pageIds = `[...document.querySelectorAll('nav a[href^="#/"]')].map((link) => link.getAttribute('href').slice(2))`;

/** Runs in the page: it is open, and nothing in it says that it is still being fetched ("Loading…", in any language). */
function isThere(id: string): boolean {
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not there
  const words = document.querySelector('main')?.innerText.trim() ?? '';
  const link = document.querySelector('nav a[aria-current=page]')?.getAttribute('href');
  const isBusy = document.querySelector('main :is([aria-busy=true], [role=progressbar])') !== null;
  return link === `#/${id}` && words.length > 20 && !isBusy && !/…$/m.test(words);
}

/** Opens a page of the workspace, and says what is wrong with it. */
async function lookAt({ driver, picture }: Bench, id: string, name: string): Promise<string[]> {
  await driver.go('about:blank');
  await driver.go(workspacePage(id));
  await driver.until(`the page ${id}`, () => driver.run<boolean>(`(${isThere.toString()})(${JSON.stringify(id)})`));
  await picture(name);
  const wider = await driver.run<number>(tooWide);
  const broken = await driver.run<boolean>(`${byRole('alert', '…')}.length > 0`);
  return [
    ...(await complaints(driver)),
    ...(wider > 0 ? [`${wider} px too wide`] : []),
    ...(broken ? ['an alert is shown'] : []),
  ].map((what) => `${id}: ${what}`);
}

/** Every page of the workspace once. */
async function walk(bench: Bench, language: string): Promise<void> {
  const { driver } = bench;
  const found: string[] = [];
  const ids = await driver.run<string[]>(pageIds);
  assert.ok(ids.length >= 14, `pages: ${ids.join(', ')}`);
  for (const id of ids) found.push(...(await lookAt(bench, id, `${language}-${id}`)));
  assert.deepEqual(found, []);
}

/** All pages, in both languages. */
export const pageChecks: Check[] = [
  {
    name: 'until here no page and no background has complained, and the book is in order',
    async run({ driver, sidebar, front }) {
      await driver.chrome('SidebarController.hide()');
      await driver.to(front);
      await driver.go(workspacePage('backup'));
      assert.equal(await sidebar.isOpen(), false);
      await driver.press('button', 'Look through it now');
      await driver.says('everything is in order');
      assert.deepEqual(await complaints(driver), []);
    },
  },
  {
    name: 'has no folders and says so; text cannot become markup',
    async run({ driver }) {
      await driver.go(workspacePage('packs'));
      await driver.says('Your browser cannot keep a folder.');
      if (await driver.run<boolean>(`typeof trustedTypes === 'undefined'`)) return;
      const made = `(() => { try { document.createElement('p').innerHTML = '<b>'; return 'made'; } catch { return 'refused'; } })()`;
      assert.equal(await driver.run(made), 'refused');
      // That refusal comes to the console, a moment later: it is ours.
      const until = Date.now() + 10_000;
      const said: string[] = [];
      while (!said.some((one) => one.includes('trusted-types')) && Date.now() < until)
        said.push(...(await complaints(driver)));
      assert.equal(said.length, 1, said.join('\n'));
    },
  },
  { name: 'each page of the workspace opens whole and in order', run: (bench) => walk(bench, 'en') },
  {
    name: 'in a Chinese Firefox each page and the side bar are Chinese',
    async run(bench) {
      const { driver, picture } = bench;
      // The language pack is not needed for this: Firefox believes that it is there.
      await driver.chrome(
        `(Services.locale.availableLocales = ['zh-CN', 'en-US'], Services.locale.requestedLocales = ['zh-CN'])`,
      );
      await driver.go('about:blank');
      await install(driver);
      await driver.go(ownPage('sidepanel.html'));
      await driver.sees('tab', '本页');
      assert.equal(await driver.run('document.documentElement.lang'), 'zh-CN');
      await picture('zh-panel');
      await driver.go(workspacePage('settings'));
      await driver.sees('main', '…');
      await walk(bench, 'zh');
    },
  },
];
