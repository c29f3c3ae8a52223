import { legalFormPattern, orgWordPattern } from '../lexicon/company-words.ts';
import { givenNames } from '../lexicon/given-names.ts';
import { honorifics } from '../lexicon/name-words.ts';
import { fold, foldWords } from './fold.ts';

const keyForms =
  /\b(?:gesellschaft mit beschrankter haftung|gmbh|ggmbh|mbh|ug haftungsbeschrankt|ug|co kg|co kgaa|cie|kgaa|kg|ohg|og|ag|eg|e k|e v|e u|gbr|se|inc|incorporated|llc|l l c|llp|lp|ltd|limited|plc|corp|corporation|company|co|pty|pte|pvt|bhd|sdn|nv|n v|bv|b v|sa|s a|sas|sarl|s a r l|srl|s r l|spa|s p a|sl|s l|slu|lda|ltda|oy|oyj|ab|as|a s|aps|asa|kft|zrt|doo|d o o|s r o|sro|sp z o o|kk|gk|and|und|et)\b/g;
const keyHan =
  /(?:股份|有限|责任|責任|（?集团）?|（?集團）?|公司|株式会社|有限会社|合同会社|㈱|㈲|[（(][株有주유][)）]|주식회사|유한회사|㈜)/g;

/** Key under which two spellings of a company meet: folded, without legal form. In: a name. Out: the key, '' for none. */
export function companyKey(name: string): string {
  const folded = foldWords(name).replace(/^(?:the\s)+/, '');
  if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(folded))
    return folded.replace(keyHan, '').replace(/\s+/g, '') || folded.replace(/\s+/g, '');
  const bare = folded
    .replace(keyForms, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:the\s)+/, '');
  return bare || folded;
}

/** Partners in a row: "Campbell, Black, Carnine & McDonald", "Fleming & Ulkus". Couples have a given name in them. */
function listsPartners(name: string): boolean {
  const and = /&|\s(?:and|und|et)\s/i.exec(name);
  if (!and) return false;
  if ((name.match(/,/g) ?? []).length >= 2) return true;
  if (/^\S+ (?:&|and|und|et) \S+ \S+$/i.test(name)) return false;
  return !fold(name)
    .split(/[^\p{L}]+/u)
    .some((w) => givenNames.has(w) || honorifics.has(w));
}

/** Whether a name is a company's or an institution's: it bears a legal form or a word that no person is called by. In: a name. */
export function looksLikeCompany(name: string): boolean {
  if (legalFormPattern.test(name) || orgWordPattern.test(name)) return true;
  if (/\s(?:AG|KG|UG|OG|SE|AB|AS|ASA|SA|NV|BV|OY|SL|SRL|SAS)$|\s(?:sa|ag|ab|nv|bv|oy|srl)$/.test(name)) return true;
  if (/^\S{4,}(?:works|soft|tech|corp|tek|ware|consult|pharma|logic|systems)$/i.test(name)) return true;
  if (/\s(?:of|for)\s/i.test(name) && !honorifics.has(fold(name.split(' ')[0] ?? '')) && !/,/.test(name)) return true;
  return listsPartners(name);
}
