import {
  ArrowRightLeftIcon,
  CalendarClockIcon,
  FileOutputIcon,
  FlagIcon,
  type LucideIcon,
  MailIcon,
  PhoneIcon,
  PlusIcon,
  ScanTextIcon,
  ShoppingCartIcon,
  StickyNoteIcon,
} from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { type Change, type Interaction, leadOutcome } from '../../lib/domain/schema/lead.ts';
import { firstPipeline, type Pipeline, pipelineStage } from '../../lib/domain/schema/stage.ts';
import { targetName } from '../exchange/out-words.ts';
import { useHandoversOf } from '../hooks/use-handover.ts';
import type { FullLead } from '../hooks/use-lead.ts';
import { useSetting } from '../hooks/use-setting.ts';
import { useTalks } from '../hooks/use-talks.ts';
import { Button } from '../ui/button.tsx';
import { stageName } from '../work/words.ts';
import { leadName } from './lead-row.tsx';
import { dayAndTime, outcomeText, valueText } from './words.ts';

type Entry = {
  id: string;
  at: number;
  icon: LucideIcon;
  what: string;
  text?: string | undefined;
  who?: string | undefined;
};

const talkIcons: Record<Interaction['kind'], LucideIcon> = {
  note: StickyNoteIcon,
  email: MailIcon,
  call: PhoneIcon,
  meeting: CalendarClockIcon,
  order: ShoppingCartIcon,
  capture: ScanTextIcon,
};

/** What happened with a company's people is told with their names. */
function talkEntry(talk: Interaction, names: ReadonlyMap<string, string>): Entry {
  return {
    id: talk.id,
    at: talk.occurredAt,
    icon: talkIcons[talk.kind],
    what: i18n.t(`company.talk.${talk.kind}`),
    text: talk.text,
    who: names.get(talk.leadId),
  };
}

const stageIn = (value: unknown, pipeline: Pipeline): string => {
  const stage = pipelineStage.safeParse(value);
  return stage.success ? stageName(stage.data.stage, pipeline) : stageName(pipeline.stages[0]?.id ?? '', pipeline);
};

/** What a change of the history means for the work: that it came, was read again, moved, was won or lost, went to another owner. */
function changeEntries(change: Change, pipeline: Pipeline): Entry[] {
  const at = change.recordedAt ?? change.at;
  const id = `${change.actionId} ${change.seq ?? at}`;
  const isNew = change.fields.some(({ field, before }) => field === 'createdAt' && before === undefined);
  const entries: Entry[] = [];
  if (isNew) entries.push({ id, at, icon: PlusIcon, what: i18n.t(`leads.change.${change.cause}`) });
  else if (change.cause === 'capture' || change.cause === 'merge' || change.cause === 'import')
    entries.push({ id, at, icon: ScanTextIcon, what: i18n.t(`leads.change.${change.cause}`) });
  for (const { field, before, after } of change.fields) {
    const own = `${id} ${field}`;
    if (field === 'pipelineStage' && !isNew)
      entries.push({
        id: own,
        at,
        icon: ArrowRightLeftIcon,
        what: i18n.t('company.moved'),
        text: `${stageIn(before, pipeline)} → ${stageIn(after, pipeline)}`,
      });
    if (field === 'outcome') {
      const outcome = leadOutcome.safeParse(after);
      const text = outcome.success ? outcomeText(outcome.data) : i18n.t('outcome.open');
      entries.push({ id: own, at, icon: FlagIcon, what: i18n.t('outcome.title'), text });
    }
    if ((field === 'owner' || field === 'standIn') && !isNew)
      entries.push({
        id: own,
        at,
        icon: ArrowRightLeftIcon,
        what: i18n.t('exchange.column.owner'),
        text: [valueText(field, before), ownerText(after)].filter(Boolean).join(' → '),
      });
  }
  return entries;
}

const ownerText = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : valueText('owner', value);

const shortest = 12;

/** All that happened, the newest first: talks (a company's people too), captures, moves, where it went. */
export function Timeline({ full }: { full: FullLead }) {
  const [all, setAll] = useState(false);
  const { lead, changes } = full;
  const [pipeline = firstPipeline] = useSetting('pipeline');
  const people = lead.kind === 'company' ? (full.people ?? []) : [];
  const names = new Map(people.map((person) => [person.id, leadName(person)]));
  const talks = useTalks([lead.id, ...names.keys()]) ?? full.interactions;
  const { value: handed } = useHandoversOf(lead.id);
  const entries: Entry[] = [
    ...talks.map((talk) => talkEntry(talk, names)),
    ...changes.flatMap((change) => changeEntries(change, pipeline)),
    ...(handed?.out ?? []).map((out) => ({
      id: `${out.target} ${out.at}`,
      at: out.at,
      icon: FileOutputIcon,
      what: i18n.t('company.handedOver'),
      text: targetName(out.target),
    })),
  ].sort((a, b) => b.at - a.at);
  if (entries.length === 0) return null;
  const shown = all ? entries : entries.slice(0, shortest);
  return (
    <section aria-label={i18n.t('company.timeline')} className="flex flex-col gap-1 border-b border-line px-3 py-2">
      <h3 className="text-sm font-medium text-soft">{i18n.t('company.timeline')}</h3>
      <ol className="flex flex-col gap-1.5">
        {shown.map(({ id, at, icon: Icon, what, text, who }) => (
          <li key={id} className="flex gap-2">
            <Icon size={15} aria-hidden="true" className="mt-0.5 shrink-0 text-soft" />
            <span className="min-w-0 flex-1">
              <span className="flex flex-wrap gap-x-2">
                <span className="font-medium">{who ? i18n.t('company.with', [what, who]) : what}</span>
                <time className="text-sm text-soft" dateTime={new Date(at).toISOString()}>
                  {dayAndTime(at)}
                </time>
              </span>
              {text && (
                <span dir="auto" className="block break-words whitespace-pre-wrap text-soft">
                  {text}
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
      {entries.length > shown.length && (
        <Button look="quiet" size="small" className="self-start" onClick={() => setAll(true)}>
          {i18n.t('leads.more')}
        </Button>
      )}
    </section>
  );
}
