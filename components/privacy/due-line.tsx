import { HourglassIcon } from 'lucide-react';
import { i18n } from '#i18n';
import { useDueCount } from '../hooks/use-due-count.ts';

/** That people are to be decided on whose usual period is over, with the way there; nothing where nobody is. */
export function DueLine({ now }: { now: number }) {
  const due = useDueCount(now);
  if (!due || due.count === 0) return null;
  const { count, isMore } = due;
  const months = i18n.t('privacy.dueMonths', due.months);
  return (
    <p className="flex flex-wrap items-center gap-x-2 px-3 pt-3 text-sm text-soft">
      <HourglassIcon size={14} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
      {isMore ? i18n.t('privacy.dueMany', count, [months, count]) : i18n.t('privacy.dueLead', count, [months, count])}
      <a href="#/privacy/due" className="text-ink underline underline-offset-2">
        {i18n.t('privacy.dueDecide')}
      </a>
    </p>
  );
}
