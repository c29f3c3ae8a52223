import type { Lead, LeadSourceGroup } from '../../domain/schema/lead.ts';
import type { Dropped } from '../presets/dropped.ts';
import type { HandoverProblem, HandoverScope, HandoverState } from '../presets/hand-over.ts';
import type { Source } from '../presets/source.ts';

/** Files without another system's headings. */
export const plainTargets = ['xlsx', 'csv', 'vcard', 'jsonl'] as const;
export type PlainTarget = (typeof plainTargets)[number];

/** What is to go, and where: a preset's id or a plain file. */
export type OutRequest = {
  target: string;
  kind: Lead['kind'];
  /** Only those of a list. */
  list?: string;
  /** Only these. */
  ids?: string[];
  groups: Record<LeadSourceGroup, string>;
};

export const outFilters = ['all', 'new', 'changed', 'same', 'barred', 'unmatched', 'refused'] as const;
export type OutFilter = (typeof outFilters)[number];
export type OutSummary = Record<OutFilter, number> & {
  /** Of those that go by themselves: new or changed. */
  news: number;
  /** Of those that cannot be matched: new or changed. */
  newsUnmatched: number;
  /** Of those who are not to be contacted: new or changed. */
  newsBarred: number;
  /** What of those who can go has no place in the system's file. */
  dropped: Dropped[];
};
export type OutRow = {
  leadId: string;
  name: string;
  state: HandoverState;
  problem?: HandoverProblem;
  missing: Source[];
};
export type OutPage = { rows: OutRow[]; total: number };

export type OutCalls = {
  plan: { ask: OutRequest; answer: OutSummary };
  page: { ask: { filter: OutFilter; offset: number; limit: number }; answer: OutPage };
  /** The ids that go, in their order: for files that are made elsewhere. */
  ids: { ask: HandoverScope; answer: string[] };
  file: { ask: HandoverScope; answer: Blob };
  /** Rows that are left out, as a file; `words` say why. */
  left: { ask: { scope: HandoverScope; heading: string; words: Record<string, string> }; answer: Blob };
  remember: { ask: { scope: HandoverScope; file: string }; answer: number };
};
export type OutCall = keyof OutCalls;
export type OutQuestion = { [C in OutCall]: { id: number; call: C; ask: OutCalls[C]['ask'] } }[OutCall];
export type OutAnswer = { id: number; answer: OutCalls[OutCall]['answer'] } | { id: number; error: string };
