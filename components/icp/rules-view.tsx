import { useMemo, useState } from 'react';
import { i18n } from '#i18n';
import type { IcpProfile } from '../../lib/domain/schema/icp.ts';
import type { ProfileRow } from '../../lib/domain/schema/score.ts';
import { checkProfile } from '../../lib/scoring/check.ts';
import { useHistogram, useRuleTally, useSimulation } from '../hooks/use-score-figures.ts';
import { Progress } from '../ui/progress.tsx';
import { type DraftActs, DraftBar } from './draft-bar.tsx';
import { Histogram } from './histogram.tsx';
import { problemText } from './problem-words.ts';
import { BandGrid, ProfileSettings } from './profile-settings.tsx';
import { RulesList } from './rules-list.tsx';

type Props = { row: ProfileRow; draft: IcpProfile | undefined; isActive: boolean; acts: DraftActs };

/** The profile in words, and where its tiers begin on the user's own leads. What is changed here is a draft. */
export function RulesView({ row, draft, isActive, acts }: Props) {
  const [looking, setLooking] = useState<'draft' | 'force'>('draft');
  const isForce = draft !== undefined && looking === 'force';
  const profile = isForce || !draft ? row.published : draft;
  const edit = isForce ? undefined : acts.edit;
  const problems = useMemo(() => checkProfile(profile), [profile]);
  const tally = useRuleTally(profile);
  const effect = useSimulation(isActive ? draft : undefined, row.published, 1);
  const ofWhole = problems.filter(({ place }) => !place.startsWith('groups['));
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <DraftBar
        row={row}
        draft={draft}
        effect={draft && effect.value}
        problems={problems}
        acts={acts}
        looking={looking}
        onLooking={setLooking}
      />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto grid max-w-7xl grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-6 p-4 wide:grid-cols-[minmax(0,1fr)_24rem]">
          <RulesList
            profile={profile}
            problems={problems}
            tally={tally.value}
            edit={edit}
            onUndo={() => acts.undo?.()}
          />
          <aside
            aria-label={i18n.t('icp.histogram.title')}
            className="flex flex-col gap-5 max-wide:order-first wide:sticky wide:top-4 wide:self-start"
          >
            <Figures profile={profile} edit={edit} />
            {ofWhole.length > 0 && (
              <ul className="flex flex-col gap-1">
                {ofWhole.map((problem) => (
                  <li
                    key={`${problem.code} ${problem.place}`}
                    className={problem.level === 'error' ? 'text-danger' : 'text-doubt'}
                  >
                    {problemText(problem, profile)}
                  </li>
                ))}
              </ul>
            )}
            <ProfileSettings profile={profile} edit={edit} />
          </aside>
        </div>
      </div>
    </div>
  );
}

function Figures({ profile, edit }: { profile: IcpProfile; edit: DraftActs['edit'] | undefined }) {
  const { value, progress, failure } = useHistogram(profile);
  return (
    <section aria-label={i18n.t('icp.histogram.title')} className="flex flex-col gap-1">
      <h2 className="font-semibold">{i18n.t('icp.histogram.title')}</h2>
      <p className="text-sm text-soft">{i18n.t(edit ? 'icp.histogram.hint' : 'icp.histogram.look')}</p>
      {failure && (
        <p role="alert" className="text-danger">
          {i18n.t('icp.failed', [failure.detail])}
        </p>
      )}
      {progress !== undefined && <Progress value={progress} label={i18n.t('icp.working')} />}
      {value && value.n === 0 && <p className="py-4 text-soft">{i18n.t('icp.histogram.noLeads')}</p>}
      {value && (
        <>
          <Histogram
            figures={value}
            cuts={profile.cuts}
            onCuts={edit && ((cuts) => edit((from) => ({ ...from, cuts }), 'cuts'))}
          />
          <p className="text-sm text-soft">{i18n.t('icp.histogram.sum', [value.n, value.gated])}</p>
          <details>
            <summary className="w-fit rounded-sm text-sm text-soft hover:text-ink">{i18n.t('icp.advanced')}</summary>
            <div className="pt-2">
              <BandGrid profile={profile} figures={value} edit={edit} />
            </div>
          </details>
        </>
      )}
    </section>
  );
}
