import { hasKnownSuffix } from '../../domain/normalize/domain.ts';
import { normalizeEmail } from '../../domain/normalize/email.ts';
import type { Found } from '../found.ts';

// Latin letters only: in Chinese text an address often follows the word before it without a space.
const local = String.raw`[\p{Script=Latin}0-9_](?:[\p{Script=Latin}0-9_!#$%&'+=?^{|}~.\-]{0,62}[\p{Script=Latin}0-9_+\-=])?`;
const host = String.raw`(?:[\p{Script=Latin}0-9](?:[\p{Script=Latin}0-9\-]{0,61}[\p{Script=Latin}0-9])?\.){1,5}[\p{Script=Latin}][\p{Script=Latin}0-9\-]{1,23}`;
const plain = new RegExp(String.raw`(?<![\p{Script=Latin}0-9_.*…/\-])(${local})\s?[@＠]\s?(${host})`, 'giu');

const open = String.raw`[(\[{<（【［*_-]`;
const close = String.raw`[)\]}>）】］*_-]`;
const atWord = '(?:at|ät|æt|a|@|＠|bei|arroba|chez|affe|klammeraffe|kukac|chiocciola|snabela|艾特|小老鼠)';
const dotWord = String.raw`(?:dot|punkt|punto|point|ponto|dit|piste|\.|点|點)`;
const at = String.raw`(?:\s{0,2}${open}\s?${atWord}\s?${close}\s{0,2}|\s?&#(?:64|x40);\s?)`;
const dot = String.raw`(?:\s{0,2}${open}\s?${dotWord}\s?${close}\s{0,2}|\s(?:dot|punkt|punto|point)\s|&#46;|\.)`;
const label = String.raw`[\p{Script=Latin}0-9](?:[\p{Script=Latin}0-9\-]{0,61}[\p{Script=Latin}0-9])?`;
const word = String.raw`[\p{Script=Latin}0-9_+\-]{1,40}`;
const disguised = new RegExp(
  String.raw`(?<![\p{Script=Latin}0-9_.\-])(${word}(?:${dot}${word}){0,4})${at}(${label}(?:${dot}${label}){1,4})`,
  'giu',
);
const spoken = new RegExp(
  String.raw`(?<![\p{Script=Latin}0-9_.\-])(${word}(?:(?:\sdot\s|\.)${word}){0,3})\s(?:at|AT)\s(${label}(?:\s(?:dot|DOT|punkt)\s${label}){1,3})(?![\p{L}])`,
  'gu',
);
const hashed = new RegExp(
  String.raw`(?<![\p{Script=Latin}0-9_.\-/#&])([\p{Script=Latin}0-9][\p{Script=Latin}0-9_.\-]{1,40})\s?[#＃]\s?(${host})`,
  'giu',
);
const backwards = /(?<![\w.@-])([a-z]{2,6}(?:\.[a-z0-9-]{2,40}){1,3})@([a-z0-9_.-]{2,40})(?![\w.@-])/gi;
const dots = new RegExp(dot, 'giu');
const hints = /[@＠#＃]|[a-zæä]\s?[)\]}>）】］*_-]|艾特|小老鼠|&#| at /i;
const placeholder =
  /^(?:your?|your[._-]?(?:name|mail|email)|name|user(?:name)?|e?mail|someone|vorname\.nachname|max\.muster(?:mann)?)@(?:example|domain|your[a-z-]*|company|firma|muster(?:firma)?|email|mail|website|site)\./i;

/** The host up to a suffix that exists: text glued to an address ("firm.comTel") is cut off. Undefined when there is none. */
function knownHost(text: string): string | undefined {
  if (hasKnownSuffix(text)) return text;
  const glued = /^(.*\.[a-z]{2,6})[A-Z][a-z]/.exec(text)?.[1];
  if (glued && hasKnownSuffix(glued)) return glued;
  const shorter = text.replace(/\.[^.]*$/, '');
  return shorter.includes('.') && hasKnownSuffix(shorter) && /\.[A-Z]|\.\p{Lu}/u.test(text.slice(shorter.length))
    ? shorter
    : undefined;
}

/** E-mail addresses in a text, written plainly or disguised ("name (at) firm dot com"). In: a text. Out: lower-cased addresses in order. */
export function findEmails(text: string): Found<string>[] {
  if (text.length > 20_000 || !hints.test(text)) return [];
  const out: Found<string>[] = [];
  const add = (name: string, domain: string, m: RegExpExecArray, confidence: number): void => {
    const known = knownHost(domain);
    if (!known || name.includes('..') || name.length > 64) return;
    const value = normalizeEmail(`${name}@${known}`);
    const end = m.index + m[0].length - (domain.length - known.length);
    if (placeholder.test(value) || out.some((f) => f.start < end && m.index < f.end)) return;
    out.push({ value, start: m.index, end, confidence });
  };
  if (/[@＠]/.test(text)) {
    for (const m of text.matchAll(plain)) add(m[1] ?? '', m[2] ?? '', m, /\s/.test(m[0]) ? 0.8 : 0.97);
    for (const m of text.matchAll(backwards)) {
      const turned = [...m[0]].reverse().join('');
      const [name, domain] = turned.split('@');
      if (name && domain && !hasKnownSuffix(m[2] ?? '') && hasKnownSuffix(domain)) add(name, domain, m, 0.75);
    }
  }
  if (
    /[([{<（【［*_-]\s?(?:at|ät|æt|a|@|＠|bei|arroba|chez|affe|klammeraffe|kukac|chiocciola|snabela|艾特|小老鼠)\s?[)\]}>）】］*_-]|&#/i.test(
      text,
    )
  ) {
    for (const m of text.matchAll(disguised))
      add((m[1] ?? '').replace(dots, '.'), (m[2] ?? '').replace(dots, '.'), m, 0.85);
  }
  if (/ (?:at|AT) /.test(text)) {
    for (const m of text.matchAll(spoken)) {
      const plainly = (s: string | undefined): string => (s ?? '').replace(/\s(?:dot|DOT|punkt)\s/g, '.');
      add(plainly(m[1]), plainly(m[2]), m, 0.75);
    }
  }
  if (/[#＃]/.test(text)) for (const m of text.matchAll(hashed)) add(m[1] ?? '', m[2] ?? '', m, 0.7);
  return out.sort((a, b) => a.start - b.start);
}
