import { ChevronRightIcon } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { i18n } from '#i18n';
import type { Provenance } from '../../lib/domain/schema/value.ts';
import type { ScoreLine } from '../../lib/scoring/explain.ts';
import type { ScoreDetail } from '../hooks/use-scores.ts';
import { factText, fieldName } from '../icp/field-words.ts';
import { numberText, pointsText } from '../icp/points-words.ts';
import { groupName, ruleName } from '../icp/rule-words.ts';
import { classNames } from '../ui/class-names.ts';
import { WhereRead } from './where-read.tsx';
import { dayText } from './words.ts';

type Props = { detail: ScoreDetail; onShow: (place: Provenance) => Promise<void> };
type Facts = ScoreLine['facts'];

/** What the facts of a line are, in words: the value alone where it is one. */
function valueWords(facts: Facts, { profile, input }: ScoreDetail, rule: string): string {
  const known = facts.filter(({ value }) => value !== undefined);
  const words = known.map(({ field, value }) => {
    const text = factText(field, value, profile.fields);
    return facts.length > 1 ? i18n.t('score.fact', [fieldName(field, profile.fields), text]) : text;
  });
  if (words.length > 0) return words.join(' · ');
  const event = profile.groups.flatMap((group) => group.rules).find(({ id }) => id === rule);
  if (event?.kind !== 'event') return '';
  return (input.interactions ?? [])
    .filter(({ kind }) => event.events.length === 0 || event.events.includes(kind))
    .toSorted((a, b) => b.occurredAt - a.occurredAt)
    .slice(0, event.most ?? 3)
    .map(({ occurredAt }) => dayText(occurredAt))
    .join(' · ');
}

/** Everywhere that the facts of a line were read, as one list behind one button, and the day of the newest. */
function Receipts({ label, facts, detail, onShow }: { label: string; facts: Facts } & Props) {
  const behind = facts.flatMap(({ field }) => detail.places[field] ?? []);
  const places = [
    ...new Map(behind.flatMap((one) => one.places).map((place) => [JSON.stringify(place), place])).values(),
  ];
  const newest = Math.max(...places.map(({ at }) => at), ...behind.map(({ stamp }) => stamp?.at ?? 0));
  if (!Number.isFinite(newest) || newest <= 0) return null;
  return (
    <span className="flex shrink-0 items-center gap-0.5 text-xs text-soft">
      {dayText(newest)}
      <WhereRead
        label={label}
        places={places}
        stamp={behind.find(({ stamp }) => stamp !== undefined)?.stamp}
        onShow={onShow}
      />
    </span>
  );
}

/** One line: points, what for, the value, where it was read. */
function Line({
  points,
  name,
  value,
  muted,
  children,
}: {
  points: ReactNode;
  name: string;
  value: string;
  muted?: boolean;
  children?: ReactNode;
}) {
  return (
    <li
      className={classNames('grid grid-cols-[2.25rem_minmax(0,1fr)_auto] items-baseline gap-2', muted && 'text-soft')}
    >
      <span className="text-end font-medium">{points}</span>
      <span className="min-w-0 break-words">
        {name}
        {value !== '' && <span className="block text-sm break-words text-soft">{value}</span>}
      </span>
      <span>{children}</span>
    </li>
  );
}

const colourOf = (points: number) => (points > 0 ? 'text-good' : points < 0 ? 'text-danger' : 'text-soft');

/** The lines of both axes, each with its sum; what gave nothing is behind one button. */
export function ScoreLines(props: Props) {
  const { explanation } = props.detail;
  const axes = ['fit', 'engagement'] as const;
  return axes.map((axis) => (
    <AxisLines
      key={axis}
      {...props}
      title={i18n.t(`score.${axis}`)}
      sum={explanation[axis]}
      lines={explanation.lines.filter((line) => line.axis === axis)}
    />
  ));
}

function AxisLines({ title, sum, lines, detail, onShow }: { title: string; sum: number; lines: ScoreLine[] } & Props) {
  const [all, setAll] = useState(false);
  const id = useId();
  const counts = lines.filter(({ points }) => points !== 0);
  const rest = lines.filter(({ points }) => points === 0);
  if (lines.length === 0) return null;
  const draw = (line: ScoreLine) => (
    <ShownLine key={`${line.group} ${line.rule}`} line={line} detail={detail} onShow={onShow} />
  );
  return (
    <div className="flex flex-col gap-1">
      <h4 id={id} className="flex items-baseline gap-2 text-sm font-medium">
        <span className="w-9 text-end">{numberText(sum)}</span>
        <span className="text-soft">{title}</span>
      </h4>
      <ul aria-labelledby={id} className="flex flex-col gap-1">
        {counts.map(draw)}
        {all && rest.map(draw)}
      </ul>
      {rest.length > 0 && (
        <button
          type="button"
          aria-expanded={all}
          onClick={() => setAll(!all)}
          className="flex min-h-6 items-center gap-1 self-start rounded-md ps-3 pe-2 text-sm text-soft hover:text-ink"
        >
          <ChevronRightIcon
            size={14}
            aria-hidden="true"
            className={classNames('motion-safe:transition-transform', all && 'rotate-90')}
          />
          {i18n.t('score.without', rest.length, [numberText(rest.length)])}
        </button>
      )}
    </div>
  );
}

function ShownLine({ line, detail, onShow }: { line: ScoreLine } & Props) {
  const { profile } = detail;
  const points = <span className={colourOf(line.points)}>{pointsText(line.points)}</span>;
  if (line.state === 'limit') {
    const group = profile.groups.find(({ id }) => id === line.group);
    const of = group ? groupName(group) : i18n.t('score.whole');
    const value = i18n.t('score.limited', [numberText(line.before ?? 0), numberText((line.before ?? 0) + line.points)]);
    return <Line points={points} name={i18n.t('score.limit', [of])} value={value} />;
  }
  const name = ruleName(line);
  const value = valueWords(line.facts, detail, line.rule);
  const unmet =
    line.state === 'unknown' ? i18n.t('score.state.unknown') : line.state === 'false' ? i18n.t('score.state.no') : '';
  return (
    <Line
      points={line.points === 0 ? '·' : points}
      name={name}
      value={[unmet, value].filter(Boolean).join(' · ')}
      muted={line.points === 0}
    >
      {line.state !== 'unknown' && <Receipts label={name} facts={line.facts} detail={detail} onShow={onShow} />}
    </Line>
  );
}

/** What excludes a lead, shown apart from points. */
export function GateLines({ detail, onShow }: Props) {
  const closed = detail.explanation.gateRules.filter(({ state }) => state === 'true');
  if (closed.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 rounded-md bg-danger-wash p-2">
      {closed.map((gate) => (
        <li key={gate.rule} className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 break-words">
            <span className="text-danger">{i18n.t('score.excludedLine', [ruleName(gate)])}</span>
            <span className="block text-sm text-soft">{valueWords(gate.facts, detail, gate.rule)}</span>
          </span>
          <Receipts label={ruleName(gate)} facts={gate.facts} detail={detail} onShow={onShow} />
        </li>
      ))}
    </ul>
  );
}
