// @vitest-environment jsdom
import { afterEach, describe, expect, test } from 'vitest';
import { body } from '../../../../lib/capture/page/dom.ts';
import { caps } from '../../../../lib/capture/page/outline-walk.ts';
import { takeSnapshot } from '../../../../lib/capture/page/snapshot.ts';
import { linesOf, readPage } from './pages.ts';

const names =
  'children childNodes firstChild nextSibling parentNode parentElement textContent nodeType nodeName localName attributes getAttribute hasAttribute querySelectorAll shadowRoot ownerDocument style closest matches innerHTML contains compareDocumentPosition baseURI'.split(
    ' ',
  );

// The page of one test must not hide `document.body` from the next.
afterEach(() => body(document)?.replaceChildren());

describe('a page that wants to mislead', () => {
  test('fields named like properties of the form hide nothing', async () => {
    const inputs = names.map((name) => `<input name="${name}" id="${name}">`).join('');
    const snapshot = await readPage(
      `<form itemscope itemtype="https://schema.org/Person" class="h-card">${inputs}<p>Anna <b itemprop="name" class="p-name">Anna Birk</b></p></form><img name="body"><form name="documentElement">after</form><img name="querySelectorAll"><img name="title">`,
      '<title>Birk</title>',
    );
    expect(linesOf(snapshot)).toEqual(expect.arrayContaining(['Anna Anna Birk', 'after']));
    expect(snapshot.structured.map((s) => s.name)).toEqual(['Anna Birk', 'Anna Birk']);
  });

  test('reading changes nothing', async () => {
    document.body.innerHTML =
      '<div itemscope itemtype="https://schema.org/Person"><span itemprop="name">Anna</span></div><p class="vcard"><a class="fn url" href="/a">A</a></p><details><summary>s</summary>x</details><form><input readonly value="v"></form>';
    const before = document.documentElement.outerHTML;
    const seen: MutationRecord[] = [];
    const observer = new MutationObserver((records) => seen.push(...records));
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    await takeSnapshot(document, 'https://birch.example/');
    await new Promise((resolve) => setTimeout(resolve, 0));
    observer.disconnect();
    expect(seen).toEqual([]);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('endless nesting', async () => {
    // A document without a window: the test's own style engine would give up long before we do.
    const page = document.implementation.createHTMLDocument();
    let inner: Element = page.body;
    for (let i = 0; i < 1200; i++) {
      const next = page.createElement(i % 2 ? 'div' : 'b');
      inner.append(next);
      inner = next;
    }
    inner.append('deep');
    const { snapshot } = await takeSnapshot(page, 'https://birch.example/', { ...caps, ms: 60_000 });
    expect(snapshot.outline.lines.map((l) => l.s)).toEqual(['deep']);
    expect(snapshot.outline.blocks.length).toBeLessThanOrEqual(caps.depth + 1);
  });

  test.each([
    ['nodes', { nodes: 50 }],
    ['text', { text: 40 }],
    ['text', { lines: 5 }],
    ['time', { ms: -1 }],
  ] as const)('too much of it: stops and says so (%s)', async (why, limit) => {
    document.body.innerHTML = '<p>some words</p>'.repeat(200);
    const { snapshot } = await takeSnapshot(document, 'https://birch.example/', { ...caps, ...limit });
    expect(snapshot.truncated).toBe(why);
    expect(snapshot.outline.lines.length).toBeLessThan(200);
  });

  test('values that are code stay text', async () => {
    const { outline, structured } = await readPage(
      '<p>&lt;img src=x onerror=alert(1)&gt;</p><div class="h-card"><a class="u-url p-name" href="javascript:alert(1)">A B</a></div>',
      '<script type="application/ld+json">{"@type":"Person","name":"<script>","url":"javascript:alert(1)","sameAs":"data:text/html,x"}</script>',
    );
    expect(outline.lines[0]?.s).toBe('<img src=x onerror=alert(1)>');
    expect(structured.flatMap((s) => s.urls)).toEqual([]);
  });
});
