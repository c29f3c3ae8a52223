import type { CompanyField } from '../../domain/schema/field.ts';
import { hanLeader, labels, prose, proseHint, quickLabel } from '../lexicon/fact-labels.ts';
import { companyIds } from './company-ids.ts';
import { titleScore } from './job-title.ts';
import { nameScore } from './person-name.ts';

export type CompanyFact = {
  field: CompanyField;
  value: string;
  /** Index of the line that holds the value, and where in it the value begins. */
  line: number;
  at: number;
};

const leaders =
  /(?:(?:gesetzlich\s|diese\s|gemeinsam\s|jeweils\s)?(?:vertreten durch|vertretungsberechtigt\w*)(?:\s(?:die|den|der|das|ihre[nr]?|seine[nr]?|persönlich haftende\p{L}*|allein\p{L}*|einzel\p{L}*))*(?:\s?(?:Geschäftsführer(?:in(?:nen)?)?|Vorstand|Gesellschafter(?:in(?:nen)?)?|Personen?|Inhaber(?:in)?))?|(?:Geschäfts(?:führer(?:in(?:nen)?)?|führung|leitung|leiter(?:in)?)|Inhaber(?:in)?|Vorstand|Geschäftsführende[rn]? (?:Gesellschafter(?:in)?|Direktor(?:in)?)|Gesellschafter|Managing directors?|Directors?|Legal representatives?|Représentant légal|Gérante?|Direct(?:eur|rice) de (?:la )?publication|Amministratore (?:unico|delegato)|Legale rappresentante|Administrador(?:a)? únic[oa]|Bestuurders?|Verkställande direktör|Daglig leder|Toimitusjohtaja|Prezes [Zz]arządu|Jednatel(?:ka|é)?|Ügyvezető|代表取締役(?:社長)?|대표(?:이사|자)?|法定代表人|法人代表|企业法人|法人|经营者|负责人|負責人|代表者))(?:\s(?:der|des)\s\p{L}+)?(?:\s(?:gemäß|gem\.|nach|i\.\s?S\.)[^:]{2,30})?\s*(?:[:：]|$|(?=\s))/iu;
const leaderHint =
  /代表取締役|대표|ublication|erkställande|aglig leder|oimitusjoh|rezes|ednatel|gyvezet|[Vv]ertret|eschäfts|nhaber|orstand|esellschafter|irector|epresentative|eprésentant|érant|mministratore|appresentante|dministrador|estuurder|法定|法人|经营者|负责人|負責人|代表者/;

/** 代表取締役社長 before the name of a Japanese leader. */
const hanRank =
  /^(?:代表取締役|取締役|執行役員|社長|会長|専務|常務|代表|理事長|대표이사|대표|兼|\s)+(?=[ \u3000]?\p{L})/u;

const clean = (value: string): string =>
  value
    .replace(/^[\s:：]+/, '')
    .replace(/[\s;；,，]+$/, '')
    .trim();

/** Whether a line is a label and nothing else: then the value of a label above it is missing. */
function isLabel(text: string): boolean {
  if (text.length > 40) return false;
  return (
    labels.some((l) => l.words.exec(text)?.[0].length === text.length) ||
    /^(?:企业名称|公司名称|持股比例|经营状态|营业期限|登记机关|组织机构代码|法定代表人|住所|地址|电话|联系人|所属地区|[\p{L} ]{2,30}[:：])$/u.test(
      text,
    )
  );
}

/** "注册资本：500万 成立时间：2011年": several pairs on one line, cut apart. */
const nextPair = /(?<=\S)\s+(?=\p{Script=Han}{2,8}[:：])/u;

function readLabels(lines: string[], i: number, add: (fact: CompanyFact) => void): void {
  const whole = lines[i] ?? '';
  if (whole.length > 600) return;
  for (const part of /[:：].*[:：]/.test(whole) ? whole.split(nextPair) : [whole]) readPair(part, lines, i, add);
}

function readPair(text: string, lines: string[], i: number, add: (fact: CompanyFact) => void): void {
  if (!quickLabel.test(text)) return;
  for (const { field, words, fits, shape } of labels) {
    const m = words.exec(text);
    if (!m) continue;
    const rest = clean(text.slice(m[0].length));
    const own = rest.length > 0;
    // "Industry 4.0 …" in prose is no label: without a colon the value must stand close and short
    if (own && !/[:：]/.test(m[0]) && (rest.length > 60 || /^[a-z]/.test(rest)) && !/[\u4e00-\u9fff]/.test(m[0]))
      return;
    const value = own ? rest : clean(lines[i + 1] ?? '');
    if (!value || value.length > 500 || (!own && isLabel(value)) || !fits.test(value) || /^[-—–]+$/.test(value)) return;
    if (field === 'founded' && value.length > 30 && !/年/.test(value)) return;
    if (field === 'employees' && (value.length > 40 || /^(?:18|19|20)\d\d$/.test(value))) return;
    if (field === 'registeredCapital' && value.length > 60) return;
    if (field === 'products' && value.length > 300) return;
    if ((field === 'industry' || field === 'legalForm') && (value.length > 60 || /[。！？]/.test(value))) return;
    if (field === 'registerNumber' && /^\d{15}$/.test(value) && lines.some((l) => /信用代码/.test(l))) return;
    const line = own ? i : i + 1;
    const shaped = shape ? shape(value) : value;
    add({ field, value: shaped, line, at: Math.max(0, (lines[line] ?? '').indexOf(value)) });
    return;
  }
}

/** Names in a stretch of text: split at commas, "und", slashes and brackets. */
function namesIn(text: string): string[] {
  const out: string[] = [];
  for (const part of text.split(
    /\s*[,;、，；/&|·•]\s*|\s+(?:und|and|et|sowie|y|e|en)\s+|\s*\([^)]*\)\s*|\s{2,}|(?<=[\u4e00-\u9fff])\s(?=TA|关联)/,
  )) {
    const plain = part.replace(/\.$/, '').trim().replace(hanRank, '').trim();
    if (!plain) continue;
    const scored = nameScore(plain.replace(/^\p{L}*(?:meister(?:in)?|inhaber(?:in)?)\s(?=\p{Lu})/u, ''));
    if (scored.score >= 0.4 && !scored.partial) out.push(scored.name);
    else if (out.length > 0 && titleScore(plain) < 0.3 && !/^(?:\p{Lu}[\p{L}.]{0,6}|MBA|LL\.?M\.?)$/u.test(plain))
      break;
  }
  return out;
}

function readLeaders(lines: string[], i: number, add: (fact: CompanyFact) => void): void {
  const text = lines[i] ?? '';
  if (text.length > 700 || !leaderHint.test(text)) return;
  const m = leaders.exec(text);
  if (!m) return;
  const head = text.slice(0, m.index);
  if (m.index > 0 && !/[\s,;·|(.:：]$/.test(head)) return;
  const colon = /[:：]$/.test(m[0]) || /^[\s]*[:：]/.test(text.slice(m.index + m[0].length));
  const tail = text.slice(m.index + m[0].length).replace(/^[\s:：]+/, '');
  const han = /[\p{Script=Han}\p{Script=Hangul}]/u.test(m[0]);
  if (tail) {
    // in running text only the stretch up to the next full stop or label
    const stretch =
      tail.split(
        /\s[·|•]\s|(?<=.{16})(?<!Dr|Prof|Ing|Mag|Dipl|Dkfm|St)\.\s(?=\p{Lu}\p{Ll}{3})|(?:Tel|Fax|E-Mail|Amtsgericht|USt|Handelsregister|HR[AB])\b/u,
      )[0] ?? '';
    if (!colon && !/^(?:\p{Lu}|Dr|Prof|Dipl|[\p{Script=Han}\p{Script=Hangul}])/u.test(stretch)) return;
    const short = han
      ? (/^(?:\p{Script=Han}{1,4}[ \u3000]\p{Script=Han}{1,4}(?=$|[ \u3000(（,、])|[\p{Script=Han}·]{2,8}|\p{Script=Hangul}{2,5})/u.exec(
          stretch.replace(hanRank, ''),
        )?.[0] ?? stretch)
      : stretch;
    for (const name of namesIn(colon ? short : short.slice(0, 120)))
      add({ field: 'representatives', value: name, line: i, at: Math.max(0, text.indexOf(name)) });
    return;
  }
  if (
    /^(?:vorstand|geschäftsführer(?:in)?|inhaber(?:in)?|directors?|managing director|geschäftsführung|geschäftsleitung|负责人)$/i.test(
      text.trim(),
    ) &&
    m.index === 0 &&
    titleScore(lines[i - 1] ?? '') === 0 &&
    nameScore(lines[i - 1] ?? '').score >= 0.6
  )
    return;
  let found = 0;
  let others = 0;
  for (let k = i + 1; k < Math.min(lines.length, i + 14); k++) {
    const line = lines[k] ?? '';
    const names = line.length < 120 && !/[@]|\d{4}/.test(line) ? namesIn(line) : [];
    const [first] = names;
    if (first && (nameScore(first).score >= 0.6 || han || colon)) {
      for (const name of names)
        add({ field: 'representatives', value: name, line: k, at: Math.max(0, line.indexOf(name)) });
      found++;
      others = 0;
      if (han) break;
    } else if (titleScore(line) >= 0.5 && line.length < 40) continue;
    // between two names their own numbers and addresses may stand
    else if (found === 0 || line.length > 60 || ++others > 3 || /:$/.test(line)) break;
  }
}

/** Facts about companies in imprints, register and supplier pages. In: lines in reading order. Out: facts in order, values as written (dates as ISO). */
export function findCompanyFacts(lines: string[]): CompanyFact[] {
  const facts: CompanyFact[] = [];
  const told = new Set<CompanyFact>();
  const add = (fact: CompanyFact): void => {
    if (!facts.some((f) => f.field === fact.field && f.value === fact.value && Math.abs(f.line - fact.line) < 3))
      facts.push(fact);
  };
  for (let i = 0; i < lines.length; i++) {
    const text = lines[i] ?? '';
    if (text.length < 2) continue;
    for (const { field, value, start } of companyIds(text)) add({ field, value, line: i, at: start });
    readLabels(lines, i, add);
    readLeaders(lines, i, add);
    const inProse = text.length < 3000 ? hanLeader.exec(text) : null;
    if (inProse?.[1] && nameScore(inProse[1]).score >= 0.6)
      add({
        field: 'representatives',
        value: inProse[1],
        line: i,
        at: inProse.index + inProse[0].length - inProse[1].length,
      });
    if (text.length > 20 && text.length < 3000 && proseHint.test(text)) {
      for (const { field, pattern, shape } of prose) {
        const m = pattern.exec(text);
        if (!m?.[1]) continue;
        const fact = { field, value: shape ? shape(m[1]) : m[1].trim(), line: i, at: m.index + m[0].indexOf(m[1]) };
        told.add(fact);
        add(fact);
      }
    }
  }
  // what a label says is better than what the text tells
  return facts
    .sort((a, b) => a.line - b.line || a.at - b.at)
    .filter((f) => !told.has(f) || !facts.some((g) => g.field === f.field && !told.has(g)));
}
