import { HourglassIcon } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import type { Pipeline } from '../../lib/domain/schema/stage.ts';
import { useStuck } from '../hooks/use-day.ts';
import { Button } from '../ui/button.tsx';
import { Popover } from '../ui/popover.tsx';
import { DropForm, planAction, touchText } from './quiet-item.tsx';

/** Of a lead that stood still longer than its stage has patience: pursue it with a day, or drop it with a reason. */
export function PursueOrDrop({ lead, pipeline, now }: { lead: Lead; pipeline: Pipeline; now: number }) {
  const [open, setOpen] = useState<'pursue' | 'drop'>();
  const stuck = useStuck(lead.id, pipeline, now);
  if (!stuck) return null;
  const close = () => setOpen(undefined);
  const pursue = planAction(lead, 'p', i18n.t('work.pursue'), i18n.t('work.pursueText'));
  return (
    <div className="flex flex-wrap items-center gap-2 rounded-md bg-wash px-2 py-1">
      <HourglassIcon size={15} aria-hidden="true" className="shrink-0 text-soft" />
      <span className="min-w-0 flex-1 text-sm">
        {i18n.t('work.stuckHere')} <span className="text-soft">{touchText(stuck.touchedAt)}</span>
      </span>
      <Popover
        label={pursue.label}
        align="end"
        open={open === 'pursue'}
        onOpenChange={(isOpen) => setOpen(isOpen ? 'pursue' : undefined)}
        trigger={<Button size="small">{pursue.label}</Button>}
      >
        {'form' in pursue && pursue.form(close)}
      </Popover>
      <Popover
        label={i18n.t('work.dropAs')}
        align="end"
        open={open === 'drop'}
        onOpenChange={(isOpen) => setOpen(isOpen ? 'drop' : undefined)}
        trigger={<Button size="small">{i18n.t('work.dropAs')}</Button>}
      >
        <DropForm lead={lead} onDone={close} />
      </Popover>
    </div>
  );
}
