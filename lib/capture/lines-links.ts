import type { OutlineMark } from '../domain/schema/snapshot.ts';
import { hostOf } from './lines.ts';

/** What a link's address says. `owner`: whose profile it can only be, where the network tells. */
export type LinkContact =
  | { kind: 'email' | 'tel' | 'whatsapp' | 'wechat' | 'qq'; value: string }
  | { kind: 'profile'; value: string; owner?: 'person' | 'company' }
  | { kind: 'vcard' | 'web'; value: string };

const networks: readonly (readonly [RegExp, RegExp, ('person' | 'company')?])[] = [
  [/(?:^|\.)linkedin\.com$/, /^\/(?:in|pub)\/[^/]+/, 'person'],
  [/(?:^|\.)linkedin\.com$/, /^\/(?:company|school|showcase)\/[^/]+/, 'company'],
  [/(?:^|\.)xing\.com$/, /^\/profile\/[^/]+/, 'person'],
  [/(?:^|\.)xing\.com$/, /^\/(?:companies|pages|company)\/[^/]+/, 'company'],
  [
    /^(?:mobile\.)?(?:twitter|x)\.com$/,
    /^\/(?!(?:intent|share|home|search|hashtag|i|login|signup|privacy|tos)(?:\/|$))@?\w{1,20}\/?$/,
  ],
  [
    /(?:^|\.)facebook\.com$/,
    /^\/(?!(?:sharer|share|dialog|plugins|login|home|hashtag|events|groups|policies|privacy|help|tr|legal|watch|photo|business)(?:[./?]|$))[^/?]+/,
  ],
  [/(?:^|\.)instagram\.com$/, /^\/(?!(?:p|explore|accounts|reel|about)(?:\/|$))[\w.]+\/?$/],
  [/(?:^|\.)youtube\.com$/, /^\/(?:@|c\/|channel\/|user\/)[^/]+/],
  [/^github\.com$/, /^\/(?!(?:features|about|login|topics|pricing|sponsors)(?:\/|$))[\w-]+\/?$/],
  [/^(?:www\.)?weibo\.(?:com|cn)$/, /^\/(?:u\/|n\/)?\w+\/?$/],
  [/^(?:www\.)?zhihu\.com$/, /^\/(?:people|org)\/[^/]+/],
  [/(?:^|\.)maimai\.cn$/, /^\/(?:profile|contact)/, 'person'],
  [/^(?:www\.)?tiktok\.com$/, /^\/@[^/]+/],
  [/^(?:t\.me|telegram\.me)$/, /^\/(?!share(?:\/|$))\w+/],
  [/^(?:www\.)?(?:vimeo\.com|behance\.net|pinterest\.\w+)$/, /^\/(?!pin\/create|\d)[\w-]+\/?$/],
  [/^(?:www\.)?(?:researchgate\.net)$/, /^\/profile\/[^/]+/, 'person'],
  [/^orcid\.org$/, /^\/\d{4}-/, 'person'],
];

const hostsNetworks = new Map<string, typeof networks>();

/** The networks that a host belongs to. A page's links lead to few hosts again and again. */
function networksOf(host: string): typeof networks {
  const known = hostsNetworks.get(host);
  if (known) return known;
  const of = networks.filter(([hosts]) => hosts.test(host));
  if (hostsNetworks.size >= 2000) hostsNetworks.clear();
  hostsNetworks.set(host, of);
  return of;
}

/** In: the address of a link. Out: what it says of someone, or undefined (share buttons, ordinary links within the site). */
export function linkContact(url: string, pageHost: string): LinkContact | undefined {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === 'mailto') {
    const address =
      safeDecode(url.slice(7).split('?')[0] ?? '')
        .split(/[,;]/)[0]
        ?.trim() ?? '';
    return address.includes('@') ? { kind: 'email', value: address } : undefined;
  }
  if (scheme === 'tel' || scheme === 'sms' || scheme === 'callto')
    return { kind: 'tel', value: safeDecode(url.slice(url.indexOf(':') + 1).split('?')[0] ?? '') };
  if (scheme === 'whatsapp') {
    const phone = /[?&]phone=\+?(\d{6,15})/.exec(url)?.[1];
    return phone ? { kind: 'whatsapp', value: `+${phone}` } : undefined;
  }
  if (scheme === 'weixin') {
    const id = /^weixin:\/\/(?:contacts\/profile|dl\/add)\/([\w-]{5,20})/.exec(url)?.[1];
    return id ? { kind: 'wechat', value: id } : undefined;
  }
  if (scheme === 'tencent' || /(?:^|\.)(?:wpa|b)\.qq\.com$/.test(hostOf(url))) {
    const id = /[?&]uin=([1-9]\d{4,11})\b/i.exec(url)?.[1];
    return id ? { kind: 'qq', value: id } : undefined;
  }
  if (scheme !== 'http' && scheme !== 'https') return undefined;
  const host = hostOf(url);
  if (host === 'wa.me' || host === 'api.whatsapp.com' || host === 'web.whatsapp.com') {
    const phone = /(?:wa\.me\/|[?&]phone=)(?:%2B|\+)?(\d{6,15})/.exec(url)?.[1];
    return phone ? { kind: 'whatsapp', value: `+${phone}` } : undefined;
  }
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '');
  const ofHost = networksOf(host);
  for (const [, paths, owner] of ofHost)
    if (paths.test(path)) return { kind: 'profile', value: url, ...(owner && { owner }) };
  if (/\.vcf(?:$|[?#])/i.test(path)) return { kind: 'vcard', value: url };
  if (host !== '' && host !== pageHost && ofHost.length === 0) return { kind: 'web', value: url };
  return undefined;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    if (cause instanceof URIError) return text; // a stray % on the page: the text stands as written
    throw cause;
  }
}

/** A link that shows an address of the web as its words, or is labelled so, is a website of the one it stands with. */
export function showsWebsite(mark: OutlineMark, text: string): boolean {
  return (
    /^(?:https?:\/\/|www\.)|^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\/?$/i.test(text) ||
    /^(?:web ?site|homepage|zur website|website besuchen|官网|visit (?:web)?site|web)$/i.test(text.trim()) ||
    /web|homepage|globe|site/.test(mark.l ?? '')
  );
}
