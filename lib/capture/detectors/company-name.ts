import {
  capitalFormPattern,
  hanForms,
  latinForms,
  legalFormPattern,
  mayHaveLegalForm,
  orgWordPattern,
} from '../../domain/lexicon/company-words.ts';
import { fold } from '../../domain/normalize/fold.ts';
import type { Found } from '../found.ts';

export type CompanyScore = {
  /** 0 (not a company) to 1 (surely one). */
  score: number;
  name: string;
  legalForm?: string;
};

const institution =
  /(?<![\p{L}])(?:stadt|gemeinde|landkreis|landeshauptstadt|hochschule|universität|technische universität|fachhochschule|institut|fraunhofer|max-planck|verband|verein|stiftung|genossenschaft|sparkasse|volksbank|raiffeisenbank|kanzlei|klinik|klinikum|krankenhaus|apotheke|praxis|handwerkskammer|industrie- und handelskammer|ihk|ministerium|university|college|institute|foundation|association|society|council|chamber|federation|university of|école|université|fondation|association|universidad|fundación|ayuntamiento|università|comune|fondazione|gemeente|stichting|universiteit)(?![\p{Ll}])/iu;
const institutionEnd =
  /\p{L}(?:verband|verein|stiftung|klinik|klinikum|hochschule|kammer|werke|bank|kasse|verlag|museum|gesellschaft|genossenschaft|vereinigung|innung|kanzlei|agentur|fabrik|werkstatt|apotheke|zentrum)(?![\p{L}])/iu;
const partnered =
  /\p{L}\s?(?:&|\+|und|and|et)\s?(?:Co\.?|Söhne|Sons|Partner|Partners|Partenaires|Fils|Associates|Associés|Cie|Brüder|Bros)(?![\p{L}])/iu;
const headings =
  /^(?:our|about|the company|company|unternehmen|firma|über|contact|kontakt|home|welcome|news|partner|all|new|impressum|imprint|datenschutz|privacy|terms|copyright)\b/i;

/** Whether a legal form of any country stands in a text. In: a short text. */
export function hasLegalForm(text: string): boolean {
  return mayHaveLegalForm(text) && (legalFormPattern.test(text) || capitalFormPattern.test(text));
}

function legalFormOf(text: string): string | undefined {
  if (!mayHaveLegalForm(text)) return undefined;
  const latin = [...text.matchAll(latinForms)].filter((m) => m.index > 0);
  const form = latin.at(-1)?.[0] ?? capitalFormPattern.exec(text)?.[0];
  if (form && /^company$/i.test(form)) return undefined;
  return form?.trim() ?? hanForms.exec(text)?.[0];
}

/** Japanese and Korean firms bear their form before or behind the name: 株式会社山吹, (주)한빛, 한빛㈜. */
const easternForms = '株式会社|有限会社|合同会社|合資会社|㈱|㈲|[(（][株有주유][)）]|㈜|주식회사|유한회사';
const easternFirm = new RegExp(
  String.raw`^(?:(${easternForms})\s?[\p{L}\p{N}ー・&.\- ]{2,30}|[\p{L}\p{N}ー・&.\- ]{2,30}?\s?(${easternForms}))(?:\s?[(（][\p{L}\p{N}., &-]+[)）])?$`,
  'u',
);
const easternInside = new RegExp(
  String.raw`(?:${easternForms})\s?[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}ー・A-Za-z]{2,24}|(?<![\p{L}])[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}ー・]{2,20}(?:㈱|株式会社|㈜|[(（][株주][)）])`,
  'gu',
);

/** ООО «Название», ТОВ "Назва": form before, name in quotes. */
const slavicForms = 'ООО|ОАО|ЗАО|ПАО|НАО|АО|ИП|ТОВ|ПрАТ|ПАТ|ФОП|ЕООД|ООД|ЧП|ПП';
const slavicFirm = new RegExp(String.raw`^(${slavicForms})\s?[«"“„']\s?[^«»"“”„]{2,60}[»"”']$`, 'u');
const slavicInside = new RegExp(String.raw`(?<![\p{L}])(?:${slavicForms})\s?[«"“„'][^«»"“”„]{2,60}[»"”']`, 'gu');

/** How much a text, as a whole, looks like the name of a company or institution. In: a short text. Out: score, name, legal form. */
export function companyScore(text: string): CompanyScore {
  if (text.length > 160) return { score: 0, name: text };
  const name = text
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/^[\s·•|,;:：–—-]+|[\s·•|,;:：–—-]+$/g, '')
    .replace(/^(?:(?:copyright|©|\(c\))\s*)+(?:by\s+)?/i, '')
    .replace(/^(?:19|20)\d{2}(?:\s?[-–/]\s?(?:(?:19|20)\d{2}|\d{2}))?,?\s+(?:by\s+)?(?=[\p{Lu}\p{Script=Han}])/u, '')
    .trim();
  if (name.length < 2 || name.length > 120 || /[@?!=<>{}]|https?:/.test(name)) return { score: 0, name };
  const quoted = slavicFirm.exec(name);
  if (quoted) return { score: 0.95, name, legalForm: quoted[1] ?? '' };
  const eastern = easternFirm.exec(name);
  if (eastern && name.length <= 60 && !/[。！？，；:：|]/.test(name))
    // the name in Latin letters behind it is the same firm's
    return {
      score: 0.95,
      name: name.replace(/\s?[(（][\p{Script=Latin}., &-]+[)）]$/u, ''),
      legalForm: eastern[1] ?? eastern[2] ?? '',
    };
  if (/\p{Script=Han}/u.test(name)) {
    if (
      /[。！？，；:：+＋《》]|^(?:走进|来到|走访|走近|探访|近日|日前|记者从|今天|昨日|据)/.test(name) ||
      name.length > 40
    )
      return { score: 0, name };
    const m = [...name.matchAll(hanFormsAll)].at(-1);
    // 制造商/工厂, 舒某 会计师事务所: the word alone is a kind of firm, not a firm's name
    const kindOnly = m !== undefined && (/[\s/／、]$/.test(name.slice(0, m.index)) || hanKind.test(name));
    if ((!m || m.index === 0) && hanHouse.test(name)) return { score: 0.7, name };
    if (!m || m.index === 0 || kindOnly) return { score: name.length >= 6 && hanShop.test(name) ? 0.5 : 0, name };
    const ends = m.index + m[0].length >= name.length || /[）)]$/.test(name);
    const firm =
      /公司|株式会社|有限会社|合作社|事务所|事務所|经营部|商行|企業社|企业社|加工店|门市部|工作室|厂$|廠$/.test(m[0]);
    const score = ends ? (firm ? 0.95 : 0.75) : firm ? 0.55 : 0.3;
    return { score, name, ...(firm ? { legalForm: m[0] } : {}) };
  }
  const words = name.split(' ');
  if (words.length > 14) return { score: 0, name };
  const form = legalFormOf(name);
  if (form && !/^\p{Ll}/u.test(name.replace(/^(?:e|i)\p{Lu}/u, 'X'))) {
    const after = name.slice(name.toLowerCase().lastIndexOf(form.toLowerCase()) + form.length).trim();
    if (name.toLowerCase() === form.toLowerCase()) return { score: 0, name };
    const score = after.length === 0 || /^[.,()]*$/.test(after) ? 0.95 : after.split(' ').length <= 2 ? 0.7 : 0.4;
    return { score: words.length > 9 ? score - 0.25 : score, name, legalForm: form };
  }
  if (headings.test(name)) return { score: 0.05, name };
  if (words.length >= 3 && /\p{L}{2,} (?:Co\.|Company)$/u.test(name) && words.every((w) => /^[\p{Lu}&]/u.test(w)))
    return { score: 0.7, name };
  if (partnered.test(name)) return { score: 0.75, name };
  const capital = words.filter((w) => /^[\p{Lu}\d&+]/u.test(w)).length / words.length;
  if (capital < 0.5) return { score: 0.05, name };
  if (institution.test(name) && words.length >= 2) return { score: 0.7, name };
  if (institutionEnd.test(name)) return { score: words.length >= 2 ? 0.6 : 0.35, name };
  if (words.length >= 2 && words.length <= 7 && orgWordPattern.test(fold(name)) && !/\d/.test(name))
    return { score: 0.45, name };
  return { score: words.length <= 5 && capital > 0.7 ? 0.15 : 0, name };
}

const hanFormsAll = new RegExp(hanForms.source, 'gu');
/** Investment houses bear no legal form: 融某资本, but 注册资本 and 社会资本 are money. */
const hanHouse =
  /^\p{Script=Han}{2,8}(?<!注册|社会|民间|风险|产业|人力|实收|固定|金融|国有|外国|海外|货币|流动|自有|天使|私募|公募|投资)(?:资本|資本|创投|創投|基金)$/u;
const hanKind =
  /^(?:(?:经营模式|经营性质|企业类型|公司类型|主体类型)|(?:本|我|该|贵|某|各|这家|一家|其他|中小|外资|国有|民营|集团|公司|现有)\p{Script=Han}{0,4}(?:公司|厂|企业))/u;
const hanShop = /(?:资本|创投|資本|联合体|行|店|铺|舖|部|社|馆|坊)$/;
const capitalForms = new RegExp(capitalFormPattern.source, 'gu');
const joiner = /^(?:&|\+|und|and|et|of|für|de|der|die|von|du|des|del|della|for|the|in|i\.|van)$/;
const openWord =
  /^(?:Die|Der|Das|Bei|Von|Für|Mit|The|At|By|From|With|Of|And|In|Im|Copyright|Inhaber|Firma|Des|Dem|Den|To|Über|About|Und|Als|Als|An|Am|Also|Auch|Our|Seit|Since)$/;

const ofBody =
  /(?:verband|verein|bund|union|kammer|gemeinschaft|gesellschaft|stiftung|zentrum|institut|werk|werke|freunde|förderkreis|förderer|club|haus|rat|innung|zunft|vereinigung|genossenschaft|rund|um)$/i;

/** Where the name that ends in a legal form begins: back over capitalised words and what joins them. */
function nameStart(text: string, formAt: number): number {
  const before = text.slice(Math.max(0, formAt - 90), formAt);
  const base = formAt - before.length;
  const words = [...before.matchAll(/\S+/g)];
  let start = formAt;
  let count = 0;
  for (let i = words.length - 1; i >= 0 && count < 8; i--, count++) {
    const word = words[i]?.[0] ?? '';
    const plain = word.replace(/^[("„“«'‚]+/, '');
    const capital = /^[\p{Lu}\d]/u.test(plain);
    // "Bundesverband der …" is one name, "Geschäftsführer der …" and "Anlage die …" are not
    if (/^(?:der|die|des|den|dem)$/.test(plain) && !ofBody.test(words[i - 1]?.[0] ?? '')) break;
    if (!capital && !joiner.test(plain)) break;
    if (/[.:;!?|·•–)]$/.test(word) && !/^(?:\p{Lu}\.)+$|^(?:St|Dr|Gebr|Co|Inc|Ges|Th|Wilh)\.$/u.test(plain)) break;
    if (word.endsWith(',') && i < words.length - 1) break;
    if (capital && openWord.test(plain)) break;
    // the year of a copyright stands before the name, not in it
    if (/^(?:19|20)\d{2}(?:[-–/]\d{2,4})?$/.test(plain) && start < formAt && !/^\p{Lu}/u.test(words[i - 1]?.[0] ?? ''))
      break;
    if (capital) start = base + (words[i]?.index ?? 0) + (word.length - plain.length);
    if (plain.length < word.length) break;
  }
  return start;
}

const hanCompany =
  /[\p{Script=Han}A-Za-z0-9（）()·]{2,24}?(?:股份有限公司|有限责任公司|有限責任公司|有限公司|集团公司|分公司|专业合作社|合作社|律师事务所|會計師事務所|会计师事务所|事务所|事務所|经营部|株式会社)/gu;
const hanLead =
  /^.*(?:走进|来到|走访|走近|探访|位于|获悉|了解到|是由|是|由|与|和|及|在|为|于|给|向|对|从|至|到|的|加入|创办|成立|来自|就职于|任职于|供职于|版权所有|地址|单位|公司名称|投资|控股|参股|企业|供应商|厂商|平台|品牌|客户)(?=\p{Script=Han}{4,})/u;

/** Names of companies inside running prose: those that bear a legal form. In: text. Out: names in order. */
export function findCompanyNames(text: string): Found<CompanyScore>[] {
  if (text.length > 20_000) return [];
  const out: Found<CompanyScore>[] = [];
  const add = (start: number, end: number): void => {
    const whole = text.slice(start, end);
    const scored = companyScore(/\b(?:g?mbh|ag|kg|se|ohg|ug|sa|llc|plc)\.$/i.test(whole) ? whole.slice(0, -1) : whole);
    if (scored.score < 0.6 || out.some((f) => f.start < end && start < f.end)) return;
    out.push({ value: scored, start, end, confidence: scored.score * 0.9 });
  };
  if (hasLegalForm(text)) {
    for (const m of [...text.matchAll(latinForms), ...text.matchAll(capitalForms)]) {
      const start = nameStart(text, m.index);
      const more = /^\s?(?:&|und)\s?Co\.?(?:\s?(?:KGaA|KG|OHG))?/.exec(text.slice(m.index + m[0].length));
      if (start < m.index) add(start, m.index + m[0].length + (more?.[0].length ?? 0));
    }
  }
  if (/㈱|㈲|㈜|会社|주식회사|유한회사|[(（][株有주유][)）]/.test(text)) {
    for (const m of text.matchAll(easternInside)) add(m.index, m.index + m[0].length);
  }
  if (/[«"“„]/.test(text) && /\p{Script=Cyrillic}/u.test(text))
    for (const m of text.matchAll(slavicInside)) add(m.index, m.index + m[0].length);
  if (/公司|合作社|事务所|事務所|经营部/.test(text)) {
    for (const m of text.matchAll(hanCompany)) {
      const name = m[0].replace(hanLead, '').replace(/^[（()）]+/, '');
      add(m.index + m[0].length - name.length, m.index + m[0].length);
    }
  }
  return out.sort((a, b) => a.start - b.start);
}
