import type { Refusal } from '../messaging/protocol.ts';

const stores = [
  /^https:\/\/chromewebstore\.google\.com\//,
  /^https:\/\/chrome\.google\.com\/webstore(\/|$)/,
  /^https:\/\/microsoftedge\.microsoft\.com\/addons(\/|$)/,
  /^https:\/\/addons\.mozilla\.org\//,
];
const browserSchemes =
  /^(chrome|edge|brave|opera|vivaldi|about|chrome-extension|moz-extension|chrome-search|chrome-untrusted|devtools|view-source|resource):/;

/**
 * Why a page at this address cannot be read whatever was granted. In: the address, where the browser tells it.
 * Out: the refusal, or undefined where it is worth trying. `about:blank` and `about:srcdoc` are pages like any other.
 */
export function refusalByUrl(url: string | undefined): Refusal | undefined {
  if (url === undefined || url === '') return undefined;
  if (/^about:(blank|srcdoc)/.test(url)) return undefined;
  if (browserSchemes.test(url)) return 'browserPage';
  if (stores.some((store) => store.test(url))) return 'webStore';
  return undefined;
}

/** The browsers' own words when a script may not enter a page (Chromium 120–156, Firefox 140–153). First that fits wins. */
const reasons: readonly (readonly [RegExp, Refusal])[] = [
  [
    /no tab with id|invalid tab id|tab was closed|frame with id 0 was removed|no frame|document.*(gone|destroyed)/i,
    'gone',
  ],
  [/extensions gallery|webstore/i, 'webStore'],
  [/contents of (the )?url "file:/i, 'fileAccess'],
  [
    /cannot access (a |contents of (the )?url "|contents of the page at )?"?(chrome|edge|about|chrome-extension|devtools|view-source)\b/i,
    'browserPage',
  ],
  [/cannot be scripted due to|restricted domain/i, 'browserPage'],
  [/must request permission|missing host permission|cannot access contents of|permission/i, 'noGrant'],
];

/** Why an injection failed. In: the browser's error and the tab's address, where known. Out: the refusal; `failed` where the words are unknown. */
export function refusalByError(cause: unknown, url: string | undefined): Refusal {
  const words = cause instanceof Error ? cause.message : String(cause);
  const found = reasons.find(([pattern]) => pattern.test(words))?.[1] ?? 'failed';
  if (found === 'noGrant' && url?.startsWith('file:')) return 'fileAccess';
  return found;
}

/** Whether an address is that of a PDF by its name; the browser's own viewer shows it, which no script enters. */
export const isPdfUrl = (url: string) => {
  try {
    return /\.pdf$/i.test(new URL(url).pathname);
  } catch {
    return false;
  }
};
