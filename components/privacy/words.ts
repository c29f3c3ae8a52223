import { i18n } from '#i18n';
import type { ContactReason } from '../../lib/privacy/may-contact.ts';
import { dayText } from '../leads/words.ts';

/** A country in the user's language. In: ISO code. */
export const countryName = (code: string): string =>
  new Intl.DisplayNames(i18n.t('panel.locale'), { type: 'region' }).of(code) ?? code;

/** A site of the ledger by its name. In: the site as the ledger has it. */
export const siteName = (site: string): string => (site === 'pasted' ? i18n.t('privacy.pastedSite') : site);

/** Why somebody may or may not be contacted, in a sentence. */
export function reasonText(reason: ContactReason): string {
  switch (reason.is) {
    case 'doNotContact':
      return i18n.t(`privacy.because.${reason.whose === 'person' ? 'doNotContact' : 'companyDoNotContact'}`);
    case 'listed':
      return i18n.t('privacy.because.listed', [[reason.list, reason.source].filter(Boolean).join(', ')]);
    case 'given':
    case 'withdrawn':
      return [i18n.t(`privacy.because.${reason.is}`, [dayText(reason.at)]), reason.how].filter(Boolean).join(' ');
    case 'customer':
      return i18n.t('privacy.because.customer', [countryName(reason.country), reason.law]);
    case 'rule':
      return i18n.t('privacy.because.rule', [
        countryName(reason.country),
        i18n.t(`privacy.rule.${reason.rule}`),
        reason.law,
      ]);
    case 'noRule':
      return i18n.t('privacy.because.noRule', [countryName(reason.country)]);
    case 'noCountry':
      return i18n.t('privacy.because.noCountry');
  }
}
