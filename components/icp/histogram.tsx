import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Tier } from '../../lib/domain/schema/icp.ts';
import { atLeastOf, type Cut, type Cuts, movedCut, tiersUnder } from '../../lib/scoring/cuts.ts';
import type { Histogram as Figures } from '../../lib/scoring/histogram.ts';
import { TierPane, tierText } from '../leads/tier-pane.tsx';
import { classNames } from '../ui/class-names.ts';
import { numberText } from './points-words.ts';

const tiers: readonly Tier[] = ['A', 'B', 'C', 'D', '?'];
const handles: readonly Cut[] = ['A', 'B', 'C'];
const fills = { A: 'fill-tier-a', B: 'fill-tier-b', C: 'fill-tier-c', D: 'fill-tier-d' } as const;
const lines = { A: 'bg-tier-a', B: 'bg-tier-b', C: 'bg-tier-c' } as const;

type Props = {
  figures: Figures;
  cuts: Cuts;
  /** Absent where cuts are only looked at. Called when a handle is let go, and for each key. */
  onCuts?: ((cuts: Cuts) => void) | undefined;
};

/**
 * How the totals of the user's own leads lie, with the cut points as handles: dragged, or moved by the arrow keys. The counts
 * follow each frame, since they come from sums that are already there.
 */
export function Histogram({ figures, cuts, onCuts }: Props) {
  const [live, setLive] = useState<Cuts>();
  const shown = live ?? cuts;
  const atLeast = useMemo(() => atLeastOf(figures), [figures]);
  const most = useMemo(() => lastOf(figures, cuts), [figures, cuts]);
  return (
    <div className="flex flex-col gap-2">
      <TierCountRow counts={tiersUnder(shown, atLeast, figures)} />
      <div dir="ltr" className="relative mt-10 mb-6 h-36 select-none" data-histogram>
        <Bars figures={figures} cuts={shown} most={most} />
        {handles.map((cut) => (
          <Handle
            key={cut}
            cut={cut}
            cuts={shown}
            most={most}
            raised={isRaised(cut, shown, most)}
            count={atLeast[Math.ceil(shown[cut])] ?? 0}
            onLive={setLive}
            onCuts={onCuts}
          />
        ))}
        <span className="absolute start-0 top-full pt-1 text-xs text-soft">0</span>
        <span className="absolute end-0 top-full pt-1 text-xs text-soft">{i18n.t('icp.histogram.points', [most])}</span>
      </div>
    </div>
  );
}

/** Whether a handle's letter stands one row higher, so that close ones can be told apart and taken hold of. */
function isRaised(cut: Cut, { A, B, C }: Cuts, most: number): boolean {
  const close = (high: number, low: number) => (high - low) / (most + 1) < 0.14;
  if (cut === 'C') return false;
  const b = close(B, C);
  return cut === 'B' ? b : close(A, B) && !b;
}

/** The right end of the scale: what there is, and all handles. */
function lastOf({ totals }: Figures, cuts: Cuts): number {
  const last = totals.findLastIndex((count) => count > 0);
  return Math.max(100, last + 1, Math.ceil(cuts.A));
}

export function TierCountRow({ counts }: { counts: Record<Tier, number> }) {
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-1" data-tier-counts>
      {tiers.map((tier) => (
        <div key={tier} className="flex items-center gap-1.5">
          <dt>
            <TierPane tier={tier} />
          </dt>
          <dd className="min-w-6 font-medium">{numberText(counts[tier])}</dd>
        </div>
      ))}
    </dl>
  );
}

function Bars({ figures: { totals }, cuts, most }: { figures: Figures; cuts: Cuts; most: number }) {
  const highest = Math.max(1, ...totals);
  const tierAt = (points: number) => (points >= cuts.A ? 'A' : points >= cuts.B ? 'B' : points >= cuts.C ? 'C' : 'D');
  const paths = useMemo(
    () =>
      totals.slice(0, most + 1).flatMap((count, points) => {
        const height = Math.max(count > 0 ? 1.5 : 0, (count / highest) * 100);
        return count > 0 ? [{ points, path: `M${points + 0.08} 100v${-height}h0.84v${height}z` }] : [];
      }),
    [totals, most, highest],
  );
  const of = (tier: keyof typeof fills) =>
    paths
      .filter(({ points }) => tierAt(points) === tier)
      .map(({ path }) => path)
      .join('');
  return (
    <svg
      viewBox={`0 0 ${most + 1} 100`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className="absolute inset-0 size-full overflow-visible border-b border-edge"
    >
      {(['A', 'B', 'C', 'D'] as const).map((tier) => (
        <path key={tier} d={of(tier)} className={fills[tier]} />
      ))}
    </svg>
  );
}

function Handle({
  cut,
  cuts,
  most,
  raised,
  count,
  onLive,
  onCuts,
}: {
  cut: Cut;
  cuts: Cuts;
  most: number;
  raised: boolean;
  count: number;
  onLive: (cuts: Cuts | undefined) => void;
  onCuts: Props['onCuts'];
}) {
  const frame = useRef(0);
  const dragged = useRef<Cuts>(undefined);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  const value = cuts[cut];

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (!onCuts || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.focus();
    dragged.current = cuts;
    event.preventDefault();
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!dragged.current) return;
    const box = event.currentTarget.closest('[data-histogram]')?.getBoundingClientRect();
    if (!box || box.width === 0) return;
    const points = ((event.clientX - box.left) / box.width) * (most + 1);
    const next = movedCut(dragged.current, cut, points, most);
    dragged.current = next;
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => onLive(next));
  };
  const end = (keep: boolean) => {
    const next = dragged.current;
    if (!next) return;
    dragged.current = undefined;
    cancelAnimationFrame(frame.current);
    onLive(undefined);
    if (keep && onCuts) onCuts(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowLeft: -1,
      ArrowDown: -1,
      ArrowRight: 1,
      ArrowUp: 1,
      PageDown: -5,
      PageUp: 5,
    };
    const by = steps[event.key];
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? most : by === undefined ? undefined : value + by;
    if (event.key === 'Escape' && dragged.current) end(false);
    else if (to !== undefined && onCuts) onCuts(movedCut(cuts, cut, to, most));
    else return;
    event.preventDefault();
  };
  const text = i18n.t('icp.histogram.from', count, [
    tierText(cut),
    i18n.t('icp.histogram.fromPoints', value, [numberText(value)]),
    numberText(count),
  ]);
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={i18n.t('icp.histogram.cut', [tierText(cut)])}
      aria-valuemin={0}
      aria-valuemax={most}
      aria-valuenow={value}
      aria-valuetext={text}
      aria-readonly={onCuts === undefined || undefined}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => end(true)}
      onPointerCancel={() => end(false)}
      onKeyDown={onKeyDown}
      style={{ insetInlineStart: `${(value / (most + 1)) * 100}%` }}
      className={classNames(
        'group absolute -bottom-1 flex w-6 -translate-x-1/2 touch-none flex-col items-center outline-none',
        raised ? '-top-10' : '-top-5',
        onCuts && 'cursor-ew-resize',
      )}
    >
      <span
        className={classNames(
          'flex h-5 items-center gap-0.5 rounded-md bg-paper px-0.5 text-xs font-medium group-focus-visible:outline-2 group-focus-visible:outline-accent',
          // At the ends of the scale the letter stays within.
          value > most * 0.93 && '-translate-x-3',
          value < most * 0.04 && 'translate-x-3',
        )}
      >
        <TierPane tier={cut} silent />
        {numberText(value)}
      </span>
      <span aria-hidden="true" className={classNames('w-0.5 flex-1 forced-colors:bg-[CanvasText]', lines[cut])} />
    </div>
  );
}
