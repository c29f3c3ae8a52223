/**
 * Whether an address is a chat program's own "add me" code: it opens nowhere but there, so the code itself is what is worth
 * keeping. In: an address. Out: true for WeChat, WeCom, QQ, LINE and Signal.
 */
export function isChatCode(link: string): boolean {
  const host = URL.parse(link)?.hostname ?? '';
  return /^(?:u\.wechat\.com|(?:work\.)?weixin\.qq\.com|qm\.qq\.com|line\.me|signal\.me)$/.test(host);
}
