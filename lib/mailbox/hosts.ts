/** A webmail that is known by its address. `pattern` as `permissions.request` wants it. */
export type MailHost = { id: string; name: string; hosts: readonly string[] };

/** Known webmails, in the order in which they are offered. A host counts with all below it. */
export const mailHosts: readonly MailHost[] = [
  { id: 'gmail', name: 'Gmail', hosts: ['mail.google.com'] },
  {
    id: 'outlook',
    name: 'Outlook',
    hosts: [
      'outlook.live.com',
      'outlook.office.com',
      'outlook.office365.com',
      'outlook.cloud.microsoft',
      'partner.outlook.cn',
    ],
  },
  { id: 'yahoo', name: 'Yahoo Mail', hosts: ['mail.yahoo.com', 'mail.yahoo.co.jp', 'mail.aol.com'] },
  {
    id: 'netease',
    name: '网易邮箱',
    hosts: ['mail.163.com', 'mail.126.com', 'mail.yeah.net', 'mail.188.com', 'vip.163.com', 'vip.126.com'],
  },
  { id: 'netease-firm', name: '网易企业邮', hosts: ['qiye.163.com', 'mail.qiye.163.com', 'ym.163.com'] },
  { id: 'qq', name: 'QQ邮箱', hosts: ['mail.qq.com', 'wx.mail.qq.com', 'en.mail.qq.com'] },
  { id: 'tencent-firm', name: '腾讯企业邮', hosts: ['exmail.qq.com'] },
  { id: 'aliyun-firm', name: '阿里企业邮', hosts: ['qiye.aliyun.com', 'mail.mxhichina.com'] },
  { id: 'aliyun', name: '阿里邮箱', hosts: ['mail.aliyun.com'] },
  { id: 'sina', name: '新浪邮箱', hosts: ['mail.sina.com.cn', 'mail.sina.cn', 'mail.sina.com'] },
  { id: 'sohu', name: '搜狐邮箱', hosts: ['mail.sohu.com'] },
  { id: '139', name: '139邮箱', hosts: ['mail.10086.cn'] },
  { id: '189', name: '189邮箱', hosts: ['mail.189.cn'] },
  {
    id: 'gmx',
    name: 'GMX',
    hosts: [
      'navigator.gmx.net',
      'navigator.gmx.com',
      '3c.gmx.net',
      '3c-bap.gmx.net',
      'bap.navigator.gmx.net',
      'navigator-lxa.mail.com',
      'navigator-bs.gmx.com',
    ],
  },
  { id: 'webde', name: 'WEB.DE', hosts: ['navigator.web.de', '3c.web.de', '3c-bap.web.de', 'bap.navigator.web.de'] },
  {
    id: 'ionos',
    name: 'IONOS',
    hosts: [
      'email.ionos.com',
      'email.ionos.de',
      'email.ionos.co.uk',
      'email.ionos.fr',
      'email.ionos.es',
      'email.ionos.it',
    ],
  },
  {
    id: 'open-xchange',
    name: 'Open-Xchange',
    hosts: [
      'appsuite.telekom.de',
      'email.t-online.de',
      'webmail.strato.de',
      'office.mailbox.org',
      'webmail.transip.nl',
      'privateemail.com',
    ],
  },
  { id: 'icloud', name: 'iCloud Mail', hosts: ['www.icloud.com', 'icloud.com.cn'] },
  { id: 'proton', name: 'Proton Mail', hosts: ['mail.proton.me'] },
  { id: 'fastmail', name: 'Fastmail', hosts: ['app.fastmail.com', 'www.fastmail.com'] },
  {
    id: 'zoho',
    name: 'Zoho Mail',
    hosts: ['mail.zoho.com', 'mail.zoho.eu', 'mail.zoho.in', 'mail.zoho.com.cn', 'mail.zoho.com.au', 'mail.zoho.jp'],
  },
  {
    id: 'yandex',
    name: 'Yandex Mail',
    hosts: ['mail.yandex.com', 'mail.yandex.ru', 'mail.yandex.kz', 'mail.yandex.com.tr'],
  },
  { id: 'mailru', name: 'Mail.ru', hosts: ['e.mail.ru'] },
  { id: 'naver', name: 'Naver', hosts: ['mail.naver.com'] },
  { id: 'daum', name: 'Daum', hosts: ['mail.daum.net'] },
  { id: 'laposte', name: 'La Poste', hosts: ['webmail.laposte.net'] },
  { id: 'orange', name: 'Orange', hosts: ['mail.orange.fr', 'messagerie.orange.fr'] },
  { id: 'free', name: 'Free', hosts: ['webmail.free.fr', 'zimbra.free.fr'] },
  { id: 'libero', name: 'Libero', hosts: ['mail.libero.it', 'mail1.libero.it'] },
  { id: 'seznam', name: 'Seznam', hosts: ['email.seznam.cz'] },
  { id: 'wp', name: 'WP Poczta', hosts: ['poczta.wp.pl'] },
  { id: 'onet', name: 'Onet', hosts: ['poczta.onet.pl'] },
  { id: 'gandi', name: 'Gandi', hosts: ['webmail.gandi.net', 'sogo1.mail.gandi.net'] },
  { id: 'ovh', name: 'OVH', hosts: ['mail.ovh.net', 'pro1.mail.ovh.net', 'ex.mail.ovh.net', 'ssl0.ovh.net'] },
  { id: 'infomaniak', name: 'Infomaniak', hosts: ['mail.infomaniak.com', 'ksuite.infomaniak.com'] },
  { id: 'hey', name: 'HEY', hosts: ['app.hey.com'] },
  { id: 'tuta', name: 'Tuta', hosts: ['app.tuta.com', 'mail.tutanota.com'] },
  { id: 'posteo', name: 'Posteo', hosts: ['posteo.de'] },
];

/** Which known webmail an address belongs to. In: a URL. Out: the client, or undefined. */
export function mailClientOf(url: string): MailHost | undefined {
  const host = URL.parse(url)?.hostname.toLowerCase() ?? '';
  return mailHosts.find(({ hosts }) => hosts.some((known) => host === known || host.endsWith(`.${known}`)));
}
