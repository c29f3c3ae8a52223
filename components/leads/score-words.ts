import { i18n } from '#i18n';
import type { ScoreBrief } from '../hooks/use-scores.ts';
import { numberText, pointsText } from '../icp/points-words.ts';
import { ruleName } from '../icp/rule-words.ts';
import { tierText } from './tier-pane.tsx';

type Told = Pick<ScoreBrief, 'tier' | 'reasons' | 'gates' | 'known' | 'asked' | 'role'>;

/** "3 of 8 facts known". */
export const knownText = (known: number, asked: number): string =>
  i18n.t('score.known', [numberText(known), numberText(asked)]);

/** "excluded because Not for us". */
export const excludedText = (gates: readonly { rule: string; name: string }[]): string =>
  i18n.t('score.excluded', [gates.map(ruleName).join(i18n.t('score.comma'))]);

/**
 * Why a lead stands where it does, in a few words each: what excludes it, else a person's part in it, how little is known,
 * and the best reasons.
 */
export function reasonWords({ tier, reasons, gates, known, asked, role }: Told): string[] {
  if (gates.length > 0) return [excludedText(gates)];
  return [
    ...(role ? [i18n.t(`score.plays.${role}`)] : []),
    ...(tier === '?' ? [knownText(known, asked)] : []),
    ...reasons.map(ruleName),
  ];
}

/** A lead's tier with its reasons and their points, a line each: for tooltips and screen readers. */
export function scoreSentence(told: Told): string {
  const { tier, reasons, gates } = told;
  const why = gates.length > 0 ? reasonWords(told) : reasons.map((one) => `${pointsText(one.points)} ${ruleName(one)}`);
  return [tierText(tier), ...why].join('\n');
}
