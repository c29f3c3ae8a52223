import { build } from 'esbuild';
import type { ExtensionBrowser } from '../browser/extension-browser.ts';
import { lena } from './seeds.ts';

const source = `
import '../bench/no-eval.ts';
import { openBook } from '../../lib/storage/book.ts';
import { bulkEdit, saveItems } from '../../lib/storage/leads.ts';
import { setSetting } from '../../lib/storage/settings.ts';
import { addTask } from '../../lib/storage/tasks.ts';
import { setMailboxScripts } from '../../lib/mailbox/sites.ts';

const from = (value) => [{ value, confidence: 0.95, provenance: [{ url: 'https://www.alder-conveyors.example/', at: 0, detector: 'text', snippet: String(value) }] }];
globalThis.keepInBook = async (person, mailboxes, myDomains) => {
  const book = await openBook();
  const fields = {
    name: from(person.name), jobTitle: from(person.jobTitle), companyName: from(person.companyName), emails: from(person.email),
    phones: [{ value: { text: person.phone, e164: person.phone.replace(/[^+\\d]/g, ''), kind: 'work' }, confidence: 0.95, provenance: [] }],
    honorific: [], department: [], wechat: [], qq: [], whatsapp: [], links: [], addresses: [],
  };
  const draft = { kind: 'person', id: 'p_1', partial: false, confidence: 0.95, fields };
  const url = 'https://www.alder-conveyors.example/';
  const [saved] = (await saveItems(book, { items: [{ draft, edits: {}, note: '', state: 'open' }], batch: { tags: [] }, url, now: Date.now() })).outcomes ?? [];
  const now = Date.now();
  await bulkEdit(book, [saved.leadId], { pipelineStage: { stage: 'talking', since: now } }, now);
  await addTask(book, [saved.leadId], { text: person.nextStep, kind: 'call' }, now);
  await setSetting(book, 'mailboxes', mailboxes);
  await setSetting(book, 'myDomains', myDomains);
  await setMailboxScripts();
  return saved;
};`;

/**
 * Puts the known person into the book and switches the mailboxes on, as the panel would. In: the browser, in which the sites are
 * granted; the domains of the user's own firm, where the mailbox does not show whose it is.
 */
export async function prepareBook(
  browser: ExtensionBrowser,
  mailboxes: string[],
  myDomains: string[] = [],
): Promise<void> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
    logLevel: 'error',
  });
  const page = await browser.controlPage();
  await page.evaluate(outputFiles[0]?.text ?? '');
  await page.evaluate(
    ([person, sites, domains]) =>
      (
        globalThis as unknown as { keepInBook(person: object, sites: string[], domains: string[]): Promise<unknown> }
      ).keepInBook(person, sites, domains),
    [lena, mailboxes, myDomains] as const,
  );
  await page.close();
}
