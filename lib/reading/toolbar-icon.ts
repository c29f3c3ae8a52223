import { browser } from 'wxt/browser';
import { i18n } from '#i18n';

/** What the toolbar icon says of a tab. */
export type IconState = 'neutral' | 'nothing' | 'new' | 'several' | 'yours';

/** In: of how many drafts the page gave, how many are not in the book yet. Out: what the icon says. */
export function iconState(drafts: number, notYours: number): IconState {
  if (drafts === 0) return 'nothing';
  if (notYours === 0) return 'yours';
  return notYours === 1 ? 'new' : 'several';
}

const title = (state: IconState, notYours: number) => {
  switch (state) {
    case 'nothing':
      return i18n.t('ways.icon.nothing');
    case 'new':
      return i18n.t('ways.icon.new');
    case 'several':
      return i18n.t('ways.icon.several', [notYours]);
    case 'yours':
      return i18n.t('ways.icon.yours');
    case 'neutral':
      return i18n.t('action.title');
  }
};

/** Shows a state on a tab's toolbar icon, in shape and in words. A tab closed meanwhile is no error. */
export async function showIcon(tabId: number, state: IconState, notYours = 0): Promise<void> {
  const path = { 16: `/icon/state/${state}-16.png`, 32: `/icon/state/${state}-32.png` };
  try {
    await browser.action.setIcon({ tabId, path });
    await browser.action.setTitle({ tabId, title: title(state, notYours) });
  } catch (cause) {
    if (!/no tab with id|invalid tab id/i.test(String(cause))) throw cause;
  }
}
