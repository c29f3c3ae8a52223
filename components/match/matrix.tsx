import { i18n } from '#i18n';
import type { MatchingSetup } from '../../lib/domain/schema/matching.ts';
import type { Quadrant } from '../../lib/scoring/matching.ts';
import type { MatchMap } from '../hooks/use-matching.ts';
import { numberText } from '../icp/points-words.ts';
import type { Spot } from './spots.ts';

const size = 400;
const edge = 28;
const x = (capability: number) => edge + (capability / 100) * size;
const y = (attractiveness: number) => 8 + size - (attractiveness / 100) * size;

/** Bigger for more companies, never beyond their spot. */
const radius = (n: number) => (n === 1 ? 5 : Math.min(9.5, 6.5 + Math.log2(n) / 2));
/** "12", "3k": what finds room in a dot. */
const shortText = (n: number) =>
  new Intl.NumberFormat(i18n.t('panel.locale'), { notation: 'compact', maximumFractionDigits: 0 }).format(n);

/**
 * The matrix: up the attractive ones, to the right those within our means. By mouse a dot leads to its company, a bigger one to
 * all that stand there; whoever does not use one has the same in the list.
 */
export function Matrix({
  map,
  spots,
  cuts,
  counts,
  chosen,
  onSpot,
}: {
  map: MatchMap;
  spots: Spot[];
  cuts: MatchingSetup['cuts'];
  counts: Record<Quadrant, number>;
  chosen: string | undefined;
  onSpot: (spot: Spot) => void;
}) {
  const corners: { quadrant: Quadrant; left: number; right: number; top: number; bottom: number }[] = [
    { quadrant: 'buildUp', left: 0, right: cuts.capability, top: 100, bottom: cuts.attractiveness },
    { quadrant: 'pursue', left: cuts.capability, right: 100, top: 100, bottom: cuts.attractiveness },
    { quadrant: 'leave', left: 0, right: cuts.capability, top: cuts.attractiveness, bottom: 0 },
    { quadrant: 'keepCheaply', left: cuts.capability, right: 100, top: cuts.attractiveness, bottom: 0 },
  ];
  return (
    <svg
      viewBox={`0 0 ${edge + size + 8} ${size + 36}`}
      role="img"
      aria-label={i18n.t('match.matrix')}
      className="w-full max-w-xl select-none"
    >
      {corners.map(({ quadrant, left, right, top, bottom }) => (
        <g key={quadrant}>
          <rect
            x={x(left)}
            y={y(top)}
            width={x(right) - x(left)}
            height={y(bottom) - y(top)}
            className={quadrant === 'pursue' ? 'fill-accent-wash' : 'fill-wash'}
          />
          {right - left >= 20 && top - bottom >= 8 && (
            <text
              x={left === 0 ? x(0) + 8 : x(100) - 8}
              y={top === 100 ? y(100) + 18 : y(0) - 10}
              textAnchor={left === 0 ? 'start' : 'end'}
              fontSize={13}
              className="fill-ink font-semibold"
            >
              {i18n.t(`match.quadrants.${quadrant}`)}
              <tspan className="fill-soft font-normal"> {numberText(counts[quadrant])}</tspan>
            </text>
          )}
        </g>
      ))}
      <path
        d={`M${x(cuts.capability)} ${y(0)}V${y(100)}M${x(0)} ${y(cuts.attractiveness)}H${x(100)}`}
        className="stroke-edge"
        strokeWidth={1}
        strokeDasharray="4 3"
      />
      <path d={`M${x(0)} ${y(100)}V${y(0)}H${x(100)}`} fill="none" className="stroke-ink" strokeWidth={1} />
      <text x={x(100)} y={y(0) + 20} textAnchor="end" fontSize={12} className="fill-soft">
        {i18n.t('match.capability')} →
      </text>
      <text
        transform={`rotate(-90 ${edge - 10} ${y(100)})`}
        x={edge - 10}
        y={y(100)}
        textAnchor="end"
        fontSize={12}
        className="fill-soft"
      >
        {i18n.t('match.attractiveness')} →
      </text>
      {spots.map((spot) => (
        <SpotDot key={spot.key} spot={spot} map={map} chosen={chosen === spot.key} onSpot={onSpot} />
      ))}
    </svg>
  );
}

/** A filled dot is an A or B prospect, an empty one any other; several together carry their number. */
function SpotDot({
  spot,
  map,
  chosen,
  onSpot,
}: {
  spot: Spot;
  map: MatchMap;
  chosen: boolean;
  onSpot: (spot: Spot) => void;
}) {
  const n = spot.rows.length;
  const [first = 0] = spot.rows;
  const good = spot.rows.some((row) => (map.tier[row] ?? 4) < 2);
  const r = radius(n);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the picture is an image with its list beside it; by mouse its dots are a short way
    <g className="cursor-pointer" onClick={() => onSpot(spot)}>
      <title>{n === 1 ? map.names[first] || i18n.t('leads.noName') : i18n.t('match.here', n)}</title>
      <circle
        cx={x(spot.capability)}
        cy={y(spot.attractiveness)}
        r={r}
        className={good ? 'fill-accent stroke-paper' : 'fill-paper stroke-ink'}
        strokeWidth={1.25}
      />
      {chosen && (
        <circle
          cx={x(spot.capability)}
          cy={y(spot.attractiveness)}
          r={r + 3}
          fill="none"
          className="stroke-ink"
          strokeWidth={2}
        />
      )}
      {n > 1 && (
        <text
          x={x(spot.capability)}
          y={y(spot.attractiveness) + 3}
          textAnchor="middle"
          fontSize={n > 99 ? 8 : 9}
          className={good ? 'fill-on-accent' : 'fill-ink'}
        >
          {shortText(n)}
        </text>
      )}
    </g>
  );
}

const dots = {
  good: { look: 'fill-accent stroke-paper', text: '' },
  other: { look: 'fill-paper stroke-ink', text: '' },
  many: { look: 'fill-paper stroke-ink', text: '3' },
} as const;

/** What the dots stand for; the list says it in words. */
export function MatrixLegend() {
  return (
    <p aria-hidden="true" className="flex flex-wrap gap-x-4 gap-y-1 ps-6 text-sm text-soft">
      {(['good', 'other', 'many'] as const).map((kind) => (
        <span key={kind} className="inline-flex items-center gap-1.5">
          <svg width={18} height={18} aria-hidden="true">
            <circle cx={9} cy={9} r={kind === 'many' ? 7.5 : 5} className={dots[kind].look} strokeWidth={1.25} />
            <text x={9} y={12} textAnchor="middle" fontSize={9} className="fill-ink">
              {dots[kind].text}
            </text>
          </svg>
          {i18n.t(`match.legend.${kind}`)}
        </span>
      ))}
    </p>
  );
}
