import { companyKey } from '../domain/normalize/company.ts';
import { domainOf } from '../domain/normalize/domain.ts';
import { remembered } from './remembered.ts';

const generic =
  /^(?:home(?:page)?|start(?:seite)?|index|welcome.*|willkommen.*|contact(?: us)?.*|kontakt.*|impressum|imprint|legal.*|about(?: us)?.*|über uns|team|unser team|our team|our people|people|staff|news|aktuelles|blog|login|log in|menu|navigation|search|suche|english|deutsch|contatti|contattaci|chi siamo|dove siamo|contacto|contáctenos|quiénes somos|aviso legal|nosotros|mentions légales|nous contacter|qui sommes-nous|contactez-nous|notre équipe|l'équipe|contato|contactos|fale conosco|quem somos|over ons|contacteer ons|ons team|kontakta oss|om oss|om os|kontakt os|yhteystiedot|kontakty|kontakt z nami|o nas|o firmie|o společnosti|kapcsolat|rólunk|iletişim|hakkımızda|контакты|о компании|наша команда|контакти|про нас|会社概要|会社案内|企業情報|お問い合わせ|会社情報|スタッフ紹介|회사소개|회사개요|오시는길|문의하기|연락처|담당자|임직원|首页|主页|网站首页|联系我们|联系方式|公司简介|关于我们|聯絡我們|untitled.*|ansprechpartner.*|karriere|jobs?|careers|datenschutz|privacy.*|services|products|produkte|locations?|standorte|directions|wir\.?|page \d+|seite \d+|site ?map|e-?mail.*|logo|header|banner|image|photo|facebook|twitter|linkedin|instagram|youtube|rss.*|官网|首頁|all rights reserved.*|address|phone|print|share|back|top|faq.*|staff directory|directory|management|leadership|board.*|vorstand|gremien)$/i;

const branch =
  /^(?:(?:klinik|abteilung|institut|fachbereich|zentrum|department|stabsstelle|referat|amt|sekretariat|center|division) (?:für|of|for)\s.{2,60}|zentrale\s\p{Lu}\p{L}+|(?!\p{Script=Han}*(?:有限|股份|集团公司$))\p{Script=Han}{0,6}(?:总部|总公司|總公司|分公司|办事处|辦事處|研发中心|子公司|分部|分社|总厂|集团公司|本公司|我公司|公司|工厂|工廠)|(?:zentrale|hauptsitz|niederlassung|geschäftsstelle|büro|standort|filiale|werk|head ?office|headquarters|branch(?: office)?|office|corporate)(?:\s[\p{L}. -]{2,25})?)$/iu;

/** True for the name of a part of a firm that does not name the firm: 上海分公司, "Niederlassung Süd". */
export function isBranchName(text: string): boolean {
  return branch.test(text.replace(/^[【[(（\s]+|[】\])）\s:：]+$/g, ''));
}

const press =
  /(?:zeitung|tagblatt|tageblatt|tagesspiegel|anzeiger|kurier|rundschau|nachrichten|abendblatt|morgenpost|wochenblatt|herald|gazette|tribune|chronicle|\b(?:daily|times|news|evening|sunday|morning) \p{L}+|\p{L}+ (?:times|news|post|journal|observer|magazine)$|日报|晚报|晨报|都市报|时报|快报|周刊|新闻|新聞|日報|週刊|报社)/iu;

/** True for what newspapers and news sites are called. */
export function isPress(text: string): boolean {
  return press.test(text);
}

/** True for words that name a page or a button, never a firm. */
export function isGenericName(text: string): boolean {
  return generic.test(text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').trim());
}

function plain(text: string): string {
  const lower = text.toLowerCase();
  if (!/[^ -~]/.test(lower)) return lower;
  return lower
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
}

let lastLabel = { host: '', label: '' };

/** The part of a host that may hold a name: `muster-werke` of www.muster-werke.co.uk, letters only. */
export function domainLabel(host: string): string {
  // every line of a page asks for the label of the same host
  if (lastLabel.host !== host) {
    const domain = domainOf(host) ?? host;
    lastLabel = { host, label: plain(domain.split('.')[0] ?? '').replace(/[^a-z0-9]/g, '') };
  }
  return lastLabel.label;
}

const small = /^(?:and|of|the|und|der|die|das|for|fuer|de|la|le|et|a)$/;

/** Letters of the words' beginnings that spell the label in order, as share of the words' letters; 0 if they don't spell it. */
function spelt(words: string[], label: string, at = 0, word = 0, depth = 0): number {
  if (at === label.length) return 1;
  const w = words[word];
  if (w === undefined || depth > 12) return 0;
  let common = 0;
  while (common < w.length && w[common] === label[at + common]) common++;
  for (let n = common; n >= 1; n--) if (spelt(words, label, at + n, word + 1, depth + 1)) return 1;
  return small.test(w) ? spelt(words, label, at, word + 1, depth + 1) : 0;
}

/** Whether the label stands in the words run together from the beginning of one word to the end of one. */
function wholeWords(words: string[], run: string, label: string): boolean {
  const from = run.indexOf(label);
  let at = 0;
  let begins = false;
  for (const word of words) {
    if (at === from) begins = true;
    at += word.length;
    if (begins && at >= from + label.length) return at - from - label.length <= 2;
  }
  return false;
}

/** How well a name fits the address of the site, 0 to 1: its words run together, its beginning, or its initials. */
export function domainFit(name: string, host: string): number {
  const label = domainLabel(host);
  if (label.length < 2) return 0;
  const words = plain(companyKey(plain(name)) || name)
    .replace(/&/g, ' and ')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .slice(0, 8);
  const run = words.join('');
  if (run.length < 2) return 0;
  if (run === label) return 1;
  // "portership" is no name of porter.com
  if (label.length >= 4 && run.includes(label)) return wholeWords(words, run, label) ? 0.9 : 0.45;
  if (run.length >= 4 && label.includes(run)) return 0.5 + 0.4 * (run.length / label.length);
  if (spelt(words, label)) return 0.8;
  let covered = 0;
  for (const w of words) if (w.length >= 3 && label.includes(w)) covered += w.length;
  const part = covered / label.length;
  // what a firm does and where, in a long title, is not what it is called
  const wordy = words.length > 4 || / in \p{Lu}|, \p{Lu}/u.test(name);
  return part >= 0.5 ? (0.4 + part * 0.4) * (wordy ? 0.5 : 1) : 0;
}

const runs = /[\p{Lu}\d][\p{L}\p{M}\d'’.-]*(?:\s+(?:&|and|of|the|und|y|et|\+)?\s*[\p{Lu}\d][\p{L}\p{M}\d'’.-]*){0,7}/gu;
const tail =
  /^(?:inc|llc|ltd|limited|company|co|corp|corporation|group|gmbh|ag|kg|plc|llp|pllc|associates|partners|services|solutions)\.?$/i;

/** Words in a text that spell the site's address: its name as its owners write it. In: text and host. Out: the phrases found. */
export function phrasesFitting(text: string, host: string): string[] {
  const whole = domainLabel(host);
  if (whole.length < 4) return [];
  const stem = whole.replace(/(?:co|inc|ltd|llc|corp|group|gmbh|ag|online|usa|uk)$/, '');
  const labels = stem.length >= 5 && stem !== whole ? [whole, stem] : [whole];
  return labels.flatMap((label) => phrasesSpelling(text, label));
}

function phrasesSpelling(text: string, label: string): string[] {
  const out: string[] = [];
  for (const run of text.matchAll(runs)) {
    const words = run[0].split(/\s+/);
    for (let i = 0; i < words.length; i++) {
      if (plain(words[i] ?? '')[0] !== label[0]) continue;
      const first = plain(words[i] ?? '')
        .replace(/&/g, 'and')
        .replace(/[^a-z0-9]/g, '');
      if (label.startsWith(first) === false && !(first.startsWith(label) && first.length < label.length + 4)) continue;
      for (let n = 1; n <= 6 && i + n <= words.length; n++) {
        const phrase = words.slice(i, i + n);
        const bare = phrase
          .flatMap((w) =>
            plain(w)
              .replace(/&/g, 'and')
              .split(/[^a-z0-9]+/),
          )
          .filter(Boolean);
        if (bare.join('') !== label && (n < 2 || !spelt(bare, label))) continue;
        let end = i + n;
        while (end < words.length && tail.test(words[end] ?? '')) end++;
        out.push(
          words
            .slice(i, end)
            .join(' ')
            .replace(/[.,;:'’-]+$/, '')
            .replace(/['’]s$/, ''),
        );
        break;
      }
    }
  }
  return out;
}

/** Key for telling firms apart; spaces count nothing in Chinese names. In: a firm's name. Out: its key. */
export const firmKey: (name: string) => string = remembered((name) => {
  const key = companyKey(name);
  return /\p{Script=Han}/u.test(key) ? key.replace(/\s+/g, '') : key;
});

/** Whether two keys are one firm: equal, or one begins with the whole words of the other. */
export function sameFirm(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 4 || !long.startsWith(short)) return false;
  return /\p{Script=Han}/u.test(short) || long[short.length] === ' ';
}
