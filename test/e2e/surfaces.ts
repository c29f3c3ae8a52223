import { resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { parseMessagesFile } from '@wxt-dev/i18n/build';

/** What is looked at: a page of the workspace or the panel in one state. */
export type Surface = {
  name: string;
  /** Of the workspace: what follows `#/`. Of the panel: the tab. */
  at: string;
  /** Only where orders and a book are there, or only where nothing is. Absent: in both. */
  only?: 'full' | 'empty';
  /** Brings it into its state. In: the page, and the word of the interface under a key, in the language that is shown. */
  act?: (page: Page, word: (key: string) => string) => Promise<void>;
};

/** The words of a language by their keys, with what is put in left out: a beginning that a control is found by. */
export async function wordsOf(language: string): Promise<(key: string) => string> {
  const messages = await parseMessagesFile(resolve(import.meta.dirname, '../../lib/locales', `${language}.yml`));
  // Of what is counted, the form for many.
  const textOf = (one: (typeof messages)[number]) => String('message' in one ? one.message : one.plurals.n);
  const texts = new Map(messages.map((one) => [one.key.join('.'), textOf(one)]));
  return (key) => {
    const text = texts.get(key);
    if (text === undefined) throw new Error(`no word ${key} in ${language}`);
    return text;
  };
}

const openPalette = async (page: Page) => {
  await page.keyboard.press('Control+k');
  // It is loaded with its first time.
  await expect(page.getByRole('dialog')).toBeVisible();
};
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first();
const firstRow = (page: Page) => page.getByRole('grid').locator('[data-open]').first();

/** The pages of the workspace; the first path of each is also its page in the navigation. */
export const workspaceSurfaces: readonly Surface[] = [
  { name: 'today', at: 'today' },
  { name: 'a new task', at: 'today', only: 'full', act: (page, word) => button(page, word('work.newTask')).click() },
  {
    name: 'all tasks',
    at: 'today',
    act: (page, word) => page.getByRole('radio', { name: word('work.allTasks') }).click(),
  },
  { name: 'calls', at: 'today', act: (page, word) => page.getByRole('radio', { name: word('work.calls') }).click() },
  { name: 'board', at: 'board' },
  { name: 'stages', at: 'board', only: 'full', act: (page, word) => button(page, word('work.stages')).click() },
  {
    name: 'figures of the work',
    at: 'board',
    act: (page, word) => page.getByRole('radio', { name: word('work.figures.title') }).click(),
  },
  { name: 'table', at: 'leads' },
  {
    name: 'a lead',
    at: 'leads',
    only: 'full',
    async act(page) {
      await firstRow(page).click();
      // It is loaded with its first time.
      await expect(page.getByRole('article').getByRole('heading', { level: 2 }).first()).toBeVisible();
    },
  },
  {
    name: 'a selection',
    at: 'leads',
    only: 'full',
    async act(page) {
      await page.getByRole('grid').focus();
      await page.keyboard.press('Control+a');
    },
  },
  {
    name: 'a cell that is edited',
    at: 'leads',
    only: 'full',
    async act(page) {
      await page.getByRole('grid').focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('F2');
    },
  },
  { name: 'palette', at: 'leads', only: 'full', act: openPalette },
  { name: 'found twice', at: 'clean' },
  { name: 'changes', at: 'clean/changes' },
  { name: 'customers', at: 'customers' },
  ...(['rfm', 'todo', 'lists'] as const).map(
    (page): Surface => ({
      name: `customers, ${page}`,
      at: 'customers',
      only: 'full',
      act: (at, word) => at.getByRole('radio', { name: word(`value.page.${page}`), exact: true }).click(),
    }),
  ),
  { name: 'insights', at: 'insights' },
  { name: 'rules', at: 'icp' },
  { name: 'a rule', at: 'icp', act: (page) => page.locator('[data-rule]').first().click() },
  { name: 'rules tried', at: 'icp/try' },
  { name: 'versions of rules', at: 'icp/versions' },
  { name: 'a first profile', at: 'icp/start' },
  { name: 'match', at: 'match' },
  { name: 'learning', at: 'learn' },
  { name: 'import', at: 'import' },
  {
    name: 'columns of a file',
    at: 'import',
    only: 'full',
    act: (page) =>
      page
        .getByRole('tabpanel')
        .locator('input[type=file]')
        .setInputFiles({
          name: 'list.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from('Name;E-mail;Size\nAda;ada@b.example;3\n'),
        }),
  },
  { name: 'hand-over', at: 'import/out' },
  { name: 'lists to check', at: 'import/lists' },
  { name: 'backup', at: 'backup' },
  { name: 'packs', at: 'packs' },
  { name: 'due for erasing', at: 'privacy/due' },
  { name: 'what was read', at: 'privacy/read' },
  { name: 'what went out', at: 'privacy/out' },
  { name: 'who was erased', at: 'privacy/erased' },
  { name: 'rules of privacy', at: 'privacy/rules' },
  { name: 'settings', at: 'settings' },
];

/** Opens a surface of the workspace anew. In: the tab, the page's address without what follows `#/`, the words of its language. */
export async function openSurface(
  page: Page,
  base: string,
  surface: Surface,
  word: (key: string) => string,
): Promise<void> {
  // A page of its own each time: nothing of the one before is left open.
  await page.goto('about:blank');
  await page.goto(`${base}${surface.at}`);
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page.getByText(word('panel.loading'))).toHaveCount(0);
  await settled(page);
  await surface.act?.(page, word);
  await settled(page);
}

/** Waits until a page has drawn what it was about to: nothing in it changes for some frames. */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        let quiet = 0;
        const watch = new MutationObserver(() => {
          quiet = 0;
        });
        watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        const frame = () => {
          quiet++;
          if (quiet < 12) return requestAnimationFrame(frame);
          watch.disconnect();
          done();
        };
        requestAnimationFrame(frame);
      }),
  );
