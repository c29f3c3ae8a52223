import type { HitRate } from '../../lib/scoring/backtest.ts';

const width = 96;
const at = (share: number) => 2 + share * (width - 4);

/** A share on a line from none to all, with the span that it likely lies in and, as a thin stroke, the share of all. */
export function RateSpan({ rate, all }: { rate: HitRate; all: number }) {
  if (rate.n === 0) return null;
  return (
    <svg viewBox={`0 0 ${width} 14`} width={width} height={14} aria-hidden="true" className="inline-block">
      <path d={`M2 7H${width - 2}`} className="stroke-line" strokeWidth={1} />
      <path d={`M${at(all)} 1V13`} className="stroke-edge" strokeWidth={1} strokeDasharray="2 2" />
      <path d={`M${at(rate.interval.low)} 7H${at(rate.interval.high)}`} className="stroke-ink" strokeWidth={1.5} />
      <path
        d={`M${at(rate.interval.low)} 4V10M${at(rate.interval.high)} 4V10`}
        className="stroke-ink"
        strokeWidth={1.5}
      />
      <circle cx={at(rate.rate)} cy={7} r={3.5} className="fill-ink" />
    </svg>
  );
}
