import { outcomeOf } from '../domain/outcome.ts';
import { companyFields, personFields } from '../domain/schema/field.ts';
import type { Company, Lead } from '../domain/schema/lead.ts';
import type { OwnFieldDefinition } from '../domain/schema/own-field.ts';
import type { Consent } from '../domain/schema/privacy.ts';
import type { ExportRow } from './columns.ts';

const isEmpty = (value: unknown) => value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
const filled = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
const day = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString());

/** `tradeFair` as `trade fair`. */
const groupWords = (group: string) => group.replace(/(?=[A-Z])/g, ' ').toLowerCase();

function valuesOf(lead: Lead): Record<string, unknown> {
  const fields = lead.kind === 'person' ? personFields : companyFields;
  const known: Record<string, unknown> = { ...lead };
  return filled(Object.fromEntries(Object.keys(fields).map((field) => [field, known[field]])));
}

/** Own fields by the names that the user gave them. */
function ownOf(lead: Lead, own: readonly OwnFieldDefinition[]): Record<string, unknown> {
  return filled(Object.fromEntries(own.map(({ key, name }) => [name, lead.own?.[key]])));
}

function firmOf(lead: Lead, company: Company | undefined): Record<string, unknown> {
  if (lead.kind === 'company') return valuesOf(lead);
  return company ? valuesOf(company) : filled({ name: lead.companyName });
}

function personOf(lead: Lead): Record<string, unknown> {
  const { companyName: _companyName, ...values } = valuesOf(lead);
  return values;
}

const consentOf = (consent: Consent): Record<string, unknown> =>
  filled({
    email: consent.email && { state: consent.email.state, at: day(consent.email.at) },
    call: consent.call && { state: consent.call.state, at: day(consent.call.at) },
  });

/**
 * Leads as JSON Lines, each an object of its own: `person` and `company` with the fields of the schema under their names,
 * beside them what is kept of every lead; times after ISO 8601 in UTC. In: the rows, the own fields. Out: the text, UTF-8.
 */
export function jsonLines(rows: readonly ExportRow[], own: readonly OwnFieldDefinition[] = []): string {
  return rows
    .map(({ lead, company }) => {
      const { leadSource, nextStep } = lead;
      const outcome = outcomeOf(lead, company)?.outcome;
      const line = filled({
        leadlightId: lead.id,
        ...(lead.kind === 'person' && { person: personOf(lead) }),
        company: firmOf(lead, company),
        list: lead.list,
        howWeMet: leadSource && [groupWords(leadSource.group), leadSource.name].filter(Boolean).join(': '),
        tags: lead.tags,
        owner: lead.owner,
        nextStep: nextStep?.text,
        nextStepDue: day(nextStep?.dueAt),
        note: lead.note,
        doNotContact: lead.doNotContact,
        consent: lead.consent && consentOf(lead.consent),
        lawfulBasis: lead.lawfulBasis?.basis,
        outcome: outcome?.result,
        outcomeAt: day(outcome?.at),
        outcomeReason: outcome?.reason,
        wholeNeeds: lead.wallet?.map(({ day: since, amount, currency, from }) =>
          filled({
            asOf: new Date(since * 86_400_000).toISOString().slice(0, 10),
            amount: amount / 100,
            currency,
            from,
          }),
        ),
        created: day(lead.createdAt),
        updated: day(lead.updatedAt),
        own: ownOf(lead, own),
      });
      for (const part of ['company', 'own']) if (Object.keys(line[part] ?? {}).length === 0) delete line[part];
      return `${JSON.stringify(line)}\n`;
    })
    .join('');
}
