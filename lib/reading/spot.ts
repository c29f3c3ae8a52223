import { browser } from 'wxt/browser';

const markStyle = '::highlight(leadlight) { background-color: #ffe08a; color: #1d1600; }';

/**
 * Runs in the page: finds the words, scrolls to them and marks them for a while. Changes no element: the mark is a
 * custom highlight. Self-contained, for it is sent to the page as it stands.
 */
function showInPage(snippet: string, line: number): boolean {
  // The page script left the places of its last reading's lines: where they still stand, the very line is shown.
  const { leadlightShow } = globalThis as { leadlightShow?: (line: number, snippet: string) => boolean };
  if (line >= 0 && leadlightShow?.(line, snippet)) return true;
  const fold = (text: string) => text.replace(/[\s\u00a0]+/g, ' ').toLowerCase();
  const wanted = fold(snippet).replace(/^…|…$/g, '').trim();
  if (wanted === '') return false;
  const nodes: { node: Text; from: number }[] = [];
  let page = '';
  const collect = (root: Node) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node && page.length < 3_000_000; node = walker.nextNode()) {
      if (node.nodeType === Node.ELEMENT_NODE) {
        if (node instanceof HTMLElement && node.shadowRoot) collect(node.shadowRoot);
        continue;
      }
      const tag = node.parentElement?.localName;
      if (tag === 'script' || tag === 'style' || tag === 'noscript') continue;
      nodes.push({ node: node as Text, from: page.length });
      const text = fold(node.nodeValue ?? '');
      page += page.endsWith(' ') ? text.trimStart() : text;
    }
  };
  collect(document.documentElement);
  const words = wanted.split(' ');
  const shorter = [0.6, 0.3].map((part) => words.slice(0, Math.max(1, Math.round(words.length * part))).join(' '));
  const at = [wanted, ...shorter].map((text) => ({ text, from: page.indexOf(text) })).find(({ from }) => from >= 0);
  if (!at) return false;
  const nodeAt = (place: number) => nodes.findLast(({ from }) => from <= place)?.node;
  const first = nodeAt(at.from);
  const last = nodeAt(at.from + at.text.length - 1);
  if (!first || !last) return false;
  const range = document.createRange();
  range.setStart(first, 0);
  range.setEnd(last, last.length);
  first.parentElement?.scrollIntoView({ block: 'center' });
  if ('highlights' in CSS) {
    CSS.highlights.set('leadlight', new Highlight(range));
    setTimeout(() => CSS.highlights.delete('leadlight'), 5000);
  }
  return true;
}

/** Scrolls a tab to the words a value was read from and marks them. Out: whether they were found; false where the page can't be entered any more. */
export async function showSpot(spot: {
  tabId: number;
  frameId?: number | undefined;
  line?: number | undefined;
  snippet: string;
}): Promise<boolean> {
  const target = { tabId: spot.tabId, frameIds: [spot.frameId ?? 0] };
  try {
    await browser.scripting.insertCSS({ target, css: markStyle });
    const [result] = await browser.scripting.executeScript({
      target,
      func: showInPage,
      args: [spot.snippet, spot.line ?? -1],
    });
    return result?.result === true;
  } catch {
    // Without a grant, or with the tab gone, the panel opens the page anew: that is what `false` says.
    return false;
  }
}

/** The text selected in a tab, in whichever frame it is. Throws with the browser's words where the page can't be entered. */
export async function selectedText(tabId: number): Promise<string> {
  const results = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    injectImmediately: true,
    func: () => String(getSelection() ?? '').slice(0, 20_000),
  });
  return results.map(({ result }) => result ?? '').find((text) => text.trim() !== '') ?? '';
}
