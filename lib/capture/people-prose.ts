import { findCompanyNames } from './detectors/company-name.ts';
import { findNamesInProse } from './detectors/person-name.ts';
import type { Line } from './lines.ts';
import { nameScore, titleScore } from './lines-scores.ts';
import { type Anchor, anchorOf, cleanTitle, isElse, junk } from './people-anchor.ts';
import { readName } from './people-names.ts';
import { partsOf } from './people-parts.ts';

const rankWord =
  '(?:(?:联合|聯合|执行|執行|常务|副|高级|海外|销售|市场|技术|运营|财务)?(?:创始人|創辦人|合伙人|总裁|總裁|总经理|總經理|董事长|董事長|董事|经理|總監|总监|主任|院长|会长|理事长|厂长|廠長)|首席\\p{Script=Han}{2,4}官|C[ETFOM]O)';
/** 创始人兼CEO, 董事长、总经理: ranks joined in one breath. */
const joinedRanks = new RegExp(`${rankWord}(?:\\s?(?:兼任?|暨|、|/|&|＆)\\s?${rankWord})+$`, 'u');

/** The title that stands right before a Chinese name, and the firm before that: 某某公司总经理王小明. */
function hanTitle(before: string): { title: string; firm?: string } | undefined {
  const text = before.trimEnd();
  const clause = /[^，。、；：“”！？,.\s]{2,40}$/u.exec(text)?.[0];
  if (!clause) return undefined;
  const org =
    /^(.*?(?:公司|集团|中心|学院|大学|研究院|研究所|资本|创投|基金|合作社|银行|协会|医院|事务所|厂|社))(\p{Script=Han}{2,12})$/u.exec(
      clause,
    );
  if (org?.[1] && org[2] && titleScore(org[2]) >= 0.5) {
    const rank = /^\p{Script=Han}{1,5}(?:系|学院)(\p{Script=Han}{2,})$/u.exec(org[2])?.[1];
    const firm =
      findCompanyNames(org[1]).at(-1)?.value.name ??
      (/^\p{Script=Han}{2,8}(?:资本|創投|创投|基金)$/u.test(org[1]) ? org[1] : undefined);
    return { title: rank ?? org[2], ...(firm && { firm }) };
  }
  const joined = joinedRanks.exec(clause)?.[0];
  if (joined) return { title: joined };
  for (let n = Math.min(8, clause.length); n >= 2; n--) {
    const tail = clause.slice(-n);
    if (titleScore(tail) < 0.6 || /[的是在和与及]/.test(tail)) continue;
    // 创始人、CEO 某某: both ranks are theirs
    const first =
      n === clause.length ? /(?:^|[，。；：\s])(\p{Script=Han}{2,8})、$/u.exec(text.slice(0, -n))?.[1] : undefined;
    return { title: first && titleScore(first) >= 0.6 ? `${first}、${tail}` : tail };
  }
  return undefined;
}

const hanRank =
  /(?:总经理|副总经理|董事长|副董事长|总裁|副总裁|总监|经理|主任|副主任|负责人|创始人|CEO|CTO|COO|CFO|教授|副教授|理事长|会长|副会长|合伙人|执行董事|董事|主管|厂长|书记|院长|所长|秘书长|助理|顾问|社长|总工程师|首席\p{Script=Han}{2,4}官|總經理|董事長|經理|負責人|創辦人)\s?(?=(\p{Script=Han}{2,4}))/gu;

/** What people do in reports, right after their name. */
const speaks = /^(?:介绍|介紹|说|說|告诉|告訴|表示|认为|認為|指出|坦言|透露|正|带|笑|回忆|算|先生|女士|在接受)/;

/** Names right after a rank in Chinese prose: the two to four characters that read best as a name. */
function afterRank(text: string): { start: number; end: number; value: string; confidence: number }[] {
  const out: { start: number; end: number; value: string; confidence: number }[] = [];
  for (const m of text.matchAll(hanRank)) {
    const rest = m[1] ?? '';
    const start = m.index + m[0].length;
    let best: { n: number; score: number } | undefined;
    for (let n = Math.min(4, rest.length); n >= 2; n--) {
      const { score, partial } = nameScore(rest.slice(0, n));
      const fits = score - (n === 4 ? 0.1 : 0) + (n === 3 ? 0.12 : 0);
      const told = n === 3 && score >= 0.3 && speaks.test(text.slice(start + n));
      if (!partial && (score >= 0.6 || told) && titleScore(rest.slice(0, n)) < 0.5 && (!best || fits > best.score))
        best = { n, score: fits };
    }
    if (best) out.push({ start, end: start + best.n, value: rest.slice(0, best.n), confidence: 0.6 });
  }
  return out;
}

const hanCalled = '先生|女士|小姐|经理|經理|师傅|師傅|老师|老師|部长|部長|主任|总|工|老板|老闆';
const calledByNumber = new RegExp(
  `(?:(?<=\\d[\\s（(，,：:]{0,3})|(?<=^|[^\\p{Script=Han}]|联系|聯絡|聯繫|请找|请洽|致|洽|咨询|部)(?=.{0,16}(?:\\d{3}|收)))(\\p{Script=Han}{1,3}?(?:${hanCalled}))(?!\\p{Script=Han}{0,1}们)`,
  'gu',
);

/** Somebody called by family name and rank beside a number or as the one to write to: 13800000000 蒋女士, 寄人事部 林小姐收. */
function calledBeside(text: string): { start: number; end: number; value: string; confidence: number }[] {
  if (
    !/先生|女士|小姐|经理|經理|师傅|師傅|老师|老師|部长|部長|主任|总|工|老板|老闆/.test(text) ||
    !/\d{7}|@|\d{3}[\s-]\d{4}/.test(text)
  )
    return [];
  const out: { start: number; end: number; value: string; confidence: number }[] = [];
  for (const m of text.matchAll(calledByNumber)) {
    const name = m[1] ?? '';
    const read = nameScore(name);
    if (!read.partial || read.score < 0.5) continue;
    const after = text.slice(m.index + name.length, m.index + name.length + 14);
    const before = text.slice(Math.max(0, m.index - 16), m.index);
    if (
      /\d{4}[\s（(，,：:]{0,3}$/.test(before) ||
      /^[\s（(，,：:]{0,3}(?:手机|电话|微信|tel)?[\s：:]{0,2}\+?\d{3}/i.test(after) ||
      /^\s?收(?!\p{Script=Han})/u.test(after)
    )
      out.push({ start: m.index, end: m.index + name.length, value: read.name, confidence: 0.7 });
  }
  return out;
}

const missTitled =
  /\b(?:Mr|Ms|Mrs|Miss)\.?\s(\p{Lu}\p{Ll}{1,11})(?!\s?\p{Lu}|['’]s|\p{L})(?:\s*\(([^,()]{3,40})[,)])?/gu;

/** "Mr. Tony (engineer)", "Ms. Lily": a given name alone, with what they are in brackets. */
function calledInEnglish(line: Line): Anchor[] {
  if (!/\bM(?:r|s|rs|iss)\.? \p{Lu}/u.test(line.s)) return [];
  const out: Anchor[] = [];
  for (const m of line.s.matchAll(missTitled)) {
    const name = m[1] ?? '';
    if (!m[2] || titleScore(m[2]) < 0.5) continue;
    const start = m.index + m[0].indexOf(name);
    out.push({
      ...anchorOf(line, { start, end: start + name.length }, { score: 0.7, name, partial: true }, 'prose'),
      title: { text: cleanTitle(m[2]), line: line.i, confidence: 0.6 },
    });
  }
  return out;
}

/** "… was appointed General Manager", "… joined as Head of Sales", "… ist Leiterin Einkauf". */
const became =
  /^\s+(?:(?:who\s+)?(?:is|was|became|serves as|served as|works as|has been|ist|war|wurde|arbeitet als|joined[^,.;]{0,30}? as)\s+)(?:now\s+|later\s+)?(?:appointed\s+|named\s+|promoted to\s+|elected\s+)?(?:as\s+|zum\s+|zur\s+)?(?:the\s+|our\s+|a\s+|an\s+|der\s+|die\s+|unsere?\s+)?((?:\p{Lu}[\p{L}&/-]*|of|for|and|der|des|für|und)(?:\s(?:\p{Lu}[\p{L}&/-]*|of|for|and|der|des|für|und)){0,5})(?=$|[\s,.;)])/u;

/** Small words that stand inside a title: what joins it, and in English the trade before the rank ("sales manager"). */
const withinTitle =
  /^(?:in|for|und|of|and|für|the|der|des|di|de|et|y|am|im|sales|marketing|export|import|purchasing|procurement|project|account|accounts|key|product|quality|production|service|area|regional|national|general|managing|plant|works|office|operations|technical|human|resources|finance|financial|commercial|chief|senior|junior|deputy|assistant|vice|customer|business|development|engineering|export|logistics|warehouse|company|store|branch|field|press|media|public|relations)$/;

/** In: a line of running text. Out: the people named in it with a rank or as somebody to contact. */
export function inProse(line: Line): Anchor[] {
  const out: Anchor[] = [];
  const text = line.s;
  const names = findNamesInProse(text);
  if (/\p{Script=Han}/u.test(text)) {
    for (const f of afterRank(text)) if (!names.some((n) => n.start < f.end && f.start < n.end)) names.push(f);
    for (const f of calledBeside(text)) if (!names.some((n) => n.start < f.end && f.start < n.end)) names.push(f);
    names.sort((a, b) => a.start - b.start);
  }
  for (const found of names) {
    const named = nameScore(text.slice(found.start, found.end));
    const after = text.slice(found.end, found.end + 90);
    const before = text.slice(Math.max(0, found.start - 70), found.start);
    const anchor: Anchor = {
      ...anchorOf(line, found, named.score > 0 ? named : { score: found.confidence, name: found.value }, 'prose'),
      score: Math.max(found.confidence, named.score),
    };
    const apposition =
      /^(?:\s*\([^()]{2,30}\)\s*(?=,))?\s*[,(（]\s*(?:der |die |das |the |our |unser[e]? )?([^,.;()（）]{2,70}?)\s*(?:[,.;)）]|$)/u.exec(
        after,
      )?.[1] ?? became.exec(after)?.[1]?.replace(/(?:\s(?:of|for|and|der|des|für|und))+$/, '');
    const hanLead = /\p{Script=Han}/u.test(named.name) ? hanTitle(before) : undefined;
    if (hanLead) {
      anchor.title = { text: hanLead.title, line: line.i, confidence: 0.6 };
      if (hanLead.firm) anchor.firm = { text: hanLead.firm, line: line.i };
    }
    const lead = /(?:^|[\s,.;:("„“—–])([\p{L}\p{M}][\p{L}\p{M}/&-]*(?:\s[\p{L}&/-]+){0,4})[\s:,]*$/u.exec(before)?.[1];
    if (apposition && titleScore(apposition) >= 0.5)
      anchor.title = { text: cleanTitle(apposition), line: line.i, confidence: 0.6 };
    else if (lead && !anchor.title) {
      const adjective = /(?:ende[rn]?|ische[rn]?|liche[rn]?|ige[rn]?|male[rn]?)$/;
      const words = lead
        .replace(
          /^(?:(?:sagte?|erklärte?|so|laut|mit|von|und|der|die|das|den|dem|deren|dessen|unsere?r?|ihre?r?|the|our|said|says|and|with|by|from)\s+)+/i,
          '',
        )
        .split(' ');
      for (let n = 0; n < words.length && !anchor.title; n++) {
        if (
          /^\p{Ll}/u.test(words[n] ?? '') &&
          n < words.length - 1 &&
          !adjective.test(words[n] ?? '') &&
          /^\p{Lu}/u.test(words.at(-1) ?? '')
        )
          continue;
        const candidate = words.slice(n).join(' ');
        const between = words.slice(n, -1);
        if (between.some((w) => /^\p{Ll}/u.test(w) && !adjective.test(w) && !withinTitle.test(w))) continue;
        if (titleScore(candidate) >= 0.6)
          anchor.title = { text: cleanTitle(candidate), line: line.i, confidence: 0.55 };
      }
    }
    const contact =
      /(?:contact|kontakt|ansprechpartner(?:in)?|联系人|wenden sie sich an|rückfragen|call|e-?mail)\b[^.]{0,25}$/i.test(
        before,
      );
    if (contact || (named.partial && found.confidence === 0.7)) anchor.label = 'contact';
    if (anchor.title || anchor.label) out.push(anchor);
  }
  out.push(...calledInEnglish(line).filter((a) => !out.some((o) => o.start < a.end && a.start < o.end)));
  const parts = partsOf(line);
  parts.forEach((part, k) => {
    if (part.text.length > 30 || junk.test(part.text) || out.some((a) => a.start < part.end && part.start < a.end))
      return;
    const named = readName(part.text);
    if (named.score < 0.6 || isElse(part.text, named)) return;
    const before = parts[k - 1];
    const rank =
      named.title ?? (before && part.before === 'mark' && titleScore(before.text) >= 0.6 ? before.text : undefined);
    if (rank)
      out.push({ ...anchorOf(line, part, named, 'prose'), title: { text: rank, line: line.i, confidence: 0.6 } });
  });
  return out;
}
