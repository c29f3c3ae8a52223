import { CircleCheckIcon, CircleHelpIcon, CircleMinusIcon, CircleXIcon, type LucideIcon } from 'lucide-react';
import { i18n } from '#i18n';
import type { Company, Lead } from '../../lib/domain/schema/lead.ts';
import { type Channel, type MayContact, mayContact } from '../../lib/privacy/may-contact.ts';
import { useListed } from '../hooks/use-listed.ts';
import { classNames } from '../ui/class-names.ts';
import { reasonText } from './words.ts';

const looks: Record<MayContact['may'], { icon: LucideIcon; color: string }> = {
  yes: { icon: CircleCheckIcon, color: 'text-good' },
  ask: { icon: CircleMinusIcon, color: 'text-doubt' },
  no: { icon: CircleXIcon, color: 'text-danger' },
  unknown: { icon: CircleHelpIcon, color: 'text-soft' },
};

/**
 * What is said of a way to somebody; nothing until the lists for checking were asked, so that none is shown who is on one. Where they
 * could not be asked only a no is said, which they would not change.
 */
function useMay(lead: Lead, company: Company | undefined) {
  const { value, failure } = useListed(lead, company);
  return (channel: Channel) => {
    if (!failure) return value && mayContact(lead, company, value, channel);
    const verdict = mayContact(lead, company, [], channel);
    return verdict.may === 'no' ? verdict : undefined;
  };
}

type Whom = { lead: Lead; company: Company | undefined };

/** Whether somebody may be mailed and called, each with why. */
export function MayLines({ lead, company, channels = ['email', 'call'] }: Whom & { channels?: readonly Channel[] }) {
  const mayOf = useMay(lead, company);
  return (
    <ul className="flex flex-col gap-1">
      {channels.map((channel) => {
        const verdict = mayOf(channel);
        if (!verdict) return null;
        const { may, reasons } = verdict;
        const { icon: Icon, color } = looks[may];
        return (
          <li key={channel} className="flex items-start gap-2">
            <Icon size={16} aria-hidden="true" className={classNames('mt-0.5 shrink-0', color)} />
            <div className="min-w-0">
              <p className="font-medium">{i18n.t(`privacy.may.${channel}.${may}`)}</p>
              {reasons.map((reason) => (
                <p key={reason.is} className="break-words text-sm text-soft">
                  {reasonText(reason)}
                </p>
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** The same in one line, for beside a number or the way to write: whether, and why. */
export function MayLine({ lead, company, channel }: Whom & { channel: Channel }) {
  const verdict = useMay(lead, company)(channel);
  if (!verdict) return null;
  const { may, reasons } = verdict;
  const { icon: Icon, color } = looks[may];
  return (
    <p className="flex items-start gap-1.5 text-sm">
      <Icon size={14} aria-hidden="true" className={classNames('mt-0.5 shrink-0', color)} />
      <span className="min-w-0 break-words">
        {i18n.t(`privacy.may.${channel}.${may}`)}
        <span className="text-soft"> · {reasons.map(reasonText).join(' ')}</span>
      </span>
    </p>
  );
}
