import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { CDPSession } from 'playwright';
import { builtExtension, launchExtension } from '../browser/extension-browser.ts';
import { makeMbox } from '../mail-files/make-mbox.ts';

const { values } = parseArgs({ options: { megabytes: { type: 'string', default: '1000' } } });
const megabytes = Number(values.megabytes);
const folder = mkdtempSync(join(tmpdir(), 'leadlight-mbox-'));
const path = join(folder, 'archive.mbox');

/** Bytes of JavaScript objects, and of buffers beside them. */
async function heapOf(session: CDPSession): Promise<number> {
  const { usedSize, backingStorageSize = 0 } = (await session.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    backingStorageSize?: number;
  };
  return usedSize + backingStorageSize;
}

/** Reads a mailbox file of this size through the panel's own page, and tells how long it took and how much memory at most. */
async function measure() {
  const made = await makeMbox(path, megabytes * 1e6);
  const browser = await launchExtension({
    profile: join(folder, 'profile'),
    extension: process.env.LEADLIGHT_EXTENSION ?? builtExtension,
  });
  try {
    const panel = await browser.context.newPage();
    await panel.goto(`chrome-extension://${browser.extensionId}/sidepanel.html`);
    const chooser = panel.locator('input[type=file]');
    await chooser.waitFor({ state: 'attached' });
    const session = await browser.context.newCDPSession(panel);
    const before = await heapOf(session);
    const started = performance.now();
    await chooser.setInputFiles(path);
    const files = panel.getByRole('region', { name: 'Mail files' });
    let peak = 0;
    for (let ended = false; !ended; await sleep(100)) {
      peak = Math.max(peak, await heapOf(session));
      ended = (await files.getByRole('button', { name: 'Close' }).count()) > 0;
      if (performance.now() - started > 1_800_000) throw new Error('took longer than half an hour');
    }
    const seconds = (performance.now() - started) / 1000;
    return {
      ...made,
      megabytes,
      seconds: Math.round(seconds),
      heapBefore: before,
      heapPeak: peak,
      said: (await files.getByRole('listitem').allTextContents()).join('\n'),
    };
  } finally {
    await browser.close();
  }
}

try {
  const { said, heapBefore, heapPeak, ...rest } = await measure();
  const inMegabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
  console.log(JSON.stringify({ ...rest, heapBefore: inMegabytes(heapBefore), heapPeak: inMegabytes(heapPeak) }));
  console.log(said);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
