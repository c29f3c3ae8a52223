import { browser } from 'wxt/browser';
import type { PickerOptions } from '../capture/page/picker.ts';
import type { PickAct, PickOutcome, PickRequest } from '../messaging/protocol.ts';
import { picked } from '../messaging/protocol.ts';
import { refusalByError } from './refuse.ts';

/** Runs in the page: what the picker is told stands in the extension's own world there, which the page cannot see. */
function hand(options: PickerOptions) {
  Object.assign(globalThis, { leadlightPickOptions: options });
}

/** Runs in the page: what the panel's own keys do while it has the focus. */
function act(what: string): boolean {
  const { leadlightPick } = globalThis as { leadlightPick?: (what: string) => void };
  leadlightPick?.(what);
  return leadlightPick !== undefined;
}

/**
 * Lets the user point at one element of a tab. In: the tab, what is pointed at, and the words to show there.
 * Out: the page as the page script sees it and the element's place in it, or why there is none. Never throws on page data.
 */
export async function pickElement({ tabId, mode, label, hint }: PickRequest): Promise<PickOutcome> {
  const target = { tabId };
  try {
    await browser.scripting.executeScript({ target, func: hand, args: [{ mode, label, hint }] });
    const [main] = await browser.scripting.executeScript({ target, files: ['/picker.js'] });
    if (main && 'error' in main && main.error) throw main.error;
    // A page that went away while one was pointing answers nothing.
    if (!main?.result) return { ok: false, why: 'gone', detail: '' };
    const parsed = picked.safeParse(main.result);
    if (!parsed.success) return { ok: false, why: 'failed', detail: parsed.error.issues[0]?.message ?? '' };
    return parsed.data;
  } catch (cause) {
    const refusal = refusalByError(cause, undefined);
    const why = refusal === 'gone' || refusal === 'noGrant' ? refusal : 'failed';
    return { ok: false, why, detail: cause instanceof Error ? cause.message : String(cause) };
  }
}

/** Hands the picker of a tab what was pressed elsewhere. Out: whether one was there; false where the page is gone or closed to us. */
export async function actOnPicker(tabId: number, what: PickAct): Promise<boolean> {
  try {
    const [main] = await browser.scripting.executeScript({ target: { tabId }, func: act, args: [what] });
    return main?.result === true;
  } catch {
    // The page has gone, and the picker with it: that is what `false` says.
    return false;
  }
}
