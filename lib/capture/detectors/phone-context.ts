import type { PhoneKind } from '../../domain/schema/value.ts';

/**
 * What the words around a run of digits say about it: which kind of phone it is, or that it is none.
 * Order matters: the first kind whose words are met in the label wins.
 */
const kinds: [PhoneKind, RegExp][] = [
  ['fax', /fax|faks|t[ée]l[ée]copi|传 ?真|傳 ?真|ファ[ック]|факс|^f$/i],
  [
    'mobile',
    /mobil|handy|cell|\bcel\b|m[óo]vil|\bgsm\b|portable|natel|unterwegs|手 ?机|手 ?機|移动|行動|行动|携帯|моб|whats ?app|^[mc]$/i,
  ],
  [
    'tollFree',
    /toll.?free|free.?(?:phone|call)|geb[üu]hrenfrei|kostenfrei|num[ée]ro vert|numero verde|免费|免費|免付/i,
  ],
  ['home', /privat|\bhome\b|住宅|宅电/i],
  [
    'switchboard',
    /zentrale|sammelnummer|hauptnummer|switchboard|reception|standard|centralino|centralita|总机|總機|代表/i,
  ],
  [
    'work',
    /tel|phone|fon\b|ruf|call|dial|direct|direkt|durchwahl|office|b[üu]ro|hotline|helpline|line\b|nummer|number|local|contact|sales|support|enquir|inquir|bookings?|reservations?|appel|电 ?话|電 ?話|话|热线|熱線|专线|直线|座机|固话|联系方式|(?:服务|客服|咨询|洽询)[^\p{L}]{0,3}$|☎|📞|✆|тел|전화|^[tpod]$/iu,
  ],
];

/** Words that name a number which is no phone. Tested against what stands directly before the digits. */
const idCodes =
  /\b(?:HR[AB]|GnR|PR|VR|FN|UID|DUNS|IBAN|BIC|SWIFT|BLZ|Kto|Konto\w*|ISBN|ISSN|EAN|GTIN|ASIN|CAS|EINECS|SIRET|SIREN|RCS|KvK|BTW|TVA|NIF|CIF|EIN|ABN|ACN|NPI|EORI|ATU|DE|CHE|AK [A-Z]{2,3}|IK|P\.IVA|VAT|GST|US[tT]|M[wW]S[tT]|ZVR|DVR|Lic|QQ|ICQ|ID|SKU|MLS|HS|UN|ICP|A\/C|USD|EUR|CHF|GBP|RMB)[\s.:：#№()-]*(?:(?:nr|no|num|number|nummer|code|号码?|ids?)\b[\s.:：#-]*)?$/i;
const idWords =
  /(?:(?:steuer|register|kenn|kunden|artikel|bestell|vereins|mitglieds|matrikel|auftrags|rechnungs)[\w-]*|licen[cs]e|permit|patent|serial|model|item|invoice|account|acct|routing|registration|bank|copyright|©|version|besucher|postfach|p\.?o\.? box|plz|zip|partita iva|tax|order|ticket|reference|tracking|catalog(?:ue)?|Verzeichnis)[\s.:：#№()-]*(?:(?:nr|no|num|number|nummer|code|ids?)\b[\s.:：#-]*)?$/i;
const idWordsHan =
  /(?:税号|稅號|代码|代碼|注册号|註冊號|备案?|備案|网安备|账号|帐号|帳號|账户|卡号|编号|編號|编码|编 ?号|统编|統編|邮编|郵編|邮政编码|郵遞區號|证号|證號|证|證|证书|[Qq][Qq]群?|批号|货号|型号|申请号|订单|运单|提单|箱号|单号|浏览|访客|身份证|排名|库存|专利|第)(?:号码?|號碼?)?[\s.:：#№(（]*$/;

/** Weaker words: they name an id unless a phone word stands there too ("Tel. Nr."). */
const weakIdWords =
  /(?:\b(?:no|nr|num|ref|id|art|reg|pat|part|page|p|pp|seite|§|case|file|vol|iso|din|en|gb|type|typ)|#|№|第|号)[\s.:：]*$/i;

const moneyBefore = /(?:[$€£¥￥₹₩]|\b(?:EUR|USD|CHF|GBP|RMB|US))\s?$/;
const unitAfter =
  /^\s?(?!分[机機])(?:%|‰|[€£¥￥°²³]|(?:EUR|USD|CHF|GBP|RMB|Euros?|Dollars?|km|m|cm|mm|kg|g|ml|ltr?|kW|kWh|MW|Mio|Mrd|Uhr|Std|Seiten|Stück|St|pages|sqm|sq|ft|a\.?m|p\.?m|views?|hits|items|results|years|Jahre|mal|Stimmen|Mitglieder)\b|[元万亿股人条次位年页件个台吨平米家倍分秒条號号楼樓室])/i;

/** The words between the number before (or the line's start) and this one, cut to what matters. */
export function labelOf(before: string): string {
  return before.slice(-48).replace(/[\s.:：=>»·|(（【[-]+$/u, '');
}

/** The kind of phone that a label names. In: words before a number. Out: the kind named last in it, or undefined. */
export function kindFromLabel(label: string): PhoneKind | undefined {
  const text = label.trim();
  if (!text) return undefined;
  // "Tel./Fax 123": one line for both; as a phone it is of more use
  if (
    /(?:tel|phone|fon|话|話)[^a-z]{0,3}\s?(?:[/&+,、]|und|and|et|y|e|及|和)?\s?(?:tele)?(?:fax|传真|傳真)\W{0,3}$/i.test(
      text,
    )
  ) {
    return /tel\W{0,2}e?fax|telefax/i.test(text) && !/[/&+、]/.test(text) ? 'fax' : 'work';
  }
  const last =
    text
      .split(/[,;|·•，；。]|\s[-–]\s/)
      .at(-1)
      ?.trim() || text;
  for (const part of last === text ? [text] : [last, text]) {
    for (const [kind, words] of kinds) if (words.test(part)) return kind;
  }
  return undefined;
}

/** Whether the words before a run of digits, or what follows it, say that it is an id, a price, a measure. */
export function isNoPhone(before: string, after: string): boolean {
  const near = before.slice(-32);
  if (
    moneyBefore.test(near) ||
    idCodes.test(near) ||
    idWords.test(near) ||
    idWordsHan.test(near) ||
    unitAfter.test(after)
  )
    return true;
  return weakIdWords.test(near) && kindFromLabel(labelOf(near)) === undefined;
}
