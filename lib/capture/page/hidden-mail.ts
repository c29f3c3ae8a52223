import { attribute, attributeNames } from './dom.ts';

const address = /[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}/i;

/** Decodes Cloudflare's e-mail protection (first byte is the key of all others). Undefined when it holds no address. */
export function decodeCloudflare(coded: string): string | undefined {
  if (!/^(?:[\da-f]{2}){4,400}$/i.test(coded)) return undefined;
  const key = Number.parseInt(coded.slice(0, 2), 16);
  let bytes = '';
  for (let i = 2; i < coded.length; i += 2)
    bytes += `%${(Number.parseInt(coded.slice(i, i + 2), 16) ^ key).toString(16).padStart(2, '0')}`;
  try {
    const text = decodeURIComponent(bytes);
    return text.includes('@') ? text : undefined;
  } catch {
    // Bytes that are no UTF-8 are not an address that somebody wrote: there is nothing to tell the user.
    return undefined;
  }
}

/** Letters moved along the alphabet by a fixed step, as several content systems write `mailto:` against robots. */
function unshift(text: string): string | undefined {
  const rotate = (code: number, first: number, last: number, by: number) =>
    ((code - first + by + (last - first + 1)) % (last - first + 1)) + first;
  for (let by = -25; by <= 25; by++) {
    const plain = text.replace(/[+-:@-Za-z]/g, (c) => {
      const code = c.charCodeAt(0);
      if (code >= 97) return String.fromCharCode(rotate(code, 97, 122, by));
      if (code >= 64) return String.fromCharCode(rotate(code, 64, 90, by));
      return String.fromCharCode(rotate(code, 43, 58, by));
    });
    if (/^mailto:/i.test(plain) && address.test(plain)) return plain;
  }
  return undefined;
}

/** The address that a link hides: coded by Cloudflare, by a shifted alphabet, or kept in a handler or data attribute. */
export function hiddenMailto(link: Element, href: string): string | undefined {
  const cloudflare = /\/cdn-cgi\/l\/email-protection#([\da-f]+)/i.exec(href)?.[1];
  if (cloudflare) {
    const plain = decodeCloudflare(cloudflare);
    return plain && `mailto:${plain}`;
  }
  if (href !== '' && href !== '#' && !/^(javascript:|#)/i.test(href)) return undefined;
  const shifted = /crypt\w*mailto\w*\(\s*(?:'|%27)([^']+?)(?:'|%27)/i.exec(href)?.[1];
  if (shifted) return unshift(shifted);
  const script = /mailto:([^'"?\s)]+)/i.exec(`${href} ${attribute(link, 'onclick') ?? ''}`)?.[1];
  if (script && address.test(script)) return `mailto:${script}`;
  for (const name of attributeNames(link)) {
    if (!name.startsWith('data-')) continue;
    const value = (attribute(link, name) ?? '').slice(0, 400);
    const plain = value.includes('@') ? address.exec(value)?.[0] : undefined;
    if (plain) return `mailto:${plain}`;
  }
  const user = attribute(link, 'data-user') ?? attribute(link, 'data-name');
  const domain = attribute(link, 'data-domain') ?? attribute(link, 'data-host');
  const joined = user && domain ? `${user}@${domain}` : '';
  return address.test(joined) ? `mailto:${joined}` : undefined;
}
