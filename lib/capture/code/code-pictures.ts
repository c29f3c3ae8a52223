import type { Page } from '../lines.ts';

/** What a picture of a QR code calls itself, in its address, class or alternative text. */
const codeHint =
  /(?:^|[^a-z])qr(?:[^a-z]|$)|qr[-_]?code|(?:vcard|wechat|weixin)[-_ ]?(?:code|qr)|二维码|二維碼|扫码|掃碼|扫一扫/i;

/** In: the page. Out: how many of its pictures call themselves QR codes. What they say, only a look at their pixels can tell. */
export function codePictures(page: Page): number {
  const seen = new Set<string>();
  for (const line of page.lines)
    for (const { t, u = '', l = '', h = '' } of line.m)
      if (t === 'img' && codeHint.test(`${u.replace(/^https?:\/\/[^/]*/i, '')} ${l} ${h}`)) seen.add(u || `${line.i}`);
  return seen.size;
}
