import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import type { browser as extensionApi } from 'wxt/browser';

/** Inside the extension's worker. */
declare const chrome: typeof extensionApi;

/** Folder of the built extension. */
export const builtExtension = resolve(import.meta.dirname, '../../.output/chrome-mv3');

export type LaunchOptions = {
  /** Profile folder; it lasts, so that a second launch finds what the first left. */
  profile: string;
  extension?: string;
  headed?: boolean;
  /** Match patterns of sites that the user allowed before. */
  granted?: string[];
  /** Extra command line switches of Chromium. */
  args?: string[];
  colorScheme?: 'light' | 'dark';
  /** The display to open windows on; with it the browser is headed. */
  display?: string;
  /** Language of the browser, as `zh-CN`. */
  language?: string;
  /** Leaves the page open that comes after an install; else it is closed before anything begins. */
  firstPage?: boolean;
};

/** A running Chromium with the built extension in it. */
export type ExtensionBrowser = {
  context: BrowserContext;
  extensionId: string;
  /** Presses the extension's toolbar icon for real, as seen from this page's tab. */
  clickIcon(page: Page): Promise<void>;
  /** The real side panel as a page of its own; waits until it is there. */
  panel(): Promise<Page>;
  /** Lets what is downloaded from now on arrive in a folder under its own name. */
  downloadTo(folder: string): Promise<void>;
  /** A page of the extension in a tab, without the interface: for sending messages. */
  controlPage(): Promise<Page>;
  /** Ends the browser as a crash would. */
  kill(): Promise<void>;
  close(): Promise<void>;
};

type TargetInfos = { targetInfos: { targetId: string; type: string; url: string }[] };
/** Calls of the debugging protocol that Playwright's types do not know. */
type RawSession = { send(method: string, params: object): Promise<unknown> };

/** The id that Chromium gives an extension with this manifest `key`. */
export function extensionIdOf(extension: string): string {
  const { key } = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as { key: string };
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return digest.replace(/[0-9a-f]/g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

/** Switches of a Chromium with this unpacked extension, or with none. */
export const switches = (extension: string | undefined, headed: boolean, more: string[]) => [
  ...(headed ? [] : ['--headless=new']),
  '--no-sandbox',
  ...(extension === undefined ? [] : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]),
  '--enable-unsafe-extension-debugging',
  '--remote-debugging-port=0',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--hide-crash-restore-bubble',
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,Translate',
  ...more,
];

const definedEnv = () =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));

async function start(options: LaunchOptions): Promise<BrowserContext> {
  const extension = options.extension ?? builtExtension;
  const executablePath = process.env.CHROMIUM_PATH;
  const headed = options.headed === true || options.display !== undefined;
  const args = [...(options.args ?? []), ...(options.language ? [`--lang=${options.language}`] : [])];
  return chromium.launchPersistentContext(options.profile, {
    headless: !headed,
    ...(executablePath && { executablePath }),
    ignoreDefaultArgs: ['--disable-extensions'],
    args: switches(extension, headed, args),
    ...(options.display && { env: { ...definedEnv(), DISPLAY: options.display } }),
    viewport: headed ? null : { width: 1280, height: 900 },
    ...(options.colorScheme && { colorScheme: options.colorScheme }),
  });
}

/** The page that opens after an install, once it is there; undefined where none came in time. */
async function firstPageOf(context: BrowserContext): Promise<Page | undefined> {
  for (let left = 300; left > 0; left--) {
    const page = context.pages().find((one) => one.url().endsWith('/welcome.html'));
    if (page) return page;
    await sleep(50);
  }
  return undefined;
}

/** Whether a start on this profile is an install: then the page comes. Builds before it have none. */
const isInstall = ({ profile, extension = builtExtension }: LaunchOptions): boolean =>
  existsSync(join(extension, 'welcome.html')) && !existsSync(join(profile, 'Default'));

type Preferences = {
  extensions?: { settings?: Record<string, Record<string, { explicit_host?: string[] } | undefined>> };
};

/**
 * Writes into a profile that the user allowed these sites: nobody can click the prompt of `permissions.request` here.
 * With `active` they are granted from the start, else the next request for them succeeds at once.
 */
export async function grantSites(options: LaunchOptions, sites: string[], active: boolean): Promise<void> {
  const file = join(options.profile, 'Default/Preferences');
  const id = extensionIdOf(options.extension ?? builtExtension);
  const read = () => JSON.parse(readFileSync(file, 'utf8')) as Preferences;
  if (!existsSync(file) || !read().extensions?.settings?.[id]) {
    const installs = isInstall(options);
    const context = await start(options);
    if (installs) await firstPageOf(context);
    await sleep(1000);
    await context.close();
  }
  const preferences = read();
  const entry = preferences.extensions?.settings?.[id];
  if (!entry) throw new Error('the profile knows no extension: it was not loaded');
  const kinds = ['granted_permissions', 'runtime_granted_permissions', ...(active ? ['active_permissions'] : [])];
  for (const kind of kinds) entry[kind] = { ...entry[kind], explicit_host: sites };
  writeFileSync(file, JSON.stringify(preferences));
}

/** Starts Chromium with the extension. Throws when it does not start or the extension is not built. */
export async function launchExtension(options: LaunchOptions): Promise<ExtensionBrowser> {
  const extension = options.extension ?? builtExtension;
  if (!existsSync(join(extension, 'manifest.json'))) throw new Error(`no built extension in ${extension}`);
  mkdirSync(options.profile, { recursive: true });
  if (options.granted) await grantSites(options, options.granted, true);
  const installs = isInstall(options);
  const context = await start(options);
  const extensionId = extensionIdOf(extension);
  const [port = ''] = readFileSync(join(options.profile, 'DevToolsActivePort'), 'utf8').split('\n');
  const [running] = context.serviceWorkers();
  const worker = running ?? (await context.waitForEvent('serviceworker', { timeout: 15_000 }));
  // The worker is announced before its script has run; a click in between would be nobody's.
  const listens = () => worker.evaluate(() => chrome.action.onClicked.hasListeners());
  for (let left = 100; left > 0 && !(await listens()); left--) await sleep(100);
  if (installs && !options.firstPage) await (await firstPageOf(context))?.close();
  let second: Browser | undefined;

  const clickIcon = async (page: Page) => {
    const browser = context.browser();
    if (!browser) throw new Error('no browser to click in');
    const session = (await browser.newBrowserCDPSession()) as unknown as RawSession;
    await page.bringToFront();
    const { targetInfos } = (await session.send('Target.getTargets', { filter: [{}] })) as TargetInfos;
    const tab = targetInfos.find((target) => target.type === 'tab' && target.url === page.url());
    if (!tab) throw new Error(`no tab shows ${page.url()}`);
    await session.send('Extensions.triggerAction', { id: extensionId, targetId: tab.targetId });
  };

  let downloads: string | undefined;
  const applyDownloads = async () => {
    if (downloads === undefined) return;
    const session = (await context.browser()?.newBrowserCDPSession()) as unknown as RawSession;
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
  };

  const panel = async () => {
    const until = Date.now() + 10_000;
    for (;;) {
      // A client that connected earlier is not always told of a panel that opened since.
      await second?.close();
      second = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      const found = second
        .contexts()
        .flatMap((each) => each.pages())
        .find((each) => each.url() === `chrome-extension://${extensionId}/sidepanel.html`);
      if (found) {
        // Each client that connects sends downloads to a folder of its own.
        await applyDownloads();
        return found;
      }
      if (Date.now() > until) throw new Error('the side panel did not open');
      await sleep(200);
    }
  };

  return {
    context,
    extensionId,
    clickIcon,
    panel,
    downloadTo(folder) {
      downloads = folder;
      return applyDownloads();
    },
    async controlPage() {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/manifest.json`);
      return page;
    },
    async kill() {
      const session = (await context.browser()?.newBrowserCDPSession()) as unknown as RawSession;
      const { processInfo } = (await session.send('SystemInfo.getProcessInfo', {})) as {
        processInfo: { type: string; id: number }[];
      };
      const main = processInfo.find(({ type }) => type === 'browser');
      if (!main) throw new Error('no browser process found');
      const gone = new Promise((done) => context.once('close', done));
      try {
        // All of it at once: it leads a process group of its own.
        process.kill(-main.id, 'SIGKILL');
      } catch {
        process.kill(main.id, 'SIGKILL');
      }
      await gone;
    },
    async close() {
      await second?.close();
      await context.close();
    },
  };
}
