import type { Company, Lead, LeadOutcome } from './schema/lead.ts';

/** How the work with a lead stands, and whether it is its own outcome or its company's. */
export type Standing = { outcome: LeadOutcome; of: 'lead' | 'company' };

/**
 * A lead's outcome; a person's is their company's, whatever was once said of themselves. In: the lead, a person's company where
 * it is to be seen. Out: undefined while it is open.
 */
export function outcomeOf(lead: Lead, company?: Company): Standing | undefined {
  const isOfCompany = lead.kind === 'person' && company !== undefined;
  const outcome = isOfCompany ? company.outcome : lead.outcome;
  return outcome && { outcome, of: isOfCompany ? 'company' : 'lead' };
}
