import { Building2Icon, CakeIcon, CheckIcon, HourglassIcon, ListPlusIcon, UserIcon, XIcon } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import type { Pipeline } from '../../lib/domain/schema/stage.ts';
import type { Birthday, QuietLead, StuckLead } from '../hooks/use-day.ts';
import { leadActions } from '../hooks/use-lead-actions.ts';
import { taskActions } from '../hooks/use-tasks.ts';
import { attemptWithUndo } from '../leads/act.ts';
import { leadName, secondLine } from '../leads/lead-row.tsx';
import { dayText } from '../leads/words.ts';
import { Button } from '../ui/button.tsx';
import { Field, Input } from '../ui/input.tsx';
import { TaskForm } from './task-form.tsx';
import { nearDayText, stageName } from './words.ts';
import type { WorkAction, WorkItem } from './work-list.tsx';

/** The action that plans a task for a lead. */
export const planAction = (lead: Lead, keys: string, label: string, text = ''): WorkAction => ({
  id: 'plan',
  keys,
  icon: ListPlusIcon,
  label,
  form: (close) => (
    <TaskForm
      {...(text && { task: { text } })}
      submit={i18n.t('work.addTask')}
      onCancel={close}
      onSubmit={async (body) => {
        const kept = await attemptWithUndo(
          () => taskActions.add([lead.id], body),
          i18n.t('work.addedTask', [body.text]),
        );
        if (kept) close();
        return kept;
      }}
    />
  ),
});

/** Drops a lead as lost, with the reason. */
export function DropForm({ lead, onDone }: { lead: Lead; onDone: () => void }) {
  const [reason, setReason] = useState('');
  const drop = async () => {
    const outcome = { result: 'lost' as const, at: Date.now(), ...(reason.trim() && { reason: reason.trim() }) };
    const done = await attemptWithUndo(
      () => leadActions.bulkEdit([lead.id], { outcome }),
      i18n.t('work.dropped', [leadName(lead)]),
    );
    if (done) onDone();
  };
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void drop();
      }}
    >
      <Field label={i18n.t('work.whyDrop')}>
        {(props) => <Input {...props} autoFocus value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
      <Button look="primary" type="submit" className="self-end">
        {i18n.t('work.drop')}
      </Button>
    </form>
  );
}

/** When somebody was last in touch with a lead, in words. */
export const touchText = (touchedAt: number | undefined) =>
  touchedAt === undefined ? i18n.t('work.neverTouched') : i18n.t('work.lastTouched', [dayText(touchedAt)]);

/** A new or silent lead of tier A: plan what comes next. */
export function quietItem(
  { lead, touchedAt }: QuietLead,
  is: 'fresh' | 'silent',
  onOpen: (id: string) => void,
): WorkItem {
  return {
    id: `${is} ${lead.id}`,
    title: leadName(lead),
    icon: lead.kind === 'company' ? Building2Icon : UserIcon,
    detail: secondLine(lead),
    aside: is === 'fresh' ? dayText(lead.createdAt) : touchText(touchedAt),
    onOpen: () => onOpen(lead.id),
    actions: [planAction(lead, 't', i18n.t('work.plan'))],
  };
}

/** Somebody's birthday: plan a word of congratulation. */
export function birthdayItem({ lead, at }: Birthday, now: number, onOpen: (id: string) => void): WorkItem {
  return {
    id: `birthday ${lead.id}`,
    title: leadName(lead),
    icon: CakeIcon,
    detail: secondLine(lead),
    aside: nearDayText(at, now),
    onOpen: () => onOpen(lead.id),
    actions: [planAction(lead, 't', i18n.t('work.plan'), i18n.t('work.congratulate'))],
  };
}

/** A lead that stood still too long: pursue it with a day, or drop it with a reason. */
export function stuckItem(one: StuckLead, pipeline: Pipeline, onOpen: (id: string) => void): WorkItem {
  const { lead, stage, since, touchedAt } = one;
  return {
    id: `stuck ${lead.id}`,
    title: leadName(lead),
    icon: HourglassIcon,
    detail: i18n.t('work.stuckIn', [stageName(stage, pipeline), dayText(since)]),
    aside: touchText(touchedAt),
    onOpen: () => onOpen(lead.id),
    actions: [
      { ...planAction(lead, 'p', i18n.t('work.pursue'), i18n.t('work.pursueText')), icon: CheckIcon },
      {
        id: 'drop',
        keys: 'x',
        icon: XIcon,
        label: i18n.t('work.dropAs'),
        form: (close) => <DropForm lead={lead} onDone={close} />,
      },
    ],
  };
}
