import type { ComponentType } from 'react';
import { SameLine } from '../clean/same-line.tsx';
import { PeopleGrid } from '../company/people-grid.tsx';
import { LeadHandovers } from '../exchange/lead-handovers.tsx';
import { LeadListed } from '../exchange/lead-listed.tsx';
import type { FullLead } from '../hooks/use-lead.ts';
import { PrivacyBlock } from '../privacy/privacy-block.tsx';
import { LeadValue } from '../value/lead-value.tsx';
import { LeadWallet } from '../value/lead-wallet.tsx';
import { LeadStage } from '../work/lead-stage.tsx';
import { LeadTasks } from '../work/lead-tasks.tsx';
import { LeadTouch } from '../work/lead-touch.tsx';
import { type FieldsProps, LeadFields } from './lead-fields.tsx';
import { LeadHistory } from './lead-history.tsx';
import { LeadKept } from './lead-kept.tsx';
import { LeadNotes } from './lead-notes.tsx';
import { LeadRelated } from './lead-related.tsx';
import { MatchLine } from './match-line.tsx';
import { OutcomeLine } from './outcome-line.tsx';
import { OwnValues } from './own-values.tsx';
import { ScoreBlock } from './score-block.tsx';
import { Timeline } from './timeline.tsx';

/** What a block is given: the lead with all that hangs on it, the value under edit, and the ways to change and to go. */
export type LeadBlockProps = Omit<FieldsProps, 'lead' | 'receipts'> & {
  full: FullLead;
  onOpen: (id: string) => void;
  /** The lead is no more: back to where one came from. */
  onGone: () => void;
};

export type LeadBlock = {
  id: string;
  /** On the lead's own page, in the wide column or beside it; the panel shows all blocks below each other. */
  place: 'main' | 'side';
  /** Only on the lead's own page: the panel has no room for it. */
  isOnlyOfPage?: true;
  /** Draws its own section, or nothing where it has nothing to say. */
  View: ComponentType<LeadBlockProps>;
};

/** Everything that is told of a lead, in its order: a new block is one line here. */
export const leadBlocks: readonly LeadBlock[] = [
  { id: 'same', place: 'side', View: ({ full, onOpen }) => <SameLine leadId={full.lead.id} onOpen={onOpen} /> },
  { id: 'listed', place: 'side', View: ({ full }) => <LeadListed lead={full.lead} company={full.company} /> },
  { id: 'outcome', place: 'side', View: ({ full }) => <OutcomeLine lead={full.lead} company={full.company} /> },
  { id: 'value', place: 'side', View: ({ full }) => <LeadValue lead={full.lead} /> },
  { id: 'wallet', place: 'side', View: ({ full }) => <LeadWallet lead={full.lead} /> },
  { id: 'stage', place: 'side', View: ({ full }) => <LeadStage lead={full.lead} company={full.company} /> },
  { id: 'touch', place: 'side', View: ({ full }) => <LeadTouch lead={full.lead} company={full.company} /> },
  { id: 'tasks', place: 'side', View: ({ full }) => <LeadTasks lead={full.lead} /> },
  {
    id: 'fields',
    place: 'main',
    View: ({ full, ...fields }) => <LeadFields {...fields} lead={full.lead} receipts={full.receipts} />,
  },
  { id: 'own', place: 'main', View: ({ full, onPatch }) => <OwnValues lead={full.lead} onPatch={onPatch} /> },
  { id: 'score', place: 'side', View: ({ full, onShow }) => <ScoreBlock lead={full.lead} onShow={onShow} /> },
  {
    id: 'match',
    place: 'side',
    View: ({ full, onPatch }) =>
      full.lead.kind === 'company' ? <MatchLine company={full.lead} onPatch={onPatch} /> : null,
  },
  { id: 'kept', place: 'side', View: ({ full, onPatch }) => <LeadKept lead={full.lead} onPatch={onPatch} /> },
  {
    id: 'people',
    place: 'main',
    isOnlyOfPage: true,
    View: ({ full, onOpen }) =>
      full.lead.kind === 'company' ? <PeopleGrid people={full.people ?? []} onOpen={onOpen} /> : null,
  },
  {
    id: 'notes',
    place: 'main',
    View: ({ full }) => <LeadNotes lead={full.lead} interactions={full.interactions} />,
  },
  { id: 'timeline', place: 'main', isOnlyOfPage: true, View: ({ full }) => <Timeline full={full} /> },
  { id: 'related', place: 'side', View: ({ full, onOpen }) => <LeadRelated full={full} onOpen={onOpen} /> },
  {
    id: 'privacy',
    place: 'side',
    View: ({ full, onPatch, onGone }) => (
      <PrivacyBlock lead={full.lead} company={full.company} onPatch={onPatch} onErased={onGone} />
    ),
  },
  { id: 'handedOver', place: 'side', View: ({ full }) => <LeadHandovers lead={full.lead} /> },
  { id: 'history', place: 'main', View: ({ full }) => <LeadHistory lead={full.lead} changes={full.changes} /> },
];
