import { Driver } from '../firefox/driver.ts';
import { extension, firefox, startFirefox, uuid } from '../firefox/launch.ts';
import { marit } from './seeds.ts';

const webmail = process.argv[2] ?? '';

type Seen = { label: string; x: number; y: number };

/** Runs with the rights of the browser itself: only so are closed shadow roots seen. */
const seeChips = `const done = arguments[0];
const chips = [];
for (const host of document.querySelectorAll('span')) {
  const button = host.openOrClosedShadowRoot?.querySelector('button[aria-label]');
  if (!button || host.openOrClosedShadowRoot.querySelector('[role=dialog]')) continue;
  const box = button.getBoundingClientRect();
  chips.push({ label: button.getAttribute('aria-label'), x: Math.round(box.x + 8), y: Math.round(box.y + 8) });
}
done(chips);`;
const seeCard = `const done = arguments[0];
const box = [...document.querySelectorAll('span')].map((host) => host.openOrClosedShadowRoot?.querySelector('[role=dialog]:not([hidden])')).find(Boolean);
done(box ? [...box.querySelectorAll('[data-t]')].map((line) => line.getAttribute('data-t')) : null);`;

/** What our script drew into the page. */
const chipsIn = (driver: Driver) => driver.privileged(seeChips) as Promise<Seen[]>;

/** Chip, card and capture in this machine's Firefox, on the running Roundcube. */
async function main(driver: Driver): Promise<void> {
  await driver.marionette.send('Addon:Install', { path: extension, temporary: true });
  const mailTab = await driver.current();
  await driver.go(webmail);
  await driver.type('#rcmloginuser', 'testuser');
  await driver.type('#rcmloginpwd', 'testpass');
  await driver.click('#rcmloginsubmit');
  await driver.until(
    'the list',
    () => driver.run(`document.querySelectorAll('#messagelist tbody tr.message').length`) as Promise<number>,
  );

  // "My webmail is at …" in the settings: the click grants the site.
  const settingsTab = await driver.newTab();
  await driver.go(`moz-extension://${uuid}/sidepanel.html`);
  await driver.until(
    'the panel',
    () => driver.run(`document.querySelectorAll('[role=tab]').length`) as Promise<number>,
  );
  await driver.click('[role=tab]:last-of-type');
  await driver.until(
    'the settings',
    () => driver.run(`document.querySelector('#mail-rows') !== null`) as Promise<boolean>,
  );
  const field = `[...document.querySelectorAll('label')].find((label) => label.textContent === 'My webmail is at').htmlFor`;
  const id = String(await driver.run(field));
  await driver.type(`[id="${id}"]`, new URL(webmail).origin.replace(/:\d+$/, ''));
  await driver.click(`[id="${id}"] ~ button`);
  await driver.until(
    'the mailbox among the settings',
    () =>
      driver.run(
        `document.body.textContent.includes('Stop showing tiers') || [...document.querySelectorAll('[aria-label]')].some((e) => e.getAttribute('aria-label').startsWith('Stop showing tiers'))`,
      ) as Promise<boolean>,
  );

  await driver.to(mailTab);
  const rows = await driver.until('chips in the rows', async () => {
    const seen = await chipsIn(driver);
    return seen.length > 10 && seen;
  });
  console.log(`ok    Firefox: ${rows.length} chips in the list of Roundcube`);

  await driver.run(
    `(() => { const row = [...document.querySelectorAll('#messagelist tbody tr.message')].find((row) => row.textContent.includes('Request: two slewing cranes')); for (const kind of ['mousedown', 'mouseup', 'click']) row.querySelector('td.subject').dispatchEvent(new MouseEvent(kind, { bubbles: true, button: 0 })); })()`,
  );
  await driver.frame('#messagecontframe');
  const [chip] = await driver.until('the chip of the open mail', async () => {
    const seen = await chipsIn(driver);
    return seen.length === 1 && seen;
  });
  if (!chip?.label.startsWith('Not yours yet')) throw new Error(`a stranger's chip says: ${chip?.label}`);
  await driver.pointer(chip, false);
  const card = await driver.until('the card', () => driver.privileged(seeCard) as Promise<string[] | null>);
  if (card[0] !== marit.name || !card.includes('Leadlight says this, not the mail.')) throw new Error(card.join(' | '));
  console.log('ok    Firefox: the card says who it is');

  // The sidebar is shut and may not be opened from a page: a small window of ours shows the draft.
  const before = await driver.handles();
  await driver.pointer(chip, true);
  const popup = await driver.until('our window', async () =>
    (await driver.handles()).find((one) => !before.includes(one)),
  );
  await driver.to(popup);
  await driver.until(
    'the draft',
    () => driver.run(`document.body.textContent.includes(${JSON.stringify(marit.jobTitle)})`) as Promise<boolean>,
  );
  await driver.click('main footer button:last-of-type');
  await driver.until(
    'word that it is saved',
    () => driver.run(`/\\d+ saved/.test(document.body.textContent)`) as Promise<boolean>,
  );
  await driver.to(mailTab);
  await driver.frame('#messagecontframe');
  const changed = await driver.until('the changed chip', async () =>
    (await chipsIn(driver)).find(({ label }) => label.startsWith(`${marit.name}: `)),
  );
  console.log(`ok    Firefox: captured from the mail, the chip says "${changed.label}"`);
  await driver.to(settingsTab);
}

if (!firefox) {
  console.log('Firefox: left out, no Firefox here');
  process.exit(0);
}
const { marionette, stop } = await startFirefox();
try {
  await main(new Driver(marionette));
  console.log('Firefox mail: 3 passed, 0 failed');
} catch (cause) {
  console.log(`FAIL  Firefox: ${cause instanceof Error ? cause.message : String(cause)}`);
  console.log('Firefox mail: 0 passed, 1 failed');
  process.exitCode = 1;
} finally {
  await stop();
}
