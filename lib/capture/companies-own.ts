import type { FirmAnchor } from './companies-anchors.ts';
import { domainFit, firmKey, isBranchName, isGenericName, phrasesFitting, sameFirm } from './companies-names.ts';
import { companyScore } from './lines-scores.ts';
import type { View } from './lines-view.ts';

export type OwnName = { text: string; line?: number; detector: string; weight: number; legalForm?: string };
type Candidate = OwnName & { key: string; fit: number };

const copyright = /(?:©|\(c\)|&copy;|copyright|版权所有|版權所有)/i;
const noise =
  /\b(?:all rights reserved|alle rechte vorbehalten|rights reserved|copyright|copyrights|by|version|impressum|datenschutz|imprint|privacy policy|sitemap|terms.*)\b\.?|版权所有|版權所有|[©®]|\(c\)|\b(?:19|20)\d{2}(?:\s*[-–—/]\s*(?:(?:19|20)?\d{2}|heute|present))?\b|[一-鿿]?ICP.*$|.公网安备.*$/gi;

/** The name in a copyright line. */
function copyrightName(text: string): string | undefined {
  const at = text.search(copyright);
  if (at < 0) return undefined;
  const after = text.slice(at).replace(/^(?:copyrights?|©|\(c\)|&copy;|版权所有|版權所有|\s)+/gi, '');
  for (const side of [after, text.slice(0, at)]) {
    for (const piece of side.split(
      /[|｜·•]|\s[-–—]\s|\.\s|　|\s+(?=(?:技术支持|技術支援|网站建设|网站制作|powered by|designed by|site by|website by|web ?design|gestaltung))|,\s(?!inc|llc|ltd|co\b|l\.)/i,
    )) {
      const name = piece
        .replace(noise, ' ')
        .replace(/\s+/g, ' ')
        .replace(/^[\s.,:;–—-]+|[\s,:;–—-]+$/g, '');
      if (name.length >= 2 && name.length <= 80 && /\p{L}{2}/u.test(name) && !isGenericName(name)) return name;
    }
  }
  return undefined;
}

const greeting =
  /^(?:welcome to|willkommen (?:bei|auf|im|in)|bienvenue (?:chez|à)|the official (?:web ?)?site (?:of|for)|official (?:web ?)?site of|home of|home ?page of|contact(?:ing)?|about)\s+(?:the |der |den |dem )?(?=\p{Lu})/iu;
const pageWord =
  /(?<=\p{L}[\p{L}.&]*)\s+(?:contact us|contact|contacts|home ?page|home|about us|impressum|kontakt|official (?:web ?)?site)$/iu;

/** The parts of a page's title, without the words that name the page. */
export function titleParts(title: string): string[] {
  const parts = title
    .split(
      /\s+[|–—:·»«•/>-]+\s+|[|｜_»«•:：]|(?<=\p{Script=Han})\s*[-–—]\s*|\s*[-–—]\s*(?=\p{Script=Han})|::|, (?=\p{Lu}[\p{L}]+,? [A-Z]{2}\b)|\s{2,}/u,
    )
    .map((p) => p.trim().replace(greeting, '').replace(pageWord, ''))
    .filter((p) => p.length >= 2 && p.length <= 90);
  // 某某有限公司 平台名: the name ends at the space
  return parts.flatMap((p) => (/\p{Script=Han}/u.test(p) && /\s/.test(p) ? [p, p.split(/\s+/)[0] ?? p] : [p]));
}

/**
 * The page's own company, by votes: what title, copyright line, logo, head line and firm names in the text say, and how well each fits
 * the site's address. In: the view, firm names read in the text, names from structured data. Out: the winner's spellings, the best first; empty for none.
 */
export function ownCompany(
  view: View,
  anchors: FirmAnchor[],
  structured: { name: string; main: boolean }[],
): OwnName[] {
  const { page, contexts } = view;
  const candidates: Candidate[] = [];
  const add = (raw: string, weight: number, detector: string, line?: number): void => {
    const labelled = /^[^:：]{1,12}[:：]\s*(.{3,})$/.exec(raw)?.[1];
    const bare = labelled && companyScore(labelled).score >= 0.6 ? labelled : raw;
    const text = bare.replace(/^[^\p{L}\p{N}]+|[\s:：|,–—-]+$/gu, '').trim();
    if (
      text.length < 2 ||
      text.length > 90 ||
      !/\p{L}{2}/u.test(text) ||
      /@|\[at\]|https?:|www\.|\d{6}/.test(text) ||
      isGenericName(text) ||
      isBranchName(text) ||
      / (?:ist|sind|is|are|was|wird|bietet|offers?|provides?) /.test(text)
    )
      return;
    const scored = companyScore(text);
    // a fair or a congress is called by its year
    if (/\s(?:19|20)\d{2}$/.test(text) && !scored.legalForm) weight *= 0.3;
    // an address of the web is what the site is called at, seldom what the firm is called
    const address = /^[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|cn|de|at|ch|eu|info|io|co|biz|us|uk|tw|hk)$/i.test(text);
    const fit = domainFit(text, page.site) * (address ? 0.3 : 1);
    const key = firmKey(scored.name || text);
    if (key === '') return;
    candidates.push({
      text: scored.score >= 0.5 && scored.name ? scored.name : text,
      key,
      fit,
      weight: weight + scored.score * 1.6 + fit * 2.4,
      detector,
      ...(line !== undefined && { line }),
      ...(scored.legalForm && { legalForm: scored.legalForm }),
    });
  };
  for (const { name, main } of structured) add(name, main ? 2.5 : 1, 'structured');
  if (page.meta.siteName) add(page.meta.siteName, 1.2, 'meta');
  titleParts(page.meta.title).forEach((part, i, parts) => {
    add(part, i === parts.length - 1 || i === 0 ? 0.5 : 0.3, 'title');
  });
  for (const phrase of phrasesFitting(page.meta.title, page.site)) add(phrase, 0.7, 'title-phrase');
  const early = page.lines.slice(0, 60);
  let phrases = 0;
  for (const line of page.lines) {
    if (phrases >= 12 || (line.i > 150 && line.i < page.lines.length - 40)) continue;
    for (const phrase of phrasesFitting(line.s.slice(0, 400), page.site)) {
      phrases++;
      // inside a full name that was read already the phrase is only a part of it
      if (!anchors.some((a) => a.line === line.i && a.name.includes(phrase))) add(phrase, 0.4, 'phrase', line.i);
    }
  }
  for (const line of early)
    for (const mark of line.m)
      if (mark.t === 'img' && mark.l && mark.l.length > 2) {
        const logo = /logo|brand/.test(`${mark.h ?? ''} ${(mark.u ?? '').toLowerCase()} ${mark.l.toLowerCase()}`);
        if (logo || line.i < 4)
          add(
            mark.l.replace(/\s*[-–—]?\s*\b(?:logo|home|homepage|startseite)\b\s*/gi, ' '),
            logo ? 0.7 : 0.2,
            'logo',
            line.i,
          );
      }
  for (const line of early.slice(0, 12))
    if (line.s.length <= 70 && line.s.length > 2 && !/\d{4}/.test(line.s) && domainFit(line.s, page.site) >= 0.5)
      add(line.s, 0.1, 'head', line.i);
  for (const line of early)
    if (page.blocks[line.b]?.t === 'h1' && line.s.length <= 70) add(line.s, 0.1, 'heading', line.i);
  for (const line of page.lines) {
    if (line.s.length > 400 || !copyright.test(line.s)) continue;
    const name = copyrightName(line.s);
    if (name && (contexts[line.i] !== 'credit' || domainFit(name, page.site) >= 0.5))
      add(name, companyScore(name).legalForm ? 1.7 : 0.9, 'copyright', line.i);
  }
  const addressed = new Set(view.contacts.map((c) => c.line));
  const contactPage =
    /impress|imprint|contact|kontakt|legal|about|lianxi/i.test(page.url) ||
    /impressum|contact|kontakt|联系/i.test(page.meta.title);
  let order = 0;
  for (const anchor of anchors) {
    if (anchor.how === 'column' || anchor.how === 'record') continue;
    let near = 0;
    for (let i = anchor.line; i <= anchor.line + 5; i++) if (addressed.has(i)) near = 0.6;
    add(anchor.name, 0.3 + near + (contactPage && order === 0 ? 0.6 : 0), 'text-company', anchor.line);
    order++;
    if (order > 200) break;
  }
  const subject = hostedFirm(view, anchors);
  const best = winner(subject ? candidates.filter((c) => sameFirm(c.key, subject)) : candidates);
  return [...registeredName(best, anchors), ...(subject ? [] : holder(best, candidates)), ...best];
}

/** The firm that holds the copyright, in full, of a site that is called by its brand: one, and no other firm's name spells the site's address. */
function holder(best: OwnName[], candidates: Candidate[]): OwnName[] {
  if (best.some((c) => c.legalForm)) return [];
  const holders = candidates.filter((c) => c.detector === 'copyright' && c.legalForm);
  const [first] = holders;
  return first && holders.every((c) => sameFirm(c.key, first.key)) ? [first] : [];
}

/**
 * The firm that a page of a portal (a job board, a directory, a market place) is about: its title names a firm in full that the text
 * names too, and the address of the site is another's. In: the view, firm names in the text. Out: the firm's key.
 */
function hostedFirm(view: View, anchors: FirmAnchor[]): string | undefined {
  for (const part of titleParts(view.page.meta.title)) {
    const scored = companyScore(part);
    if (!scored.legalForm || scored.score < 0.75 || domainFit(scored.name, view.page.site) > 0) continue;
    const key = firmKey(scored.name);
    if (anchors.some((a) => a.legalForm && sameFirm(firmKey(a.name), key))) return key;
  }
  return undefined;
}

/** Full names with a legal form come first; words picked out because they spell the address last. */
function rankOf(c: Candidate): number {
  return c.weight + (c.legalForm ? 1.5 : 0) - (/phrase/.test(c.detector) ? 1.2 : 0);
}

/** On an eastern page the firm's registered name in its own script, where the page knows its own company by a Latin one so far. */
function registeredName(best: OwnName[], anchors: FirmAnchor[]): OwnName[] {
  const native = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Cyrillic}]/u;
  if (best.length === 0 || best.some((n) => native.test(n.text))) return [];
  const full = anchors.filter((a) => (a.how === 'line' || a.how === 'start') && a.legalForm && native.test(a.name));
  const [first] = full;
  if (!first || new Set(full.map((a) => firmKey(a.name))).size !== 1) return [];
  return [
    {
      text: first.name,
      line: first.line,
      detector: 'text-company',
      weight: 3,
      ...(first.legalForm && { legalForm: first.legalForm }),
    },
  ];
}

/** A name, all of which spells the site's address: no more, no less. */
const spells = ({ fit, text }: Candidate): boolean => (fit === 1 || fit === 0.8) && !/\p{Script=Han}/u.test(text);

function winner(candidates: Candidate[]): OwnName[] {
  const clusters: Candidate[][] = [];
  for (const c of candidates) {
    // two names that both spell the site's address are two spellings of one firm
    const home = clusters.find((cluster) => cluster.some((o) => sameFirm(o.key, c.key) || (spells(o) && spells(c))));
    if (home) home.push(c);
    else clusters.push([c]);
  }
  let best: Candidate[] | undefined;
  let most = 1.5;
  for (const cluster of clusters) {
    const bySource = new Map<string, number>();
    for (const c of cluster) bySource.set(c.detector, Math.max(bySource.get(c.detector) ?? 0, c.weight));
    const sum = [...bySource.values()].reduce((a, b) => a + b, 0) + Math.min(cluster.length, 5) * 0.15;
    const named = cluster.some(
      (c) =>
        c.legalForm ||
        c.fit >= 0.5 ||
        c.detector === 'structured' ||
        c.detector === 'copyright' ||
        c.detector === 'text-company',
    );
    const total = named ? sum : sum * 0.5;
    if (total > most) {
      best = cluster;
      most = total;
    }
  }
  return (best ?? []).sort((a, b) => rankOf(b) - rankOf(a));
}
