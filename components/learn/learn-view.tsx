import { GraduationCapIcon } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { useDraftPoints } from '../hooks/use-draft-points.ts';
import { type LearnQuestion, type LearnResult, useLearning } from '../hooks/use-learning.ts';
import { numberText, pointsText } from '../icp/points-words.ts';
import { ruleName } from '../icp/rule-words.ts';
import { attempt } from '../leads/act.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Progress } from '../ui/progress.tsx';
import { say } from '../ui/toast.tsx';
import { RuleRates, TierRates } from './hit-rates.tsx';
import { Quality } from './quality.tsx';
import { Refusal } from './refusal.tsx';
import { Suggestions } from './suggestions.tsx';
import { dateText } from './words.ts';

/** What won and lost tell of the rules: hit rates from the first one on, suggested points from forty of each. */
export function LearnView() {
  const [how, setHow] = useState<LearnQuestion>({ penalty: 'logF', withLate: true });
  const { result, progress, failure, stale, start, stop } = useLearning(how);
  const drafting = useDraftPoints();
  const working = progress !== undefined;
  const published = drafting.row?.published;
  const replaced =
    result && published && (published.id !== result.profile.id || published.revision !== result.profile.revision);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
      <div className="flex max-w-5xl flex-col gap-6 p-4">
        <header className="flex min-h-7 flex-wrap items-center gap-3">
          <h1 className="text-lg font-semibold">{i18n.t('learn.name')}</h1>
          {working ? (
            <div className="flex min-w-48 flex-1 items-center gap-3">
              <Progress value={progress} label={i18n.t('learn.working')} />
              <Button onClick={stop}>{i18n.t('learn.cancel')}</Button>
            </div>
          ) : (
            <>
              <Button onClick={() => void start()}>{i18n.t(result ? 'learn.again' : 'learn.start')}</Button>
              {(stale || replaced) && <span className="text-soft">{i18n.t('learn.stale')}</span>}
            </>
          )}
        </header>
        <p role="status" className="sr-only">
          {working ? i18n.t('learn.working') : ''}
        </p>
        {failure && (
          <p role="alert" className="text-danger">
            {i18n.t('learn.failed', [failure.detail])}
          </p>
        )}
        {!result && !working && !failure && <p className="text-soft">{i18n.t('learn.stopped')}</p>}
        {result && <Learnt result={result} how={how} onHow={setHow} drafting={drafting} />}
      </div>
    </div>
  );
}

type Learning = { result: LearnResult; how: LearnQuestion; onHow: (how: LearnQuestion) => void };
type Drafting = ReturnType<typeof useDraftPoints>;

function Learnt({ result, how, onHow, drafting }: Learning & { drafting: Drafting }) {
  const { backtest: tested, lesson, profile } = result;
  const names = new Map(profile.groups.flatMap(({ rules }) => rules.map((rule) => [rule.id, ruleName(rule)])));
  const nameOf = (rule: string) => names.get(rule) ?? rule;
  return (
    <>
      <Sources result={result} how={how} onHow={onHow} />
      {tested.all.n === 0 ? (
        <EmptyState icon={GraduationCapIcon} title={i18n.t('learn.none')}>
          {i18n.t('learn.noneTeach')}
        </EmptyState>
      ) : (
        <>
          <TierRates tested={tested} />
          <RuleRates tested={tested} profile={profile} />
          <section aria-label={i18n.t('learn.suggested')} className="flex flex-col gap-2">
            <h2 className="font-semibold">{i18n.t('learn.suggested')}</h2>
            {lesson.ok ? <Taking lesson={lesson} nameOf={nameOf} drafting={drafting} /> : <Refusal lesson={lesson} />}
          </section>
          {lesson.ok && (
            <Quality
              lesson={lesson}
              penalty={how.penalty}
              onPenalty={(penalty) => onHow({ ...how, penalty })}
              nameOf={nameOf}
            />
          )}
        </>
      )}
    </>
  );
}

/** What it was learnt from, and what was left out and why. */
function Sources({ result, how, onHow }: Learning) {
  const { backtest: tested, span, late, leftOut } = result;
  const { won, n } = tested.all;
  return (
    <div className="flex max-w-prose flex-col gap-1 text-pretty">
      {span && (
        <p>
          {i18n.t('learn.summary', [
            i18n.t('learn.won', won, [numberText(won)]),
            i18n.t('learn.lost', n - won, [numberText(n - won)]),
            dateText(span.from),
            dateText(span.to),
          ])}
        </p>
      )}
      {late > 0 && (
        <>
          <p className="text-soft">
            {how.withLate
              ? i18n.t('learn.late', late, [numberText(late)])
              : i18n.t('learn.lateOut', late, [numberText(late)])}
          </p>
          <label htmlFor="learn-late" className="flex w-fit items-center gap-2">
            <Checkbox
              id="learn-late"
              checked={how.withLate}
              onChange={(event) => onHow({ ...how, withLate: event.target.checked })}
            />
            {i18n.t('learn.countLate')}
          </label>
        </>
      )}
      {leftOut.length > 0 && (
        <details>
          <summary className="w-fit">{i18n.t('learn.leftOut', leftOut.length)}</summary>
          <ul className="list-disc ps-5">
            {leftOut.map(({ id, name, why }) => (
              <li key={id}>
                {name || i18n.t('leads.noName')}: {i18n.t(`learn.why.${why}`)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Taking({
  lesson,
  nameOf,
  drafting: { row, failure, take, back },
}: {
  lesson: Extract<LearnResult['lesson'], { ok: true }>;
  nameOf: (rule: string) => string;
  drafting: Drafting;
}) {
  if (failure) return <p role="alert">{i18n.t('learn.failed', [failure.detail])}</p>;
  if (!row) return null;
  const change = (work: () => Promise<() => Promise<void>>, done: string) =>
    void attempt(async () => {
      const undo = await work();
      say(done, {
        label: i18n.t('learn.undo'),
        run: () =>
          void attempt(async () => {
            await undo();
            say(i18n.t('learn.undone'));
          }),
      });
    });
  return (
    <Suggestions
      lesson={lesson}
      published={row.published}
      draft={row.draft}
      onTake={(points) => {
        const [[rule, value] = ['', 0]] = [...points];
        change(
          () => take(points),
          i18n.t('learn.took', points.size, [numberText(points.size), nameOf(rule), pointsText(value)]),
        );
      }}
      onBack={(rule) => change(() => back(rule), i18n.t('learn.tookBack', [nameOf(rule)]))}
    />
  );
}
