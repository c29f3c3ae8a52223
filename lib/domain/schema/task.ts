import { z } from 'zod';

/** Epoch milliseconds that a calendar has a day for. */
const moment = z.number().min(-8.64e15).max(8.64e15);

export const taskKind = z.enum(['call', 'mail', 'meeting', 'other']);
export type TaskKind = z.infer<typeof taskKind>;

/** How often something comes again. `workday` counts Monday to Friday. */
export const taskRepeat = z.object({
  every: z.int().min(1).max(99),
  unit: z.enum(['day', 'workday', 'week', 'month', 'year']),
});
export type TaskRepeat = z.infer<typeof taskRepeat>;

/**
 * What is to be done. The next one of a lead is kept with the lead (`nextStep`), so that list, export, rules and history have
 * it; a lead's further ones, those about nobody and those done are rows of `tasks`.
 */
export const taskBody = z.object({
  text: z.string().max(2000),
  /** Absent: anything. */
  kind: taskKind.optional(),
  /** When it is to be done; of a day without a time, noon in local time. Absent: some day. */
  dueAt: moment.optional(),
  /** It has a time, not only a day. */
  timed: z.boolean().optional(),
  /** When to remind; absent: not at all. */
  remindAt: moment.optional(),
  repeat: taskRepeat.optional(),
  /** The day of the month that a rhythm began on, while a shorter month has it on its last day. */
  repeatDay: z.int().min(1).max(31).optional(),
  /** Put off: when it was due at first. */
  snoozedFrom: moment.optional(),
  /** Whose it is, where not the lead's owner's. */
  owner: z.string().max(200).optional(),
});
export type TaskBody = z.infer<typeof taskBody>;

export const task = taskBody.extend({
  id: z.string().min(1),
  leadId: z.string().optional(),
  createdAt: z.number(),
  /** When it was last set anew; absent: never since it was made. */
  changedAt: z.number().optional(),
  doneAt: z.number().optional(),
});
export type Task = z.infer<typeof task>;
