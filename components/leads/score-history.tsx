import { useState } from 'react';
import { i18n } from '#i18n';
import type { IcpProfile } from '../../lib/domain/schema/icp.ts';
import { type ScoreChange, useScoreHistory } from '../hooks/use-scores.ts';
import { numberText } from '../icp/points-words.ts';
import { Button } from '../ui/button.tsx';
import { TierPane, tierText } from './tier-pane.tsx';
import { dayAndTime } from './words.ts';

const shortest = 3;

/** How the score came to be what it is: a line over time, and each step with its cause. */
export function ScoreHistory({ id, cuts }: { id: string; cuts: IcpProfile['cuts'] }) {
  const { history = [] } = useScoreHistory(id);
  const [all, setAll] = useState(false);
  if (history.length === 0) return null;
  const shown = all ? history : history.slice(0, shortest);
  return (
    <div className="flex flex-col gap-1">
      <h4 className="text-sm font-medium text-soft">{i18n.t('score.history')}</h4>
      {history.length > 1 && <Trend history={history} cuts={cuts} />}
      <ol className="flex flex-col gap-1 text-sm">
        {shown.map((step) => (
          <li key={step.seq ?? step.at} className="flex flex-wrap items-center gap-x-2">
            <time className="text-soft" dateTime={new Date(step.at).toISOString()}>
              {dayAndTime(step.at)}
            </time>
            <Move step={step} />
            <span className="text-soft">{i18n.t(step.before ? `score.cause.${step.cause}` : 'score.cause.first')}</span>
          </li>
        ))}
      </ol>
      {history.length > shown.length && (
        <Button look="quiet" size="small" className="self-start" onClick={() => setAll(true)}>
          {i18n.t('leads.more')}
        </Button>
      )}
    </div>
  );
}

function Move({ step: { before, after } }: { step: ScoreChange }) {
  const moved = before && before.tier !== after.tier;
  return (
    <span className="flex items-center gap-1">
      {moved && (
        <>
          <TierPane tier={before.tier} />
          <span aria-hidden="true">→</span>
        </>
      )}
      <TierPane tier={after.tier} />
      <span>
        {before && before.total !== after.total && `${numberText(before.total)} → `}
        {numberText(after.total)}
      </span>
    </span>
  );
}

const [width, height] = [300, 44];

/** Totals over time as steps, with the cut points of today as lines across. */
function Trend({ history, cuts }: { history: readonly ScoreChange[]; cuts: IcpProfile['cuts'] }) {
  const steps = history.toReversed();
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) return null;
  const begin = first.at;
  const span = Math.max(1, Date.now() - begin);
  const top = Math.max(100, ...steps.map(({ after }) => after.total));
  const x = (at: number) => ((at - begin) / span) * width;
  const y = (total: number) => height - 2 - (total / top) * (height - 4);
  const path = steps.reduce(
    (line, { at, after }) => `${line} H${x(at).toFixed(1)} V${y(after.total).toFixed(1)}`,
    `M0 ${y(first.after.total).toFixed(1)}`,
  );
  const way = last.after.total > first.after.total ? 'up' : last.after.total < first.after.total ? 'down' : 'level';
  return (
    <svg
      role="img"
      aria-label={i18n.t(`score.trend.${way}`, [numberText(first.after.total), numberText(last.after.total)])}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className="h-11 w-full rounded-md bg-wash"
    >
      {(['A', 'B', 'C'] as const).map((tier) => (
        <line
          key={tier}
          x1={0}
          x2={width}
          y1={y(cuts[tier])}
          y2={y(cuts[tier])}
          vectorEffect="non-scaling-stroke"
          strokeDasharray="2 3"
          className={{ A: 'stroke-tier-a', B: 'stroke-tier-b', C: 'stroke-tier-c' }[tier]}
        >
          <title>{tierText(tier)}</title>
        </line>
      ))}
      <path
        d={`${path} H${width}`}
        fill="none"
        strokeWidth={1.5}
        vectorEffect="non-scaling-stroke"
        className="stroke-ink"
      />
    </svg>
  );
}
