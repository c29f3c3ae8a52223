import { i18n } from '#i18n';
import { holdsText } from '../backup/words.ts';
import { leaveLoss, useBookLoss } from '../hooks/use-book-loss.ts';
import { trustClock, useClockDoubt } from '../hooks/use-clock.ts';
import { attempt } from '../leads/act.ts';
import { dayAndTime } from '../leads/words.ts';
import { Button } from '../ui/button.tsx';

const bar = 'flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-wash px-3 py-1.5';

/** What went wrong with the book and waits for an answer: a part of it that the browser lost, a clock that cannot be right. */
export function BookFaults({ toBackups }: { toBackups: () => Promise<void> }) {
  const loss = useBookLoss();
  const doubt = useClockDoubt();
  return (
    <>
      {loss?.is === 'less' && (
        <div role="alert" className={bar}>
          <p className="min-w-48 flex-1">
            {i18n.t('fault.less', [
              dayAndTime(loss.at),
              ...holdsText({ people: loss.people ?? 0, companies: loss.companies ?? 0 }),
            ])}
          </p>
          <Button size="small" onClick={() => void attempt(toBackups)}>
            {i18n.t('fault.look')}
          </Button>
          <Button size="small" look="quiet" onClick={() => void attempt(leaveLoss)}>
            {i18n.t('fault.leave')}
          </Button>
        </div>
      )}
      {doubt && (
        <div role="alert" className={bar}>
          <p className="min-w-48 flex-1">
            {i18n.t('fault.clock', [dayAndTime(doubt.now), dayAndTime(doubt.lastUsedAt)])}
          </p>
          <Button size="small" onClick={() => void attempt(trustClock)}>
            {i18n.t('fault.clockRight')}
          </Button>
        </div>
      )}
    </>
  );
}
