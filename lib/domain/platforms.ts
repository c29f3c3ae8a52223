/** Places where many firms have a page or a shop: their domain says nothing about which firm it is. */
const platforms = new Set(
  `alibaba.com 1688.com aliexpress.com made-in-china.com globalsources.com dhgate.com taobao.com tmall.com jd.com hc360.com
  amazon.com amazon.de amazon.co.uk ebay.com ebay.de etsy.com indiamart.com tradeindia.com ec21.com tradekey.com
  linkedin.com xing.com facebook.com instagram.com twitter.com x.com youtube.com tiktok.com weibo.com zhihu.com douyin.com
  whatsapp.com wa.me t.me threads.net pinterest.com github.com gitlab.com medium.com crunchbase.com kununu.com
  wixsite.com wix.com wordpress.com blogspot.com weebly.com squarespace.com jimdo.com jimdofree.com jimdosite.com webnode.com
  strikingly.com godaddysites.com myshopify.com shopify.com webflow.io github.io gitlab.io netlify.app vercel.app pages.dev
  herokuapp.com azurewebsites.net cloudfront.net amazonaws.com web.app firebaseapp.com notion.site notion.so carrd.co
  linktr.ee business.site google.com europages.com europages.de wlw.de wer-zu-wem.de kompass.com gelbeseiten.de
  dasoertliche.de 11880.com northdata.de northdata.com yelp.com yelp.de yellowpages.com tripadvisor.com thomasnet.com
  qcc.com tianyancha.com aiqicha.com b2b.cn eventbrite.com meetup.com booking.com calendly.com bit.ly goo.gl`.split(
    /\s+/,
  ),
);

/** Whether a domain belongs to a host, network or marketplace of many firms. In: a registrable domain or host. */
export function isPlatformDomain(domain: string): boolean {
  const labels = domain.toLowerCase().split('.');
  return labels.some((_, start) => platforms.has(labels.slice(start).join('.')));
}
