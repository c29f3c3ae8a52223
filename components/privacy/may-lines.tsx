import { CircleCheckIcon, CircleHelpIcon, CircleMinusIcon, CircleXIcon, type LucideIcon } from 'lucide-react';
import { i18n } from '#i18n';
import type { Company, Lead } from '../../lib/domain/schema/lead.ts';
import { type Channel, type MayContact, mayContact } from '../../lib/privacy/may-contact.ts';
import { classNames } from '../ui/class-names.ts';
import { reasonText } from './words.ts';

const looks: Record<MayContact['may'], { icon: LucideIcon; color: string }> = {
  yes: { icon: CircleCheckIcon, color: 'text-good' },
  ask: { icon: CircleMinusIcon, color: 'text-doubt' },
  no: { icon: CircleXIcon, color: 'text-danger' },
  unknown: { icon: CircleHelpIcon, color: 'text-soft' },
};

/** Whether somebody may be mailed and called, each with why. */
export function MayLines({
  lead,
  company,
  channels = ['email', 'call'],
}: {
  lead: Lead;
  company: Company | undefined;
  channels?: readonly Channel[];
}) {
  return (
    <ul className="flex flex-col gap-1">
      {channels.map((channel) => {
        const { may, reasons } = mayContact(lead, company, channel);
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
