import { chineseProvinces } from '../lexicon/address-words.ts';
import type { AddressPart } from './address-us.ts';

const H = String.raw`\p{Script=Han}`;
const province = String.raw`(?:(?:中国|中國|中华人民共和国)[\s,，]?)?((?:${chineseProvinces})(?:省|市|自治区|壮族自治区|回族自治区|维吾尔自治区|特别行政区|特別行政區)?)?`;
const full = new RegExp(
  String.raw`${province}[\s,，]?(${H}{2,9}?(?:市|自治州|地区|盟|縣|县))?((?:${H}{1,8}?(?:区|區|县|縣|市|旗|新区|开发区|開發區))?(?:${H}{1,10}?(?:镇|鎮|乡|鄉|街道|村|开发区|園區|园区|工业园|工业区|工業區|园))*)((?:[${'\\p{Script=Han}'}A-Za-z0-9０-９\-—－~、（()）.· ]{1,40}?)(?:路|街|道|巷|弄|大道|胡同|里|段|村|园|號|号|楼|樓|室|层|層|栋|幢|座|单元|大厦|大廈|广场|廣場|中心|公司院内|区|院|口|旁)(?:[A-Za-z0-9０-９\-—－、#]{0,10}(?:号|號|弄|栋|幢|座|楼|樓|层|層|室|单元|區|区|巷|房|厅|F|之\d+|旁|院内)|[${'\\p{Script=Han}'}A-Za-z0-9\-（()）]{1,14}?(?:大厦|大廈|广场|廣場|中心|大楼|大樓|园|栋|幢|座|楼|樓|层|層|室|号|號|区|房|旁))*)`,
  'u',
);
const municipal = /^(?:北京|天津|上海|重庆|重慶|香港|澳门|澳門)/;
const postLabel =
  /(?:邮编|邮政编码|郵編|郵遞區號|P\.?C\.?)[\s:：]*(\d{5,6})|[（(](\d{6})[)）]|(?<![\d-])(\d{6})(?![\d-])/;
const label =
  /^(?:.*?(?:公司地址|厂址|地\s?址|總公司|总部|办公地址|通讯地址|联系地址|注册地址|经营地址|看货地址|工厂地址|Address|Add|住所)\s*[:：]?\s*)/i;
const taiwan =
  /(?:^|[^\d])(\d{3}(?:\d{2,3})?)?\s?((?:[臺台]灣省?)?)((?:[臺台][北中南東]|新北|桃園|高雄|基隆|新竹|嘉義|苗栗|彰化|南投|雲林|屏東|宜蘭|花蓮|澎湖|金門)[市縣])\s?(\p{Script=Han}{1,4}[區鄉鎮市])?\s?([\p{Script=Han}A-Za-z0-9０-９\-之、 ]{2,40}?(?:號|樓|室)(?:之\d+)?(?:\s?\d+樓(?:之\d+)?)?)/u;
const romanized =
  /(?:([A-Z][A-Za-z'’ ]{2,30}?)(?:\s(?:City|Shi))?),\s*([A-Z][A-Za-z ]{2,20}?)(?:\s(?:Province|Prov\.?))?,?\s*(\d{6})?,?\s*(?:P\.?\s?R\.?\s?)?(?:of\s)?China\b\.?(?:[,\s:-]{1,3}(\d{6}))?/;
const hongKong =
  /(?:^|[:：]\s*)((?=[^:：]{0,60}\b(?:Floor|Road|Rd|Street|St|Avenue|Centre|Center|Building|Bldg|House|Tower|Central|\d+\/F)\b)[\w][\w\s.,'’/&()-]{10,140}?),?\s*(?:(?:Kowloon|New Territories|N\.?T\.?),?\s*)?(?:Hong Kong|H\.?K\.?|Kowloon)(?:\s*SAR)?\.?$/;
const streetEnd = /(?:Avenue|Ave|Road|Rd|Street|St|Lane|District|Zone|Park|Town)\.?$/;
const romanizedJapan =
  /(?<![\d-])(\d{1,2}(?:-\d{1,2}){1,2},?\s[A-Z][\p{L}-]+(?:,?\s[A-Z][\p{L}-]+)?,?\s[A-Z][\p{L}]+-(?:ku|shi|cho|machi)),?\s([A-Z][\p{L}]+)(?:,?\s(?:Japan\s)?(\d{3}-\d{4}))?/u;
const japan =
  /(?:〒?\s?(\d{3}-\d{4})\s?)?((?:東京都|北海道|(?:京都|大阪)府|\p{Script=Han}{2,3}県))(\p{Script=Han}{1,6}?[市区郡町村])(\p{Script=Han}{1,6}?[区町村])?([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{0,20}[\d０-９一二三四五六七八九十丁目番地号\-−ー－]{1,20})/u;

const hangul = String.raw`[\uac00-\ud7a3]`;
const korea = new RegExp(
  String.raw`(?:(${hangul}{2,4}(?:특별자치시|특별시|광역시)|(?:서울|부산|대구|인천|광주|대전|울산|세종)시?)|(${hangul}{1,4}(?:특별자치도|도)|(?:경기|강원|충북|충남|전북|전남|경북|경남|제주)도?)\s?(${hangul}{1,5}[시군]))\s+((?:${hangul}{1,5}[구군시읍면]\s+){0,2}[\uac00-\ud7a3\d]{1,12}(?:로|길|동|가|리)\s?\d{1,4}(?:-\d{1,4})?(?:번길\s?\d{1,4}(?:-\d{1,4})?)?(?:,?\s?(?:지하\s?)?\d{1,4}[층호동](?:\s?\d{1,4}호)?)*)`,
  'u',
);
const koreanPost = /(?:^|[^\d-])(\d{5})(?![\d-])/;

/** An address in Korean in a line ("서울특별시 강남구 테헤란로 152"). In: the line. Out: the address, or undefined. */
export function koreanAddress(line: string): AddressPart | undefined {
  const m = /[로길동가리]\s?\d/.test(line) ? korea.exec(line) : null;
  if (!m) return undefined;
  const post = koreanPost.exec(`${line.slice(0, m.index)} ${line.slice(m.index + m[0].length)}`);
  return {
    ...(post ? { postalCode: post[1] ?? '' } : {}),
    ...(m[2] ? { region: m[2] } : {}),
    city: m[1] ?? m[3] ?? '',
    street: (m[4] ?? '').trim(),
    country: 'KR',
    start: m.index,
    end: m.index + m[0].length,
  };
}

/** An address in Chinese (mainland, Taiwan, Hong Kong) or Japanese in a line. In: the line and the page's country. Out: the address, or undefined. */
export function asianAddress(line: string, country: string | undefined): AddressPart | undefined {
  const jp = /[都道府県]/.test(line) && (country === 'JP' || /〒|県|丁目/.test(line)) ? japan.exec(line) : null;
  if (jp) {
    return {
      ...(jp[1] ? { postalCode: jp[1] } : {}),
      region: jp[2] ?? '',
      city: jp[3] ?? '',
      street: `${jp[4] ?? ''}${jp[5] ?? ''}`,
      country: 'JP',
      start: jp.index,
      end: jp.index + jp[0].length,
    };
  }
  const tw = /[市縣]/.test(line) && /[號樓路街]/.test(line) ? taiwan.exec(line) : null;
  if (tw && !/[号楼]/.test(line)) {
    const skip = /^[^\d臺台新桃高基嘉苗彰南雲屏宜花澎金]/.test(tw[0]) ? 1 : 0;
    return {
      ...(tw[1] ? { postalCode: tw[1] } : {}),
      city: tw[3] ?? '',
      street: `${tw[4] ?? ''}${(tw[5] ?? '').trim()}`,
      country: 'TW',
      start: tw.index + skip,
      end: tw.index + tw[0].length,
    };
  }
  if (!/[路街道巷弄村镇鎮园號号楼樓厦廈区區县縣]/.test(line)) return undefined;
  const head = label.exec(line)?.[0].length ?? 0;
  const body = line.slice(head);
  const m = full.exec(body);
  if (!m) return undefined;
  const [, prov = '', town = '', district = '', rest = ''] = m;
  if (/ICP|版权|公司/.test(rest + district) && !/公司院内/.test(rest)) return undefined;
  // "永康市某镇某氏五金店": a firm's name begins like an address and goes on
  const goesOn = /^\p{Script=Han}/u.test(body.slice(m.index + m[0].length));
  if (!/\d/.test(m[0]) && head === 0 && goesOn && !/^(?:香港|澳門|澳门)/.test(prov)) return undefined;
  const known = prov.length > 0 || /(?:市|县|縣)$/.test(town) || head > 0;
  if (
    !known ||
    m[0].length < 6 ||
    (!prov && !town && !(head > 0)) ||
    (!/\d/.test(m[0]) && head === 0 && !/[路街道镇鎮]/.test(rest + district))
  )
    return undefined;
  if (!prov && head === 0 && m.index > 0 && !/[\s:：,，]$/.test(body.slice(0, m.index)) && !/\d/.test(rest))
    return undefined;
  const post =
    postLabel.exec(line.slice(head + m.index + m[0].length)) ?? postLabel.exec(line.slice(0, head + m.index));
  const inner =
    country === undefined || country === 'CN'
      ? /^(\p{Script=Han}{2,5}市)(?=\p{Script=Han})/u.exec(district)?.[1]
      : undefined;
  const city = municipal.test(prov)
    ? /市$/.test(prov)
      ? prov
      : `${prov}${/香港|澳/.test(prov) ? '' : '市'}`
    : (/市$/.test(town) && inner) || town;
  const hk = /^香港/.test(prov);
  return {
    ...(post ? { postalCode: post[1] ?? post[2] ?? post[3] ?? '' } : {}),
    ...(prov && !municipal.test(prov) ? { region: prov } : {}),
    ...(city ? { city } : {}),
    street:
      `${municipal.test(prov) && town ? town : ''}${city === inner ? district.slice(inner.length) : district}${rest}`.trim(),
    country: hk ? 'HK' : country && /^(?:CN|HK|TW|MO)$/.test(country) ? country : 'CN',
    start: head + m.index,
    end: head + m.index + m[0].length,
  };
}

/** A Chinese or Japanese address in Latin letters: "No. 5 Some Road, Ningbo, Zhejiang, 315000 China", "3-5-2 Mita, Minato-ku, Tokyo". In: the line. */
export function romanizedAsian(line: string): AddressPart | undefined {
  const jp = /-(?:ku|shi|cho|machi)\b/.test(line) ? romanizedJapan.exec(line) : null;
  if (jp) {
    return {
      street: jp[1] ?? '',
      city: jp[2] ?? '',
      ...(jp[3] ? { postalCode: jp[3] } : {}),
      country: 'JP',
      start: jp.index,
      end: jp.index + jp[0].length,
    };
  }
  const hk = /Hong Kong|\bH\.?K\.?$|Kowloon/.test(line) ? hongKong.exec(line) : null;
  if (hk && /\d/.test(hk[1] ?? ''))
    return { street: hk[1] ?? '', city: 'Hong Kong', country: 'HK', start: hk.index, end: hk.index + hk[0].length };
  if (!/China/.test(line)) return undefined;
  const m = romanized.exec(line);
  if (!m) return undefined;
  const before = line
    .slice(0, m.index)
    .replace(/^(?:.*?\b(?:Add(?:ress)?|Office|Factory)\.?\s*[:：]\s*)/i, '')
    .replace(/[\s,]+$/, '');
  const postalCode = m[3] ?? m[4];
  // "No. 9 Someroad Avenue, Wuhan 430000, P. R. China": no province between
  if (streetEnd.test(m[1] ?? ''))
    return {
      street: [before, m[1]].filter(Boolean).join(', '),
      city: m[2] ?? '',
      ...(postalCode ? { postalCode } : {}),
      country: 'CN',
      start: Math.max(0, line.length - m[0].length - before.length),
      end: m.index + m[0].length,
    };
  if (!/\d|Road|Street|Zone|District|Rd\b|Building/i.test(before)) return undefined;
  return {
    street: before,
    city: m[1] ?? '',
    region: m[2] ?? '',
    ...(postalCode ? { postalCode } : {}),
    country: 'CN',
    start: Math.max(0, line.length - m[0].length - before.length),
    end: m.index + m[0].length,
  };
}
