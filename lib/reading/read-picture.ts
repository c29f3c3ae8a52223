import { browser } from 'wxt/browser';
import { decodePicture, fileOfDataUrl } from '../capture/code/picture.ts';
import { readCode } from '../capture/code/read-code.ts';
import { setCodeNotice } from './code-notice.ts';
import { type FoundPicture, pictureInPage } from './picture-in-page.ts';
import type { ReadTabDeps } from './read-tab.ts';
import { setReadingState } from './reading-state.ts';
import { rehome } from './rehome.ts';

type Click = { srcUrl?: string | undefined; frameId?: number | undefined };

async function find({ srcUrl, frameId }: Click, tabId: number): Promise<FoundPicture | undefined> {
  const target = { tabId, frameIds: [frameId ?? 0] };
  const [result] = await browser.scripting.executeScript({ target, func: pictureInPage, args: [srcUrl ?? ''] });
  return result?.result ?? undefined;
}

const sameSpot = (a: FoundPicture['place'], b: FoundPicture['place']) =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.across === b.across;

/** A picture that the page only shows, cut out of the tab's screenshot; the panel that opens meanwhile may move it. */
async function decodeFromScreen(click: Click, tabId: number, windowId: number): Promise<string | undefined> {
  for (let tries = 0; tries < 4; tries++) {
    const before = await find(click, tabId);
    const shot = await browser.tabs.captureVisibleTab(windowId, { format: 'png' });
    const [after, tab] = [await find(click, tabId), await browser.tabs.get(tabId)];
    if (!before || !after || !tab.active) return undefined;
    const file = fileOfDataUrl(shot);
    if (file && sameSpot(before.place, after.place)) {
      const wide = (await createImageBitmap(file)).width;
      const { x, y, width, height, across } = after.place;
      const scale = wide / across;
      const crop = { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
      const text = await decodePicture(file, crop);
      if (text !== undefined) return text;
    }
    // Screenshots are rationed to two a second.
    await new Promise((done) => setTimeout(done, 600));
  }
  return undefined;
}

/**
 * Reads the code in a picture that the user right-clicked; the drafts join those of its page. Where there is none, or nobody
 * to reach in it, the panel is left word. In: the click and its tab. Never throws on page data.
 */
export async function readPicture(
  click: Click,
  tab: { id: number; windowId: number },
  deps: ReadTabDeps,
): Promise<void> {
  const now = deps.now();
  try {
    const found = await find(click, tab.id);
    if (!found) return await setCodeNotice({ at: now, is: 'failed', detail: '' });
    const file = found.png ? fileOfDataUrl(found.png) : undefined;
    const text = file ? await decodePicture(file) : await decodeFromScreen(click, tab.id, tab.windowId);
    if (text === undefined) return await setCodeNotice({ at: now, is: 'none', detail: '' });
    const { url = found.url, title = found.title } = await browser.tabs.get(tab.id);
    const assembled = readCode(text, { now, url, title, words: found.words });
    if (assembled.people.length + assembled.companies.length === 0)
      return await setCodeNotice({ at: now, is: 'noContact', detail: text });
    await deps.keep({ ...rehome(assembled, { url, title }), msPage: 0, ms: 0 });
    await setReadingState(tab.id, { state: 'read', url, at: now });
  } catch (cause) {
    await setCodeNotice({ at: now, is: 'failed', detail: cause instanceof Error ? cause.message : String(cause) });
  }
}
