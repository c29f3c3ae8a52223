import { i18n } from '#i18n';
import { useRecentHandovers } from '../hooks/use-handover.ts';
import { dayAndTime } from '../leads/words.ts';
import { targetName } from './out-words.ts';

/** What went where and when, and which ids came back. */
export function RecentHandovers() {
  const { value: runs, failure } = useRecentHandovers();
  if (failure) return <p role="alert">{i18n.t('handover.failed', [failure.detail])}</p>;
  if (!runs) return null;
  if (runs.length === 0) return <p className="max-w-[64ch] px-4 text-soft">{i18n.t('handover.none')}</p>;
  return (
    <section aria-label={i18n.t('handover.recent')} className="px-4 pb-4">
      <h2 className="pb-1 font-semibold">{i18n.t('handover.recent')}</h2>
      <ul className="border-t border-line">
        {runs.map(({ run, at, target, file, way, count }) => (
          <li key={run} className="flex min-h-9 flex-wrap items-center gap-x-3 border-b border-line py-1">
            <span className="min-w-0 flex-1 truncate" title={file}>
              {i18n.t(way === 'out' ? 'handover.recentOut' : 'handover.recentBack', count, [
                String(count),
                targetName(target),
                file,
              ])}
            </span>
            <time className="text-sm text-soft" dateTime={new Date(at).toISOString()}>
              {dayAndTime(at)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}
