import { i18n } from '#i18n';
import type { Tier } from '../../lib/domain/schema/icp.ts';

type Mark = { state: 'none' } | { state: 'stranger' | 'firm' | 'warn'; label: string } | Known;
type Known = { state: 'known'; label: string; tier: Tier; customer: boolean };

/** What the button above a message in Thunderbird says, shortly and at length. In: the mark of who wrote it. */
export function buttonWords(mark: Mark): { label: string; title: string } {
  switch (mark.state) {
    case 'none':
      return { label: i18n.t('thunderbird.button'), title: i18n.t('thunderbird.buttonNone') };
    case 'known': {
      const { tier, customer } = mark;
      const word = tier === '?' ? 'mailbox.unknownTier' : 'mailbox.tier';
      const ofCustomer = tier === '?' ? 'mailbox.unknownCustomer' : 'mailbox.customer';
      return { label: i18n.t(customer ? ofCustomer : word, [tier]), title: mark.label };
    }
    default:
      return { label: i18n.t(`thunderbird.${mark.state}`), title: mark.label };
  }
}

/** What the button says when a press of it came to nothing. */
export const failedWords = (reason: string) => ({
  label: i18n.t('thunderbird.failed'),
  title: i18n.t('thunderbird.failedWhy', [reason]),
});
