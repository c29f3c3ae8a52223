import { i18n } from '#i18n';
import type { IcpProfile } from '../../lib/domain/schema/icp.ts';
import type { ProfileRow } from '../../lib/domain/schema/score.ts';
import { differenceOf } from '../../lib/scoring/profile-difference.ts';
import { useVersions } from '../hooks/use-profiles.ts';
import { dayAndTime } from '../leads/words.ts';
import { Button } from '../ui/button.tsx';
import { DifferenceList } from './difference-list.tsx';

/** Every version that was in force, what it changed, and the way back to it. */
export function VersionsView({
  row,
  onRestore,
  onExport,
}: {
  row: ProfileRow;
  onRestore: (revision: number) => void;
  onExport: (profile: IcpProfile) => void;
}) {
  const { versions, failure } = useVersions(row.id);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto flex max-w-3xl flex-col gap-4 p-4">
        {failure && (
          <p role="alert" className="text-danger">
            {i18n.t('icp.failed', [failure.detail])}
          </p>
        )}
        {versions?.length === 0 && <p className="text-soft">{i18n.t('icp.versions.none')}</p>}
        <ol className="flex flex-col gap-4">
          {versions?.map((version, at) => {
            const earlier = versions[at + 1];
            const isNow = version.revision === row.published.revision;
            return (
              <li key={version.revision} className="border-t border-line pt-3">
                <div className="flex flex-wrap items-center gap-2">
                  <h2 className="font-semibold">{i18n.t('icp.versions.title', [version.revision])}</h2>
                  <span className="min-w-0 flex-1 text-soft">
                    {version.publishedAt > 0 ? dayAndTime(version.publishedAt) : i18n.t('icp.draft.builtIn')}
                    {isNow && ` · ${i18n.t('icp.versions.now')}`}
                  </span>
                  <Button look="quiet" onClick={() => onExport(version.profile)}>
                    {i18n.t('icp.file.save')}
                    <span className="sr-only">{i18n.t('icp.versions.title', [version.revision])}</span>
                  </Button>
                  {!isNow && (
                    <Button onClick={() => onRestore(version.revision)}>
                      {i18n.t('icp.versions.restore')}
                      <span className="sr-only">{i18n.t('icp.versions.title', [version.revision])}</span>
                    </Button>
                  )}
                </div>
                {earlier && (
                  <div className="pt-2">
                    <DifferenceList
                      before={earlier.profile}
                      after={version.profile}
                      differences={differenceOf(earlier.profile, version.profile)}
                    />
                  </div>
                )}
              </li>
            );
          })}
        </ol>
      </div>
    </div>
  );
}
