import type { Found } from '../found.ts';

export type ChatId = { kind: 'wechat' | 'qq' | 'whatsapp'; id: string };

const wechat =
  /(?:微信号?|wechat(?: id)?|weixin|\bvx)\s*(?:\/\s*[^\s:：]{2,8})?\s*[:：]\s*([a-z0-9][a-z0-9_-]{4,19})/gi;
const qq = /\bqq\s*号?\s*[:：]\s*([1-9]\d{4,10})/gi;

/** Chat ids named in a text: WeChat, QQ, WhatsApp. In: a line. Out: ids in order. */
export function findChatIds(text: string): Found<ChatId>[] {
  const found: Found<ChatId>[] = [];
  for (const [kind, pattern] of [
    ['wechat', wechat],
    ['qq', qq],
  ] as const)
    for (const m of text.matchAll(pattern))
      found.push({ value: { kind, id: m[1] ?? '' }, start: m.index, end: m.index + m[0].length, confidence: 0.9 });
  return found.sort((a, b) => a.start - b.start);
}
