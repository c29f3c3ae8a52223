import { z } from 'zod';
import { icpProfile } from './icp.ts';
import { interaction, stamp } from './lead.ts';
import { ownFieldDefinition } from './own-field.ts';
import { task } from './task.ts';
import { provenance } from './value.ts';

/** Longest name that a pack may give anything: what is longer is no name. */
const name = z.string().min(1).max(400);

/** A value and who set it when; without a value the field was emptied, or the value taken away. */
export const register = z.object({ value: z.unknown().optional(), stamp });
export type Register = z.infer<typeof register>;

/** A lead as packs carry it: every value with its stamp, so that two copies can be merged without anyone being asked. */
export const packLead = z.object({
  /** All ids that installs know it by, sorted. */
  ids: z.array(z.uuid()).min(1).max(200),
  kind: z.enum(['person', 'company']),
  createdAt: z.number(),
  /** By field, own fields as `own.KEY`. Those of one value. */
  fields: z.record(name, register),
  /** By field, then by `receiptKey`: each of many values has its own stamp. */
  lists: z.record(name, z.record(z.string().min(1).max(3000), register)),
  /** Where each value was read, by `receiptKey`. */
  places: z.record(z.string().min(1).max(3000), z.array(provenance).max(500)),
  /** Whether it is deleted, since when, by whom. */
  life: z.object({ deleted: z.boolean(), at: z.number(), origin: z.string().max(100) }),
  /** Next steps that another one took the place of, by their ids: they are further tasks of the lead. */
  steps: z.record(name, task).optional(),
});
export type PackLead = z.infer<typeof packLead>;

/** What packs agree on: the same whatever was merged into what, and however often. */
export const packState = z.object({
  leads: z.array(packLead),
  interactions: z.array(interaction),
  tasks: z.array(task),
});
export type PackState = z.infer<typeof packState>;

export const pack = packState.extend({
  format: z.literal('leadlight-pack'),
  version: z.literal(1),
  /** The install that wrote it, and what its user calls themselves. */
  origin: z.string().min(1).max(100),
  by: z.string().max(200),
  madeAt: z.number(),
  ownFields: z.array(ownFieldDefinition),
  /** Rules of ideal customers, where the sender gave them along. */
  profiles: z.array(icpProfile),
});
export type Pack = z.infer<typeof pack>;
