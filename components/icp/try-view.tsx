import { FlaskConicalIcon } from 'lucide-react';
import { useMemo, useState } from 'react';
import { i18n } from '#i18n';
import type { IcpProfile } from '../../lib/domain/schema/icp.ts';
import type { ProfileRow } from '../../lib/domain/schema/score.ts';
import { checkProfile } from '../../lib/scoring/check.ts';
import { differenceOf } from '../../lib/scoring/profile-difference.ts';
import type { Simulation } from '../../lib/scoring/simulate.ts';
import { useLocalNumber } from '../hooks/use-local.ts';
import { useSimulation } from '../hooks/use-score-figures.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Progress } from '../ui/progress.tsx';
import { Segments } from '../ui/segments.tsx';
import { BacktestTable } from './backtest-table.tsx';
import { DifferenceList } from './difference-list.tsx';
import { MigrationFlow, MigrationGrid, type Move } from './migration.tsx';
import { MovedLeads } from './moved-leads.tsx';
import { numberText } from './points-words.ts';
import { problemText } from './problem-words.ts';
import { NumberInput } from './value-fields.tsx';

type Props = {
  row: ProfileRow;
  draft: IcpProfile | undefined;
  isActive: boolean;
  onPublish: () => void;
  onEdit: () => void;
};

/** What a draft would change before it is put in force: who moves, how much work that is, how it would have done. */
export function TryView({ row, draft, isActive, onPublish, onEdit }: Props) {
  const problems = useMemo(() => (draft ? checkProfile(draft) : []), [draft]);
  if (!draft)
    return (
      <EmptyState icon={FlaskConicalIcon} title={i18n.t('icp.try.noDraft')}>
        <p>{i18n.t('icp.try.noDraftTeach')}</p>
        <Button onClick={onEdit}>{i18n.t('icp.try.toRules')}</Button>
      </EmptyState>
    );
  const errors = problems.filter(({ level }) => level === 'error');
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto grid max-w-7xl grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-6 p-4 wide:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="flex min-w-0 flex-col gap-6">
          {isActive ? <Effect draft={draft} published={row.published} /> : <p>{i18n.t('icp.try.notActive')}</p>}
          <BacktestTable draft={draft} published={row.published} />
        </div>
        <aside aria-label={i18n.t('icp.try.changes')} className="flex flex-col items-start gap-4">
          <Button look="primary" size="large" disabled={errors.length > 0} onClick={onPublish}>
            {i18n.t('icp.try.publish')}
          </Button>
          <p className="text-sm text-soft">
            {errors.length > 0 ? i18n.t('icp.try.cannot') : i18n.t('icp.try.publishHint')}
          </p>
          <section className="flex w-full flex-col gap-2">
            <h2 className="font-semibold">{i18n.t('icp.try.changes')}</h2>
            <DifferenceList before={row.published} after={draft} differences={differenceOf(row.published, draft)} />
          </section>
          {problems.length > 0 && (
            <ul className="flex flex-col gap-1">
              {problems.map((problem) => (
                <li
                  key={`${problem.code} ${problem.place}`}
                  className={problem.level === 'error' ? 'text-danger' : 'text-doubt'}
                >
                  {problem.names.length > 0 && <strong>{problem.names.join(' › ')}: </strong>}
                  {problemText(problem, draft)}
                </li>
              ))}
            </ul>
          )}
        </aside>
      </div>
    </div>
  );
}

function Effect({ draft, published }: { draft: IcpProfile; published: IcpProfile }) {
  const [perWeek, setPerWeek] = useLocalNumber('icp.perWeek', 30);
  const { value, progress, failure } = useSimulation(draft, published, perWeek);
  return (
    <section aria-label={i18n.t('icp.try.effect')} className="flex flex-col gap-4">
      <h2 className="font-semibold">{i18n.t('icp.try.effect')}</h2>
      {failure && (
        <p role="alert" className="text-danger">
          {i18n.t('icp.failed', [failure.detail])}
        </p>
      )}
      {progress !== undefined && <Progress value={progress} label={i18n.t('icp.working')} />}
      {value && <Told simulation={value} perWeek={perWeek} onPerWeek={setPerWeek} />}
    </section>
  );
}

function Told({
  simulation,
  perWeek,
  onPerWeek,
}: {
  simulation: Simulation;
  perWeek: number;
  onPerWeek: (value: number) => void;
}) {
  const [look, setLook] = useState<'grid' | 'flow'>('grid');
  const [move, setMove] = useState<Move>();
  const { up, down, told, untold, changed, n, before, after, weeks } = simulation;
  const weekText = (count: number) =>
    i18n.t('icp.try.weeks', Math.ceil(count), [numberText(Math.ceil(count * 10) / 10)]);
  return (
    <>
      <p role="status" data-effect>
        {i18n.t('icp.try.sum', changed.length, [numberText(changed.length), numberText(n)])}{' '}
        {changed.length > 0 &&
          [
            ...(up.length > 0 ? [i18n.t('icp.try.up', up.length)] : []),
            ...(down.length > 0 ? [i18n.t('icp.try.down', down.length)] : []),
            ...(told.length > 0 ? [i18n.t('icp.try.told', told.length)] : []),
            ...(untold.length > 0 ? [i18n.t('icp.try.untold', untold.length)] : []),
          ].join(i18n.t('icp.say.comma'))}
      </p>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {i18n.t('icp.try.perWeek')}
        <NumberInput
          label={i18n.t('icp.try.perWeek')}
          whole
          min={1}
          max={10_000}
          className="w-16!"
          value={perWeek}
          onChange={(value) => value !== undefined && onPerWeek(value)}
        />
        <span>
          {i18n.t('icp.try.workload', [
            numberText(before.A),
            weekText(weeks.before),
            numberText(after.A),
            weekText(weeks.after),
          ])}
        </span>
      </p>
      {n > 0 && (
        <div className="flex flex-col items-start gap-2">
          <Segments
            label={i18n.t('icp.try.look')}
            value={look}
            options={[
              { value: 'grid', text: i18n.t('icp.try.grid') },
              { value: 'flow', text: i18n.t('icp.try.flow') },
            ]}
            onChange={setLook}
          />
          {look === 'grid' ? (
            <MigrationGrid simulation={simulation} chosen={move} onChoose={setMove} />
          ) : (
            <MigrationFlow simulation={simulation} />
          )}
        </div>
      )}
      <MovedLeads simulation={simulation} move={look === 'grid' ? move : undefined} />
    </>
  );
}
