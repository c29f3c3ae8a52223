import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Marionette } from '../firefox/marionette.ts';
import { must } from './machine.ts';
import { freePort } from './process.ts';

const program = 'thunderbird';
const folderName = 'Archive';
const uuid = '6f1c1f60-5d0f-4f0e-9a53-2f9f4bb3a002';

const isThere = () => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;

/** Installs Thunderbird where that can be done unasked. Out: why it cannot run here; undefined where it can. */
export function whyNoThunderbird(): string | undefined {
  if (isThere()) return undefined;
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'Thunderbird is not installed';
  console.error('Installing thunderbird …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    must('apt-get', ['update', '-qq'], { env });
    must('apt-get', ['install', '-y', '-qq', '--no-install-recommends', program], { env });
  } catch (cause) {
    return `Thunderbird could not be installed: ${cause instanceof Error ? cause.message.slice(-300) : ''}`;
  }
  return undefined;
}

const preferences = (port: number, addonId: string, owner: string): Record<string, string | number | boolean> => ({
  'marionette.port': port,
  'extensions.webextensions.uuids': JSON.stringify({ [addonId]: uuid }),
  'intl.locale.requested': 'en-US',
  'mail.accountmanager.accounts': 'account1,account2',
  'mail.accountmanager.defaultaccount': 'account1',
  'mail.accountmanager.localfoldersserver': 'server2',
  'mail.account.account1.server': 'server1',
  'mail.account.account1.identities': 'id1',
  'mail.account.account2.server': 'server2',
  'mail.server.server1.type': 'imap',
  'mail.server.server1.hostname': '127.0.0.1',
  'mail.server.server1.userName': 'testuser',
  'mail.server.server1.name': 'Test',
  'mail.server.server1.login_at_startup': false,
  'mail.server.server1.check_new_mail': false,
  'mail.server.server2.type': 'none',
  'mail.server.server2.hostname': 'Local Folders',
  'mail.server.server2.userName': 'nobody',
  'mail.server.server2.name': 'Local Folders',
  'mail.server.server2.directory-rel': '[ProfD]Mail/Local Folders',
  'mail.identity.id1.useremail': owner,
  'mail.identity.id1.fullName': 'Test User',
  'mail.identity.id1.valid': true,
  'mail.provider.suppress_dialog_on_startup': true,
  'mail.spotlight.firstRunDone': true,
  'mail.winsearch.firstRunDone': true,
  'mailnews.start_page.enabled': false,
  'mailnews.start_page_override.mstone': 'ignore',
  'mailnews.default_view_flags': 0,
  'mail.rights.version': 1,
  'mail.shell.checkDefaultClient': false,
  'mail.inappnotifications.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
  'toolkit.telemetry.enabled': false,
  'app.update.enabled': false,
  'app.donation.eoy.version.viewed': 999,
  'extensions.update.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'services.settings.server': 'data:,',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
});

/** Asks until the answer is there. Throws with the last one, or what went wrong, when it does not come. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | null | false | ''>,
  limit = 20_000,
): Promise<T> {
  const end = Date.now() + limit;
  let last: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
      last = answer;
    } catch (cause) {
      last = cause;
    }
    if (Date.now() > end) throw new Error(`waited in vain for ${what}: ${String(last)}`);
    await sleep(200);
  }
}

/** A running Thunderbird with our extension in it and one folder of mails. */
export type RunningThunderbird = {
  /** Shows a message of the folder by its subject. */
  show(subject: string): Promise<void>;
  /** What our button above the message says. */
  button(): Promise<{ label: string; title: string } | null>;
  pressButton(): Promise<void>;
  /** What stands in our line above the message: the words of its chip; null where there is none. */
  chip(): Promise<{ words: string; paths: number } | null>;
  /** What the card beside the chip says, once the pointer is over the chip; null until it is there. */
  card(): Promise<string | null>;
  /** Runs a function's body in a page of ours that is open, by what its address holds. Out: what it returns; null where there is no such page. */
  inPage<T>(address: string, body: string): Promise<T | null>;
  picture(): Promise<Buffer>;
  stop(): Promise<void>;
};

/** Starts Thunderbird headless. In: the built extension, its id, the mails, whose mailbox it is. */
export async function startThunderbird(
  extension: string,
  addonId: string,
  mails: readonly string[],
  owner: string,
): Promise<RunningThunderbird> {
  const profile = mkdtempSync(join(tmpdir(), 'leadlight-thunderbird-'));
  const folder = join(profile, 'Mail/Local Folders');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, folderName), mails.map((mail) => `From - Mon Jan  5 09:00:00 2026\n${mail}\n\n`).join(''));
  const port = await freePort();
  const lines = Object.entries(preferences(port, addonId, owner)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const args = ['--headless', '--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile];
  const child = spawn(program, args, { stdio: 'ignore', env: { ...process.env, HOME: profile } });
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  const marionette = await Marionette.connect(port);
  await marionette.send('WebDriver:NewSession', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
  await marionette.send('Marionette:SetContext', { value: 'chrome' });

  /** Runs the body of an async function among Thunderbird's own windows. */
  const inside = (body: string): Promise<unknown> =>
    marionette.run(`const done = arguments[0];
      const main = Services.wm.getMostRecentWindow('mail:3pane');
      const pane = main?.gTabmail?.currentAbout3Pane;
      const message = pane?.messageBrowser?.contentWindow;
      (async () => { ${body} })().then(done, (cause) => done({ failed: String(cause) }));`);
  const asked = async <T>(body: string): Promise<T> => {
    const answer = (await inside(body)) as T | { failed: string } | null;
    if (answer && typeof answer === 'object' && 'failed' in answer) throw new Error(String(answer.failed));
    return answer as T;
  };

  await until('the main window', () => asked<boolean>(`return pane?.document.readyState === 'complete'`), 60_000);
  await marionette.send('Addon:Install', { path: extension, temporary: true });
  await until('the folder', () =>
    asked<boolean>(`const { MailServices } = ChromeUtils.importESModule('resource:///modules/MailServices.sys.mjs');
      const folder = MailServices.accounts.localFoldersServer.rootFolder.getChildNamed(${JSON.stringify(folderName)});
      if (!folder) return false;
      pane.displayFolder(folder.URI);
      return pane.gDBView?.rowCount >= ${mails.length};`),
  );
  const buttonId = `${addonId.replace(/[^\w-]/g, '_')}-messageDisplayAction`;
  return {
    async show(subject) {
      await until(`the message "${subject}"`, () =>
        asked<boolean>(`if (!pane) { main.gTabmail.switchToTab(0); return false; }
        for (let row = 0; row < pane.gDBView.rowCount; row++) {
          if (pane.gDBView.getMsgHdrAt(row).mime2DecodedSubject !== ${JSON.stringify(subject)}) continue;
          pane.threadTree.selectedIndex = row;
          return true;
        }
        return false;`),
      );
    },
    button: () =>
      asked(`const button = message?.document.querySelector('[id*="${buttonId}"]');
        return button && { label: button.getAttribute('label') ?? button.textContent.trim(),
          title: button.getAttribute('title') || button.getAttribute('tooltiptext') || '' };`),
    pressButton: () => asked(`message.document.querySelector('[id*="${buttonId}"]').click();`),
    chip: () =>
      asked(`const shown = message?.getMessagePaneBrowser?.()?.contentDocument;
        const root = [...(shown?.documentElement?.children ?? [])].find((each) => each.localName === 'section')?.openOrClosedShadowRoot;
        const words = root?.querySelector('i')?.getAttribute('data-t');
        if (!words) return null;
        const drawn = root.querySelector('span')?.openOrClosedShadowRoot?.querySelectorAll('path').length ?? 0;
        return { words, paths: drawn };`),
    card: () =>
      asked(`const shown = message?.getMessagePaneBrowser?.()?.contentDocument;
        const all = [...(shown?.documentElement?.children ?? [])];
        const open = '[role=dialog]:not([hidden])';
        const card = all.map((each) => each.openOrClosedShadowRoot?.querySelector(open)).find(Boolean);
        if (card) return card.getAttribute('aria-label');
        const line = all.find((each) => each.localName === 'section')?.openOrClosedShadowRoot;
        const button = line?.querySelector('span')?.openOrClosedShadowRoot?.querySelector('button');
        if (button) button.dispatchEvent(new shown.defaultView.PointerEvent('pointerenter'));
        return null;`),
    async inPage(address, body) {
      return asked(`const pages = [...Services.wm.getEnumerator(null)].flatMap((window) => {
          const inner = [...(window.gTabmail?.tabInfo ?? [])].map((tab) => tab.browser ?? tab.linkedBrowser).filter(Boolean);
          return [...window.document.querySelectorAll('browser'), ...inner];
        });
        const page = pages.find((each) => (each.currentURI?.spec ?? '').startsWith('moz-extension:') &&
          each.currentURI.spec.includes(${JSON.stringify(address)}));
        if (!page) return null;
        return await new Promise((answer) => {
          const name = 'leadlight' + Math.random();
          page.messageManager.addMessageListener(name, ({ data }) => answer(data));
          const code = 'sendAsyncMessage(' + JSON.stringify(name) + ', (() => { const document = content.document; ' +
            ${JSON.stringify(body)} + ' })() ?? null)';
          page.messageManager.loadFrameScript('data:application/javascript,' + encodeURIComponent(code), false);
        });`);
    },
    async picture() {
      const data = await marionette.send('WebDriver:TakeScreenshot', { full: false, hash: false });
      return Buffer.from(String(data), 'base64');
    },
    async stop() {
      await marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
      marionette.close();
      const late = setTimeout(() => child.kill('SIGKILL'), 5000);
      await gone;
      clearTimeout(late);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
