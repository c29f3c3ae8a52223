import {
  ArrowRightLeftIcon,
  CalendarPlusIcon,
  CircleCheckIcon,
  CircleXIcon,
  DownloadIcon,
  KanbanIcon,
  ListIcon,
  MergeIcon,
  PackageIcon,
  StickyNoteIcon,
  TagIcon,
  Trash2Icon,
  UserRoundIcon,
} from 'lucide-react';
import { i18n } from '#i18n';
import { stagePatch } from '../../lib/domain/stage.ts';
import { exportWords } from '../exchange/export-words.ts';
import { exportLeads, readExportChoice } from '../hooks/use-export.ts';
import { leadActions } from '../hooks/use-lead-actions.ts';
import { likelyOf, merging } from '../hooks/use-merging.ts';
import { type SendingPage, sendOut } from '../hooks/use-outgoing.ts';
import { readPipeline } from '../hooks/use-pipeline.ts';
import { columnValues } from '../hooks/use-table.ts';
import { taskActions } from '../hooks/use-tasks.ts';
import { attempt, attemptWithUndo, removeLeads } from '../leads/act.ts';
import { leadName, secondLine } from '../leads/lead-row.tsx';
import { markLeads } from '../leads/outcome-line.tsx';
import { say } from '../ui/toast.tsx';
import { stageName } from '../work/words.ts';
import type { Command, Option, PaletteContext } from './command.ts';

const idsOf = ({ subject }: PaletteContext): string[] => [...(subject?.ids ?? [])];
const hasSubject = ({ subject }: PaletteContext): boolean => subject !== undefined;
/** "Tag them" of several, "Tag it" of the open one: the number says which. */
const count = ({ subject }: PaletteContext): number => subject?.ids.length ?? 0;

/** What others of the book have there, to choose from. */
const known =
  (column: string) =>
  async ({ subject }: PaletteContext): Promise<Option[]> => {
    const values = await columnValues(subject?.kind ?? 'person', column);
    return values.slice(0, 50).map(({ value }) => ({ value, text: value }));
  };

async function stages(): Promise<Option[]> {
  const pipeline = await readPipeline();
  return [...pipeline.stages.map(({ id }) => id), 'won', 'lost'].map((id) => ({
    value: id,
    text: stageName(id, pipeline),
  }));
}

async function exportSubject(at: PaletteContext): Promise<void> {
  const kind = at.subject?.kind ?? 'person';
  // What takes a second or more is said before it is done.
  if (count(at) > 1000) say(i18n.t('exchange.working'));
  const done = await exportLeads({ kind, ids: idsOf(at) }, await readExportChoice(), exportWords());
  say(i18n.t('exchange.done', done.count, [String(done.count), done.name]));
}

/** Those that the lead is likely the same as; who stays is the one that says most, as everywhere. */
async function likely(at: PaletteContext): Promise<Option[]> {
  const found = await likelyOf(idsOf(at)[0] ?? '');
  return found.map(({ lead }) => ({
    value: lead.id,
    text: [leadName(lead), secondLine(lead)].filter(Boolean).join(' · '),
  }));
}

const sendSubject = (at: PaletteContext, page: SendingPage) =>
  attempt(() => sendOut({ kind: at.subject?.kind ?? 'person', ids: idsOf(at) }, page));

/** What can be done to the open lead or to all that is selected. */
export const leadCommands: readonly Command[] = [
  {
    id: 'lead.task',
    group: 'subject',
    label: (at) => i18n.t('palette.task', count(at)),
    icon: CalendarPlusIcon,
    isOffered: hasSubject,
    ask: { label: () => i18n.t('palette.taskText'), free: true },
    run: (at, text) =>
      attemptWithUndo(() => taskActions.add(idsOf(at), { text, kind: 'other' }), i18n.t('palette.taskAdded')),
  },
  {
    id: 'lead.stage',
    group: 'subject',
    label: (at) => i18n.t('palette.stage', count(at)),
    icon: KanbanIcon,
    isOffered: hasSubject,
    ask: { label: () => i18n.t('palette.stageTo'), options: stages },
    run: (at, stage) =>
      attemptWithUndo(() => leadActions.bulkEdit(idsOf(at), stagePatch(stage, Date.now())), i18n.t('palette.moved')),
  },
  {
    id: 'lead.tag',
    group: 'subject',
    label: (at) => i18n.t('palette.tag', count(at)),
    icon: TagIcon,
    isOffered: hasSubject,
    ask: { label: () => i18n.t('leads.tagAdd'), options: known('tags'), free: true },
    run: (at, tag) =>
      attemptWithUndo(() => leadActions.bulkEdit(idsOf(at), { addTags: [tag] }), i18n.t('leads.tagged', count(at))),
  },
  {
    id: 'lead.owner',
    group: 'subject',
    label: (at) => i18n.t('palette.owner', count(at)),
    icon: UserRoundIcon,
    isOffered: hasSubject,
    ask: { label: () => i18n.t('palette.ownerName'), options: known('owner'), free: true },
    run: (at, owner) => attemptWithUndo(() => leadActions.bulkEdit(idsOf(at), { owner }), i18n.t('palette.changed')),
  },
  {
    id: 'lead.list',
    group: 'subject',
    label: (at) => i18n.t('palette.list', count(at)),
    icon: ListIcon,
    isOffered: hasSubject,
    ask: { label: () => i18n.t('palette.listName'), options: known('list'), free: true },
    run: (at, list) => attemptWithUndo(() => leadActions.bulkEdit(idsOf(at), { list }), i18n.t('palette.changed')),
  },
  {
    id: 'lead.note',
    group: 'subject',
    label: () => i18n.t('palette.note'),
    icon: StickyNoteIcon,
    isOffered: (at) => count(at) === 1,
    ask: { label: () => i18n.t('leads.noteAdd'), free: true },
    run: (at, text) => attemptWithUndo(() => leadActions.note(idsOf(at)[0] ?? '', text), i18n.t('palette.noteAdded')),
  },
  {
    id: 'lead.won',
    group: 'subject',
    label: (at) => i18n.t('palette.won', count(at)),
    icon: CircleCheckIcon,
    isOffered: hasSubject,
    run: (at) => markLeads(idsOf(at), 'won'),
  },
  {
    id: 'lead.lost',
    group: 'subject',
    label: (at) => i18n.t('palette.lost', count(at)),
    icon: CircleXIcon,
    isOffered: hasSubject,
    run: (at) => markLeads(idsOf(at), 'lost'),
  },
  {
    id: 'lead.export',
    group: 'subject',
    label: (at) => i18n.t('palette.export', count(at)),
    icon: DownloadIcon,
    isOffered: hasSubject,
    run: (at) => attempt(() => exportSubject(at)),
  },
  {
    id: 'lead.pack',
    group: 'subject',
    label: (at) => i18n.t('palette.pack', count(at)),
    icon: PackageIcon,
    isOffered: hasSubject,
    run: (at) => sendSubject(at, 'packs'),
  },
  {
    id: 'lead.handover',
    group: 'subject',
    label: (at) => i18n.t('palette.handover', count(at)),
    icon: ArrowRightLeftIcon,
    isOffered: hasSubject,
    run: (at) => sendSubject(at, 'import/out'),
  },
  {
    id: 'lead.merge',
    group: 'subject',
    label: (at) => i18n.t('palette.merge', count(at)),
    icon: MergeIcon,
    isOffered: ({ subject }) =>
      subject !== undefined && !subject.isOpen && subject.ids.length > 1 && subject.ids.length <= 8,
    run: (at) => attemptWithUndo(() => merging.merge([{ leadIds: idsOf(at) }]), i18n.t('palette.merged', count(at))),
  },
  {
    id: 'lead.mergeLikely',
    group: 'subject',
    label: () => i18n.t('palette.mergeLikely'),
    icon: MergeIcon,
    isOffered: (at) => count(at) === 1,
    ask: { label: () => i18n.t('palette.mergeWith'), options: likely },
    run: (at, other) =>
      attemptWithUndo(() => merging.merge([{ leadIds: [...idsOf(at), other] }]), i18n.t('palette.merged', 2, ['2'])),
  },
  {
    id: 'lead.delete',
    group: 'subject',
    label: (at) => i18n.t('palette.delete', count(at)),
    icon: Trash2Icon,
    isOffered: hasSubject,
    run: (at) => removeLeads(idsOf(at)),
  },
];
