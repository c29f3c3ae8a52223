import type { CompanyField } from '../../domain/schema/field.ts';
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

type Label = {
  field: CompanyField;
  words: RegExp /** What the value must look like. */;
  fits: RegExp;
  shape?: (value: string) => string;
};

const date = (value: string): string => {
  const german = /\b(\d{1,2})[./](\d{1,2})[./]((?:18|19|20)\d\d)\b/.exec(value);
  if (german) return `${german[3]}-${german[2]?.padStart(2, '0')}-${german[1]?.padStart(2, '0')}`;
  const m = /((?:18|19|20)\d\d)\s?(?:年|[-/.])\s?(\d{1,2})(?:\s?(?:月|[-/.])\s?(\d{1,2}))?/.exec(value);
  if (!m) return /(?:18|19|20)\d\d/.exec(value)?.[0] ?? value;
  return [m[1], m[2], m[3]]
    .filter((p) => p !== undefined)
    .map((p) => p.padStart(2, '0'))
    .join('-');
};
const sep = String.raw`\s*(?:[:：]|\s|$)\s*`;
const label = (words: string): RegExp => new RegExp(String.raw`^(?:${words})${sep}`, 'i');
const labels: Label[] = [
  {
    field: 'creditCode',
    words: label('(?:统一)?社会信用代码(?:\\/纳税人识别号)?|统一信用代码|信用代码|纳税人识别号'),
    fits: /^[0-9A-Z]{18}$/,
  },
  {
    field: 'registeredCapital',
    words: label(
      '注册资本|注册资金|註冊資本|資本額|资本额|资本总额|實收資本額|Registered capital|Share capital|Stammkapital|Grundkapital|Aktienkapital|Capital social|Capitale sociale',
    ),
    fits: /\d/,
  },
  {
    field: 'founded',
    words: label(
      '成立日期|成立时间|成立時間|创立时间|创建时间|成立年份|成立|创办时间|注册日期|设立日期|Founded(?: in)?|Established(?: in)?|Year (?:of )?(?:established|establishment|founded)|Year Established|Gründung(?:sjahr)?|Gegründet(?: im Jahr)?|Gründungsdatum|Année de création|Date de création|Fondata nel|Opgericht|Fundación',
    ),
    fits: /(?:18|19|20)\d\d/,
    shape: date,
  },
  {
    field: 'employees',
    words: label(
      '员工人数|員工人數|员工数|员工规模|人员规模|公司规模|职员人数|从业人数|参保人数|企业规模|公司人数|Employees|Number of employees|No\\.? of employees|Total employees|Company size|Staff|Mitarbeiter(?:zahl|anzahl)?|Anzahl Mitarbeiter|Beschäftigte|Effectifs?|Dipendenti|Empleados|Medewerkers',
    ),
    fits: /^[^\p{L}]{0,12}\d[\d\s.,~–-]*/u,
  },
  {
    field: 'industry',
    words: label(
      '所属行业|所屬行業|行业|行業|行 业|产业类别|行业类别|主营行业|Industry|Branche|Wirtschaftszweig|Secteur(?: d’activité)?|Settore|Sector',
    ),
    fits: /^[\p{L}]/u,
  },
  {
    field: 'products',
    words: label(
      '主营产品|主營產品|主要产品|主营业务|主营|主要产品或服务|Main products|Products\\/Services|Hauptprodukte',
    ),
    fits: /^[\p{L}]/u,
  },
  {
    field: 'scope',
    words: label(
      '经营范围|經營範圍|营业项目|營業項目|营业范围|Business scope|Scope of business|Unternehmensgegenstand|Gegenstand des Unternehmens',
    ),
    fits: /^.{4,}/,
  },
  {
    field: 'legalForm',
    words: label(
      '企业类型|公司类型|企业性质|单位性质|Rechtsform|Legal form|Forme juridique|Forma giuridica|Company type',
    ),
    fits: /^[\p{L}]/u,
  },
  {
    field: 'registerNumber',
    words: label(
      '工商注册号|注册号|註冊號|注册编号|公司注册号|Company (?:registration )?(?:no|number)\\.?|Registration (?:no|number)\\.?',
    ),
    fits: /^[A-Z\d][\w -]{4,20}$/i,
  },
];
const quickLabel = /^(?:[\u4e00-\u9fff][\u4e00-\u9fff /／]{1,12}|[\p{L}][\p{L} ./'’-]{3,34})(?:\s*[:：]|\s|$)/u;

const leaders =
  /(?:(?:gesetzlich\s|diese\s|gemeinsam\s|jeweils\s)?(?:vertreten durch|vertretungsberechtigt\w*)(?:\s(?:die|den|der|das|ihre[nr]?|seine[nr]?|persönlich haftende\p{L}*|allein\p{L}*|einzel\p{L}*))*(?:\s?(?:Geschäftsführer(?:in(?:nen)?)?|Vorstand|Gesellschafter(?:in(?:nen)?)?|Personen?|Inhaber(?:in)?))?|(?:Geschäfts(?:führer(?:in(?:nen)?)?|führung|leitung|leiter(?:in)?)|Inhaber(?:in)?|Vorstand|Geschäftsführende[rn]? (?:Gesellschafter(?:in)?|Direktor(?:in)?)|Gesellschafter|Managing directors?|Directors?|Legal representatives?|Représentant légal|Gérante?|Directeur de la publication|Amministratore (?:unico|delegato)|Legale rappresentante|Administrador único|Bestuurders?|法定代表人|法人代表|企业法人|法人|经营者|负责人|負責人|代表者))(?:\s(?:der|des)\s\p{L}+)?(?:\s(?:gemäß|gem\.|nach|i\.\s?S\.)[^:]{2,30})?\s*(?:[:：]|$|(?=\s))/iu;
const leaderHint =
  /[Vv]ertret|eschäfts|nhaber|orstand|esellschafter|irector|epresentative|eprésentant|érant|mministratore|appresentante|dministrador|estuurder|法定|法人|经营者|负责人|負責人|代表者/;

const prose: { field: CompanyField; pattern: RegExp; shape?: (value: string) => string }[] = [
  {
    field: 'founded',
    pattern:
      /(?:成立于|创建于|创立于|始建于|創立於|成立於|创办于|成立時間|创始于|设立于)\s?((?:18|19|20)\d\d\s?年?(?:\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?)?)/u,
    shape: date,
  },
  {
    field: 'founded',
    pattern: /((?:18|19|20)\d\d)\s?年(?:\s?\d{1,2}\s?月)?\s?(?:成立|创立|創立|创办|創辦|创建)/u,
    shape: date,
  },
  {
    field: 'founded',
    pattern:
      /\b(?:was |were )?(?:founded|established|incorporated|set up)\s(?:in|since)\s(?:the year\s|\p{Lu}\p{Ll}+\s)?((?:18|19|20)\d\d)\b/iu,
  },
  {
    field: 'founded',
    pattern: /(?:gegründet(?:\sim\sJahre?)?|im Jahre?)\s((?:18|19|20)\d\d)(?:\s(?:gegründet|von))?/iu,
  },
  {
    field: 'registeredCapital',
    pattern:
      /注册(?:资本|资金)(?:为|是|:|：|达)?\s?((?:人民币)?\s?[\d,.]+\s?(?:万|亿|元|千)[\u4e00-\u9fff]{0,4}?(?:元|人民币|美元|港元|港币|欧元)?)/u,
  },
  {
    field: 'employees',
    pattern:
      /(?:现有|拥有|共有|在职|有)?(?:员工|职工|從業人員|员工总数|员工人数)\s?((?:约|近|超过)?\s?\d[\d,]*\s?(?:余|多)?\s?(?:人|名|位))/u,
  },
  {
    field: 'employees',
    pattern:
      /\bwith (?:over |more than |about |around )?(\d[\d,.]*)\+? (?:skilled |experienced |full-time |professional )?(?:employees|workers|staff|people)\b/i,
  },
  {
    field: 'employees',
    pattern:
      /\b(?:employs|employing|beschäftigt|beschäftigen)(?: wir)? (?:over |more than |about |around |rund |etwa |über |ca\. )?(\d[\d,.]*)(?: (?:people|employees|staff|Mitarbeiter|Menschen))/i,
  },
];
const hanLeader = /(?:法定代表人|法人代表|企业法人)(?:为|是)?(\p{Script=Han}{2,4}?)(?=[。，；、,\s]|先生|女士)/u;
const proseHint =
  /成立|创|創|设立|始建|注册资|员工|职工|founded|established|incorporated|set up|gegründet|gegruendet|\bwith \D{0,14}\d|employ|beschäftig/i;

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
    const plain = part.replace(/\.$/, '').trim();
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
  const han = /\p{Script=Han}/u.test(m[0]);
  if (tail) {
    // in running text only the stretch up to the next full stop or label
    const stretch =
      tail.split(
        /\s[·|•]\s|(?<=.{16})(?<!Dr|Prof|Ing|Mag|Dipl|Dkfm|St)\.\s(?=\p{Lu}\p{Ll}{3})|(?:Tel|Fax|E-Mail|Amtsgericht|USt|Handelsregister|HR[AB])\b/u,
      )[0] ?? '';
    if (!colon && !/^(?:\p{Lu}|Dr|Prof|Dipl|\p{Script=Han})/u.test(stretch)) return;
    const short = han ? (/^[\p{Script=Han}·]{2,8}/u.exec(stretch)?.[0] ?? stretch) : stretch;
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
