import { i18n } from '#i18n';
import type { IcpProfile } from '../../lib/domain/schema/icp.ts';
import type { Way } from '../../lib/scoring/next-step.ts';
import type { ScoreDetail } from '../hooks/use-scores.ts';
import { conditionText, listText } from '../icp/condition-words.ts';
import { fieldName } from '../icp/field-words.ts';
import { numberText, pointsText } from '../icp/points-words.ts';
import { ruleName } from '../icp/rule-words.ts';
import { tierText } from './tier-pane.tsx';

/** What would have to be so for a rule to give its most. */
function wishOf(ruleId: string, profile: IcpProfile): string {
  const rule = profile.groups.flatMap((group) => group.rules).find(({ id }) => id === ruleId);
  if (!rule) return ruleId;
  if (rule.kind === 'tiers') {
    const best = rule.tiers.toSorted((a, b) => b.points - a.points)[0];
    return best ? conditionText(best.when, profile) : ruleName(rule);
  }
  return rule.kind === 'points' ? conditionText(rule.when, profile) : ruleName(rule);
}

const wayText = ({ steps }: Way, profile: IcpProfile): string =>
  listText(steps.map(({ rule }) => wishOf(rule, profile)));

const shownUnknown = 4;

/** What to find out next: the one fact worth most, and the shortest ways to the next tier. */
export function ScoreNext({ detail: { explanation, profile } }: { detail: ScoreDetail }) {
  const { next, unknown, gates, tier } = explanation;
  const [first, ...others] = unknown.filter(({ swing, gate }) => swing > 0 || gate);
  if (gates.length > 0 || (!first && !next)) return null;
  const missing = next ? Math.ceil(next.missing * 100) / 100 : 0;
  return (
    <div className="flex flex-col gap-2 rounded-md bg-wash p-2">
      {next && next.ways.length > 0 && (
        <div>
          <p className="font-medium">{i18n.t('score.toNext', missing, [tierText(next.tier), numberText(missing)])}</p>
          <ul className="flex flex-col gap-0.5">
            {next.ways.map((way) => (
              <li key={way.steps.map(({ rule }) => rule).join(' ')} className="flex items-baseline gap-2">
                <span className="w-9 shrink-0 text-end font-medium text-good">{pointsText(way.gain)}</span>
                <span className="min-w-0 break-words">{wayText(way, profile)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {next && next.ways.length === 0 && <p>{i18n.t('score.noWay', [tierText(next.tier)])}</p>}
      {first && (
        <div>
          <p>
            <span className="font-medium">
              {i18n.t(tier === '?' ? 'score.findForTier' : 'score.find', [fieldName(first.field, profile.fields)])}
            </span>{' '}
            {first.swing > 0 && (
              <span className="text-soft">{i18n.t('score.swing', first.swing, [numberText(first.swing)])}</span>
            )}
          </p>
          {others.length > 0 && (
            <p className="text-sm text-soft">
              {i18n.t('score.alsoUnknown', [
                others
                  .slice(0, shownUnknown)
                  .map(({ field }) => fieldName(field, profile.fields))
                  .join(i18n.t('score.comma')),
              ])}
              {others.length > shownUnknown && ` ${i18n.t('score.more', others.length - shownUnknown)}`}
            </p>
          )}
        </div>
      )}
    </div>
  );
}
