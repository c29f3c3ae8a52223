import { z } from 'zod';
import { companyValues, personValues } from './field.ts';
import { capabilityLevels } from './matching.ts';
import { ownValues } from './own-field.ts';
import { consent, keptLonger, lawfulBasis } from './privacy.ts';
import { pipelineStage } from './stage.ts';
import { taskBody } from './task.ts';
import { provenance } from './value.ts';
import { wallet } from './wallet.ts';

/** The eight groups of how we met; the user's own names hang under one of them. */
export const leadSourceGroup = z.enum([
  'browsing',
  'advertising',
  'introduction',
  'directory',
  'helper',
  'ownRecords',
  'tradeFair',
  'inbound',
]);
export type LeadSourceGroup = z.infer<typeof leadSourceGroup>;

export const leadSource = z.object({ group: leadSourceGroup, name: z.string().default('') });
export type LeadSource = z.infer<typeof leadSource>;

/** The next task of a lead. Its id comes with it once it is worked with as a task. */
export const nextStep = taskBody.extend({
  text: z.string(),
  id: z.string().optional(),
  createdAt: z.number().optional(),
  changedAt: z.number().optional(),
});
export type NextStep = z.infer<typeof nextStep>;

/** Who looks after a lead in its owner's place until a day; from then on it is its owner's again by itself. */
export const standIn = z.object({
  name: z.string().min(1).max(200),
  since: z.number(),
  until: z.number().min(-8.64e15).max(8.64e15),
});

/** How the work with a lead ended, when, and why in the user's words. Absent while it is open. */
export const leadOutcome = z.object({
  result: z.enum(['won', 'lost']),
  at: z.number(),
  reason: z.string().optional(),
});
export type LeadOutcome = z.infer<typeof leadOutcome>;

/** What every lead has, person or company, beside what was read. */
const leadCommon = z.object({
  id: z.uuid(),
  /** List or campaign it was captured for. */
  list: z.string().optional(),
  leadSource: leadSource.optional(),
  tags: z.array(z.string()).default([]),
  owner: z.string().optional(),
  standIn: standIn.optional(),
  nextStep: nextStep.optional(),
  /** Of a company, or a person without one; absent in the first stage. */
  pipelineStage: pipelineStage.optional(),
  note: z.string().optional(),
  /** Values of the fields that the user added, by their keys. In the history they are `own.KEY`. */
  own: ownValues.optional(),
  outcome: leadOutcome.optional(),
  /** Of a company, or a person without one: what they buy in a year in all, over time. */
  wallet: wallet.optional(),
  /** They asked, or the law asks, not to be written to or called. */
  doNotContact: z.boolean().optional(),
  /** On what ground it is kept, what they agreed to, and why it is kept beyond the usual period. */
  lawfulBasis: lawfulBasis.optional(),
  consent: consent.optional(),
  keptLonger: keptLonger.optional(),
  /** When they were told that their data is kept. */
  noticedAt: z.number().optional(),
  createdAt: z.number(),
  updatedAt: z.number(),
  /** Tombstone: set when deleted, the record goes for good 30 days later. */
  deletedAt: z.number().optional(),
  /** The lead that it became part of: a tombstone that stays for as long as that one, so that the merge can be taken apart. */
  mergedInto: z.string().optional(),
  /** Set while a bulk write has not been published: such a record is shown nowhere. */
  stagedBy: z.string().optional(),
});

export const person = leadCommon.extend({
  kind: z.literal('person'),
  ...personValues.shape,
  partial: z.boolean().default(false),
  companyId: z.string().optional(),
});
export type Person = z.infer<typeof person>;

export const company = leadCommon.extend({
  kind: z.literal('company'),
  ...companyValues.shape,
  /** How well we could serve this very company, where the user said so; else what holds for all like it. */
  capability: capabilityLevels.optional(),
});
export type Company = z.infer<typeof company>;

export const lead = z.discriminatedUnion('kind', [person, company]);
/** A person or a company being worked. Compact: no provenance in it (that is `LeadReceipts`). */
export type Lead = z.infer<typeof lead>;

/** Who set a field and when: the newest typed value wins, a capture never overwrites what a person typed. */
export const stamp = z.object({
  at: z.number(),
  by: z.enum(['user', 'capture', 'import', 'merge']),
  origin: z.string(),
});
export type Stamp = z.infer<typeof stamp>;

const element = stamp.extend({ gone: z.boolean().optional() });

/** Kept apart from the compact row: a stamp for each field and every place each value was read. */
export const leadReceipts = z.object({
  leadId: z.string(),
  stamps: z.record(z.string(), stamp),
  /** Key: `field` for single values, `field|normalised value` for one of many. */
  readAt: z.record(z.string(), z.array(provenance)),
  /** Of fields with many values: who added or took away (`gone`) a value, where that is not of one time with its field. */
  elements: z.record(z.string(), element).optional(),
});
export type LeadReceipts = z.infer<typeof leadReceipts>;

/** One entry of the append-only history. Written in the same transaction as what it tells of. */
export const change = z.object({
  /** Given by the store. */
  seq: z.number().optional(),
  leadId: z.string(),
  kind: z.enum(['person', 'company']),
  /** It stands for the first entries of so many leads, which a large import does not write one by one; `leadId` is empty. */
  made: z.number().optional(),
  /** Since when it is so: for what a file says of former days, that day. */
  at: z.number(),
  /** When it was written, where that is another time. */
  recordedAt: z.number().optional(),
  origin: z.string(),
  /** All changes of one action of the user share it: undo takes them back together. */
  actionId: z.string(),
  cause: z.enum(['capture', 'edit', 'import', 'merge', 'delete', 'restore', 'undo']),
  /** `before` is absent for a new lead or field. */
  fields: z.array(z.object({ field: z.string(), before: z.unknown().optional(), after: z.unknown().optional() })),
  /** Stamps and places that the action replaced, as they were (`null`: there was none), so that undo gives them back. */
  receiptsBefore: z
    .object({
      stamps: z.record(z.string(), stamp.nullable()),
      readAt: z.record(z.string(), z.array(provenance).nullable()),
      elements: z.record(z.string(), element.nullable()).optional(),
    })
    .optional(),
});
export type Change = z.infer<typeof change>;

export const callOutcome = z.enum(['reached', 'notReached', 'voicemail', 'wrongNumber', 'callBack']);
export type CallOutcome = z.infer<typeof callOutcome>;

/** A dated touch. Notes are interactions too; more kinds come with mail and calls. */
export const interaction = z.object({
  id: z.uuid(),
  leadId: z.string(),
  kind: z.enum(['note', 'email', 'call', 'meeting', 'order', 'capture']),
  occurredAt: z.number(),
  text: z.string(),
  /** How a call went. */
  callOutcome: callOutcome.optional(),
  url: z.string().optional(),
  /** Of a mail: the line in which a value stood that was kept. Nothing else of its text is ever kept. */
  line: z.string().max(200).optional(),
});
export type Interaction = z.infer<typeof interaction>;
