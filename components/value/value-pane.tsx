import { i18n } from '#i18n';
import { classText } from './words.ts';

type ValueClass = 'A' | 'B' | 'C';
const fills: Record<ValueClass, string> = { A: 'fill-tier-a', B: 'fill-tier-b', C: 'fill-tier-d' };
const strokes: Record<ValueClass, string> = { A: 'stroke-tier-a', B: 'stroke-tier-b', C: 'stroke-tier-d' };

/**
 * The class of a customer: a round frame with a double ring, never the square pane of a prospect. A is full, B half, C empty, so
 * that they are told without colour. In: the class; whether somebody else names it beside.
 */
export function ValuePane({ valueClass, silent = false }: { valueClass: ValueClass; silent?: boolean }) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label, or by what stands beside it
    <svg
      viewBox="0 0 18 18"
      width="1.125rem"
      height="1.125rem"
      className="shrink-0"
      {...(silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': classText(valueClass) })}
    >
      <circle cx={9} cy={9} r={8} fill="none" strokeWidth={1.25} className={strokes[valueClass]} />
      {valueClass === 'A' && <circle cx={9} cy={9} r={6} className={fills.A} />}
      {valueClass === 'B' && <path d="M3 9a6 6 0 0 0 12 0z" className={fills.B} />}
      <text
        x={9}
        y={valueClass === 'A' ? 12.6 : 12.4}
        textAnchor="middle"
        fontSize={10}
        fontWeight={700}
        className={valueClass === 'A' ? 'fill-paper' : 'fill-ink stroke-paper'}
        {...(valueClass !== 'A' && { paintOrder: 'stroke', strokeWidth: 2.5, strokeLinejoin: 'round' as const })}
      >
        {valueClass}
      </text>
    </svg>
  );
}

/** A customer's class beside what they are among the others: "A customer · Champions". */
export function ValueMark({ valueClass, segment }: { valueClass: ValueClass; segment?: string | undefined }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <ValuePane valueClass={valueClass} silent />
      <span>
        {classText(valueClass)}
        {segment && i18n.t('value.and', [segment])}
      </span>
    </span>
  );
}
