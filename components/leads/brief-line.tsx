import { i18n } from '#i18n';
import type { ScoreBrief } from '../hooks/use-scores.ts';
import { pointsText } from '../icp/points-words.ts';
import { ruleName } from '../icp/rule-words.ts';
import { excludedText, knownText } from './score-words.ts';
import { TierPane, tierText } from './tier-pane.tsx';

/** A lead's tier in words with its best reasons and their points: the head of a card. */
export function BriefLine({ brief }: { brief: ScoreBrief }) {
  const { tier, gates, reasons, known, asked, role } = brief;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5 py-0.5 text-sm">
      <span className="flex items-center gap-1.5 font-medium">
        <TierPane tier={tier} silent />
        {tierText(tier)}
      </span>
      {role && <span className="text-soft">{i18n.t(`score.plays.${role}`)}</span>}
      {gates.length > 0 && <span className="text-danger">{excludedText(gates)}</span>}
      {tier === '?' && <span className="text-soft">{knownText(known, asked)}</span>}
      {gates.length === 0 &&
        reasons.map((reason) => (
          <span key={reason.rule} className="text-soft">
            <span className={reason.points > 0 ? 'text-good' : 'text-danger'}>{pointsText(reason.points)}</span>{' '}
            {ruleName(reason)}
          </span>
        ))}
    </div>
  );
}
