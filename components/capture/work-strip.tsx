import { i18n } from '#i18n';
import type { Work } from '../hooks/use-tray-work.ts';
import { siteOf } from '../hooks/use-tray-work.ts';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';

/** While a list is worked through: whose record is being filled, how many are left, done, skip, stop. */
export function WorkStrip({ work, onNext }: { work: Work; onNext: (mark: 'done' | 'skipped') => void }) {
  const { current, queue, open } = work;
  if (!current) return null;
  const name = current.name ?? current.domain ?? '';
  return (
    <section className="flex shrink-0 flex-col gap-1 border-b border-line bg-accent-wash px-3 py-1.5">
      <div className="flex items-baseline gap-2">
        <p className="min-w-0 flex-1 truncate font-medium">{i18n.t('capture.work.filling', [name])}</p>
        {queue.length > 0 && (
          <span className="shrink-0 text-sm text-soft">
            {i18n.t('capture.work.left', [String(open), String(queue.length)])}
          </span>
        )}
      </div>
      {siteOf(current) === undefined && <p className="text-sm text-soft">{i18n.t('capture.work.noSite', [name])}</p>}
      <div className="flex gap-1">
        <Button size="small" look="primary" aria-keyshortcuts="D" onClick={() => onNext('done')}>
          {i18n.t('capture.work.done')} <Kbd keys="D" />
        </Button>
        <Button size="small" aria-keyshortcuts="S" onClick={() => onNext('skipped')}>
          {i18n.t('capture.work.skip')} <Kbd keys="S" />
        </Button>
        <Button size="small" look="quiet" className="ms-auto" onClick={() => void work.stop()}>
          {i18n.t('capture.work.stop')}
        </Button>
      </div>
    </section>
  );
}
