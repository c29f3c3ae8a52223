import { i18n } from '#i18n';
import type { Tier } from '../../lib/domain/schema/icp.ts';
import { classNames } from '../ui/class-names.ts';

/** Each tier is a pane of its own shape, so that it is told without colour: full, cut corner, footed, outline, dashed. */
const panes: Record<Tier, { shape: string; letter: string; colour: string }> = {
  A: { shape: 'M1 1h14v14H1z', letter: 'fill-paper', colour: 'fill-tier-a' },
  B: { shape: 'M1 1h9l5 5v9H1z', letter: 'fill-paper', colour: 'fill-tier-b' },
  // The foot lies below the letter: a filled half read as the bar of a G.
  C: { shape: 'M1 12h14v3H1z', letter: 'fill-ink', colour: 'fill-tier-c' },
  D: { shape: '', letter: 'fill-tier-d', colour: '' },
  '?': { shape: '', letter: 'fill-soft', colour: '' },
};

/** A tier as its pane, 16 px: named "A prospect" for screen readers. In: the tier; whether somebody else names it beside. */
export function TierPane({ tier, silent = false, className }: { tier: Tier; silent?: boolean; className?: string }) {
  const { shape, letter, colour } = panes[tier];
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label, or by what stands beside it
    <svg
      viewBox="0 0 16 16"
      width="1rem"
      height="1rem"
      className={classNames('shrink-0', className)}
      {...(silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': tierText(tier) })}
    >
      {shape && <path d={shape} className={colour} />}
      <path
        d={tier === 'B' ? 'M1 1h9l5 5v9H1z' : 'M1 1h14v14H1z'}
        fill="none"
        strokeWidth={1.25}
        strokeDasharray={tier === '?' ? '2 2' : undefined}
        className={
          { A: 'stroke-tier-a', B: 'stroke-tier-b', C: 'stroke-tier-c', D: 'stroke-tier-d', '?': 'stroke-soft' }[tier]
        }
      />
      <text
        x={8}
        y={tier === 'C' ? 10.5 : 12}
        textAnchor="middle"
        fontSize={tier === 'C' ? 10 : 11}
        fontWeight={700}
        className={letter}
      >
        {tier}
      </text>
    </svg>
  );
}

/** "A prospect", or that too little is known. */
export const tierText = (tier: Tier): string =>
  tier === '?' ? i18n.t('tier.unknown') : i18n.t('tier.prospect', [tier]);
