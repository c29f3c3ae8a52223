import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '../browser/extension-browser.ts';
import { rowsOf, saveButton } from '../browser/panel-acts.ts';
import { makeMsg } from '../mail-files/make-msg.ts';
import { cards, jane, janeSigned, lukas, lukasSigned, mailOf, mboxOf } from '../mail-files/samples.ts';
import { practice } from '../practice/serve.ts';
import { test as base, expect, openAndRead, violationsOf } from './harness.ts';

const test = base.extend<{ folder: string }>({
  folder: async ({ profile }, use) => {
    const folder = join(profile, 'files');
    mkdirSync(folder, { recursive: true });
    await use(folder);
  },
});

const offer = mailOf({ ...jane, body: janeSigned });
const filesOf = (panel: Page) => panel.getByRole('region', { name: 'Mail files' });

/** Drops files on the panel as the mouse would: the events carry what is written here. */
async function drop(panel: Page, files: { name: string; text: string }[], end: 'drop' | 'hover' = 'drop') {
  await panel.evaluate(
    ({ files, end }) => {
      const data = new DataTransfer();
      for (const { name, text } of files) data.items.add(new File([text], name, { lastModified: 1 }));
      const kinds = end === 'drop' ? ['dragenter', 'dragover', 'drop'] : ['dragenter', 'dragover'];
      for (const kind of kinds)
        document.body.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }));
    },
    { files, end },
  );
}

/** Chooses files from the disk with the button in the paste box. */
async function choose(panel: Page, paths: string[]) {
  await panel.locator('input[type=file]').setInputFiles(paths);
}

/** The panel beside a page that offers nobody. */
async function readablePage(launch: () => Promise<ExtensionBrowser>) {
  const opened = await openAndRead(await launch(), 'http://www.packline-expo.example/nothing-here');
  await expect(opened.panel.getByText('Nothing to read here')).toBeVisible();
  return opened;
}

test('a mail dropped on the panel is a lead that can be saved', async ({ launch }) => {
  const { panel } = await readablePage(launch);
  await drop(panel, [{ name: 'offer.eml', text: offer }]);
  const row = rowsOf(panel).filter({ hasText: 'Jane Roe' });
  await expect(row).toBeVisible();
  await expect(row).toContainText('Head of Sales');
  await expect(panel.getByRole('heading', { name: 'Our offer' })).toBeVisible();
  await saveButton(panel).click();
  await expect(panel.getByText(/^\d+ saved/).first()).toBeVisible();
  await panel.getByRole('tab', { name: 'Leads' }).click();
  await expect(panel.getByText('Jane Roe').first()).toBeVisible();
});

test('the same file again comes to the same drafts', async ({ launch }) => {
  const { panel } = await readablePage(launch);
  await drop(panel, [{ name: 'offer.eml', text: offer }]);
  await expect(rowsOf(panel).filter({ hasText: 'Jane Roe' })).toBeVisible();
  await saveButton(panel).click();
  await expect(panel.getByText(/^\d+ saved/).first()).toBeVisible();
  await panel.getByRole('button', { name: 'Back to the page' }).click();
  await drop(panel, [{ name: 'offer.eml', text: offer }]);
  await expect(panel.getByText(/yours/).first()).toBeVisible();
});

test('several files at once: each has its page, what cannot be read says why, nothing is lost', async ({
  launch,
  folder,
}) => {
  const { panel } = await readablePage(launch);
  const msg = join(folder, 'angebot.msg');
  const rtf =
    String.raw`{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\*\htmltag64 <p>}Guten Tag,{\*\htmltag72 </p>}{\*\htmltag64 <p>}Mit freundlichen Gr\'fc\'dfen<br>Lukas Brandt<br>Leiter Vertrieb<br>Brandt F\u246?rderb\u228?nder GmbH<br>Tel. +49 30 23125 014{\*\htmltag72 </p>}}`.replaceAll(
      '<br>',
      String.raw`{\*\htmltag84 <br>}`,
    );
  writeFileSync(msg, makeMsg({ subject: 'Angebot', from: lukas, rtf }));
  const truncated = join(folder, 'cut-off.msg');
  writeFileSync(truncated, makeMsg({ subject: 'Cut off', from: lukas, text: 'x'.repeat(20_000) }).slice(0, 5000));
  const book = join(folder, 'contacts.vcf');
  writeFileSync(book, cards);
  const empty = join(folder, 'empty.eml');
  writeFileSync(empty, '');
  const picture = join(folder, 'picture.eml');
  writeFileSync(picture, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  const nobody = join(folder, 'nobody.eml');
  writeFileSync(nobody, mailOf({ name: '', address: 'noreply@shop.example', body: 'Your parcel is on its way.' }));
  const misnamed = join(folder, 'mail.txt.vcf');
  writeFileSync(misnamed, offer);
  await choose(panel, [msg, truncated, book, empty, picture, nobody, misnamed]);
  const files = filesOf(panel);
  await expect(rowsOf(panel).filter({ hasText: 'Lukas Brandt' })).toBeVisible();
  await expect(rowsOf(panel).filter({ hasText: 'Lukas Brandt' })).toContainText('Leiter Vertrieb');
  await expect(files.getByText('cut-off.msg is damaged or was cut off')).toBeVisible();
  await expect(files.getByText('empty.eml is empty.')).toBeVisible();
  await expect(files.getByText(/picture\.eml is no mail file/)).toBeVisible();
  await expect(files.getByText('No people or companies were found in nobody.eml.')).toBeVisible();
  await files.getByRole('button', { name: 'contacts.vcf' }).click();
  for (const name of ['Paul Okafor', 'Jörg Müller', '李明'])
    await expect(rowsOf(panel).filter({ hasText: name })).toBeVisible();
  await files.getByRole('button', { name: 'mail.txt.vcf' }).click();
  await expect(rowsOf(panel).filter({ hasText: 'Jane Roe' })).toBeVisible();
  await files.getByRole('button', { name: 'angebot.msg' }).click();
  await expect(rowsOf(panel).filter({ hasText: 'Lukas Brandt' })).toBeVisible();
  await files.getByRole('button', { name: 'Close' }).click();
  await expect(files).toHaveCount(0);
});

test('a mailbox gives each sender once, with the newest signature', async ({ launch }) => {
  const { panel } = await readablePage(launch);
  const messages = [
    ...Array.from({ length: 30 }, (_, i) =>
      mailOf({ ...jane, day: i + 1, subject: `Offer ${i}`, body: `From here on all is well.\r\n${janeSigned}` }),
    ),
    mailOf({ ...jane, day: 40, body: janeSigned.replace('Head of Sales', 'Managing Director') }),
    mailOf({ ...jane, day: 41, body: 'Thanks!\r\nJane' }),
    mailOf({ ...lukas, day: 3, body: lukasSigned }),
    mailOf({ name: 'News', address: 'news@lists.example', headers: ['List-Id: <news.lists.example>'], body: 'News' }),
    mailOf({ name: 'Shop', address: 'no-reply@shop.example', body: 'Your order is on its way.' }),
    mailOf({
      name: 'Sam Buyer',
      address: 'sam.buyer@own-firm.example',
      to: 'jane.roe@harbour-tools.example',
      body: 'Hi',
    }),
  ];
  await drop(panel, [{ name: 'inbox.mbox', text: mboxOf(messages) }]);
  const files = filesOf(panel);
  await expect(files.getByText(/36 mails · 2 people/)).toBeVisible();
  await expect(files.getByText('Left out: 1 from mailing lists, 1 automatic, 1 from you or colleagues')).toBeVisible();
  await expect(rowsOf(panel).filter({ hasText: 'Jane Roe' })).toHaveCount(1);
  await expect(rowsOf(panel).filter({ hasText: 'Jane Roe' })).toContainText('Managing Director');
  await expect(rowsOf(panel).filter({ hasText: 'Lukas Brandt' })).toContainText('Leiter Vertrieb');
});

test('a large mailbox tells how far it is and can be stopped', async ({ launch }) => {
  const { panel } = await readablePage(launch);
  const many = Array.from({ length: 600 }, (_, i) =>
    mailOf({
      name: `Person Number${i}`,
      address: `person${i}@firm${i}.example`,
      day: (i % 28) + 1,
      body: janeSigned.replace('Jane Roe', `Person Number${i}`),
    }),
  );
  await drop(panel, [{ name: 'archive.mbox', text: mboxOf(many) }]);
  const files = filesOf(panel);
  await expect(files.getByRole('progressbar')).toBeVisible();
  await expect(files.getByText('600 mails')).toBeVisible();
  await files.getByRole('button', { name: 'Stop' }).click();
  await expect(files.getByText('archive.mbox was stopped. Nothing of it was kept.')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`while files hang over the panel it says what to do, and axe finds nothing, ${colorScheme}`, async ({
    launch,
  }) => {
    const { panel } = await openAndRead(await launch(), practice.team);
    await panel.emulateMedia({ colorScheme });
    await expect(rowsOf(panel).first()).toBeVisible();
    await drop(panel, [{ name: 'offer.eml', text: offer }], 'hover');
    await expect(panel.getByText('Drop mails here')).toBeVisible();
    const findings = async () => {
      const violations = await violationsOf(panel);
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
    };
    expect(await findings(), 'files over the panel').toEqual([]);
    await expect(panel.getByText('Drop mails here')).toBeVisible();
    await drop(panel, [
      { name: 'empty.eml', text: '' },
      { name: 'offer.eml', text: offer },
    ]);
    await expect(panel.getByText('empty.eml is empty.')).toBeVisible();
    await expect(rowsOf(panel).filter({ hasText: 'Jane Roe' })).toBeVisible();
    expect(await findings(), 'files read').toEqual([]);
  });
}
