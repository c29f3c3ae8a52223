// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { decodeCloudflare } from '../../../../lib/capture/page/hidden-mail.ts';
import { linesOf, readPage } from './pages.ts';

const code = (address: string, key: number) =>
  [key, ...[...address].map((c) => c.charCodeAt(0) ^ key)].map((n) => n.toString(16).padStart(2, '0')).join('');
const shift = (text: string, by: number) =>
  text.replace(/[a-z]/g, (c) => String.fromCharCode(((c.charCodeAt(0) - 97 + by + 26) % 26) + 97));

test('Cloudflare-coded addresses, as text and as link', async () => {
  const coded = code('anna@birk.example', 0x5c);
  expect(decodeCloudflare(coded)).toBe('anna@birk.example');
  expect(decodeCloudflare('zz')).toBeUndefined();
  const snapshot = await readPage(
    `<p>Mail: <span class="__cf_email__" data-cfemail="${coded}">[email&#160;protected]</span></p><p><a href="/cdn-cgi/l/email-protection#${coded}">Write</a></p>`,
  );
  expect(linesOf(snapshot)).toEqual(['Mail: anna@birk.example', 'Write']);
  expect(snapshot.outline.lines[1]?.m?.[0]?.u).toBe('mailto:anna@birk.example');
});

test.each([
  ['in a handler', '<a href="#" onclick="location.href=\'mailto:anna@birk.example\'">x</a>'],
  ['in a data attribute', '<a href="#" data-mail="anna@birk.example">x</a>'],
  ['in two data attributes', '<a href="#" data-user="anna" data-domain="birk.example">x</a>'],
  ['entities', '<a href="&#109;ailto:anna&#64;birk.example">x</a>'],
])('an address kept %s', async (_, markup) => {
  const { outline } = await readPage(markup);
  expect(outline.lines[0]?.m?.[0]?.u).toBe('mailto:anna@birk.example');
});

test('an alphabet moved by some letters', async () => {
  const { hiddenMailto } = await import('../../../../lib/capture/page/hidden-mail.ts');
  const link = document.createElement('a');
  const moved = shift('mailto', 2);
  expect(hiddenMailto(link, `javascript:linkTo_UnCryptMailto('${moved}${'<'}cppc')`)).toBeUndefined();
  expect(hiddenMailto(link, "javascript:linkTo_UnCryptMailto('ocknvq,cppcBdktm0gzcorng')")).toBe(
    'mailto:anna@birk.example',
  );
});
