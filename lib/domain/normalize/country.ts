import { fold } from './fold.ts';

const codes =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'.split(
    ' ',
  );
const languages = ['en', 'de', 'fr', 'es', 'it', 'nl', 'zh', 'zh-Hant', 'ja', 'ko', 'ar', 'pt', 'ru'];
const more: Record<string, string> = {
  usa: 'US',
  'u s a': 'US',
  'u s': 'US',
  'united states of america': 'US',
  america: 'US',
  美国: 'US',
  美國: 'US',
  uk: 'GB',
  'u k': 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  britain: 'GB',
  prc: 'CN',
  'p r china': 'CN',
  'pr china': 'CN',
  'peoples republic of china': 'CN',
  'people s republic of china': 'CN',
  'mainland china': 'CN',
  中华人民共和国: 'CN',
  'hong kong': 'HK',
  hongkong: 'HK',
  香港: 'HK',
  macau: 'MO',
  macao: 'MO',
  'taiwan r o c': 'TW',
  roc: 'TW',
  台灣: 'TW',
  台湾: 'TW',
  臺灣: 'TW',
  holland: 'NL',
  'the netherlands': 'NL',
  suisse: 'CH',
  svizzera: 'CH',
  'czech republic': 'CZ',
  korea: 'KR',
  'south korea': 'KR',
  'republic of korea': 'KR',
  russia: 'RU',
  'russian federation': 'RU',
  turkey: 'TR',
  turkiye: 'TR',
  uae: 'AE',
  'viet nam': 'VN',
  'ivory coast': 'CI',
  burma: 'MM',
  macedonia: 'MK',
  brd: 'DE',
  kosovo: 'XK',
  osterreich: 'AT',
  oesterreich: 'AT',
  espana: 'ES',
  italia: 'IT',
  polska: 'PL',
  norge: 'NO',
  sverige: 'SE',
  suomi: 'FI',
  danmark: 'DK',
  magyarorszag: 'HU',
  cesko: 'CZ',
  'ceska republika': 'CZ',
  slovensko: 'SK',
  hrvatska: 'HR',
  slovenija: 'SI',
  brasil: 'BR',
  mexico: 'MX',
  island: 'IS',
  eesti: 'EE',
  latvija: 'LV',
  lietuva: 'LT',
  romania: 'RO',
  shqiperia: 'AL',
  belgie: 'BE',
  belgique: 'BE',
  luxembourg: 'LU',
  'the gambia': 'GM',
  'the bahamas': 'BS',
  congo: 'CG',
  eire: 'IE',
  'republic of ireland': 'IE',
  中国大陆: 'CN',
  日本国: 'JP',
};

let names: Map<string, string> | undefined;

/** All names of all countries, worked out once on first use. */
function known(): Map<string, string> {
  if (names) return names;
  names = new Map(Object.entries(more));
  for (const language of languages) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of codes) {
      const name = display.of(code);
      if (name) {
        const key = countryKey(name);
        if (!names.has(key)) names.set(key, code);
      }
    }
  }
  return names;
}

const countryKey = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();

/** ISO code of a country's name in any common language. In: a name or code. Out: two capitals, or undefined. */
export function countryToIso(text: string): string | undefined {
  const plain = text.trim();
  if (plain.length < 2 || plain.length > 60) return undefined;
  if (/^[A-Z]{2}$/.test(plain)) return plain === 'UK' ? 'GB' : codes.includes(plain) ? plain : undefined;
  return known().get(countryKey(plain));
}
