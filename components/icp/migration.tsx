import { i18n } from '#i18n';
import type { Tier } from '../../lib/domain/schema/icp.ts';
import type { Simulation } from '../../lib/scoring/simulate.ts';
import { TierPane, tierText } from '../leads/tier-pane.tsx';
import { classNames } from '../ui/class-names.ts';
import { numberText } from './points-words.ts';

export const tiers: readonly Tier[] = ['A', 'B', 'C', 'D', '?'];
/** A way from one tier to another: what the table below shows. */
export type Move = { from: Tier; to: Tier };
type Props = { simulation: Simulation; chosen: Move | undefined; onChoose: (move: Move | undefined) => void };

const rises = ({ from, to }: Move) => from !== '?' && to !== '?' && tiers.indexOf(to) < tiers.indexOf(from);
const falls = ({ from, to }: Move) => from !== '?' && to !== '?' && tiers.indexOf(to) > tiers.indexOf(from);

/** How many leads go from which tier to which; a cell that is pressed shows who they are. */
export function MigrationGrid({ simulation: { moves, before, after }, chosen, onChoose }: Props) {
  return (
    <div className="overflow-x-auto">
      <table className="border-collapse text-center">
        <caption className="pb-1 text-start text-sm text-soft">{i18n.t('icp.try.gridHint')}</caption>
        <thead>
          <tr>
            <th scope="col" className="p-1 text-start text-sm font-normal whitespace-nowrap text-soft">
              {i18n.t('icp.try.fromTo')}
            </th>
            {tiers.map((to) => (
              <th key={to} scope="col" className="p-1">
                <span className="inline-flex">
                  <TierPane tier={to} />
                </span>
              </th>
            ))}
            <th scope="col" className="p-1 text-sm font-normal text-soft">
              {i18n.t('icp.try.before')}
            </th>
          </tr>
        </thead>
        <tbody>
          {tiers.map((from) => (
            <tr key={from}>
              <th scope="row" className="p-1">
                <span className="inline-flex">
                  <TierPane tier={from} />
                </span>
              </th>
              {tiers.map((to) => {
                const count = moves[from][to];
                const isChosen = chosen?.from === from && chosen.to === to;
                return (
                  <td key={to} className="border border-line">
                    {from === to || count === 0 ? (
                      <span className="inline-flex h-8 min-w-9 pair:min-w-14 items-center justify-center text-soft">
                        {count === 0 ? '·' : numberText(count)}
                      </span>
                    ) : (
                      <button
                        type="button"
                        aria-pressed={isChosen}
                        aria-label={i18n.t('icp.try.cell', [tierText(from), tierText(to), numberText(count)])}
                        onClick={() => onChoose(isChosen ? undefined : { from, to })}
                        className={classNames(
                          'focus-inner h-8 min-w-9 whitespace-nowrap pair:min-w-14 px-1 font-medium hover:bg-wash aria-pressed:bg-accent-wash',
                          rises({ from, to }) && 'text-good',
                          falls({ from, to }) && 'text-danger',
                        )}
                      >
                        {rises({ from, to }) ? '↑ ' : falls({ from, to }) ? '↓ ' : ''}
                        {numberText(count)}
                      </button>
                    )}
                  </td>
                );
              })}
              <td className="p-1 text-soft">{numberText(before[from])}</td>
            </tr>
          ))}
          <tr>
            <th scope="row" className="p-1 text-start text-sm font-normal whitespace-nowrap text-soft">
              {i18n.t('icp.try.after')}
            </th>
            {tiers.map((to) => (
              <td key={to} className="p-1 text-soft">
                {numberText(after[to])}
              </td>
            ))}
            <td />
          </tr>
        </tbody>
      </table>
    </div>
  );
}

const size = { width: 420, height: 220, bar: 10, gap: 8 };
const fills: Record<Tier, string> = {
  A: 'fill-tier-a',
  B: 'fill-tier-b',
  C: 'fill-tier-c',
  D: 'fill-tier-d',
  '?': 'fill-edge',
};

/** Where each tier begins in a column of bars, from the top. */
function startsOf(counts: Record<Tier, number>, scale: number): Record<Tier, number> {
  let y = 0;
  const starts = {} as Record<Tier, number>;
  for (const tier of tiers) {
    starts[tier] = y;
    y += counts[tier] * scale + (counts[tier] > 0 ? size.gap : 0);
  }
  return starts;
}

/** The same as a picture: bars of before and after, bands between them as wide as the leads are many. The grid says it in numbers. */
export function MigrationFlow({ simulation: { moves, before, after, n } }: Pick<Props, 'simulation'>) {
  const scale = n === 0 ? 0 : (size.height - size.gap * 4) / n;
  const left = startsOf(before, scale);
  const right = startsOf(after, scale);
  const out = { ...left };
  const into = { ...right };
  const bands = tiers.flatMap((from) =>
    tiers.flatMap((to) => {
      const count = moves[from][to];
      if (count === 0) return [];
      const thick = count * scale;
      const [y0, y1] = [out[from], into[to]];
      out[from] += thick;
      into[to] += thick;
      const [x0, x1, mid] = [size.bar, size.width - size.bar, size.width / 2];
      const path = `M${x0} ${y0}C${mid} ${y0} ${mid} ${y1} ${x1} ${y1}V${y1 + thick}C${mid} ${y1 + thick} ${mid} ${y0 + thick} ${x0} ${y0 + thick}Z`;
      return [{ from, to, path }];
    }),
  );
  return (
    <figure className="flex max-w-lg items-stretch gap-1">
      <Labels starts={left} counts={before} scale={scale} />
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        className="h-56 min-w-0 flex-1"
      >
        {bands.map(({ from, to, path }) => (
          <path key={from + to} d={path} className={classNames(fills[to], from === to ? 'opacity-20' : 'opacity-55')} />
        ))}
        {tiers.map((tier) => (
          <g key={tier} className={fills[tier]}>
            <rect x={0} y={left[tier]} width={size.bar} height={before[tier] * scale} />
            <rect x={size.width - size.bar} y={right[tier]} width={size.bar} height={after[tier] * scale} />
          </g>
        ))}
      </svg>
      <Labels starts={right} counts={after} scale={scale} />
      <figcaption className="sr-only">{i18n.t('icp.try.flow')}</figcaption>
    </figure>
  );
}

function Labels({
  starts,
  counts,
  scale,
}: {
  starts: Record<Tier, number>;
  counts: Record<Tier, number>;
  scale: number;
}) {
  return (
    <div aria-hidden="true" className="relative h-56 w-14">
      {tiers.map(
        (tier) =>
          counts[tier] > 0 && (
            <span
              key={tier}
              style={{ top: `${((starts[tier] + (counts[tier] * scale) / 2) / size.height) * 100}%` }}
              className="absolute flex -translate-y-1/2 items-center gap-1 text-sm"
            >
              <TierPane tier={tier} silent />
              {numberText(counts[tier])}
            </span>
          ),
      )}
    </div>
  );
}
