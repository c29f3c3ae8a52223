import { compoundEnds, departmentEnds, hanHeads, headWords } from '../../domain/lexicon/title-words.ts';
import { fold } from '../../domain/normalize/fold.ts';
import type { Found } from '../found.ts';
import { hasLegalForm } from './company-name.ts';

const sentence =
  /(?:^|\s)(?:is|are|was|were|has|have|will|you|your|we|our|they|his|her|ist|sind|war|wird|werden|haben|hat|wir|sie|ihr|ihre|unsere|nicht|sich|est|sont|nous|vous|es una|son|sono|click|please|bitte|read|learn|contact us|wenn|dass)(?=\s|$)/i;
const menu =
  /^(?:contact|kontakt|meet|about|find|search|join|our|the|all|more|view|see|become|log ?in|download|get|your|my|for|how|why|what|who|ask|hire|apply|click|bei|als|für|an|executive summary|head office|main office|office hours|partners?|partner werden|clients?|customers?|service|services|support|team|staff|board|board of directors|management|leadership|associates|agents|physicians|doctors|attorneys|lawyers|teachers|engineers|managers|owners|members?|fellows|trustees|editors|mitarbeiter|vorstand|ansprechpartner|geschäftsführung)$/i;

/** Whether a job's head word stands in a text. In: a short text. */
export function hasTitleWord(text: string): boolean {
  const folded = fold(text);
  return headWords.test(folded) || compoundEnds.test(folded.replace(/[,;].*$/, '')) || hanHeads.test(text.trim());
}

/** How much a text, as a whole, looks like a job title. In: a short text. Out: 0 to 1. */
export function titleScore(text: string): number {
  const title = text
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/^[\s·•|:：,;–—-]+|[\s·•|:：,;–—-]+$/g, '')
    .trim();
  if (title.length < 2 || title.length > 120 || /[@?!=<>{}©®™]|\d{3}|https?:|www\./.test(title)) return 0;
  if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(title)) {
    if (title.length > 30 || /[。！？]/.test(title)) return 0;
    const plain = title.replace(/[（(][^）)]*[）)]$/, '').trim();
    if (hanHeads.test(plain)) return plain.length <= 12 ? 0.85 : 0.6;
    return plain.split(/[、,，/／&\s]+/).some((part) => hanHeads.test(part) || headWords.test(fold(part))) ? 0.75 : 0;
  }
  const words = title.split(' ');
  if (words.length > 14) return 0;
  const folded = fold(title).replace(/[*:_/](?=in(?:nen)?\b)/g, '');
  const head = headWords.test(folded);
  const compound = compoundEnds.test(folded) || (title.includes(',') && compoundEnds.test(folded.split(',')[0] ?? ''));
  const department = departmentEnds.test(folded);
  if (!head && !compound && !department) return 0;
  if (menu.test(title)) return /^(?:geschäftsführung|vorstand)$/i.test(title) ? 0.4 : 0.25;
  if (sentence.test(title) && words.length > 4) return 0.1;
  if (/[.]$/.test(title) && words.length > 5 && !/(?:inc|asst|supt|educ|dept)\.$/i.test(title)) return 0.15;
  let score = head ? 0.85 : compound ? 0.8 : 0.4;
  if (hasLegalForm(title) && !/\b(?:bei|at|of|der|von|für|for)\b|,/.test(title)) score -= 0.55;
  if (words.length > 8) score -= 0.2;
  if (/^\p{Ll}/u.test(title) && words.length > 3) score -= 0.2;
  if (words.length === 1 && department && !head && !compound) score -= 0.05;
  return Math.max(0, Math.min(1, score));
}

const cutters = /\s*[|•·;；]\s*|\s+[-–—]\s+|\s*[,，、]\s*|\s*[()（）]\s*/u;

/** Job titles inside a line. In: text. Out: titles in order: the stretches between commas, dashes and brackets that are one. */
export function findTitles(text: string): Found<string>[] {
  if (text.length > 2000) return [];
  const out: Found<string>[] = [];
  let at = 0;
  for (const part of text.split(cutters)) {
    const start = text.indexOf(part, at);
    if (start < 0) continue;
    at = start + part.length;
    const score = titleScore(part);
    if (score < 0.5) continue;
    const last = out.at(-1);
    // "Director, Quality & Safety" and "Head of Sales, EMEA" are one title; what follows must be short and no name
    if (last && /^\s*,\s*$/.test(text.slice(last.end, start)) && part.split(' ').length <= 5) {
      last.value = text.slice(last.start, at);
      last.end = at;
    } else out.push({ value: part, start, end: at, confidence: score });
  }
  return out;
}
