import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { jane, janeSigned, lukas, lukasSigned, mailOf } from '../mail-files/samples.ts';
import { type RunningThunderbird, startThunderbird, until, whyNoThunderbird } from './thunderbird.ts';

const extension = process.env.LEADLIGHT_THUNDERBIRD ?? resolve(import.meta.dirname, '../../.output/thunderbird-mv3');
const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as {
  browser_specific_settings: { gecko: { id: string } };
  [key: string]: unknown;
};
const owner = 'sam.buyer@own-firm.example';
const colleague = { name: 'Ann Poole', address: 'jim.poole@harbour-tools.example' };
const mails = [
  mailOf({ ...jane, subject: 'Rollers', body: janeSigned }),
  mailOf({ ...colleague, subject: 'From her colleague', body: 'Hello\r\n\r\nAnn' }),
  mailOf({ ...lukas, subject: 'Angebot', body: lukasSigned }),
  mailOf({ name: 'Petra', address: 'petra@own-firm.example', subject: 'Lunch', body: 'At noon?' }),
  mailOf({ name: 'Shop', address: 'no-reply@shop.example', subject: 'Your parcel', body: 'It is on its way.' }),
  mailOf({
    ...jane,
    name: 'Jane Roe',
    address: 'jane.roe@harbour-too1s.example',
    subject: 'New account number',
    body: 'Pay here.',
  }),
];
const why = whyNoThunderbird();
let running: RunningThunderbird;

before(async () => {
  if (!why) running = await startThunderbird(extension, manifest.browser_specific_settings.gecko.id, mails, owner);
});
after(async () => {
  if (!why) await running.stop();
});

const options = why === undefined ? {} : { skip: why };
const buttonSays = (label: string) =>
  until(`the button's "${label}"`, async () => {
    const button = await running.button();
    return button?.label === label && button;
  });
/** Pictures of what was seen, where they are wanted. */
async function keepPicture(name: string) {
  const folder = process.env.LEADLIGHT_PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.png`), await running.picture());
}

test('asks for what it needs and no more', options, () => {
  for (const key of [
    'sidebar_action',
    'host_permissions',
    'optional_host_permissions',
    'content_scripts',
    'web_accessible_resources',
  ])
    assert.equal(manifest[key], undefined, key);
  assert.deepEqual(manifest.permissions, [
    'alarms',
    'messagesRead',
    'messagesModify',
    'accountsRead',
    'scripting',
    'storage',
    'tabs',
    'unlimitedStorage',
  ]);
});

test('says at the first run that the book here is its own, and how to bring another', options, async () => {
  const text = await until('the first word', () =>
    running.inPage<string>('sidepanel.html', 'return document.querySelector("section h2")?.textContent ?? ""'),
  );
  assert.equal(text, 'Thunderbird has a book of its own');
  const buttons = await running.inPage<string>('sidepanel.html', 'return document.body.innerText');
  assert.match(buttons ?? '', /Bring my book/);
  await running.inPage(
    'sidepanel.html',
    `[...document.querySelectorAll('button')].find((each) => each.textContent === 'Bring my book').click(); return 'pressed'`,
  );
  await until('the import', async () =>
    /CSV/.test((await running.inPage<string>('workspace.html#/import', 'return document.body.innerText')) ?? ''),
  );
});

test('a stranger: the button offers to keep them, the chip stands above the message', options, async () => {
  await running.show('Rollers');
  const { title } = await buttonSays('Keep sender');
  assert.match(title, /Jane Roe/);
  const chip = await until('the chip', () => running.chip());
  assert.match(chip.words, /Jane Roe/);
  assert.ok(chip.paths > 0, 'the chip is drawn');
  await keepPicture('thunderbird-stranger');
});

test(
  'a press reads header and signature into a draft; saving it changes button, chip and card at once',
  options,
  async () => {
    await running.pressButton();
    const panel = (body: string) => running.inPage<string>('page=pasted', body);
    const rows = await until('the draft', async () => {
      const text = await panel('return document.querySelector("[role=treegrid]")?.textContent ?? ""');
      return text?.includes('Jane Roe') && text;
    });
    assert.match(rows, /Head of Sales/);
    await panel(`const save = [...document.querySelectorAll('button')].find((each) => /^Save \\d/.test(each.textContent));
    save.click(); return 'pressed'`);
    await until('the word of the save', async () =>
      /\d+ saved/.test((await panel('return document.body.innerText')) ?? ''),
    );
    const button = await until('the tier', async () => {
      const seen = await running.button();
      return /prospect|too little/i.test(seen?.label ?? '') && seen;
    });
    assert.match(button.title, /Jane Roe/);
    const chip = await until('the changed chip', async () => {
      const seen = await running.chip();
      return /prospect|too little/i.test(seen?.words ?? '') && seen;
    });
    assert.match(chip.words, /Jane Roe/);
    const card = await until('the card', () => running.card());
    for (const word of [/Jane Roe/, /Head of Sales/, /Harbour Tools/, /prospect/]) assert.match(card, word);
    await keepPicture('thunderbird-kept');
  },
);

test('somebody else of a known firm, somebody under a known name, and whoever gets nothing', options, async () => {
  await running.show('From her colleague');
  assert.match((await buttonSays('Known firm')).title, /1 known/);
  await running.show('New account number');
  assert.doesNotMatch((await buttonSays('Keep sender')).title, /prospect|too little/i);
  for (const subject of ['Lunch', 'Your parcel']) {
    await running.show(subject);
    await buttonSays('Leadlight');
    assert.equal(await running.chip(), null, subject);
  }
  await running.show('Angebot');
  assert.match((await buttonSays('Keep sender')).title, /Lukas Brandt/);
});
