import type { Page } from '@playwright/test';
import { rowsOf, saveEveryone } from '../browser/panel-acts.ts';
import { cardOf, chipsOf, placeOf, type SeenChip } from './chips.ts';
import {
  addresses,
  expect,
  expectedOf,
  inPreview,
  inTop,
  isInBody,
  listenTo,
  openRoundcube,
  preview,
  received,
  rowOf,
  test,
} from './harness.ts';
import { lena, marit } from './seeds.ts';

test.skip(addresses.elastic === undefined, 'no Roundcube here');

/** The chips beside an address, once they stand still. */
const beside = (chips: SeenChip[], address: string) =>
  chips.filter((chip) => chip.beside.toLowerCase().includes(address.toLowerCase()));

async function hover(page: Page, chip: SeenChip | undefined): Promise<void> {
  if (!chip) throw new Error('no chip to point at');
  const { x, y } = await placeOf(page, chip);
  await page.mouse.move(x, y);
}

for (const skin of ['elastic', 'larry'] as const) {
  test(`${skin}: the right chip in every row`, async ({ mail }) => {
    const page = await openRoundcube(mail, skin);
    const withChip = received.filter(({ chip }) => chip);
    await expect.poll(async () => (await inTop(page)).length).toBe(withChip.length);
    const chips = await inTop(page);
    for (const seed of received) {
      const pattern = expectedOf(seed);
      const mails = received.filter(({ from }) => from[1] === seed.from[1]).length;
      const found = beside(chips, `title ${seed.from[1]} `);
      expect(found.length, seed.subject).toBe(pattern ? mails : 0);
      for (const { label } of found) expect(label, seed.subject).toMatch(pattern ?? /^$/);
    }
  });

  test(`${skin}: the right chip at every mail in the preview, none among its words`, async ({ mail }) => {
    const page = await openRoundcube(mail, skin);
    const heard = listenTo(page);
    for (const seed of received) {
      await preview(page, seed.subject);
      const pattern = expectedOf(seed);
      if (pattern) {
        await expect.poll(async () => (await inPreview(page)).map(({ label }) => label), seed.subject).toHaveLength(1);
      } else await page.waitForTimeout(500);
      const chips = await inPreview(page);
      expect(chips.length, seed.subject).toBe(pattern ? 1 : 0);
      if (pattern) expect(chips[0]?.label, seed.subject).toMatch(pattern);
      if (pattern) expect(chips[0]?.beside.toLowerCase(), seed.subject).toContain(seed.from[1].toLowerCase());
      expect(chips.filter(isInBody), seed.subject).toEqual([]);
    }
    expect(heard.filter((text) => /leadlight|extension|context/i.test(text))).toEqual([]);
  });

  test(`${skin}: a mail on a page of its own`, async ({ mail }) => {
    const page = await openRoundcube(mail, skin);
    for (const seed of received.filter(({ from: [, by] }) => by === lena.email || by === marit.email)) {
      await rowOf(page, seed.subject).dblclick();
      await page.waitForURL(/_action=show/);
      await expect.poll(async () => (await chipsOf(page)).length, seed.subject).toBe(1);
      const [only] = await chipsOf(page);
      expect(only?.label).toMatch(expectedOf(seed) ?? /^$/);
      expect(only && isInBody(only)).toBe(false);
      await page.goBack();
      await page.waitForSelector('#messagelist tbody tr.message');
    }
  });

  test(`${skin}: a mail that the owner sent has the chip at its recipient`, async ({ mail }) => {
    const page = await openRoundcube(mail, skin);
    await page.goto(`${addresses[skin]}?_task=mail&_mbox=Sent`);
    await preview(page, 'Our offer for rollers');
    await expect
      .poll(async () => (await inPreview(page)).map(({ label }) => label))
      .toEqual([expect.stringMatching(/^Lena Ortmann: /)]);
    const [only] = await inPreview(page);
    expect(only?.beside).toContain(lena.email);
    expect(only && isInBody(only)).toBe(false);
  });

  test(`${skin}: what a search finds`, async ({ mail }) => {
    const page = await openRoundcube(mail, skin);
    await page.fill('#mailsearchform, #quicksearchbox', 'rollers');
    await page.press('#mailsearchform, #quicksearchbox', 'Enter');
    await expect(page.locator('#messagelist tbody tr.message')).toHaveCount(2);
    await expect
      .poll(async () => (await inTop(page)).map(({ label }) => label))
      .toEqual([expect.stringMatching(/^Lena Ortmann: /), expect.stringMatching(/^Lena Ortmann: /)]);
  });

  test(`${skin}: recipients of what is being written, and a domain that only looks like a known one`, async ({
    mail,
  }) => {
    const page = await openRoundcube(mail, skin);
    await page.goto(`${addresses[skin]}?_task=mail&_action=compose`);
    const written = [lena.email, 'someone@elsewhere-works.example', 'lena.ortmann@a1der-conveyors.example'];
    if (skin === 'elastic') {
      for (const address of written) {
        await page.locator('#compose_to .recipient-input input').fill(address);
        await page.keyboard.press('Enter');
      }
      await expect.poll(async () => (await inTop(page)).length).toBe(3);
      const labels = (await inTop(page)).map(({ label }) => label);
      expect(labels[0]).toMatch(/^Lena Ortmann: /);
      expect(labels[1]).toMatch(/^Not yours yet/);
      expect(labels[2]).toMatch(/^Look twice: a1der-conveyors\.example is not alder-conveyors\.example/);
      const card = await cardOf(page);
      expect(card?.join('\n')).toContain('a1der-conveyors.example is not alder-conveyors.example');
    } else {
      const field = page.locator('#_to');
      const labels = async () => (await inTop(page)).map(({ label }) => label);
      await field.fill(lena.email);
      await expect.poll(labels).toEqual([expect.stringMatching(/^Lena Ortmann: /)]);
      // One field of text for all recipients: a chip there could be anybody's, but a warning is told.
      await field.fill(written.slice(0, 2).join(', '));
      await expect.poll(labels).toEqual([]);
      await field.fill(written.join(', '));
      await expect
        .poll(labels)
        .toEqual([expect.stringMatching(/^Look twice: a1der-conveyors\.example is not alder-conveyors\.example/)]);
    }
  });
}

test('the card tells who it is by pointer and by keyboard, and whose words these are', async ({ mail }) => {
  const page = await openRoundcube(mail, 'elastic');
  await preview(page, 'Rollers for the sorting line');
  await expect.poll(async () => (await inPreview(page)).length).toBe(1);
  await hover(page, (await inPreview(page))[0]);
  await expect.poll(async () => (await cardOf(page))?.[0]).toBe(lena.name);
  const card = (await cardOf(page)) ?? [];
  expect(card[1]).toBe(`${lena.jobTitle} · ${lena.companyName}`);
  expect(card[2]).toMatch(/^[ABCD] prospect · \d+ of \d+ facts known$/);
  expect(card.filter((line) => /\(\+\d+\)$/.test(line))).toHaveLength(3);
  // Where the work stands and what comes next, before the mail is answered.
  expect(card).toContain('In “In talks”');
  expect(card).toContain(`Next: ${lena.nextStep}`);
  expect(card).toContain('Leadlight says this, not the mail.');
  await page.mouse.move(5, 5);
  await expect.poll(() => cardOf(page)).toBeUndefined();

  const frame = page.frameLocator('#messagecontframe');
  await frame.locator('.header-summary a.rcmContactAddress').first().focus();
  await page.keyboard.press('Tab');
  await expect.poll(async () => (await cardOf(page))?.[0]).toBe(lena.name);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect.poll(() => cardOf(page)).toBeUndefined();
});

test('offered by the panel, there at once, captured with the signature, and the chip changes at once', async ({
  fresh,
}) => {
  const page = await openRoundcube(fresh, 'elastic');
  await fresh.clickIcon(page);
  const panel = await fresh.panel();
  await panel.getByRole('button', { name: 'Show tiers in this mailbox' }).click();
  await expect.poll(async () => (await inTop(page)).length).toBeGreaterThan(10);
  await expect(panel.getByLabel('Your mail addresses')).toHaveValue('testuser@example.test');
  await panel.getByRole('button', { name: 'Keep', exact: true }).click();

  await preview(page, 'Request: two slewing cranes for Bergen');
  await expect.poll(async () => (await inPreview(page)).length).toBe(1);
  const [chip] = await inPreview(page);
  const { x, y } = await placeOf(page, chip as SeenChip);
  await page.mouse.click(x, y);
  const row = rowsOf(panel).filter({ hasText: marit.name });
  await expect(row).toContainText(marit.jobTitle);
  await saveEveryone(panel);
  const saved = Date.now();
  await expect
    .poll(async () => (await inPreview(page))[0]?.label, { intervals: [20] })
    .toMatch(/^Marit Halvorsen: (?:[ABCD] prospect|too little known)/);
  expect(Date.now() - saved).toBeLessThan(1000);
  await expect
    .poll(async () => beside(await inTop(page), marit.email).every(({ label }) => /^Marit/.test(label)))
    .toBe(true);

  // Pressed again, she is shown in the panel.
  const [known] = await inPreview(page);
  const place = await placeOf(page, known as SeenChip);
  await page.mouse.click(place.x, place.y);
  await expect(panel.getByRole('article')).toContainText(marit.phone);
});

test('rows without chips, permission taken away, an extension that goes under its page', async ({ mail }) => {
  const page = await openRoundcube(mail, 'elastic');
  const heard = listenTo(page);
  await preview(page, 'Rollers for the sorting line');
  await expect.poll(async () => (await inPreview(page)).length).toBe(1);
  await expect.poll(async () => (await inTop(page)).length).toBeGreaterThan(10);

  const settings = await mail.context.newPage();
  await settings.goto(`chrome-extension://${mail.extensionId}/sidepanel.html`);
  await settings.getByRole('tab', { name: 'Settings' }).click();
  await settings.getByLabel('Also in the rows of the list').click();
  await expect.poll(async () => (await inTop(page)).length).toBe(0);
  expect(await inPreview(page)).toHaveLength(1);
  await settings.getByLabel('Also in the rows of the list').click();
  await expect.poll(async () => (await inTop(page)).length).toBeGreaterThan(10);

  await settings.getByRole('button', { name: 'Stop showing tiers in 127.0.0.1' }).click();
  await expect.poll(async () => (await chipsOf(page)).length).toBe(0);
  expect(heard.filter((text) => /leadlight|extension|context/i.test(text))).toEqual([]);
});

test('the extension starts anew under an open mailbox: chips stay right, the page hears nothing', async ({ mail }) => {
  const page = await openRoundcube(mail, 'elastic');
  const heard = listenTo(page);
  await expect.poll(async () => (await inTop(page)).length).toBeGreaterThan(10);
  const before = (await inTop(page)).length;
  const [worker] = mail.context.serviceWorkers();
  await worker
    ?.evaluate(() => (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload())
    .catch(() => undefined);
  await page.waitForTimeout(2500);
  await preview(page, 'Seats and prices');
  await expect.poll(async () => (await inTop(page)).length).toBeLessThanOrEqual(before);
  expect(heard.filter((text) => /leadlight|extension|context/i.test(text))).toEqual([]);
});
