import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { browser as extensionApi } from 'wxt/browser';
import { type MessageType, protocol } from '../../lib/messaging/protocol.ts';
import { rowsOf } from '../browser/panel-acts.ts';
import { practice } from '../practice/serve.ts';
import { expect, extension, openAndRead, test } from './harness.ts';

/** Inside pages and workers of either extension. */
declare const chrome: typeof extensionApi;

/** What only pages of ours may ask, and what nobody may. */
const forPages = (Object.keys(protocol) as MessageType[]).filter((type) => protocol[type].from === 'extension');
const asked = [
  ...forPages.map((type) => ({
    type,
    request: { tabId: 1, reason: 'user', keep: true, text: 'Jane Roe', as: 'text' },
  })),
  ...['leads.list', 'leads.export', 'save', 'settings.get'].map((type) => ({ type, request: {} })),
];

/** Rows of every store of the book: whoever wrote something is found out by it. */
const bookOf = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(async () => {
    const opened = indexedDB.open('book');
    await new Promise((done) => {
      opened.onsuccess = done;
    });
    const stores = [...opened.result.objectStoreNames].filter((name) => name !== 'meta' && name !== 'vault');
    const tx = opened.result.transaction(stores);
    const counts = stores.map(async (name) => {
      const count = tx.objectStore(name).count();
      await new Promise((done) => {
        count.onsuccess = done;
      });
      return [name, count.result] as const;
    });
    const all = Object.fromEntries(await Promise.all(counts));
    opened.result.close();
    return all;
  });

/** Another extension, made here: it may do whatever extensions may on any site. */
function otherExtension(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'Other',
      version: '1',
      permissions: ['scripting', 'tabs'],
      host_permissions: ['<all_urls>'],
      background: { service_worker: 'worker.js' },
    }),
  );
  writeFileSync(join(folder, 'worker.js'), 'globalThis.isOther = true;');
  return folder;
}

test('another extension is not answered, whatever it claims to be', async ({ launch, profile }) => {
  const other = otherExtension(join(profile, 'other'));
  const both = `${extension},${other}`;
  const browser = await launch({ args: [`--disable-extensions-except=${both}`, `--load-extension=${both}`] });
  const { panel } = await openAndRead(browser, practice.team);
  await expect(rowsOf(panel).first()).toBeVisible();
  const before = await bookOf(panel);

  const strangers = () =>
    browser.context.serviceWorkers().find((worker) => !worker.url().includes(browser.extensionId));
  await expect.poll(strangers).toBeDefined();
  const told = await strangers()?.evaluate(
    async ([id, messages]) => {
      const answers: string[] = [];
      for (const message of messages) {
        for (const claim of [message, { ...message, sender: { id, url: `chrome-extension://${id}/sidepanel.html` } }])
          answers.push(
            await chrome.runtime.sendMessage(id, claim).then(
              (answer) => `answered ${JSON.stringify(answer)}`,
              () => 'refused',
            ),
          );
      }
      const port = chrome.runtime.connect(id, { name: 'panel' });
      answers.push(
        await new Promise<string>((done) => {
          port.onDisconnect.addListener(() => done('refused'));
          port.onMessage.addListener((answer) => done(`answered ${JSON.stringify(answer)}`));
          port.postMessage(messages[0]);
        }),
      );
      for (const path of ['manifest.json', 'sidepanel.html', 'webmail.js'])
        answers.push(
          await fetch(`chrome-extension://${id}/${path}`).then(
            () => `reached ${path}`,
            () => 'refused',
          ),
        );
      return [...new Set(answers)];
    },
    [browser.extensionId, asked] as const,
  );
  expect(told).toEqual(['refused']);
  expect(await bookOf(panel)).toEqual(before);
});

test('a page and a script in a page get nothing that is the panel’s', async ({ launch }) => {
  const browser = await launch();
  const { page, panel } = await openAndRead(browser, practice.team);
  await expect(rowsOf(panel).first()).toBeVisible();
  const before = await bookOf(panel);

  // The page itself: it has only its own messages, and hears nothing back.
  const heard = await page.evaluate(async (messages) => {
    const answers: unknown[] = [];
    const sent = new Set(messages.map((one) => JSON.stringify(one)));
    addEventListener('message', ({ data }) => {
      if (!sent.has(JSON.stringify(data))) answers.push(data);
    });
    for (const message of messages) {
      postMessage(message, '*');
      new BroadcastChannel('book').postMessage(message);
      document.dispatchEvent(new CustomEvent('leadlight', { detail: message }));
    }
    await new Promise((done) => setTimeout(done, 300));
    return answers;
  }, asked);
  expect(heard).toEqual([]);

  // A script of ours in the page, taken over by it: the press on the icon lets us run one there.
  const [worker] = browser.context.serviceWorkers();
  const told = await worker?.evaluate(
    async ([url, messages]) => {
      const [tab] = await chrome.tabs.query({ active: true, url });
      const [result] = await chrome.scripting.executeScript({
        target: { tabId: tab?.id ?? -1 },
        args: [messages],
        func: async (all: unknown[]) => {
          const answers: string[] = [];
          for (const message of all)
            answers.push(
              await chrome.runtime.sendMessage(message).then(
                (answer) => (answer === undefined ? 'nothing' : `answered ${JSON.stringify(answer)}`),
                () => 'nothing',
              ),
            );
          const port = chrome.runtime.connect({ name: 'panel' });
          answers.push(
            await new Promise<string>((done) => {
              port.onDisconnect.addListener(() => done('nothing'));
              port.onMessage.addListener((answer) => done(`answered ${JSON.stringify(answer)}`));
            }),
          );
          return [...new Set(answers)];
        },
      });
      return result?.result;
    },
    [page.url(), asked] as const,
  );
  expect(told).toEqual(['nothing']);
  expect(await bookOf(panel)).toEqual(before);
});
