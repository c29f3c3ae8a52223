import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ordersFile } from '../e2e/orders-file.ts';
import { type Bench, workspacePage } from './bench.ts';
import { keys } from './driver.ts';
import type { Check } from './panel-checks.ts';
import { byRole } from './roles.ts';

const contacts = `First name;Last name;Company;E-mail;Mobile;City;Country;Job title
Erika;Lindner;Glasbau Lindner GmbH;erika@glasbau-lindner.example;+49 151 12345678;Ulm;Germany;Buyer
Ole;Berg;Nordhafen AB;ole@nordhafen.example;+46 70 123 45 67;Malmö;Sweden;Head of Purchasing
`;
const rows = `document.querySelectorAll('[role=grid] [role=row]').length`;

/** Real keys to the browser's window, one after the other: what the browser keeps for itself would never arrive. */
const typed = async ({ driver }: Bench, text: string) => {
  for (const letter of text) await driver.chordInWindow(letter);
};
const choose = async ({ driver, downloads }: Bench, name: string, text: string) => {
  const file = join(downloads, `${name}.in`);
  writeFileSync(file, text);
  await driver.until('where a file is chosen', () => driver.find('main input[type=file]'));
  await driver.type('main input[type=file]', file);
  await driver.press('button', 'See what would happen');
};
const inTable = async (bench: Bench, words: string, count: number) => {
  const { driver } = bench;
  await driver.go('about:blank');
  await driver.go(workspacePage('leads'));
  await driver.sees('grid', 'People');
  await driver.until('people', () => driver.run<boolean>(`${rows} > 2`));
  await driver.chordInWindow('/');
  await typed(bench, words);
  await driver.until(`${count} found`, () => driver.run<boolean>(`${rows} === ${count + 1}`));
  await driver.chordInWindow(keys.down);
};

/** The full tab, by keys wherever there are some. */
export const workspaceChecks: Check[] = [
  {
    name: 'Alt+Shift+W brings the workspace to the front',
    async run({ driver, front }) {
      await driver.to(front);
      await driver.chordInWindow(keys.alt, keys.shift, 'W');
      await driver.until('the workspace in front', () =>
        driver.chrome<boolean>(`gBrowser.selectedBrowser.currentURI.spec.includes('/workspace.html')`),
      );
      await driver.to(front);
    },
  },
  {
    name: 'a file of contacts comes in, after it was said what would become of its rows',
    async run(bench) {
      const { driver } = bench;
      await driver.go(workspacePage('import'));
      await choose(bench, 'contacts.csv', contacts);
      await driver.press('button', 'Import 2 rows');
      await driver.says('Imported: 2 new, 0 changed, 0 unchanged, 0 refused.');
    },
  },
  {
    name: 'table: found by a few letters, edited in place, taken back, opened as a page with its tier',
    async run(bench) {
      const { driver, picture } = bench;
      await inTable(bench, 'ole berg', 1);
      await driver.chordInWindow(keys.control, keys.left);
      for (let step = 0; step < 4; step++) await driver.chordInWindow(keys.right);
      await driver.chordInWindow(keys.enter);
      await driver.sees('textbox', 'Job title');
      await driver.chordInWindow(keys.control, 'a');
      await typed(bench, 'Buyer');
      await driver.chordInWindow(keys.enter);
      await driver.sees('gridcell', 'Buyer');
      await driver.chordInWindow(keys.control, 'z');
      await driver.sees('gridcell', 'Head of Purchasing');
      await driver.chordInWindow(keys.control, keys.enter);
      await driver.sees('article', 'Ole Berg');
      await driver.until('the tier', () =>
        driver.run<boolean>(`document.querySelector('article [role=img][aria-label*="prospect"]') !== null`),
      );
      await picture('lead');
    },
  },
  {
    name: 'Ctrl+K exports what is found, as a file in the downloads',
    async run(bench) {
      const { driver, arrived, downloads } = bench;
      await inTable(bench, 'lindner', 1);
      await driver.chordInWindow(keys.control, 'a');
      await driver.says('1 selected');
      await driver.chordInWindow(keys.control, 'k');
      await driver.sees('dialog', 'Find or do anything');
      await typed(bench, 'export');
      await driver.chordInWindow(keys.enter);
      const isSheet = (name: string) => name.endsWith('.xlsx');
      const name = await driver.until('the file', async () => arrived().find(isSheet));
      // Firefox keeps the place by an empty file before it writes.
      const begins = async () => readFileSync(join(downloads, name)).subarray(0, 2).toString() === 'PK';
      await driver.until('a workbook in it', begins);
    },
  },
  {
    name: 'Ctrl+K leads to the board, and a card goes on by a key',
    async run(bench) {
      const { driver, picture } = bench;
      await driver.chordInWindow(keys.control, 'k');
      await driver.sees('dialog', 'Find or do anything');
      await typed(bench, 'board');
      await driver.chordInWindow(keys.enter);
      await driver.sees('listbox', 'New: …');
      await driver.run(`void ${byRole('listbox', 'New: …')}[0].focus()`);
      await driver.chordInWindow(keys.shift, keys.right);
      await driver.sees('listbox', 'Contacted: 1');
      await picture('board');
    },
  },
  {
    name: 'a list of orders gives its customers classes',
    async run(bench) {
      const { driver, picture } = bench;
      await driver.go(workspacePage('customers'));
      await choose(bench, 'orders.csv', ordersFile(40, Date.now() - 5 * 86_400_000));
      await driver.press('button', 'Take in …');
      await driver.sees('slider', 'Cut between A and B');
      await driver.says('A customer: ');
      await picture('customers');
    },
  },
];
