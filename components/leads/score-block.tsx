import { i18n } from '#i18n';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import type { Provenance } from '../../lib/domain/schema/value.ts';
import { buyingRoleOf } from '../../lib/scoring/role.ts';
import { WordHelp } from '../help/word-help.tsx';
import { type ScoreDetail, useScoreDetail } from '../hooks/use-scores.ts';
import { numberText } from '../icp/points-words.ts';
import { ScoreHistory } from './score-history.tsx';
import { GateLines, ScoreLines } from './score-lines.tsx';
import { ScoreNext } from './score-next.tsx';
import { knownText } from './score-words.ts';
import { TierPane, tierText } from './tier-pane.tsx';

/** A lead's score and all there is to say for and against it. People have the tier of their company, and a part in it. */
export function ScoreBlock({ lead, onShow }: { lead: Lead; onShow: (place: Provenance) => Promise<void> }) {
  const { detail, failure } = useScoreDetail(lead.id);
  return (
    <section
      data-score
      aria-label={i18n.t('score.title')}
      className="flex min-h-24 flex-col gap-3 border-b border-line px-3 py-2"
    >
      <div className="flex items-center gap-1">
        <h3 className="text-sm font-medium text-soft">{i18n.t('score.title')}</h3>
        <WordHelp word="tier" />
      </div>
      {failure ? (
        <p role="alert">{i18n.t('leads.failed', [failure.detail])}</p>
      ) : (
        detail && (
          <>
            <Head lead={lead} detail={detail} />
            <GateLines detail={detail} onShow={onShow} />
            <ScoreNext detail={detail} />
            <ScoreLines detail={detail} onShow={onShow} />
            <ScoreHistory id={lead.id} cuts={detail.profile.cuts} />
          </>
        )
      )}
    </section>
  );
}

function Head({ lead, detail }: { lead: Lead; detail: ScoreDetail }) {
  const { explanation, profile, input } = detail;
  const { tier, fit, engagement, total, known, asked } = explanation;
  const weight = total === fit ? 0 : profile.w;
  const title = lead.kind === 'person' ? lead.jobTitle : undefined;
  const isOfFirm = lead.id !== input.lead.id;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-start gap-2">
        <TierPane tier={tier} silent className="mt-0.5 size-8" />
        <div className="min-w-0 flex-1">
          <p className="font-semibold">{tierText(tier)}</p>
          <p className="text-sm text-soft">
            {knownText(known, asked)}
            {isOfFirm && ` · ${i18n.t('score.ofFirm', [input.lead.name ?? ''])}`}
          </p>
          {title && (
            <p className="text-sm">
              {i18n.t(`score.plays.${buyingRoleOf(title)}`)}{' '}
              <span className="text-soft">{i18n.t('score.byTitle', [title])}</span>
            </p>
          )}
        </div>
      </div>
      <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-2 gap-y-1 text-sm">
        <Axis name={i18n.t('score.fit')} value={fit} />
        <Axis name={i18n.t('score.engagement')} value={engagement} />
      </div>
      <p className="text-sm text-soft">
        {weight > 0
          ? i18n.t('score.sum', [numberText(fit), numberText(weight), numberText(engagement), numberText(total)])
          : i18n.t('score.sumFit', [numberText(total)])}{' '}
        {i18n.t('score.cuts', [numberText(profile.cuts.A), numberText(profile.cuts.B), numberText(profile.cuts.C)])}
      </p>
    </div>
  );
}

function Axis({ name, value }: { name: string; value: number }) {
  return (
    <>
      <span>{name}</span>
      <span aria-hidden="true" className="h-1.5 overflow-hidden rounded-full bg-press">
        <span className="block h-full bg-ink forced-colors:bg-[CanvasText]" style={{ width: `${value}%` }} />
      </span>
      <span className="text-end font-medium">{numberText(value)}</span>
    </>
  );
}
