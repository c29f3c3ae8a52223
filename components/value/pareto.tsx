import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { type BoundaryPolicy, type Cuts, countClasses, type Ranking } from '../../lib/value/abc.ts';
import type { Overview } from '../hooks/use-orders.ts';
import { FigureFrame } from './figure-frame.tsx';
import { classText, countText, percentText } from './words.ts';

const box = { width: 720, height: 260, left: 44, right: 12, top: 10, bottom: 30 };
const inner = { width: box.width - box.left - box.right, height: box.height - box.top - box.bottom };
const most = 400;
const step = 0.01;

/** The ranking as the page has it: places are the ranks themselves. */
function rankingOf({ reached, values, total, positive }: Overview['ranking']): Ranking {
  return { order: Uint32Array.from({ length: positive }, (_, at) => at), reached, values, total, positive };
}

const x = (share: number) => box.left + share * inner.width;
const y = (share: number) => box.top + (1 - share) * inner.height;

/** How many customers and what share of the total each class has under these cuts. */
function classesUnder(ranking: Ranking, cuts: Cuts, policy: BoundaryPolicy) {
  const { a, ab } = countClasses(ranking, cuts, policy);
  const shareOf = (count: number) => (count === 0 ? 0 : (ranking.reached[count - 1] as number));
  return (['A', 'B', 'C'] as const).map((valueClass, at) => {
    const ends = [0, a, ab, ranking.positive];
    const [from = 0, until = 0] = [ends[at], ends[at + 1]];
    return { valueClass, count: until - from, share: shareOf(until) - shareOf(from), until };
  });
}

/**
 * The Pareto chart: customers from the largest down, and the share of the total that is reached; both cuts are dragged, or moved by
 * arrow keys. While a cut moves only this chart is drawn anew; classes are set once it is let go.
 */
export function Pareto({
  ranking: raw,
  cuts,
  policy,
  onCuts,
}: {
  ranking: Overview['ranking'];
  cuts: Cuts;
  policy: BoundaryPolicy;
  onCuts: (cuts: Cuts) => void;
}) {
  const ranking = useMemo(() => rankingOf(raw), [raw]);
  const [moving, setMoving] = useState<Cuts>();
  const svg = useRef<SVGSVGElement>(null);
  const now = moving ?? cuts;
  const classes = classesUnder(ranking, now, policy);
  const { positive, reached } = ranking;
  const curve = useMemo(() => {
    const every = Math.max(1, Math.ceil(positive / most));
    const points = [`M${x(0)} ${y(0)}`];
    for (let at = 0; at < positive; at += every) points.push(`L${x((at + 1) / positive)} ${y(reached[at] as number)}`);
    return `${points.join('')}L${x(1)} ${y(1)}`;
  }, [positive, reached]);
  const bars = useMemo(() => barsOf(ranking), [ranking]);

  const limited = (which: 'a' | 'b', share: number): Cuts => {
    const rounded = Math.round(share / step) * step;
    if (which === 'a') return { ...now, a: Math.min(Math.max(step, rounded), now.b - step) };
    return { ...now, b: Math.max(Math.min(1, rounded), now.a + step) };
  };
  const shareAt = (event: PointerEvent) => {
    const place = svg.current?.getBoundingClientRect();
    if (!place) return 0;
    return 1 - ((event.clientY - place.top) * (box.height / place.height) - box.top) / inner.height;
  };
  const onKey = (which: 'a' | 'b') => (event: KeyboardEvent) => {
    const by = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 5, PageDown: -5 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    onCuts(limited(which, now[which] + by * step));
  };

  const rows = classes.map(({ valueClass, count, share }) => ({
    key: valueClass,
    cells: [classText(valueClass), count, positive === 0 ? 0 : count / positive, share],
  }));
  return (
    <FigureFrame
      title={i18n.t('value.pareto')}
      hint={i18n.t('value.paretoHint', [i18n.t(`value.policy.${policy}`)])}
      isUsed
      columns={[
        { head: i18n.t('value.class') },
        { head: i18n.t('value.customers'), numbers: true },
        { head: i18n.t('value.ofCustomers'), numbers: true },
        { head: i18n.t('value.ofTotal'), numbers: true },
      ]}
      rows={rows}
      shown={({ cells: [name = '', count, part, share] }) => [
        name,
        countText(Number(count)),
        percentText(Number(part)),
        percentText(Number(share)),
      ]}
    >
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: what can be used in it is named; the figure has its caption */}
      <svg
        ref={svg}
        viewBox={`0 0 ${box.width} ${box.height}`}
        className="w-full max-w-4xl touch-none select-none"
        fontSize={12}
      >
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <g key={share}>
            <path d={`M${x(0)} ${y(share)}H${x(1)}`} className="stroke-line" />
            <text x={box.left - 6} y={y(share) + 4} textAnchor="end" className="fill-soft">
              {percentText(share)}
            </text>
          </g>
        ))}
        {bars.map(({ at, width, height }) => (
          <rect key={at} x={at} y={y(height)} width={width} height={height * inner.height} className="fill-press" />
        ))}
        {classes.map(({ valueClass, count, until }) =>
          count === 0 ? null : (
            <g key={valueClass}>
              {until < positive && (
                <path d={`M${x(until / positive)} ${y(0)}V${y(1)}`} className="stroke-edge" strokeDasharray="2 3" />
              )}
              <text
                x={x((until - count / 2) / Math.max(1, positive))}
                y={y(0) + 18}
                textAnchor="middle"
                className="fill-ink"
                fontWeight={600}
              >
                {count / positive > 0.06 ? i18n.t('value.classCount', [valueClass, countText(count)]) : valueClass}
              </text>
            </g>
          ),
        )}
        <path d={curve} fill="none" strokeWidth={2.5} className="stroke-accent" />
        {(['a', 'b'] as const).map((which) => (
          <g
            key={which}
            role="slider"
            tabIndex={0}
            aria-label={i18n.t(which === 'a' ? 'value.cutA' : 'value.cutB')}
            aria-orientation="vertical"
            aria-valuemin={1}
            aria-valuemax={100}
            aria-valuenow={Math.round(now[which] * 100)}
            aria-valuetext={percentText(now[which])}
            className="cursor-ns-resize"
            onKeyDown={onKey(which)}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              setMoving(now);
            }}
            onPointerMove={(event) => {
              if (moving) setMoving(limited(which, shareAt(event)));
            }}
            onPointerUp={() => {
              if (moving) onCuts(moving);
              setMoving(undefined);
            }}
            onPointerCancel={() => setMoving(undefined)}
          >
            <path
              d={`M${x(0)} ${y(now[which])}H${x(1)}`}
              className="stroke-ink"
              strokeWidth={1.5}
              strokeDasharray="6 4"
            />
            <rect x={x(0)} y={y(now[which]) - 8} width={inner.width} height={16} fill="transparent" stroke="none" />
            <rect x={x(1) - 74} y={y(now[which]) - 10} width={70} height={20} rx={4} className="fill-ink" />
            <text x={x(1) - 39} y={y(now[which]) + 4} textAnchor="middle" className="fill-paper" fontWeight={600}>
              {i18n.t('value.cut', [which.toUpperCase(), percentText(now[which])])}
            </text>
          </g>
        ))}
      </svg>
      <p aria-live="polite" className="flex flex-wrap gap-x-6 gap-y-1">
        {classes.map(({ valueClass, count, share }) => (
          <span key={valueClass}>
            {i18n.t('value.classSays', [classText(valueClass), countText(count), percentText(share)])}
          </span>
        ))}
      </p>
    </FigureFrame>
  );
}

/** The customers' own values as bars, some hundred at most; heights as shares of the largest. */
function barsOf({ values, positive }: Ranking) {
  const count = Math.min(positive, 180);
  const largest = values[0] ?? 1;
  return Array.from({ length: count }, (_, bar) => {
    const from = Math.floor((bar * positive) / count);
    return {
      at: x(bar / count),
      width: Math.max(0.6, inner.width / count - (count < 90 ? 1 : 0)),
      height: Math.max(0, (values[from] as number) / largest),
    };
  });
}
