import type { CompanyField } from '../../domain/schema/field.ts';

/** A label of a fact as imprints, registers and supplier pages write it. */
export type Label = {
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
const label = (words: string): RegExp => new RegExp(`^(?:${words})${sep}`, 'i');
/** Every label, with what its value must look like. */
export const labels: Label[] = [
  {
    field: 'creditCode',
    words: label('(?:统一)?社会信用代码(?:\\/纳税人识别号)?|统一信用代码|信用代码|纳税人识别号'),
    fits: /^[0-9A-Z]{18}$/,
  },
  {
    field: 'registeredCapital',
    words: label(
      '注册资本|注册资金|註冊資本|資本額|资本额|资本总额|實收資本額|資本金|자본금|Registered capital|Share capital|Stammkapital|Grundkapital|Aktienkapital|Capital social|Capitale sociale|Maatschappelijk kapitaal|Aktiekapital|Aksjekapital|Kapitał zakładowy|Základní kapitál',
    ),
    fits: /\d/,
  },
  {
    field: 'founded',
    words: label(
      '成立日期|成立时间|成立時間|创立时间|创建时间|成立年份|成立|创办时间|注册日期|设立日期|設立|創業|創立|設立年月日|설립일?|창립일?|Founded(?: in)?|Established(?: in)?|Year (?:of )?(?:established|establishment|founded)|Year Established|Gründung(?:sjahr)?|Gegründet(?: im Jahr)?|Gründungsdatum|Année de création|Date de création|Fondata nel|Opgericht|Fundación|Fundada en|Fondée en|Créée en|Grundad|Stiftet|Etableret|Perustettu|Rok założenia|Založeno',
    ),
    fits: /(?:18|19|20)\d\d/,
    shape: date,
  },
  {
    field: 'employees',
    words: label(
      '员工人数|員工人數|员工数|员工规模|人员规模|公司规模|职员人数|从业人数|参保人数|企业规模|公司人数|従業員数|社員数|직원\\s?수|임직원\\s?수|Employees|Number of employees|No\\.? of employees|Total employees|Company size|Staff|Mitarbeiter(?:zahl|anzahl)?|Anzahl Mitarbeiter|Beschäftigte|Effectifs?|Dipendenti|Empleados|Medewerkers|Antal anställda|Antal ansatte|Henkilöstö|Zatrudnienie|Colaboradores|N[º°] de empleados|Nombre de salariés|Numero dipendenti',
    ),
    fits: /^[^\p{L}]{0,12}\d[\d\s.,~–-]*/u,
  },
  {
    field: 'industry',
    words: label(
      '所属行业|所屬行業|行业|行業|行 业|产业类别|行业类别|主营行业|業種|업종|Industry|Branche|Wirtschaftszweig|Secteur(?: d’activité)?|Settore|Sector',
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
      '经营范围|經營範圍|营业项目|營業項目|营业范围|事業内容|業務内容|사업\\s?(?:내용|분야)|업태|Business scope|Scope of business|Unternehmensgegenstand|Gegenstand des Unternehmens|Objeto social|Objet social|Oggetto sociale',
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
/** Whether a line could begin with a label at all. */
export const quickLabel =
  /^(?:[\u4e00-\u9fff\uac00-\ud7a3][\u4e00-\u9fff\uac00-\ud7a3 /／]{1,12}|[\p{L}][\p{L} ./'’-]{3,34})(?:\s*[:：]|\s|$)/u;

/** Facts told in sentences: the first group is the value. */
export const prose: { field: CompanyField; pattern: RegExp; shape?: (value: string) => string }[] = [
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
    field: 'registeredCapital',
    pattern:
      /\bau capital (?:social )?(?:variable )?de\s?((?:€\s?|EUR\s?)?\d[\d\s.,]*\d\s?(?:€|euros?\b|EUR\b|CHF\b|F\b)?)/iu,
  },
  {
    field: 'registeredCapital',
    pattern:
      /\bcap(?:itale|\.)?\s?soc(?:iale|\.)?\s?(?:int(?:eramente)?\.?\s?vers(?:ato)?\.?)?\s?[:=]?\s?((?:€|euro|eur)\s?\d[\d.,]*\d|\d[\d.,]*\d\s?(?:€|euro\b|eur\b))/iu,
  },
  {
    field: 'registeredCapital',
    pattern: /\bcapital social de\s?(\d[\d.,]*\d\s?(?:€|euros?\b|EUR\b))/iu,
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
/** A legal representative named in a sentence. */
export const hanLeader = /(?:法定代表人|法人代表|企业法人)(?:为|是)?(\p{Script=Han}{2,4}?)(?=[。，；、,\s]|先生|女士)/u;
/** Whether a line could tell one of them. */
export const proseHint =
  /成立|创|創|设立|始建|注册资|apital|\bcap\.?\s?soc|员工|职工|founded|established|incorporated|set up|gegründet|gegruendet|\bwith \D{0,14}\d|employ|beschäftig/i;
