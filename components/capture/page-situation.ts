import type { ActiveTab, Refusal } from '../hooks/use-active-tab.ts';
import type { Tray } from '../hooks/use-tray.ts';

/** What the panel has to show for the page in front. */
export type Situation =
  | { is: 'opening' }
  | { is: 'drafts' }
  | { is: 'reading' }
  | { is: 'refused'; refusal: Refusal; detail: string }
  /** Read, and nobody is there. */
  | { is: 'nothing'; siteChanged?: boolean }
  /** May be read, but was not yet. */
  | { is: 'readable' }
  /** The browser does not let us see it: only the icon or the key can. */
  | { is: 'left' };

/**
 * In: the tab in front, and the tray of the address that is shown (a pasted text's where `pasted`). Drafts of another address
 * than the one in front are never shown; an unreadable book is said by the tray itself.
 */
export function situationOf(
  tab: ActiveTab | undefined,
  tray: Pick<Tray, 'state' | 'page'>,
  pasted: boolean,
): Situation {
  const drafts = tray.page !== undefined && tray.page.items.length > 0;
  if (pasted) return drafts ? { is: 'drafts' } : { is: 'opening' };
  if (tab === undefined) return { is: 'opening' };
  const { reading } = tab;
  if (tab.url !== undefined && drafts) return { is: 'drafts' };
  if (reading?.state === 'reading') return { is: 'reading' };
  if (reading?.state === 'refused')
    return { is: 'refused', refusal: reading.refusal ?? 'failed', detail: reading.detail ?? '' };
  if (tab.url === undefined) return { is: 'left' };
  if (tray.state === 'loading') return { is: 'opening' };
  if (tray.page?.siteChanged) return { is: 'nothing', siteChanged: true };
  return reading?.state === 'read' || tray.page !== undefined ? { is: 'nothing' } : { is: 'readable' };
}
