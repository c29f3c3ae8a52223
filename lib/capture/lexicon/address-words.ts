const list = (text: string): string[] => text.trim().split(/\s*\|\s*/);

const stateNames: Record<string, string> = Object.fromEntries(
  list(
    'Alabama AL|Alaska AK|Arizona AZ|Arkansas AR|California CA|Colorado CO|Connecticut CT|Delaware DE|District of Columbia DC|Florida FL|Georgia GA|Hawaii HI|Idaho ID|Illinois IL|Indiana IN|Iowa IA|Kansas KS|Kentucky KY|Louisiana LA|Maine ME|Maryland MD|Massachusetts MA|Michigan MI|Minnesota MN|Mississippi MS|Missouri MO|Montana MT|Nebraska NE|Nevada NV|New Hampshire NH|New Jersey NJ|New Mexico NM|New York NY|North Carolina NC|North Dakota ND|Ohio OH|Oklahoma OK|Oregon OR|Pennsylvania PA|Rhode Island RI|South Carolina SC|South Dakota SD|Tennessee TN|Texas TX|Utah UT|Vermont VT|Virginia VA|Washington WA|West Virginia WV|Wisconsin WI|Wyoming WY|Puerto Rico PR|Guam GU',
  ).map((entry) => [entry.slice(0, -3), entry.slice(-2)]),
);
const provinces = 'AB BC MB NB NL NS NT NU ON PE QC SK YT';
const provinceNames =
  'Alberta|British Columbia|Manitoba|New Brunswick|Newfoundland(?: and Labrador)?|Nova Scotia|Ontario|Prince Edward Island|Qu[eé]bec|Saskatchewan|Yukon|Ont|Que|B\\.C\\.|P\\.Q\\.|N\\.S\\.|N\\.B\\.';
/** A state of the US, as code or name, with the longer names first. */
export const statePattern = `${Object.keys(stateNames)
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replace(/ /g, '\\s'))
  .join(
    '|',
  )}|${Object.values(stateNames).join('|')}|D\\.C\\.|N\\.Y\\.|N\\.J\\.|Calif\\.?|Fla\\.?|Penna\\.?|Mass\\.?|Tenn\\.?|Ill\\.?|Wash\\.?|Conn\\.?|Mich\\.?|Minn\\.?|Ariz\\.?|Colo\\.?|Tex\\.?`;
export const provincePattern = `${provinceNames}|${provinces.split(' ').join('|')}`;

/** What a street's name ends in, in English, without dots, lower case. */
export const streetEnds = new Set(
  'hgwy street st str avenue ave av aven road rd boulevard blvd bvd drive dr drv lane ln court ct crt place pl square sq terrace ter terr circle cir crcl highway hwy parkway pkwy pky pike turnpike tpke way trail trl trace plaza plz loop expressway expy freeway fwy alley aly row run path crossing xing center ctr centre commons cmns park mews close crescent cres gardens gdns grove hill green quay wharf walk parade pde esplanade broadway point pt ridge rdg landing lndg route rte rt sts aves bypass byp view vw cove cv bend heights hts hollow holw manor mnr meadow mdw spur creek crk mall bay bldg island'.split(
    ' ',
  ),
);
/** Street ends that cities bear too ("Palm Beach Gardens"): they end a street only where no better word has. */
export const weakStreetEnds = new Set(
  'creek crk bay island hill hills green view vw ridge park mall heights hts grove gardens point pt landing cove meadow run path center ctr centre commons square sq row crossing manor point mews quay spur bend hollow loop trail pass way'.split(
    ' ',
  ),
);
export const unitStart =
  /^(?:(?:suite|ste|unit|apt|apartment|room|rm|floor|fl|bldg|building|dept|department|lot|space|spc|trlr|no|box|level|tower|office|hangar|pmb|p\.?o\.?)\b\.?|#)/i;
export const directions = new Set(
  'n s e w ne nw se sw north south east west northeast northwest southeast southwest'.split(' '),
);

/** Street words of the continent: before the number or before the name. */
export const streetWords =
  /(?:stra(?:ß|ss)e|str\.|straat|strasse|gasse|weg|allee|platz|ring|damm|ufer|chaussee|promenade|steig|stieg|pfad|markt|graben|kai|zeile|winkel|anger|hof|berg|tor|brücke|laan|plein|kade|gracht|dijk|singel|vej|gade|gatan|vägen|katu|tie|utca|út|körút)(?![\p{L}])|(?<![\p{L}])(?:rue|avenue|av\.|boulevard|bd|place|chemin|allée|impasse|quai|cours|route|square|faubourg|via|viale|piazza|corso|largo|vicolo|strada|calle|c\/|avenida|avda\.?|paseo|plaza|pza\.?|carrer|carretera|ctra\.?|ronda|travesía|rua|praça|estrada|ul\.|ulica|aleja|al\.|am|an der|an den|auf der|auf dem|im|in der|zum|zur|unter|hinter|alte[rn]?|große|kleine|industriestr\p{L}*|gewerbe(?:park|ring|gebiet|str\p{L}*)|industrie(?:park|gebiet|weg))(?![\p{L}])/iu;

/** How many digits a postcode has where the country is known. */
export const postcodeDigits: Record<string, RegExp> = {
  DE: /^\d{5}$/,
  FR: /^\d{5}$/,
  IT: /^\d{5}$/,
  ES: /^\d{5}$/,
  FI: /^\d{5}$/,
  TR: /^\d{5}$/,
  MX: /^\d{5}$/,
  EE: /^\d{5}$/,
  HR: /^\d{5}$/,
  RS: /^\d{5}$/,
  UA: /^\d{5}$/,
  MC: /^\d{5}$/,
  AT: /^\d{4}$/,
  CH: /^\d{4}$/,
  BE: /^\d{4}$/,
  DK: /^\d{4}$/,
  NO: /^\d{4}$/,
  LU: /^\d{4}$/,
  HU: /^\d{4}$/,
  BG: /^\d{4}$/,
  SI: /^\d{4}$/,
  LI: /^\d{4}$/,
  NZ: /^\d{4}$/,
  ZA: /^\d{4}$/,
  CY: /^\d{4}$/,
  LV: /^\d{4}$/,
  NL: /^\d{4}\s?[A-Z]{2}$/,
  PL: /^\d{2}-\d{3}$/,
  PT: /^\d{4}-\d{3}$/,
  CZ: /^\d{3}\s?\d{2}$/,
  SK: /^\d{3}\s?\d{2}$/,
  SE: /^\d{3}\s?\d{2}$/,
  GR: /^\d{3}\s?\d{2}$/,
  RO: /^\d{6}$/,
  RU: /^\d{6}$/,
  LT: /^\d{5}$/,
};
export const postcodePrefixes: Record<string, string> = {
  D: 'DE',
  DE: 'DE',
  A: 'AT',
  AT: 'AT',
  CH: 'CH',
  F: 'FR',
  FR: 'FR',
  I: 'IT',
  IT: 'IT',
  E: 'ES',
  ES: 'ES',
  NL: 'NL',
  B: 'BE',
  BE: 'BE',
  L: 'LU',
  LU: 'LU',
  DK: 'DK',
  S: 'SE',
  SE: 'SE',
  N: 'NO',
  NO: 'NO',
  FIN: 'FI',
  FI: 'FI',
  PL: 'PL',
  CZ: 'CZ',
  SK: 'SK',
  H: 'HU',
  HU: 'HU',
  SI: 'SI',
  SLO: 'SI',
  HR: 'HR',
  RO: 'RO',
  BG: 'BG',
  LT: 'LT',
  LV: 'LV',
  EE: 'EE',
  FL: 'LI',
  P: 'PT',
  PT: 'PT',
  AD: 'AD',
};

export const chineseProvinces =
  '北京|天津|上海|重庆|重慶|河北|山西|辽宁|遼寧|吉林|黑龙江|黑龍江|江苏|江蘇|浙江|安徽|福建|江西|山东|山東|河南|湖北|湖南|广东|廣東|海南|四川|贵州|貴州|云南|雲南|陕西|陝西|甘肃|甘肅|青海|台湾|台灣|臺灣|内蒙古|内蒙|广西|廣西|西藏|宁夏|寧夏|新疆|香港|澳门|澳門';
