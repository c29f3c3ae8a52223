import { i18n } from '#i18n';
import type { Company } from '../../lib/domain/schema/lead.ts';
import type { LeadPatch } from '../hooks/use-lead-actions.ts';
import { useMatch } from '../hooks/use-matching.ts';
import { useBriefScores } from '../hooks/use-scores.ts';
import { pointsText } from '../icp/points-words.ts';
import { LevelFields } from '../match/level-fields.tsx';
import { attractionName, capabilityName } from '../match/words.ts';

type PartShown = { name: string; value: number | undefined; points: number };

/** Where a company stands between what it would bring and what we can do; A and B prospects can be asked about one by one. */
export function MatchLine({ company, onPatch }: { company: Company; onPatch: (patch: LeadPatch) => void }) {
  const { match, setup } = useMatch(company.id);
  const { briefs } = useBriefScores([company.id]);
  const tier = briefs.get(company.id)?.tier;
  if (!match || !setup) return null;
  const { attractiveness, capability, quadrant } = match;
  const usual = setup.capability.levels;
  // Who never said what they can do is not told of it on every company.
  if (!capability && Object.keys(usual).length === 0) return null;
  const asks = tier === 'A' || tier === 'B' || company.capability !== undefined;
  return (
    <section aria-label={i18n.t('match.line')} className="flex flex-col gap-1 border-b border-line px-3 py-2">
      <h3 className="text-sm font-medium text-soft">{i18n.t('match.line')}</h3>
      <p>
        {quadrant && <strong>{i18n.t(`match.quadrants.${quadrant}`)}</strong>}
        {quadrant && ' · '}
        {!attractiveness
          ? i18n.t('match.lineUnknown')
          : capability
            ? i18n.t('match.lineScores', [String(attractiveness.score), String(capability.score)])
            : i18n.t('match.lineAttractive', [String(attractiveness.score)])}
      </p>
      <details>
        <summary className="w-fit rounded-sm text-sm text-accent">{i18n.t('match.why')}</summary>
        <div className="flex flex-col gap-2 pt-1">
          {attractiveness && (
            <Parts
              title={i18n.t('match.attractiveness')}
              parts={attractiveness.parts.map(({ factor, ...rest }) => ({
                name: attractionName(factor),
                value: rest.value,
                points: rest.points,
              }))}
            />
          )}
          {capability && (
            <Parts
              title={i18n.t('match.capability')}
              parts={capability.parts.map(({ factor, ...rest }) => ({
                name: capabilityName(factor),
                value: rest.value,
                points: rest.points,
              }))}
            />
          )}
          <a href="/workspace.html#/match" className="w-fit rounded-sm text-accent hover:underline">
            {i18n.t('match.toPage')}
          </a>
        </div>
      </details>
      {asks && (
        <details>
          <summary className="w-fit rounded-sm text-sm text-accent">{i18n.t('match.sayOf')}</summary>
          <div className="pt-1">
            <LevelFields
              value={company.capability ?? {}}
              usual={usual}
              onChange={(capability) => onPatch({ capability: Object.keys(capability).length > 0 ? capability : null })}
            />
          </div>
        </details>
      )}
    </section>
  );
}

/** The parts of an axis, each with its own 0–100 and the points that it gives. */
function Parts({ title, parts }: { title: string; parts: PartShown[] }) {
  return (
    <table className="w-full border-collapse text-sm">
      <caption className="pb-0.5 text-start text-soft">{title}</caption>
      <tbody>
        {parts.map(({ name, value, points }) => (
          <tr key={name} className="border-t border-line">
            <th scope="row" className="py-0.5 pe-2 text-start font-normal">
              {name}
            </th>
            <td className="py-0.5 pe-2 text-end whitespace-nowrap text-soft">
              {value === undefined ? i18n.t('match.partUnknown') : i18n.t('match.partOf', [String(Math.round(value))])}
            </td>
            <td className="w-10 py-0.5 text-end font-medium">{value === undefined ? '–' : pointsText(points)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
