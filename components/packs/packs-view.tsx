import { i18n } from '#i18n';
import { useTakePack } from '../hooks/use-packs.ts';
import { MakePack } from './make-pack.tsx';
import { RecentPacks } from './recent-packs.tsx';
import { TakePack } from './take-pack.tsx';
import { TeamFolder } from './team-folder.tsx';

/** Packs for colleagues: make one, take one over, share a folder. */
export function PacksView() {
  const job = useTakePack();
  const { plan, busy, done } = job.state;
  // Whoever looks at what a pack would do looks at nothing else.
  const isAlone = plan !== undefined || busy !== undefined || done !== undefined;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <header className="flex min-h-10 shrink-0 items-center border-b border-line px-4">
        <h1 className="text-lg font-semibold">{i18n.t('pack.title')}</h1>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {!isAlone && <p className="max-w-[80ch] px-4 pt-3 text-soft">{i18n.t('pack.intro')}</p>}
        <div className={isAlone ? 'p-4' : 'grid max-w-300 items-start gap-x-10 gap-y-6 p-4 wide:grid-cols-2'}>
          <TakePack job={job} />
          {!isAlone && (
            <>
              <MakePack />
              <TeamFolder />
              <RecentPacks />
            </>
          )}
        </div>
      </div>
    </div>
  );
}
