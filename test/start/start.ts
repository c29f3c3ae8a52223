import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import Papa from 'papaparse';
import type { Page } from 'playwright';
import { ensureBuilt } from '../browser/build.ts';
import { type ExtensionBrowser, launchExtension } from '../browser/extension-browser.ts';
import { exportCsv, rowsOf, saveEveryone } from '../browser/panel-acts.ts';
import { type Input, readInput } from '../capture/inputs.ts';
import { table } from '../capture/table.ts';
import { practice, servePractice } from '../practice/serve.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { headless: { type: 'boolean', default: false } },
});
const [wanted] = positionals;
const root = resolve(import.meta.dirname, '../..');
const hasDisplay =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const headed = hasDisplay && !values.headless;

/** Opens what was asked for in the first tab: a page, a saved page under the address it came from, or a blank one to paste beside. */
async function show(browser: ExtensionBrowser, input: Input): Promise<Page> {
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  const url = input.kind === 'page' ? input.url : practice.home;
  if (input.kind === 'page' && input.body) {
    const { body } = input;
    await page.route(url.replace(/#.*$/, ''), (route) => route.fulfill({ contentType: 'text/html', body }));
  }
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  return page;
}

/** Puts a text or a mail into the panel's paste box. */
async function paste(panel: Page, text: string): Promise<void> {
  const box = panel.getByRole('textbox', { name: /^Paste text/ });
  if ((await box.count()) === 0) await panel.getByRole('button', { name: 'Paste text or a table' }).click();
  await box.fill(text);
  await box.press('Control+Enter');
}

/** A CSV that the panel exported, as columns for the terminal; undefined where it has no row. */
function csvTable(file: string, columns: string[]): string | undefined {
  const { data } = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8').replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  if (data.length === 0) return undefined;
  return table(
    columns,
    data.map((row) => columns.map((column) => row[column] ?? '')),
  );
}

async function runHeadless(browser: ExtensionBrowser, input: Input): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'leadlight-'));
  await browser.downloadTo(folder);
  const page = await show(browser, input);
  await browser.clickIcon(page);
  const panel = await browser.panel();
  if (input.kind === 'text') await paste(panel, input.text);
  const found = await rowsOf(panel)
    .first()
    .waitFor({ timeout: 15_000 })
    .then(
      () => true,
      () => false,
    );
  const screenshot = join(folder, 'panel.png');
  await panel.screenshot({ path: screenshot });
  if (!found) {
    console.log(`Nothing to read on ${input.kind === 'page' ? input.url : input.name}.\nScreenshot: ${screenshot}`);
    return;
  }
  const saved = await saveEveryone(panel);
  await panel.screenshot({ path: screenshot });
  console.log(
    `Read ${input.kind === 'page' ? input.url : input.name} with a click on the icon, saved ${saved} by keyboard:\n`,
  );
  const files: string[] = [];
  for (const [kind, columns] of [
    ['People', ['Name', 'Job title', 'Company', 'E-mail', 'E-mail 1', 'Phone', 'Phone 1', 'Phone 2']],
    [
      'Companies',
      ['Name', 'Domain', 'Address', 'E-mail', 'E-mail 1', 'Phone', 'Phone 1', 'Stand', 'Register no.', 'VAT ID'],
    ],
  ] as const) {
    const file = await exportCsv(panel, kind, folder);
    const rows = csvTable(file, [...columns]);
    const kept = join(folder, `${kind.toLowerCase()}.csv`);
    renameSync(file, kept);
    if (rows === undefined) continue;
    files.push(kept);
    console.log(`${rows}\n`);
  }
  console.log(`Screenshot: ${screenshot}\nExported:   ${files.join('\n            ')}`);
}

const extension = ensureBuilt();
const server = await servePractice();
const profile = headed ? join(root, '.profile') : mkdtempSync(join(tmpdir(), 'leadlight-profile-'));
mkdirSync(profile, { recursive: true });
const input = wanted === undefined ? readInput(practice.team, undefined) : readInput(wanted, undefined);
if (wanted !== undefined && extname(wanted) === '.eml' && input.kind === 'text')
  input.text = readFileSync(wanted, 'latin1');
const browser = await launchExtension({ profile, extension, headed, firstPage: headed, args: server.args });
if (headed) {
  await show(browser, input);
  console.log(
    `Leadlight is open on ${input.kind === 'page' ? input.url : input.name}. Press its icon or Alt+Shift+L.\n` +
      `What you save lasts in ${profile}. The practice web: ${practice.team} and ${practice.exhibitors(1)}. Close the window to end.`,
  );
  await browser.context.waitForEvent('close', { timeout: 0 });
} else {
  try {
    await runHeadless(browser, input);
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
await server.stop();
