import { givenNames } from '../../domain/lexicon/given-names.ts';
import { afterTitle, particles, suffixes } from '../../domain/lexicon/name-words.ts';
import { romanizedSurnames, surnames } from '../../domain/lexicon/surnames.ts';
import { fold } from '../../domain/normalize/fold.ts';
import { readHanName } from '../../domain/normalize/name-han.ts';
import type { Found } from '../found.ts';
import { notNames, thingEnds } from '../lexicon/not-names.ts';
import { hasLegalForm } from './company-name.ts';
import { hasTitleWord, titleScore } from './job-title.ts';
import { cyrillicNameScore } from './person-name-cyrillic.ts';

export type NameScore = {
  /** 0 (not a name) to 1 (surely one). */
  score: number;
  /** The name alone, without honorific. */
  name: string;
  honorific?: string;
  /** Only a part of the name is known (王先生, Mr Smith). */
  partial?: boolean;
};

const nothing = (name: string): NameScore => ({ score: 0, name });
const nameWord =
  /^(?:(?:Mc|Mac|O['’]|D['’]|d['’]|L['’]|al-|el-|Al-|El-)?\p{Lu}[\p{Ll}\p{M}'’]+(?:[-‐]\p{Lu}[\p{Ll}\p{M}'’]+)*(?:\p{Lu}\p{Ll}+)?|\p{Lu}{2,}(?:[-'’]\p{Lu}+)*|\p{Lu}{1,2}\.(?:-?\p{Lu}\.)*|\p{Lu})$/u;
const initial = /^\p{Lu}{1,2}\.(?:-?\p{Lu}\.)*$|^\p{Lu}$/u;
const leadTitle =
  /^(?:(?:mr|mrs|ms|miss|mx|sir|madam|dame|herrn?|frau|fr|hr|dr|ddr|prof|professor|doktor|doctor|m|mme|mlle|monsieur|madame|sr|sra|srta|señora?|don|doña|sig|sigra|signora?|dott(?:\.?ssa)?|prof\.?ssa|sig\.?(?:ra|na)|avv|ing|mag|dhr|mevr|drs|rev|hon|pfarrer|pater|dkfm|kommr|ra|rain|stb|wp|pan|pani|inz|bc|judr|mudr|phdr|mgr)\.?|(?:dipl|univ|priv|staatl)[-.]{1,2}\p{L}+\.?(?:[-.]\p{L}+\.?)*(?:\s?\((?:fh|tu|univ|eth|ba)\))?)$/iu;
/** Places and things of two words that sound like names. */
const lookalike =
  /^(?:hong kong|las vegas|santa (?:fe|monica|barbara|clara|cruz)|san \p{L}+|los angeles|palo alto|st\.? (?:louis|paul)|salt lake|costa rica|el salvador|sierra leone|puerto rico|black friday|cyber monday|[A-Z]{2,3} code)$/iu;
const hanTitle = /(?:经理|經理|董事|总监|總監|主任|部长|部長|主管|专员|代表|籍|用名|服务|服務)$/;
const prefixOf = /^(?:herr(?:n)?|frau|mr|mrs|ms|dr|prof)\.?\s/i;
const tailTitles =
  /(?:\s*,\s*|\s+)(?:Ph\.?\s?D\.?|M\.?D\.?|D\.?D\.?S\.?|D\.?M\.?D\.?|J\.?D\.?|MBA|M\.?B\.?A\.?|CPA|CFA|RN|PE|Esq\.?|LL\.?\s?[MB]\.?|M\.?\s?A\.?|M\.?\s?Sc\.?|B\.?\s?Sc\.?|B\.?\s?A\.?|M\.?\s?Eng\.?|MSc|BSc|RDH|EFDA|DVM|FACS|CCIM|GRI|AIA|LEED(?:\s?AP)?|PMP|CISSP|MPH|OBE|MBE|CBE|QC|KC|BDA|EMBA|DBA|NP|PA-C|LCSW|CFP®?|Dipl\.[-\p{L}.]+|Jr\.?|Sr\.?|II|III|IV)(?=$|[\s,])/gu;

/** Splits honorifics off the front. */
function withoutHonorific(text: string): { name: string; honorific: string } {
  const words = text.split(' ');
  let n = 0;
  while (n < words.length - 1) {
    const word = words[n] ?? '';
    const plain = fold(word).replace(/[.,]/g, '');
    const named = (givenNames.has(plain) && !word.endsWith('.')) || (plain.length === 1 && word !== 'M.');
    // DI: Diplom-Ingenieur in Austria
    if (word === 'DI' || (leadTitle.test(word) && !named)) n++;
    else if (
      n > 0 &&
      (afterTitle.has(plain) || /^(?:\((?:fh|tu|univ|eth|ba|usa)\)|HSG|EPFL|UZH|WU|BOKU|IHK|VWA|DHBW)$/i.test(word)) &&
      !givenNames.has(plain)
    )
      n++;
    else if (n > 0 && /^(?:\p{Ll}{1,6}\.)+$/u.test(word)) n++;
    else if (/^(?:und|and|&)$/i.test(word) && n > 0 && leadTitle.test(words[n + 1] ?? '')) n++;
    else break;
  }
  return { name: words.slice(n).join(' '), honorific: words.slice(0, n).join(' ') };
}

function latinScore(text: string): NameScore {
  const comma = /^([^,]{2,40}),\s*([^,]{2,40})$/.exec(text);
  const split = withoutHonorific(text.replace(/^(?:Herrn|Herr|Frau)\s/, (m) => m));
  const honorific = split.honorific;
  let name = split.name
    .replace(tailTitles, '')
    .replace(/[\s,]+$/, '')
    .trim();
  const tail = split.name.slice(name.length).replace(/^[\s,]+/, '');
  const withTitles = { ...(honorific || tail ? { honorific: [honorific, tail].filter(Boolean).join(' ') } : {}) };
  if (comma && !tail && name.includes(',')) {
    // Lastname, Firstname
    const [last = '', rest = ''] = name.split(/,\s*/);
    const given = withoutHonorific(rest);
    const first = fold(given.name.split(' ')[0] ?? '');
    if (
      !givenNames.has(first) ||
      last.split(' ').length > 3 ||
      given.name.split(' ').length > 3 ||
      notNames.has(fold(last))
    )
      return nothing(text);
    const turned = `${given.name} ${last}`;
    const inner = latinScore(turned);
    return { ...inner, ...(given.honorific ? { honorific: given.honorific } : {}), score: Math.min(inner.score, 0.9) };
  }
  if (name.includes(',')) return nothing(text);
  name = name
    .replace(/\s*["“„(«'][\p{L} .-]{2,20}["”“)»']\s*/gu, (m) => (/^\s/.test(m) && /\s$/.test(m) ? ' ' : m))
    .trim();
  const words = name.split(' ').filter(Boolean);
  if (words.length === 0 || words.length > 6) return nothing(text);
  const caps = words.filter((w) => w.length > 1).every((w) => /^[\p{Lu}\p{M}.'’-]+$/u.test(w));
  const startsGiven = givenNames.has(fold(words[0] ?? ''));
  let full = 0;
  let known = 0;
  let bad = 0;
  let small = 0;
  let things = 0;
  for (const [i, word] of words.entries()) {
    const plain = fold(word).replace(/\./g, '');
    if (
      i > 0 &&
      particles.has(plain) &&
      word.length > 1 &&
      (/^\p{Ll}/u.test(word) ||
        caps ||
        /^(?:Van|Von|De|Della|Di|Da|Le|La|St|El|Al|Del|Dos|Das|Du|Den|Der|Ter|Zu|Mc|Mac|Bin|Abu|San)$/.test(word))
    ) {
      small++;
      continue;
    }
    if (i > 0 && i < words.length - 1 && /^(?:y|i|e)$/.test(word)) continue;
    if (!nameWord.test(word) && !(i === 0 && /^(?:von|van|de|zu|zum|zur|le|la|el|al|ter|ten)$/.test(word)))
      return nothing(text);
    if (initial.test(word)) continue;
    if (i > 0 && suffixes.has(plain) && /^(?:jr|sr|ii|iii|iv)$/.test(plain)) continue;
    full++;
    const pieces = plain.split(/[-‐'’]/);
    const isGiven = givenNames.has(plain) || (givenNames.has(pieces[0] ?? '') && (pieces[0] ?? '').length > 2);
    const isFamily = surnames.has(plain) || pieces.some((p) => surnames.has(p)) || romanizedSurnames.has(plain);
    if (isGiven && i < words.length - 1) known += i === 0 ? 2 : 1;
    else if (isFamily || isGiven) known += 1;
    if (notNames.has(plain) && !(isFamily && i > 0 && startsGiven) && !(isGiven && i === 0 && words.length > 1)) bad++;
    else if (!isGiven && !isFamily && (pieces.at(-1) ?? '').length > 5 && thingEnds.test(plain)) things++;
  }
  if (bad > 0 || full === 0) return nothing(text);
  const first = fold(words[0] ?? '').replace(/\./g, '');
  const firstKnown = givenNames.has(first) || givenNames.has(first.split(/[-‐]/)[0] ?? '');
  const last = fold(words.at(-1) ?? '').replace(/\./g, '');
  const startsInitial = initial.test(words[0] ?? '');
  if (words.length === 1) {
    if (honorific) return { score: 0.7, name, ...withTitles, partial: true };
    return { score: firstKnown && !caps ? 0.35 : 0.1, name, partial: true };
  }
  if (initial.test(words.at(-1) ?? '')) return { score: firstKnown ? 0.45 : 0.1, name, ...withTitles, partial: true };
  let score: number;
  if (firstKnown) score = words.length - small <= 3 ? 0.88 : 0.75;
  else if (startsInitial) score = surnames.has(last) ? 0.7 : 0.5;
  else if (romanizedSurnames.has(first) && words.length <= 3) score = 0.62;
  else if (romanizedSurnames.has(last) && words.length <= 3) score = 0.62;
  else if (known > 0) score = 0.6;
  else score = words.length === 2 || small > 0 ? 0.42 : 0.3;
  if (firstKnown && (surnames.has(last) || known >= 3)) score += 0.08;
  if (small > 0 && !caps) score += 0.06;
  if (words.some((w) => /^\p{Lu}\.$/u.test(w)) && words.length === 3) score += 0.08;
  if (words.some((w) => w.includes('-') && firstKnown)) score += 0.04;
  if (things > 0) score -= firstKnown ? 0.3 * things : 0.4;
  if (caps) score -= 0.08;
  if (words.length > 4) score -= 0.15;
  if (honorific || tail) score = Math.max(score + 0.25, 0.8);
  return { score: Math.max(0, Math.min(0.98, score)), name, ...withTitles };
}

/** A last word that is a job by itself. In compounds (Konrad) the ending alone proves nothing. */
const headWordEnds = (word: string): boolean => titleScore(word) > 0.82;

/** How much a text, as a whole, looks like the name of one person. In: a short text. Out: score and the name in it. */
export function nameScore(text: string): NameScore {
  // most lines are no names: too long, too many words
  if (text.length > 90 || text.length < 2) return nothing(text);
  const source = text
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/^[\s"“„«»·•|:：,;>–—-]+|[\s"”“»·•|:：,;<–—-]+$/g, '')
    .trim();
  if (
    source.length < 2 ||
    source.length > 70 ||
    /[@/\\|=<>{}[\]+*#%$€£¥!?;:：；。、，！？…_~^©®™→]|\d|www\.|\.\w{2,3}$/.test(source.replace(/CFP®/, 'CFP'))
  ) {
    if (!/^[\p{Script=Han}·•・ ]{2,12}[\s(（/][\p{Script=Latin} .'’-]{2,24}[)）]?$/u.test(source))
      return nothing(source);
  }
  if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(source)) {
    const mixed =
      /^([\p{Script=Han}·•・]{2,6})\s*[(（/ ]\s*([\p{Script=Latin}][\p{Script=Latin} .'’-]{1,24}?)\s*[)）]?$/u.exec(
        source,
      );
    if (mixed?.[1]) {
      const han = nameScore(mixed[1]);
      return han.score > 0 ? { ...han, score: Math.min(0.95, han.score + 0.05) } : nothing(source);
    }
    const western = /^([\p{Script=Latin}][\p{Script=Latin}.'’-]+) ?(\p{Script=Han})$/u.exec(source);
    if (western?.[2] && readHanName(`${western[2]}小姐`)) return { score: 0.6, name: source };
    if (/[a-z]/i.test(source)) return nothing(source);
    const han = readHanName(source);
    if (!han || (!han.honorific && hanTitle.test(source))) return nothing(source);
    const family = `${han.family}${han.honorific && !/^[老小阿]$/.test(han.honorific) ? han.honorific : ''}`;
    if (han.partial)
      return {
        score: han.certain * 0.8,
        name: /^[老小阿]$/.test(han.honorific) ? source : family,
        honorific: han.honorific,
        partial: true,
      };
    const plain = han.honorific ? source.replace(/\s/g, '').slice(0, -han.honorific.length) : source;
    return { score: han.certain, name: plain, ...(han.honorific ? { honorific: han.honorific } : {}) };
  }
  if (/^[\p{Script=Cyrillic}\s.-]+$/u.test(source)) return { score: cyrillicNameScore(source), name: source };
  if (hasLegalForm(source) || lookalike.test(source)) return nothing(source);
  const scored = latinScore(source);
  if (scored.score === 0) return scored;
  // words that are no known name: does a job stand in them?
  const words = scored.name.split(' ');
  const rest = words.filter((w) => !givenNames.has(fold(w)) && !surnames.has(fold(w)));
  if (!prefixOf.test(source) && rest.length > 0 && hasTitleWord(rest.join(' '))) {
    const only = givenNames.has(fold(words[0] ?? '')) && words.length === 2 && !headWordEnds(words.at(-1) ?? '');
    return { ...scored, score: Math.min(scored.score, only ? 0.6 : 0.05) };
  }
  return scored;
}

const proseName =
  /(?<![\p{L}\p{N}.@/-])(?:(?:Dr|Prof|Mr|Mrs|Ms|Herr|Frau|Dipl\.-Ing|Mag|Ing)\.?\s+){0,2}\p{Lu}[\p{Ll}\p{M}]+(?:-\p{Lu}[\p{Ll}\p{M}]+)?(?:\s+(?:\p{Lu}\.|von|van|de|der|den|zu|zum|di|da|del|la|al|bin|\p{Lu}[\p{L}\p{M}'’]*[\p{Ll}\p{M}](?:-\p{Lu}[\p{Ll}\p{M}]+)?)){1,4}(?![\p{L}\p{N}])/gu;
const hanName = /(?<![\p{Script=Han}])[\p{Script=Han}]{2,4}(?![\p{Script=Han}])/gu;
const hanNear =
  /(?:(?:由|请|請|找|与|与|和|联系人|聯絡人|总经理|董事长|创始人|负责人|经理|主任|理事长|教授|副教授|总监|博士)(?:为|是|：|:)?)(\p{Script=Han}{2,4}?)(?=(?:先生|女士|小姐|老师|表示|介绍|说|告诉|认为|指出|先后|在|于|是|担任|兼|、|，|。|；|\s|$))/gu;

/** Names of people inside running prose. In: text. Out: names in order; only those whose first name is known, or with an honorific. */
export function findNamesInProse(text: string): Found<string>[] {
  if (text.length > 20_000) return [];
  const out: Found<string>[] = [];
  for (const m of text.matchAll(proseName)) {
    let words = m[0].split(/\s+/);
    if (!words.some((w) => leadTitle.test(w) || givenNames.has(fold(w.split('-')[0] ?? '')))) continue;
    let start = m.index;
    let size = m[0].length;
    // a capital at the head of a sentence or a title may stand before the name, more words after it
    for (let cut = 0; cut < 3 && words.length >= 2; cut++) {
      let best: { name: string; score: number; words: number } | undefined;
      for (let n = Math.min(words.length, 5); n >= 2; n--) {
        const scored = nameScore(words.slice(0, n).join(' '));
        if (scored.score >= 0.8 && !scored.partial && (!best || scored.score > best.score + 0.05))
          best = { name: scored.name, score: scored.score, words: n };
      }
      if (best) {
        const span = words.slice(0, best.words).join(' ');
        const at = text.indexOf(span, start);
        if (at >= 0) out.push({ value: best.name, start: at, end: at + span.length, confidence: best.score * 0.9 });
        break;
      }
      start += (words[0]?.length ?? 0) + 1;
      size -= (words[0]?.length ?? 0) + 1;
      words = words.slice(1);
      if (size < 5) break;
    }
  }
  if (/\p{Script=Han}/u.test(text)) {
    for (const m of text.matchAll(hanNear)) {
      const scored = nameScore(m[1] ?? '');
      if (scored.score >= 0.6)
        out.push({
          value: scored.name,
          start: m.index + m[0].length - (m[1] ?? '').length,
          end: m.index + m[0].length,
          confidence: scored.score * 0.8,
        });
    }
    for (const m of text.matchAll(hanName)) {
      const scored = nameScore(m[0]);
      if (scored.score >= 0.8 && !out.some((f) => f.start < m.index + m[0].length && m.index < f.end))
        out.push({ value: scored.name, start: m.index, end: m.index + m[0].length, confidence: scored.score * 0.7 });
    }
  }
  return out.sort((a, b) => a.start - b.start);
}
