import { setTimeout as sleep } from 'node:timers/promises';
import { extension, firefox, readManifest, startFirefox, uuid } from './launch.ts';
import type { Marionette } from './marionette.ts';

const manifest = readManifest();
const { browser_specific_settings: settings } = manifest;

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
const { marionette, stop } = await startFirefox();
let failed = 0;
try {
  for (const { name, run } of checks) {
    const outcome = await run(marionette).catch((cause: unknown) => String(cause));
    if (outcome !== true) failed++;
    console.log(outcome === true ? `ok    Firefox: ${name}` : `FAIL  Firefox: ${name}: ${String(outcome)}`);
  }
} finally {
  await stop();
}
console.log(`Firefox smoke: ${checks.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
