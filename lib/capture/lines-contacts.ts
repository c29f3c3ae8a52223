import { isFreeMailDomain } from '../domain/normalize/domain.ts';
import { emailKind, normalizeEmail } from '../domain/normalize/email.ts';
import { toE164 } from '../domain/normalize/phone.ts';
import type { Phone } from '../domain/schema/value.ts';
import { findChatIds } from './detectors/chat.ts';
import { companyIds } from './detectors/company-ids.ts';
import { findEmails } from './detectors/email.ts';
import { hasMasked } from './detectors/masked.ts';
import { findPhones } from './detectors/phone.ts';
import type { Line, Page } from './lines.ts';
import { type Context, contextOf } from './lines-context.ts';
import { extensionContacts } from './lines-extensions.ts';
import { linkContact, showsWebsite } from './lines-links.ts';
import type { Labels } from './lines-tables.ts';

type Place = { line: number; start: number; end: number; confidence: number; detector: string };
/** A way to reach someone, where it stands. Whose it is comes later. */
export type Contact = Place &
  (
    | { kind: 'phone'; value: Phone }
    | { kind: 'wechat' | 'qq' | 'whatsapp' | 'web'; value: string }
    /** hidden: nobody sees it and nothing says whose it is; it is offered only with the person whose card it is in. */
    | { kind: 'email'; value: string; hidden?: boolean }
    | { kind: 'profile'; value: string; owner?: 'person' | 'company' }
  );

const forExample = /(?:\be\.? ?g\.?|\bz\. ?b\.?|\bex(?:ample|emple)?[.:]|例如|如)[\s,:：]*$/i;
const digit = '[\\d\\uff10-\\uff19\\u2460-\\u2468〇零○一二三四五六七八九壹]';
const hasDigits = new RegExp(`${digit}(?:.{0,4}?${digit}){4}`);
const maybeChat = /微 ?信|薇信|wechat|weixin|\b[vw]x\b|v信|q ?q|[ｑＱ]\s?[ｑＱ]|[ｖＶ][ｘＸ]|whats ?app|扣扣|加 ?v\b/i;
const webText =
  /(?:https?:\/\/)?(?:www\.)[\w-]+(?:\.[\w-]+)+(?:\/[\w./-]*)?|https?:\/\/[\w-]+(?:\.[\w-]+)+(?:\/[\w./-]*)?/gi;

const mainland = /(?<!\d)[(（]?0[2-9]\d{1,2}[)）\s-]{1,2}\d{3,4}[\s-]?\d{4}(?!\d)/;
const sameNumber =
  /^[（(【]?\s*(?:微信|wechat|vx|V信)\s?(?:号|號)?\s?(?:(?:与|和|跟)\s?(?:电话|手机|手機|號碼|号码))?\s?(?:同号|同號|同步|号同|同|一致|相同)(?:号|步|手机|电话)?\s*[)）】]?$|^[（(]?(?:电话|手机)(?:即|同)微信[)）]?$/i;

function labelFor(line: Line, labels: Labels): string | undefined {
  const icon = line.m.find(
    (m) =>
      /fax|mobil|handy|phone|tel|whatsapp|mail/.test(`${m.h ?? ''} ${m.t === 'img' ? (m.l ?? '') : ''}`) && m.z <= 4,
  );
  return labels.label[line.i] ?? (icon ? `${icon.h ?? ''} ${icon.l ?? ''}`.trim() : undefined);
}

function linkContacts(
  line: Line,
  page: Page,
  found: Contact[],
  country: string | undefined,
  label: string | undefined,
): void {
  for (const mark of line.m) {
    if (!mark.u || mark.t === 'img') continue;
    const place = { line: line.i, start: mark.a, end: mark.z, confidence: 0.95, detector: 'link' };
    const link = linkContact(mark.u, page.site);
    const words = line.s.slice(mark.a, mark.z);
    if (!link || contextOf(words) === 'credit') continue;
    if (link.kind === 'email') {
      const value = normalizeEmail(link.value);
      // where words and address differ, what people see is what they are meant to use
      if (found.some((c) => c.kind === 'email' && c.start < mark.z && c.end > mark.a)) continue;
      if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) && !found.some((c) => c.kind === 'email' && c.value === value))
        found.push({
          ...place,
          kind: 'email',
          value,
          ...(!isShown(value, words, line.s.slice(0, mark.a)) && { hidden: true }),
        });
    } else if (link.kind === 'tel') {
      if (hasMasked(link.value)) continue;
      const e164 = toE164(link.value, country);
      const shown = found.find((c) => c.kind === 'phone' && c.start < mark.z && c.end > mark.a);
      if (shown?.kind === 'phone') {
        if (!shown.value.e164 && e164) shown.value = { ...shown.value, e164 };
      } else {
        const [read] = findPhones(link.value, {
          country,
          labelBefore: label ?? line.s.slice(Math.max(0, mark.a - 30), mark.a),
        });
        const value = read?.value ?? (e164 ? { e164, text: link.value, kind: 'work' as const } : undefined);
        if (value)
          found.push({
            ...place,
            kind: 'phone',
            value: { ...value, text: /\d{3}/.test(words) ? words.slice(0, 80) : value.text },
          });
      }
    } else if (link.kind === 'whatsapp' || link.kind === 'wechat' || link.kind === 'qq') {
      if (!found.some((c) => c.kind === link.kind)) found.push({ ...place, kind: link.kind, value: link.value });
    } else if (link.kind === 'profile')
      found.push({ ...place, kind: 'profile', value: link.value, ...(link.owner && { owner: link.owner }) });
    else if (link.kind === 'web' && showsWebsite(mark, words))
      found.push({ ...place, kind: 'web', value: link.value, confidence: 0.85 });
  }
}

/** An address behind words is shown all the same where they speak of mail and it is the firm's common one. */
function isShown(address: string, words: string, before: string): boolean {
  if (/@|\(at\)|\[at\]/i.test(words)) return true;
  return emailKind(address) === 'role' && /mail|邮|郵|信箱/i.test(`${words} ${before.slice(-20)}`);
}

/** In: the page, labels, contexts and the country. Out: every contact on the page in order, credits left out. */
export function contactsOf(
  page: Page,
  labels: Labels,
  contexts: (Context | undefined)[],
  countryAt: (line: number) => string | undefined,
): Contact[] {
  const all: Contact[] = [];
  for (const line of page.lines) {
    if (line.s === '' && line.m.length === 0) continue;
    const credit = /^(?:credit|others|voices|authority)$/.test(contexts[line.i] ?? '');
    const label = labelFor(line, labels);
    const home = countryAt(line.i);
    // a number with an area code and a leading zero is of the mainland: Hong Kong and Macau have none
    const country = (home === 'HK' || home === 'MO') && mainland.test(line.s) ? 'CN' : home;
    const found: Contact[] = [];
    const at = (f: { start: number; end: number; confidence: number }, detector: string): Place => ({
      line: line.i,
      start: f.start,
      end: f.end,
      confidence: f.confidence,
      detector,
    });
    // "Greg @ Re.Vu" is where he works, no address
    for (const f of findEmails(line.s))
      if (!forExample.test(line.s.slice(0, f.start)) && !/\s@\s\S*[A-Z]/.test(line.s.slice(f.start, f.end)))
        found.push({ ...at(f, 'text-email'), kind: 'email', value: f.value });
    if (hasDigits.test(line.s) && !(labels.meaning[line.i] === 'index')) {
      const phones = findPhones(line.s, { country, labelBefore: label });
      // a tax or register number that stands behind its own label is no phone
      const ids = phones.length > 0 ? companyIds(line.s).map(({ value }) => value.replace(/\D/g, '')) : [];
      for (const f of phones)
        if (!ids.some((id) => id.length >= 8 && id.endsWith(f.value.text.replace(/\D/g, ''))))
          found.push({ ...at(f, 'text-phone'), kind: 'phone', value: f.value });
    }
    const labelled = labels.meaning[line.i];
    if (maybeChat.test(line.s))
      for (const f of findChatIds(line.s)) found.push({ ...at(f, 'text-chat'), kind: f.value.kind, value: f.value.id });
    else if (
      (labelled === 'wechat' && /^[a-z][\w-]{4,19}$/i.test(line.s)) ||
      (labelled === 'qq' && /^[1-9]\d{4,10}$/.test(line.s))
    ) {
      for (let i = found.length - 1; i >= 0; i--) if (found[i]?.kind === 'phone') found.splice(i, 1);
      found.push({
        line: line.i,
        start: 0,
        end: line.s.length,
        confidence: 0.9,
        detector: 'text-chat',
        kind: labelled,
        value: line.s,
      });
    }
    if (line.m.length) linkContacts(line, page, found, country, label);
    if (/www\.|https?:/i.test(line.s) && !found.some((c) => c.kind === 'web') && line.s.length < 200)
      for (const m of line.s.matchAll(webText)) {
        const url = /^https?:/i.test(m[0]) ? m[0] : `http://${m[0]}`;
        if (!linkContact(url, '') || linkContact(url, '')?.kind === 'web')
          found.push({
            line: line.i,
            start: m.index,
            end: m.index + m[0].length,
            confidence: 0.8,
            detector: 'text-web',
            kind: 'web',
            value: url,
          });
      }
    else if (labelled === 'web' && /^[\w-]+(?:\.[\w-]+)+\/?$/.test(line.s) && !found.some((c) => c.kind === 'web'))
      found.push({
        line: line.i,
        start: 0,
        end: line.s.length,
        confidence: 0.8,
        detector: 'text-web',
        kind: 'web',
        value: `http://${line.s}`,
      });
    // 微信同号 on a line of its own speaks of the mobile number above it
    const above = found.length === 0 && line.s.length < 24 && sameNumber.test(line.s) ? all.at(-1) : undefined;
    if (above?.kind === 'phone' && above.line >= line.i - 2 && above.value.kind === 'mobile')
      found.push({
        line: line.i,
        start: 0,
        end: line.s.length,
        confidence: 0.8,
        detector: 'text-chat',
        kind: 'wechat',
        value: (above.value.e164 ?? above.value.text).replace(/^\+86|\D/g, ''),
      });
    found.sort((a, b) => a.start - b.start);
    for (const contact of found) if (!credit || keepsInCredit(contact, line, page)) all.push(contact);
  }
  const extensions = extensionContacts(page, labels, all, countryAt(0));
  return extensions.length ? [...all, ...extensions].sort((a, b) => a.line - b.line || a.start - b.start) : all;
}

/** A copyright line may hold the site's own number beside the agency's name: an address of the site's own domain stays. */
function keepsInCredit(contact: Contact, line: Line, page: Page): boolean {
  if (contact.kind !== 'email') return false;
  const domain = contact.value.split('@')[1] ?? '';
  return line.s.length < 300 && !isFreeMailDomain(domain) && page.site.endsWith(domain);
}
