import { countryToIso } from '../domain/normalize/country.ts';
import type { Page } from './lines.ts';

const byLanguage: Record<string, string> = {
  de: 'DE',
  zh: 'CN',
  ja: 'JP',
  ko: 'KR',
  fr: 'FR',
  it: 'IT',
  es: 'ES',
  nl: 'NL',
  pl: 'PL',
  cs: 'CZ',
  da: 'DK',
  sv: 'SE',
  nb: 'NO',
  no: 'NO',
  fi: 'FI',
  pt: 'PT',
  tr: 'TR',
  hu: 'HU',
  ro: 'RO',
  ru: 'RU',
  el: 'GR',
  sk: 'SK',
  sl: 'SI',
  uk: 'UA',
};
const byCode: Record<string, string> = {
  '49': 'DE',
  '43': 'AT',
  '41': 'CH',
  '86': 'CN',
  '886': 'TW',
  '852': 'HK',
  '853': 'MO',
  '81': 'JP',
  '82': 'KR',
  '44': 'GB',
  '33': 'FR',
  '39': 'IT',
  '34': 'ES',
  '31': 'NL',
  '32': 'BE',
  '46': 'SE',
  '47': 'NO',
  '45': 'DK',
  '358': 'FI',
  '48': 'PL',
  '420': 'CZ',
  '36': 'HU',
  '351': 'PT',
  '353': 'IE',
  '61': 'AU',
  '64': 'NZ',
  '91': 'IN',
  '65': 'SG',
  '55': 'BR',
  '52': 'MX',
  '90': 'TR',
  '7': 'RU',
  '27': 'ZA',
  '971': 'AE',
  '972': 'IL',
  '352': 'LU',
  '423': 'LI',
};
const longestCode = /(?:^|[^\d])(?:\+|00)\s?(\d{1,3})(?=[\s\d().-])/g;

/** Shapes that only addresses and numbers of one country have, with the weight of one sighting. */
const shapes: readonly (readonly [string, RegExp, number])[] = [
  [
    'US',
    /\b(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])\.?,? +\d{5}(?:-\d{4})?\b/,
    2,
  ],
  ['US', /(?:\(\d{3}\)|\b\d{3}[-.])\s?\d{3}[-. ]\d{4}\b/, 0.8],
  ['CA', /\b[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] ?\d[ABCEGHJ-NPRSTV-Z]\d\b/, 2.2],
  ['GB', /\b[A-PR-UWYZ][A-HJ-Y]?\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}\b/, 2],
  ['GB', /(?<![\d+])0(?:808|84[3-5]|87[0-3]) ?\d{3} ?\d{4}(?!\d)|(?<![\d+])020 \d{4} \d{4}(?!\d)/, 0.7],
  ['GB', /\b(?:registered in England|company no\.?:? \d{8}\b|VAT reg)|\bUnited Kingdom\b|\bEngland\b/i, 1.4],
  ['CN', /ICP备|公网安备|统一社会信用代码|有限公司|\b1[3-9]\d{9}\b|中国/, 1.2],
  ['TW', /統一編號|股份有限公司|新北市|台北市|臺北|台中市|桃園|高雄市|台灣/, 1.4],
  ['HK', /香港|九龍|Hong Kong|Kowloon/, 1.2],
  ['DE', /\bD-\d{5}\b|\bHR[AB]\s?\d|\bDE ?\d{3} ?\d{3} ?\d{3}\b|Amtsgericht|\bDeutschland\b/, 1.5],
  ['AT', /\bA-\d{4}\b|\bATU ?\d{8}\b|\bFN \d{5,6} ?[a-z]\b|Österreich|Firmenbuch/, 1.8],
  ['CH', /\bCH-\d{4}\b|\bCHE-\d{3}|Schweiz\b|Handelsregisteramt|MWST/, 1.8],
  ['FR', /\bF-\d{5}\b|SIRET|RCS |\bFrance\b|\bCedex\b/i, 1.2],
  ['IT', /\bP\.? ?IVA\b|\bItalia\b/i, 1.5],
  ['ES', /\bEspaña\b|\bC\.?I\.?F\b/i, 1.2],
  ['JP', /〒\d{3}-\d{4}|株式会社|有限会社|日本/, 1.5],
  ['NL', /\bKvK\b|\b\d{4} ?[A-Z]{2}\b [A-Z]|Nederland/, 1],
];

/** Only lines with a digit or one of these words can have any of the shapes. */
const telling =
  /\d|公|备|有限|中国|台|香港|九龍|日本|株式|新北|臺|桃園|高雄|統一|Hong Kong|Kowloon|Deutschland|Amtsgericht|Österreich|Firmenbuch|Schweiz|Handelsreg|MWST|SIRET|RCS|France|IVA|Italia|España|C\.?I\.?F|KvK|Nederland|Cedex|United Kingdom|England/;

/**
 * The country of a page, for numbers without a code and addresses without a country.
 * In: the page and what the user assumes. Out: ISO code, or undefined when nothing tells.
 */
export function countryOf(page: Page, assumed?: string): string | undefined {
  const votes = new Map<string, number>();
  const seen = new Map<string, number>();
  const vote = (country: string | undefined, weight: number): void => {
    if (country) votes.set(country, (votes.get(country) ?? 0) + weight);
  };
  const tld = /\.([a-z]{2})$/.exec(page.site)?.[1];
  if (tld && !/^(?:co|io|me|tv|ai|cc|ws|fm|to|ly|gg|eu|sh|so|la)$/.test(tld))
    vote(tld === 'uk' ? 'GB' : tld.toUpperCase(), 3);
  if (/\.(?:gov|edu|mil)$/.test(page.site)) vote('US', 2);
  const [language, ...subtags] = (page.meta.lang ?? '').toLowerCase().split(/[-_]/);
  const region = subtags.find((s) => s.length === 2);
  if (region && !(language === 'en' && region === 'us')) vote(region.toUpperCase(), 2);
  else if (language === 'zh' && subtags.some((s) => s === 'hant')) vote('TW', 1);
  else vote(byLanguage[language ?? ''], 1);

  for (const line of page.lines.slice(0, 3000)) {
    const text = line.s.length > 400 ? line.s.slice(0, 400) : line.s;
    if (telling.test(text))
      for (const [country, shape, weight] of shapes) {
        const key = `${country}${weight}`;
        const times = seen.get(key) ?? 0;
        if (times < 4 && shape.test(text)) {
          seen.set(key, times + 1);
          vote(country, weight);
        }
      }
    if (text.includes('+') || text.includes('00'))
      for (const m of text.matchAll(longestCode)) {
        const digits = m[1] ?? '';
        const country = digits.startsWith('1') ? 'US' : (byCode[digits] ?? byCode[digits.slice(0, 2)]);
        const times = seen.get(`+${country}`) ?? 0;
        if (country && times < 3) {
          seen.set(`+${country}`, times + 1);
          vote(country, 1.2);
        }
      }
    if (text.length < 30 && /^\p{Lu}/u.test(text)) {
      const named = countryToIso(text);
      const times = seen.get(`name${named}`) ?? 0;
      if (named && times < 2) {
        seen.set(`name${named}`, times + 1);
        vote(named, 1);
      }
    }
  }
  if (assumed) vote(assumed, 0.9);
  let best: string | undefined;
  let most = 0;
  for (const [country, weight] of votes)
    if (weight > most) {
      best = country;
      most = weight;
    }
  return best;
}
