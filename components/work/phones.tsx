import { ClockIcon, QrCodeIcon } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { phoneCell } from '../../lib/domain/normalize/phone.ts';
import type { Company, Lead } from '../../lib/domain/schema/lead.ts';
import type { Phone } from '../../lib/domain/schema/value.ts';
import { localTime, placeOf } from '../../lib/work/local-time.ts';
import { ChatCode } from '../capture/chat-code.tsx';
import { useNow } from '../hooks/use-now.ts';
import { useSetting } from '../hooks/use-setting.ts';
import { classNames } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';

/** What time it is where somebody is, with a warning outside the hours of calls; nothing where no place is known. */
export function LocalTime({ lead, company }: { lead: Lead; company: Company | undefined }) {
  const now = useNow();
  const [settings] = useSetting('work');
  const place = placeOf(lead, company);
  if (!place || !settings) return null;
  const { text, reachable } = localTime(place, now, { from: settings.callFrom, until: settings.callUntil });
  const country =
    new Intl.DisplayNames([i18n.t('panel.locale')], { type: 'region' }).of(place.country) ?? place.country;
  return (
    <span className={classNames('inline-flex items-center gap-1', reachable === 'no' ? 'text-doubt' : 'text-soft')}>
      <ClockIcon size={12} aria-hidden="true" />
      {i18n.t('work.timeThere', [text, country])}
      {reachable !== 'yes' && ` · ${i18n.t(`work.reachable.${reachable}`)}`}
    </span>
  );
}

const diallable = ({ e164, ext }: Phone) =>
  e164 ? `tel:${e164}${ext ? `;ext=${ext.replace(/\D/g, '')}` : ''}` : undefined;

/** The numbers of somebody and of their company, to be dialled here or scanned with the mobile; fax numbers are left out. */
export function Phones({ lead, company }: { lead: Lead; company: Company | undefined }) {
  const [code, setCode] = useState<string>();
  const own = lead.phones.map((phone) => ({ phone, of: undefined as string | undefined }));
  const firm = (company?.phones ?? []).map((phone) => ({ phone, of: company?.name }));
  const seen = new Set<string>();
  const phones = [...own, ...firm].filter(({ phone }) => {
    const key = phone.e164 ?? phone.text;
    if (phone.kind === 'fax' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  if (phones.length === 0) return <p className="text-soft">{i18n.t('work.noPhone')}</p>;
  return (
    <ul className="flex flex-col gap-0.5">
      {phones.map(({ phone, of }) => {
        const href = diallable(phone);
        return (
          <li key={phone.e164 ?? phone.text}>
            <span className="flex items-center gap-2">
              {href ? (
                <a href={href} className="text-accent underline-offset-2 hover:underline">
                  {phoneCell(phone)}
                </a>
              ) : (
                <span>{phoneCell(phone)}</span>
              )}
              <span className="min-w-0 flex-1 truncate text-sm text-soft">
                {[i18n.t(`exchange.phoneKind.${phone.kind}`), of].filter(Boolean).join(' · ')}
              </span>
              {href && (
                <IconButton
                  size="small"
                  icon={QrCodeIcon}
                  label={i18n.t('work.dialCode', [phoneCell(phone)])}
                  aria-expanded={code === href}
                  onClick={() => setCode(code === href ? undefined : href)}
                />
              )}
            </span>
            {code === href && href && (
              <span className="flex flex-col">
                <ChatCode link={href} />
                <span className="text-sm text-soft">{i18n.t('work.dialCodeHint')}</span>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
