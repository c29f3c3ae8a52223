import assert from 'node:assert/strict';
import { practice } from '../practice/serve.ts';
import { type Bench, ownPage, workspacePage } from './bench.ts';
import { keys } from './driver.ts';
import { readManifest } from './launch.ts';
import { toolbarButton } from './sidebar.ts';

export type Check = { name: string; run(bench: Bench): Promise<void> };

const card = 'Jane Roe\nHead of Sales\nHarbour Tools Ltd\njane.roe@harbour-tools.example\n+44 161 496 0123';
/** As wide as Firefox opens its side bar, and as narrow as it can be dragged. */
const widths = [252, 196];

/** What lies beyond the edge of the side bar although it holds words or can be pressed. */
const beyond = `[...side.querySelectorAll('button, a, input, h2, p, [role=tab], [role=row]')]
  .filter((one) => one.checkVisibility() && !one.closest('.sr-only') && one.getBoundingClientRect().right > side.defaultView.innerWidth + 1)
  .map((one) => one.getAttribute('aria-label') ?? one.textContent)`;

/** The side bar: from the press on the toolbar's button to a saved lead. */
export const panelChecks: Check[] = [
  {
    name: 'asks for nothing at install, collects nothing, and keeps its sidebar shut until it is wanted',
    async run({ driver, sidebar, lookout, front }) {
      const manifest = readManifest();
      const { gecko } = manifest.browser_specific_settings;
      for (const key of ['host_permissions', 'content_scripts', 'web_accessible_resources'])
        assert.ok(!(key in manifest), key);
      assert.ok(gecko.strict_min_version);
      assert.deepEqual(gecko.data_collection_permissions?.required, ['none']);
      assert.equal(manifest.action.default_area, 'navbar');
      assert.equal(manifest.sidebar_action.open_at_install, false);
      assert.equal(manifest.incognito, 'not_allowed');
      assert.equal(await sidebar.isOpen(), false);
      await driver.to(lookout, false);
      await driver.go(workspacePage('settings'));
      await driver.sees('main', '…');
      await driver.to(front);
    },
  },
  {
    name: 'a press on the toolbar’s button opens the side bar and reads the page',
    async run({ driver, sidebar, picture }) {
      await driver.go(practice.team);
      await driver.clickInWindow(toolbarButton);
      await driver.until('the side bar', () => sidebar.isOpen());
      await sidebar.says('Lars Hinrichsen');
      // What was cut short as the machine had no time for it is read again, as whoever sees that would do.
      await driver.until('all of them', async () => {
        const said = await sidebar.run<string>('side.body.innerText');
        if (said.includes('Only its first part was read.')) await sidebar.press('button', 'Read this page again');
        return said.includes('10 people, 1 firm: 11 new');
      });
      await driver.until('the tier of the first', () =>
        sidebar.run<boolean>(`side.querySelector('[role=treegrid] [role=row][aria-label*="A prospect"]') !== null`),
      );
      await picture('sidebar', true);
    },
  },
  {
    name: 'the side bar is usable as wide as Firefox opens it, and as narrow as it lets it be',
    async run({ sidebar, picture }) {
      for (const width of widths) {
        await sidebar.setWidth(width);
        await picture(`sidebar-${width}`, true);
        assert.deepEqual(await sidebar.run(beyond), [], `${width} px`);
      }
      await sidebar.setWidth(widths[0] as number);
    },
  },
  {
    name: 'Enter saves them all, and the list of leads finds one by digits of the phone',
    async run({ driver, sidebar, picture }) {
      await sidebar.run(`void side.querySelector('[role=treegrid] [role=row]').focus()`);
      await sidebar.keys(keys.enter);
      await sidebar.says('11 saved');
      await sidebar.press('tab', 'Leads');
      await driver.until('the list', () => sidebar.run<boolean>(`side.querySelectorAll('[role=option]').length > 8`));
      await sidebar.focus('textbox', 'Search');
      for (const digit of '66969140') await sidebar.keys(digit);
      await driver.until('one hit', () =>
        sidebar.run<boolean>(
          `((rows) => rows.length === 1 && rows[0].textContent.includes('Paul Okafor'))(side.querySelectorAll('[role=option]'))`,
        ),
      );
      await picture('sidebar-leads', true);
      await sidebar.press('tab', 'This page');
    },
  },
  {
    name: 'Alt+Shift+L reads the page after the browser put the background to sleep',
    async run({ driver, sidebar }) {
      const id = JSON.stringify(readManifest().browser_specific_settings.gecko.id);
      // Answers when it is gone; the next event wakes it again, and any may come by itself.
      await driver.chrome(`WebExtensionPolicy.getByID(${id}).extension.terminateBackground()`);
      await driver.go(practice.imprint);
      await driver.chordInWindow(keys.alt, keys.shift, 'L');
      await sidebar.says('HRB 990017');
    },
  },
  {
    name: 'on an allowed site the side bar follows by itself, and says when the tab has left it',
    async run({ driver, sidebar }) {
      const isAllowed = () =>
        sidebar.run<boolean>(`browser.permissions.getAll().then(({ origins }) => origins.length > 0)`);
      // What is drawn anew just then takes the focus with it: whoever sees nothing happen presses again.
      await driver.until('the permission', async () => {
        if (!(await isAllowed())) await sidebar.press('button', 'Always read this site');
        return isAllowed();
      });
      await driver.go(practice.home);
      await driver.go(practice.team);
      await sidebar.says('Lars Hinrichsen');
      await driver.go('http://www.alder-conveyors.example/');
      await sidebar.says('Press the icon or Alt+Shift+L to read this page');
    },
  },
  {
    name: 'its background reads pasted text',
    async run({ driver, front }) {
      await driver.to(front);
      await driver.go(ownPage('sidepanel.html'));
      const message = { type: 'text.read', request: { text: card, as: 'text', keep: false } };
      const answer = await driver.run(`browser.runtime.sendMessage(${JSON.stringify(message)})`);
      assert.match(JSON.stringify(answer), /jane\.roe@harbour-tools\.example/);
    },
  },
];
