import { type Browser, browser } from 'wxt/browser';
import { i18n } from '#i18n';

/** Ids of our entries in the context menu. */
export const menuIds = {
  page: 'read-page',
  selection: 'read-selection',
  link: 'read-link',
  picture: 'read-picture',
} as const;

/** Links that name a person or a firm: ways to reach them, and profiles on the usual networks. */
const linkPatterns = [
  'mailto:*',
  'tel:*',
  'sms:*',
  '*://*.linkedin.com/in/*',
  '*://*.linkedin.com/company/*',
  '*://*.xing.com/profile/*',
  '*://*.xing.com/pages/*',
  '*://wa.me/*',
  '*://api.whatsapp.com/send*',
  '*://t.me/*',
  '*://github.com/*',
  '*://x.com/*',
  '*://twitter.com/*',
  '*://*.facebook.com/*',
  '*://*.instagram.com/*',
  '*://*.weibo.com/*',
];

/** Creates the entries anew; the browser keeps them until the next install or update. */
export async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  const entries: Browser.contextMenus.CreateProperties[] = [
    { id: menuIds.page, title: i18n.t('ways.menu.page'), contexts: ['page', 'frame', 'image'] },
    { id: menuIds.selection, title: i18n.t('ways.menu.selection'), contexts: ['selection'] },
    { id: menuIds.link, title: i18n.t('ways.menu.link'), contexts: ['link'], targetUrlPatterns: linkPatterns },
    { id: menuIds.picture, title: i18n.t('qr.menu'), contexts: ['image'] },
  ];
  for (const entry of entries) browser.contextMenus.create(entry);
}
