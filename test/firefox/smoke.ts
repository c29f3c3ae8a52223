import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Marionette } from './marionette.ts';

const extension = resolve(import.meta.dirname, '../../.output/firefox-mv3');
const firefox = ['firefox-esr', 'firefox'].find(
  (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
);
const uuid = '6f1c1f60-5d0f-4f0e-9a53-2f9f4bb3a001';
const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as {
  [key: string]: unknown;
  browser_specific_settings: {
    gecko: { id: string; strict_min_version?: string; data_collection_permissions?: { required: string[] } };
  };
  action: { default_area?: string };
  sidebar_action: { open_at_install?: boolean };
};
const { browser_specific_settings: settings } = manifest;

const freePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

const preferences = (port: number) => ({
  'marionette.port': port,
  'extensions.webextensions.uuids': JSON.stringify({ [settings.gecko.id]: uuid }),
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

const card = 'Jane Roe\nHead of Sales\nHarbour Tools Ltd\njane.roe@harbour-tools.example\n+44 161 496 0123';

type Check = { name: string; run(marionette: Marionette): Promise<unknown> };
/** What must hold; each answers true, or says what it saw instead. */
const checks: Check[] = [
  {
    name: 'asks for nothing at install, collects nothing, and keeps its sidebar shut until it is wanted',
    async run() {
      const { gecko } = settings;
      const wrong = [
        ...['host_permissions', 'content_scripts', 'web_accessible_resources'].filter((key) => key in manifest),
        ...(gecko.strict_min_version ? [] : ['strict_min_version']),
        ...(gecko.data_collection_permissions?.required.join() === 'none' ? [] : ['data_collection_permissions']),
        ...(manifest.action.default_area === 'navbar' ? [] : ['default_area']),
        ...(manifest.sidebar_action.open_at_install === false ? [] : ['open_at_install']),
        ...(manifest.incognito === 'not_allowed' ? [] : ['incognito']),
      ];
      return wrong.length === 0 || `wrong in the manifest: ${wrong.join(', ')}`;
    },
  },
  {
    name: 'installs, and its side panel is a page that shows something',
    async run(marionette) {
      await marionette.send('Addon:Install', { path: extension, temporary: true });
      await marionette.send('WebDriver:Navigate', { url: `moz-extension://${uuid}/sidepanel.html` });
      for (let left = 40; left > 0; left--) {
        const text = await marionette.run('arguments[0](document.getElementById("root").innerText.trim())');
        if (typeof text === 'string' && text !== '') return true;
        await sleep(250);
      }
      return 'the panel stayed empty';
    },
  },
  {
    name: 'its background reads pasted text',
    async run(marionette) {
      const message = { type: 'text.read', request: { text: card, as: 'text', keep: false } };
      const answer = await marionette.run(
        `const done = arguments[0]; browser.runtime.sendMessage(${JSON.stringify(message)}).then((a) => done(JSON.stringify(a)), (e) => done(String(e)));`,
      );
      return String(answer).includes('jane.roe@harbour-tools.example') || answer;
    },
  },
  {
    name: 'its sidebar opens in the window',
    async run(marionette) {
      await marionette.send('Marionette:SetContext', { value: 'chrome' });
      const id = `${settings.gecko.id.toLowerCase().replace(/[^a-z0-9_-]/g, '_')}-sidebar-action`;
      const shown = await marionette.run(
        `const done = arguments[0]; const w = Services.wm.getMostRecentWindow('navigator:browser');
         w.SidebarController.show(${JSON.stringify(id)}).then(() => done(w.SidebarController.currentID), (e) => done(String(e)));`,
      );
      await marionette.send('Marionette:SetContext', { value: 'content' });
      return shown === id || shown;
    },
  },
];

if (!firefox) {
  console.log('Firefox smoke: left out, no Firefox here');
  process.exit(0);
}
const profile = mkdtempSync(join(tmpdir(), 'leadlight-firefox-'));
const port = await freePort();
const lines = Object.entries(preferences(port)).map(
  ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
);
writeFileSync(join(profile, 'user.js'), lines.join('\n'));
const program = spawn(
  firefox,
  ['--headless', '--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile, 'about:blank'],
  { stdio: 'ignore', env: { ...process.env, MOZ_HEADLESS: '1', HOME: profile } },
);
let failed = 0;
try {
  const marionette = await Marionette.connect(port);
  await marionette.send('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } });
  for (const { name, run } of checks) {
    const outcome = await run(marionette).catch((cause: unknown) => String(cause));
    if (outcome !== true) failed++;
    console.log(outcome === true ? `ok    Firefox: ${name}` : `FAIL  Firefox: ${name}: ${String(outcome)}`);
  }
  marionette.close();
} finally {
  program.kill('SIGKILL');
  await new Promise((done) => program.once('exit', done));
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
console.log(`Firefox smoke: ${checks.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
