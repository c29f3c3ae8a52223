import type { Lead } from '../domain/schema/lead.ts';

/** When the usual period of a lead ends: so many months after it was first kept, whatever was changed since. In: epoch ms, months. */
export function periodEnd(createdAt: number, months: number): number {
  const date = new Date(createdAt);
  const day = date.getDate();
  date.setMonth(date.getMonth() + months);
  // 31 January and a month is the last of February, not the 3rd of March.
  if (date.getDate() !== day) date.setDate(0);
  return date.getTime();
}

export type Retention = {
  /** The usual period's end. */
  endsAt: number;
  /** due: to be decided now; kept: kept longer for a reason; running: not yet. */
  is: 'running' | 'due' | 'kept';
  /** Until when it is kept, where the reason has an end. */
  until?: number;
};

/** How the clock of a lead stands. In: the lead, the period in months, the time. */
export function retentionOf(lead: Pick<Lead, 'createdAt' | 'keptLonger'>, months: number, now: number): Retention {
  const endsAt = periodEnd(lead.createdAt, months);
  if (now < endsAt) return { endsAt, is: 'running' };
  const { keptLonger } = lead;
  if (keptLonger && (keptLonger.until === undefined || now < keptLonger.until))
    return { endsAt, is: 'kept', ...(keptLonger.until !== undefined && { until: keptLonger.until }) };
  return { endsAt, is: 'due' };
}
