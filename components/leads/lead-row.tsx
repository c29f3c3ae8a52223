import { GlobeIcon, MailIcon, MessageCircleIcon, PhoneIcon } from 'lucide-react';
import { memo } from 'react';
import { i18n } from '#i18n';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import type { ScoreBrief } from '../hooks/use-scores.ts';
import { classNames } from '../ui/class-names.ts';
import { isolate } from '../ui/isolate.ts';
import { inRem } from '../ui/rem.ts';
import { ValuePane } from '../value/value-pane.tsx';
import { Reasons } from './reasons.tsx';
import { TierPane } from './tier-pane.tsx';
import { momentText } from './words.ts';

/** Twelve of them fit into a panel of 600 pixels. */
export const rowHeight = inRem(40);

/** The second line: what tells one from another. */
export function secondLine(lead: Lead): string {
  const place = lead.addresses[0]?.city;
  // What was once said of themselves is no word on somebody who stands with their company.
  const isOfCompany = lead.kind === 'person' && lead.companyId !== undefined;
  const ended = !isOfCompany && lead.outcome && i18n.t(`outcome.${lead.outcome.result}`);
  const parts =
    lead.kind === 'person'
      ? [ended, lead.jobTitle, lead.companyName ?? place]
      : [ended, lead.industry ?? lead.products ?? lead.domain, place, lead.stand];
  const text = parts.flatMap((part) => (part ? [isolate(part)] : [])).join(' · ');
  return text || lead.emails[0] || lead.phones[0]?.text || lead.links[0] || '';
}

export const leadName = (lead: Lead): string =>
  isolate(lead.name || lead.emails[0] || lead.phones[0]?.text || i18n.t('leads.noName'));

function Marks({ lead }: { lead: Lead }) {
  const web = lead.links.length > 0 || (lead.kind === 'company' && Boolean(lead.website ?? lead.domain));
  const known = [
    lead.phones.length > 0 && { Icon: PhoneIcon, label: i18n.t('leads.known.phone') },
    lead.emails.length > 0 && { Icon: MailIcon, label: i18n.t('leads.known.email') },
    Boolean(lead.wechat ?? lead.qq ?? lead.whatsapp) && { Icon: MessageCircleIcon, label: i18n.t('leads.known.chat') },
    web && { Icon: GlobeIcon, label: i18n.t('leads.known.web') },
  ].filter((mark) => mark !== false);
  if (known.length === 0) return null;
  return (
    <span role="img" aria-label={known.map((mark) => mark.label).join(', ')} className="flex shrink-0 gap-1 text-soft">
      {known.map(({ Icon, label }) => (
        <Icon key={label} size={12} strokeWidth={1.75} aria-hidden="true" />
      ))}
    </span>
  );
}

/** A lead in two lines. The tick is drawn, not a control: the list itself has the keys and says what is selected. */
export const LeadRow = memo(function LeadRow({
  lead,
  brief,
  valueClass,
  selected,
  active,
}: {
  lead: Lead;
  /** Absent until it was worked out. */
  brief: ScoreBrief | undefined;
  /** Of a customer, from their orders. */
  valueClass: 'A' | 'B' | 'C' | undefined;
  selected: boolean;
  active: boolean;
}) {
  return (
    <div
      className={classNames(
        'flex h-full items-center gap-2 border-b border-line ps-3 pe-3',
        selected ? 'bg-accent-wash' : active ? 'bg-wash' : 'hover:bg-wash',
        active &&
          'shadow-[inset_2px_0_0_var(--color-accent)] outline-offset-[-2px] outline-accent group-focus-visible:outline-2',
      )}
    >
      <span data-tick aria-hidden="true" className="-m-2 flex items-center justify-center p-2">
        <TickBox on={selected} />
      </span>
      {brief ? <TierPane tier={brief.tier} /> : <span className="size-4 shrink-0" />}
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className="truncate font-medium">{leadName(lead)}</span>
          {valueClass && (
            <span className="self-center">
              <ValuePane valueClass={valueClass} />
            </span>
          )}
          <span className="ms-auto shrink-0 text-xs text-soft">{momentText(lead.updatedAt)}</span>
        </span>
        <span className="flex items-center gap-2 text-sm text-soft">
          <span className="min-w-[45%] flex-1 truncate">{secondLine(lead)}</span>
          {brief && <Reasons brief={brief} className="max-w-[60%]" />}
          {/* A narrow list has room for the reasons or for the marks, and often they say the same. */}
          <span className={brief && brief.reasons.length > 0 ? 'hidden @md:block' : ''}>
            <Marks lead={lead} />
          </span>
        </span>
      </span>
    </div>
  );
});

/** Looks as the tick boxes of the panel do. */
export function TickBox({ on }: { on: boolean }) {
  return (
    <span
      className={classNames(
        'flex size-[0.9375rem] items-center justify-center rounded-sm border forced-colors:border-[CanvasText]',
        on ? 'border-accent bg-accent text-on-accent' : 'border-edge bg-raised',
      )}
    >
      {on && (
        <svg viewBox="0 0 12 12" width="11" height="11" aria-hidden="true">
          <path d="M2 6.5 5 9.5 10 3" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
        </svg>
      )}
    </span>
  );
}
