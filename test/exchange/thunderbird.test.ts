/**
 * What Thunderbird's own importer makes of our files: `node --test test/exchange/thunderbird.test.ts`. Installs it where it may
 * (root on Debian); elsewhere the cases are left out and say so.
 */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import Papa from 'papaparse';
import { planHandover } from '../../lib/exchange/presets/hand-over.ts';
import { thunderbird } from '../../lib/exchange/presets/thunderbird.ts';
import { vcardText } from '../../lib/exchange/vcard.ts';
import { Marionette } from '../firefox/marionette.ts';
import { freePort } from '../mail/process.ts';
import { cards, people } from './leads.ts';
import { whyNo } from './tools.ts';

const profile = mkdtempSync(join(tmpdir(), 'leadlight-thunderbird-import-'));
const preferences = (port: number) => [
  `user_pref("marionette.port", ${port});`,
  'user_pref("mail.provider.suppress_dialog_on_startup", true);',
  'user_pref("datareporting.policy.dataSubmissionPolicyBypassNotification", true);',
  'user_pref("app.update.enabled", false);',
];

type Card = { name: string; email: string; vcard: string };

describe('Thunderbird', { skip: whyNo('thunderbird', 'thunderbird') }, () => {
  let child: ChildProcess;
  let driver: Marionette;

  before(async () => {
    const port = await freePort();
    writeFileSync(join(profile, 'user.js'), preferences(port).join('\n'));
    const args = ['--headless', '--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile];
    child = spawn('thunderbird', args, { stdio: 'ignore', env: { ...process.env, HOME: profile } });
    driver = await Marionette.connect(port);
    await driver.send('WebDriver:NewSession', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
    await driver.send('Marionette:SetContext', { value: 'chrome' });
  });
  after(async () => {
    await driver?.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
    driver?.close();
    const gone = new Promise((done) => child.once('exit', done));
    const late = setTimeout(() => child.kill('SIGKILL'), 5000);
    await gone;
    clearTimeout(late);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  /** Imports a file into an address book of its own. Out: its cards. */
  async function imported(type: 'vcard' | 'csv', name: string, text: string): Promise<Card[]> {
    const file = join(profile, name);
    writeFileSync(file, text);
    const answer = (await driver.run(`const done = arguments[0];
      (async () => {
        const { AddrBookFileImporter } = ChromeUtils.importESModule('resource:///modules/AddrBookFileImporter.sys.mjs');
        const { MailServices } = ChromeUtils.importESModule('resource:///modules/MailServices.sys.mjs');
        const book = MailServices.ab.getDirectoryFromId(MailServices.ab.newAddressBook('book-${type}', null, 101));
        const file = Cc['@mozilla.org/file/local;1'].createInstance(Ci.nsIFile);
        file.initWithPath(${JSON.stringify(file)});
        const importer = new AddrBookFileImporter('${type}');
        if ('${type}' === 'csv') await importer.parseCsvFile(file);
        await importer.startImport(file, book);
        done(book.childCards.map((card) => ({ name: card.displayName, email: card.primaryEmail,
          vcard: card.vCardProperties?.toVCard?.() ?? card.getProperty('_vCard', '') })));
      })().catch((cause) => done({ failed: String(cause) }));`)) as Card[] | { failed: string };
    if ('failed' in answer) throw new Error(answer.failed);
    return answer;
  }
  const unfolded = (vcard: string | undefined) => (vcard ?? '').replace(/\r?\n[ \t]/g, '');

  it('takes our vCards whole', async () => {
    const found = await imported('vcard', 'leads.vcf', vcardText(cards));
    assert.equal(found.length, cards.length);
    const lucja = found.find(({ name }) => name === 'Łucja Ångström-Müller');
    assert.equal(lucja?.email, 'lucja@nordhafen.example');
    const card = unfolded(lucja?.vcard);
    for (const text of ['+46315550120', '+46701234567', 'Nordhafen AB;Einkauf', 'with\\, signs', '漢字'])
      assert.ok(card.includes(text), `${text} in ${card}`);
    // It keeps the sign before a semicolon: nothing is lost.
    assert.match(card, /TITLE:Head\\{1,2}; Purchasing\\, "Nordic" \\\\ Baltic/);
    assert.equal(found.find(({ name }) => name === '王小明')?.email, 'xiaoming@galaxy-pumps.example');
  });

  it('maps every heading of our CSV by itself', async () => {
    const rows = planHandover(thunderbird.tables.person, people, new Map(), { group: () => '' });
    const headings = thunderbird.tables.person.columns.map(({ heading }) => heading);
    const text = `\uFEFF${Papa.unparse([headings, ...rows.map(({ cells }) => cells)], { newline: '\r\n' })}\r\n`;
    const found = await imported('csv', 'leads.csv', text);
    assert.deepEqual(
      found.map(({ name, email }) => [name, email]).sort(),
      people.map(({ lead }) => [lead.name, lead.emails[0]]).sort(),
    );
    const card = unfolded(found.find(({ name }) => name === 'Łucja Ångström-Müller')?.vcard);
    for (const text of [
      '+46 31 555 01 20',
      '+46 70 123 45 67',
      '+46 31 555 01 99',
      'Nordhafen AB',
      'Einkauf',
      'Malmö',
      '211 20',
    ])
      assert.ok(card.includes(text), `${text} in ${card}`);
    assert.ok(card.includes('l.muller@nordhafen.example'));
  });
});
