import { useId, useState } from 'react';
import { i18n } from '#i18n';
import type { Company, Lead } from '../../lib/domain/schema/lead.ts';
import { stagePatch, standingOf } from '../../lib/domain/stage.ts';
import { ageOf } from '../../lib/work/board.ts';
import { ownerOf } from '../../lib/work/owner.ts';
import { leadActions } from '../hooks/use-lead-actions.ts';
import { useNow } from '../hooks/use-now.ts';
import { useOwners } from '../hooks/use-owners.ts';
import { useSetting } from '../hooks/use-setting.ts';
import { attemptWithUndo } from '../leads/act.ts';
import { leadName } from '../leads/lead-row.tsx';
import { dayText } from '../leads/words.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/input.tsx';
import { Popover } from '../ui/popover.tsx';
import { HandOverForm } from './hand-over.tsx';
import { PursueOrDrop } from './pursue-or-drop.tsx';
import { stageName } from './words.ts';

/** Where the work with a lead stands and who looks after it. A person's stage is that of their company. */
export function LeadStage({ lead, company }: { lead: Lead; company: Company | undefined }) {
  const [pipeline] = useSetting('pipeline');
  const now = useNow();
  const id = useId();
  if (!pipeline) return null;
  const head = company ?? lead;
  const { stage, since } = standingOf(lead, company, pipeline);
  const stages = [...pipeline.stages.map((one) => one.id), 'won', 'lost'];
  const move = (to: string) =>
    void attemptWithUndo(
      () => leadActions.bulkEdit([head.id], stagePatch(to, Date.now())),
      i18n.t('work.moved', [leadName(head), stageName(to, pipeline)]),
    );
  return (
    <section aria-label={i18n.t('work.stageAndOwner')} className="flex flex-col gap-1 border-b border-line px-3 py-2">
      <div className="flex flex-wrap items-center gap-2">
        <label htmlFor={id} className="text-sm font-medium text-soft">
          {i18n.t('work.stageName')}
        </label>
        <Select id={id} className="w-auto!" value={stage} onChange={(event) => move(event.target.value)}>
          {stages.map((one) => (
            <option key={one} value={one}>
              {stageName(one, pipeline)}
            </option>
          ))}
        </Select>
        <span className="text-sm text-soft">
          {i18n.t('work.sinceDays', [dayText(since), i18n.t('work.ageDays', [ageOf({ since }, now)])])}
        </span>
        {company && <span className="text-sm text-soft">{i18n.t('work.stageOf', [leadName(company)])}</span>}
      </div>
      <PursueOrDrop lead={head} pipeline={pipeline} now={now} />
      {/* Who looks after a company looks after its people, unless somebody else was named. */}
      <Owner lead={company && !ownerOf(lead, now) ? company : lead} now={now} />
    </section>
  );
}

function Owner({ lead, now }: { lead: Lead; now: number }) {
  const [open, setOpen] = useState(false);
  const owners = useOwners();
  const owner = ownerOf(lead, now);
  const standIn = lead.standIn && lead.standIn.until > now ? lead.standIn : undefined;
  const takeBack = () =>
    void attemptWithUndo(() => leadActions.bulkEdit([lead.id], { standIn: null }), i18n.t('work.handOver.back'));
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="text-sm text-soft">{i18n.t('work.owner')}</span>
      <span className="min-w-0 flex-1 truncate">
        {standIn
          ? i18n.t('work.handOver.with', [
              standIn.name,
              dayText(standIn.until - 1),
              lead.owner ?? i18n.t('work.noOwner'),
            ])
          : (owner ?? i18n.t('work.noOwner'))}
      </span>
      {standIn ? (
        <Button look="quiet" size="small" onClick={takeBack}>
          {i18n.t('work.handOver.takeBack')}
        </Button>
      ) : (
        <Popover
          label={i18n.t('work.handOver.title')}
          align="end"
          open={open}
          onOpenChange={setOpen}
          trigger={
            <Button look="quiet" size="small">
              {i18n.t('work.handOver.title')}
            </Button>
          }
        >
          <HandOverForm ids={[lead.id]} owners={owners} onDone={() => setOpen(false)} />
        </Popover>
      )}
    </div>
  );
}
