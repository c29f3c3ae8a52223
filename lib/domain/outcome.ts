import type { Company, Lead, LeadOutcome } from './schema/lead.ts';

/** How the work with a lead stands, and whether it is its own outcome or its company's. */
export type Standing = { outcome: LeadOutcome; of: 'lead' | 'company' };

/** A lead's outcome: its own, else for a person their company's. In: the lead, its company. Out: undefined while it is open. */
export function outcomeOf(lead: Lead, company?: Company): Standing | undefined {
  if (lead.outcome) return { outcome: lead.outcome, of: 'lead' };
  return lead.kind === 'person' && company?.outcome ? { outcome: company.outcome, of: 'company' } : undefined;
}
