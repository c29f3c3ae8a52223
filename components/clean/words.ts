import { i18n } from '#i18n';
import type { Reason } from '../../lib/domain/duplicates/reason.ts';
import { formatPhone } from '../../lib/domain/normalize/phone.ts';

/** What speaks against two leads being one. */
const against = new Set<Reason['is']>([
  'otherFamilyName',
  'otherFirm',
  'otherEmail',
  'otherPhone',
  'otherLink',
  'otherTitle',
  'otherPlace',
  'otherForm',
  'otherDomain',
]);
export const isAgainst = ({ is }: Reason): boolean => against.has(is);

/** A reason in words. */
export function reasonText({ is, value }: Reason): string {
  const shown = (is === 'phone' || is === 'mobile') && value ? formatPhone(`+${value}`) : (value ?? '');
  return i18n.t(`clean.reason.${is}`, [shown]).trim();
}
