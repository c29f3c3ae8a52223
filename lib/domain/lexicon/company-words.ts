/**
 * Legal forms of the world as they end a company's name. Longest first where one begins another.
 * Written so that they match in any place where a word begins and ends.
 */
const forms = String.raw`gesellschaft\s(?:mbh|mit beschränkter haftung|m\.\s?b\.\s?h\.)|(?:g|gem\.\s?)?gmbh\s?&\s?co\.?\s?(?:kgaa|kg|ohg)|ag\s?&\s?co\.?\s?(?:kgaa|kg)|se\s?&\s?co\.?\s?(?:kgaa|kg)|ug\s?\(haftungsbeschränkt\)(?:\s?&\s?co\.?\s?kg)?|g?gmbh|g\.?m\.?b\.?h\.?|mbh|partg(?:\s?mbb)?|part\s?mbb|kgaa|e\.\s?kfm\.|e\.\s?kfr\.|e\.\s?k\.|e\.\s?v\.|e\.\s?u\.|e\.\s?g\.|i\.\s?g\.|eG|ohg|gbr|gesbr|keg|inc|incorporated|l\.?l\.?c|p\.?l\.?l\.?c|l\.?l\.?p|l\.?p|p\.?c|ltd|limited|plc|p\.l\.c|corp|corporation|pty\.?(?:\sltd)?|pte\.?(?:\sltd)?|pvt\.?(?:\sltd)?|sdn\.?\sbhd|bhd|n\.v|b\.v|bvba|vof|v\.o\.f|s\.a\.r\.l|sàrl|sarl|s\.a\.s|s\.a\.u|s\.a|s\.r\.l|s\.p\.a|spa|s\.n\.c|s\.l\.u|s\.l|s\.c|ltda|lda|s\.\sde\sr\.l\.(?:\sde\sc\.v)?|s\.a\.\sde\sc\.v|sa de cv|oyj|a\/s|aps|i\/s|sp\.\s?z\s?o\.\s?o|sp\.\s?k|s\.r\.o|a\.s|spol\.\ss\sr\.o|d\.o\.o|d\.d|kft|zrt|nyrt|e\.o\.o\.d|ood|eood|ooo|оао|ооо|зао|пао|k\.k|g\.k|co\.,?\s?ltd|company`;
// Two and three letters in capitals only: "AG", "SE", "KG" are words in some language when written small.
const capitals = 'AG|KG|UG|OG|SE|OHG|AB|AS|ASA|SA|SAS|NV|BV|OY|SL|SRL|LLC|LLP|LP|PLC|PC|EIRL|GIE|SCI|SPRL|SNC|EV';
const han = String.raw`(?:股份)?有限(?:责任|責任)?公司|集团公司|集團公司|集团|集團|分公司|总公司|公司|有限合伙|有限合夥|合伙企业|事务所|事務所|経営部|经营部|營業部|营业部|商行|企業社|企业社|工厂|工廠|製造廠|制造厂|\p{Script=Han}厂|\p{Script=Han}廠|合作社|研究院|研究所|学院|學院|大学|大學|学校|協會|协会|公會|公会|商会|商會|促进会|联合会|聯合會|基金会|银行|銀行|医院|醫院|报社|出版社|工作室|门市部|加工店|株式会社|有限会社|合同会社|合資会社`;

/** A legal form, in the first group where written in Latin letters. */
export const legalFormPattern = new RegExp(
  String.raw`(?:(?<![\p{L}\p{N}])(?:(?:${forms})(?:\.(?![\p{L}])|(?![\p{L}\p{N}])))|주식회사|㈜)|(?:${han})`,
  'iu',
);
export const capitalFormPattern = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${capitals})(?![\p{L}\p{N}])`, 'u');
export const latinForms = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:${forms})(?:\.(?![\p{L}])|(?![\p{L}\p{N}])))`,
  'giu',
);
export const hanForms = new RegExp(han, 'u');

/** Words that name an institution or a business and are no part of a person's name. */
const orgWords = String.raw`associat(?:ion|es)|foundation|institut(?:e|ion|o|ut)?|universit(?:y|ät|aet|e|é|à|a|at|eit)|universidad|college|school|academy|hospital|clinic|cent(?:er|re)|church|ministr(?:y|ies)|council|committee|commission|department|dept|agency|bureau|authority|board|society|club|league|union|federation|alliance|partners(?:hip)?|group|holdings?|enterprises?|industr(?:y|ies)|international|global|worldwide|systems?|solutions?|services?|technolog(?:y|ies)|consult(?:ing|ants)|management|properties|realty|investments?|capital|ventures?|bank|insurance|trust|fund|financ(?:e|ial)|credit|studios?|gallery|museum|library|theat(?:er|re)|restaurant|caf[eé]|bakery|bistro|grill|pizza|hotel|inn|motel|resort|store|shop|market|supermarket|pharmacy|drugs|products|supply|supplies|equipment|manufacturing|mfg|construction|contractors?|builders?|homes|electric(?:al)?|plumbing|heating|roofing|landscaping|automotive|motors?|auto|tire|towing|transport(?:ation)?|trucking|logistics|shipping|freight|travel|media|press|publishing|publications|magazine|news(?:paper)?|radio|television|entertainment|productions?|records|music|software|computers?|networks?|telecom|communications|energy|petroleum|gas|mining|steel|metals?|chemicals?|plastics?|paper|packaging|printing|foods?|farms?|ranch|dairy|brewing|brewery|winery|wines?|salon|spa|fitness|gym|dental|medical|health(?:care)?|care|nursing|rehabilitation|laborator(?:y|ies)|labs?|veterinary|animal|research|engineering|architects|design|advertising|marketing|graphics|law|legal|attorneys|accounting|apartments?|condominiums?|village|estates|tower|plaza|mall|city|county|township|state|district|government|embassy|consulate|army|navy|police|fire|school|parish|temple|synagogue|mosque|gmbh|verein|verband|stiftung|hochschule|stadtwerke|sparkasse|volksbank|raiffeisen\w*|krankenhaus|klinik\w*|kanzlei|praxis|apotheke|gemeinde|landkreis|handwerkskammer|kammer|innung|genossenschaft|ministerium|versicherung\w*|verlag|agentur|fabrik|werkstatt|handel|gruppe|gebr(?:üder)?|söhne|soehne|fils|frères|figli|hermanos|hijos|société|ets|établissements|compagnie|banque|banca|banco|grupo|gruppo|compañía|empresa|asociación|fundación|associazione|fondazione|stichting|vereniging|bedrijf|sons|bros|brothers|llc|foundry|hardware|garage|lumber|concrete|rentals?|leasing|security|staffing|outlet|boutique|jewelers|jewelry|furniture|flooring|carpet|cleaners|laundry|storage|warehouse|distribut(?:ors|ing|ion)|wholesale|imports?|exports?|trading|traders|lounge|tavern|pub|bar|diner|deli|cuisine|catering|kitchen|sushi|subway|nails|beauty|barber|hair|tan(?:ning)?|massage|therapy|yoga|dance|golf|sports?|pools?|toys|games|books?|video|photo(?:graphy)?|signs|cellular|wireless|mobile|web|online|dot ?com|com|net|usa|america|american|national|united|first|western|eastern|northern|southern|midwest|pacific|atlantic|community|public|memorial|municipal|federal|general|paving|asphalt|grocery|packers|surgical|assoc|tech|dba|pac|citizens|friends (?:of|for)|to elect|for (?:congress|assembly|senate|mayor|governor|judge|sheriff)|chevrolet|toyota|honda|nissan|hyundai|subaru|volkswagen|casa|co|distrib|home|house|of the|for the|on the|at the`;
export const orgWordPattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}'-])(?:${orgWords})(?![\p{L}\p{N}])|\p{L}['’]s(?!\p{L})|&\s?(?:co|sons|söhne|partner|cie)\b|\.com\b|\d`,
  'iu',
);

const formWords = new Set(
  'gesellschaft mbh gmbh ggmbh kgaa kg ohg ag se ug partg part ek ev eu eg ig kfm kfr gbr gesbr keg inc incorporated llc pllc llp lp pc ltd limited plc corp corporation pty pte pvt sdn bhd nv bv bvba vof sarl sàrl sas sau sa srl spa snc sl slu sc ltda lda oyj oy a/s as aps asa i/s ab sp o k sro spol doo dd kft zrt nyrt eood ood ooo оао ооо зао пао kk gk co company og eirl gie sci sprl rl'.split(
    ' ',
  ),
);

let lastAsked = { text: '', answer: false };

/** Whether any word of a text could belong to a legal form: a cheap test before the patterns. In: a text. */
export function mayHaveLegalForm(text: string): boolean {
  // several patterns are tried on the same text in a row
  if (lastAsked.text !== text) lastAsked = { text, answer: holdsFormWord(text) };
  return lastAsked.answer;
}

function holdsFormWord(text: string): boolean {
  if (/[\u3000-\u9fff\uac00-\ud7af㈜]/.test(text)) return true;
  for (const word of text.split(/[\s,;()|·–&]+/)) {
    if (word.length > 14 || word.length < 1) continue;
    const lower = word.toLowerCase();
    if (formWords.has(/[.:]/.test(lower) ? lower.replace(/[.:]/g, '') : lower)) return true;
  }
  return false;
}
