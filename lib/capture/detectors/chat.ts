import type { Found } from '../found.ts';
import { withoutMasked } from './masked.ts';
import { plainDigits } from './phone-run.ts';

export type ChatId = { kind: 'wechat' | 'qq' | 'whatsapp'; id: string };

export type ChatOptions = {
  /** Words before the text that say what it is, where they stand on a line or in a cell of their own. */
  labelBefore?: string | undefined;
};

const hints = /微 ?信|薇信|威信|we ?chat|wei ?xin|\b[vw]x|加 ?v|v信|q ?q|扣扣|whats ?app|wa\.me/i;
const wechatWord = String.raw`(?:微 ?信|薇信|威信|we ?chat|wei ?xin|\b[vw]x\b|加 ?v\b|v信)`;
const wechat = new RegExp(
  String.raw`(?<!企业|关注|扫码|官方)${wechatWord}(?!公众|公眾|群|小程序|扫|订阅|商城|支付|平台|服务号)\s?(?:号码?|號碼?|id\b|同号|客服|咨询|联系)?\s?(?:[/／、&|+和及]\s?(?:qq|电话|手机|手機|whats ?app|tel|phone|line|skype|mobile)\s?(?:号码?)?)?\s?[:：=(（"“]?\s?(\+?[a-z0-9][a-z0-9_\-]{4,19})(?![a-z0-9_*@]|\.[a-z0-9])`,
  'gi',
);
const phoneThenWechat = new RegExp(
  String.raw`(?<![\d*])(\+?(?:86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4})\s?[（(【\[]?\s?(?:(?:同|即)\s?${wechatWord}|${wechatWord}\s?(?:号|號)?\s?同(?:号|號|步)?)`,
  'gi',
);
const labelThenPhone = new RegExp(
  String.raw`(?:(?:电话|手机|手機|tel|phone|mobile|whats ?app)\s?[/／、&|+和及(（]\s?${wechatWord}\s?(?:号|同号)?[)）]?|${wechatWord}\s?[/／、&|+和及]\s?(?:电话|手机|手機|tel|phone|mobile|whats ?app))\s?[:：]?\s?(\+?(?:86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4})(?!\d)`,
  'gi',
);
const qq =
  /(?:q ?q|扣扣)(?!群)\s?(?:号码?|號碼?|客服|咨询|交谈|在线|邮箱)?\s?(?:[/／、]\s?(?:微信|wechat|vx)\s?(?:号)?)?\s?[:：=(（]?\s?([1-9]\d{4,10})(?![\d*@.-])/gi;
const beforeQq = /(?<![\d*-])([1-9]\d{4,10})\s?[（(]?\s?(?:q ?q|扣扣)(?:交谈|咨询|在线|[)）])/gi;
const whatsappLink = /(?:wa\.me\/|whatsapp\.com\/send\/?\?(?:[^\s#]{0,80}&)?phone=)(?:\+|%2B)?(\d{7,15})/gi;
const whatsappLabel =
  /whats ?app(?:\s?(?:nr|no|number|id|号))?\.?\s?(?:[/／&、]\s?(?:phone|tel|mobile|we ?chat|手机|微信|call))?\s?[:：]?\s?(\+?\d[\d\s().-]{6,20}\d)/gi;
const wechatLabelOnly = new RegExp(
  String.raw`^(?:企业|个人|联系|客服|业务)?\s?${wechatWord}\s?(?:号码?|號碼?|id)?\s?[:：]?$`,
  'i',
);
const qqLabelOnly = /^(?:在线|联系|客服)?\s?(?:qq|扣扣)\s?(?:号码?|號碼?)?\s?[:：]?$/i;
const compact = (text: string): string => text.replace(/[\s().-]/g, '');

/** Full-width letters as plain ones, place for place (ＱＱ, ＶＸ). */
const plainLetters = (text: string): string =>
  text.replace(/[\uff21-\uff3a\uff41-\uff5a]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));

/**
 * Chat ids named in a text: WeChat, QQ, WhatsApp (labels and wa.me links). In: a line, and its label where that stands apart.
 * Out: ids in order; never groups, official accounts, masked ids.
 */
export function findChatIds(line: string, options: ChatOptions = {}): Found<ChatId>[] {
  const labelBefore = plainLetters(options.labelBefore ?? '').trim();
  if (line.length > 4000) return [];
  const text = plainLetters(withoutMasked(plainDigits(line)));
  const out: Found<ChatId>[] = [];
  const add = (kind: ChatId['kind'], id: string, start: number, length: number, confidence: number): void => {
    if (
      kind === 'wechat' &&
      (/^(?:https?|whats|wechat|weixin|phone|skype|email|mobile)/i.test(id) || !/\d|[_-]|^[a-z]{6,}$/i.test(id))
    )
      return;
    if (!out.some((f) => f.value.kind === kind && f.start < start + length && start < f.end))
      out.push({ value: { kind, id }, start, end: start + length, confidence });
  };
  if (labelBefore && labelBefore.length < 16) {
    const alone = text
      .trim()
      .replace(/\s*[（(].*$/, '')
      .replace(/\s?(?:qq)?交谈$/i, '');
    if (wechatLabelOnly.test(labelBefore) && /^\+?[a-z0-9][\w-]{4,19}$/i.test(alone))
      add('wechat', alone, 0, line.length, 0.9);
    if (qqLabelOnly.test(labelBefore) && /^[1-9]\d{4,10}$/.test(alone)) add('qq', alone, 0, line.length, 0.9);
  }
  if (!hints.test(text)) return out;
  for (const pattern of [phoneThenWechat, labelThenPhone])
    for (const m of text.matchAll(pattern))
      add('wechat', compact(m[1] ?? '').replace(/^\+?86(?=1\d{10}$)/, ''), m.index, m[0].length, 0.85);
  for (const m of text.matchAll(wechat)) add('wechat', m[1] ?? '', m.index, m[0].length, 0.9);
  for (const m of text.matchAll(qq)) add('qq', m[1] ?? '', m.index, m[0].length, 0.9);
  for (const m of text.matchAll(beforeQq)) add('qq', m[1] ?? '', m.index, m[0].length, 0.8);
  for (const m of text.matchAll(whatsappLink)) add('whatsapp', `+${m[1] ?? ''}`, m.index, m[0].length, 0.95);
  for (const m of text.matchAll(whatsappLabel)) add('whatsapp', compact(m[1] ?? ''), m.index, m[0].length, 0.85);
  return out.sort((a, b) => a.start - b.start);
}
