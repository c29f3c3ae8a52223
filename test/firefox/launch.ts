import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Marionette } from './marionette.ts';

/** Folder of the built extension. */
export const extension = process.env.LEADLIGHT_FIREFOX ?? resolve(import.meta.dirname, '../../.output/firefox-mv3');
/** The Firefox of this machine; undefined where there is none. */
export const firefox = ['firefox-esr', 'firefox'].find(
  (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
);
/** Under this id the extension's pages are found. */
export const uuid = '6f1c1f60-5d0f-4f0e-9a53-2f9f4bb3a001';

export type FirefoxManifest = {
  [key: string]: unknown;
  browser_specific_settings: {
    gecko: { id: string; strict_min_version?: string; data_collection_permissions?: { required: string[] } };
  };
  action: { default_area?: string };
  sidebar_action: { open_at_install?: boolean };
};

/** The manifest of the built extension. */
export const readManifest = (): FirefoxManifest =>
  JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as FirefoxManifest;

const freePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Where `*.example` is served, and where downloads go. */
export type FirefoxOptions = { webPort?: number; downloads?: string };

const preferences = (port: number, id: string, { webPort, downloads }: FirefoxOptions) => ({
  // The practice web answers as a proxy: so every one of its hosts is found, each under its own name.
  ...(webPort !== undefined && {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': webPort,
  }),
  ...(downloads !== undefined && {
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.alwaysOpenPanel': false,
  }),
  'marionette.port': port,
  'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }),
  'extensions.webextOptionalPermissionPrompts': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.aboutwelcome.enabled': false,
  'browser.startup.homepage': 'about:blank',
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.enabled': false,
  'app.normandy.enabled': false,
  'extensions.update.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'services.settings.server': 'data:,',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
});

/** A running Firefox with a profile of its own. */
export type RunningFirefox = { marionette: Marionette; stop(): Promise<void> };

/** Starts this machine's Firefox, headless. Throws when there is none or it does not answer. */
export async function startFirefox(options: FirefoxOptions = {}): Promise<RunningFirefox> {
  if (!firefox) throw new Error('no Firefox here');
  const profile = mkdtempSync(join(tmpdir(), 'leadlight-firefox-'));
  const port = await freePort();
  const { id } = readManifest().browser_specific_settings.gecko;
  const lines = Object.entries(preferences(port, id, options)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const program = spawn(
    firefox,
    ['--headless', '--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile, 'about:blank'],
    { stdio: 'ignore', env: { ...process.env, MOZ_HEADLESS: '1', HOME: profile } },
  );
  const stop = async () => {
    const gone = new Promise((done) => program.once('exit', done));
    program.kill('SIGKILL');
    await gone;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const marionette = await Marionette.connect(port);
    await marionette.send('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } });
    return {
      marionette,
      async stop() {
        marionette.close();
        await stop();
      },
    };
  } catch (cause) {
    await stop();
    throw cause;
  }
}
