import type { Company, Interaction, Lead, Person } from '../domain/schema/lead.ts';
import type { CustomerValue } from '../domain/schema/order.ts';
import type { OwnValues } from '../domain/schema/own-field.ts';

/**
 * All that is known of a lead when it is scored. A company comes with its people, a person with their company;
 * `interactions` are those of the lead and, for a company, of its people. Absent means unknown, `[]` means none.
 */
export type ScoreInput = {
  lead: Lead;
  company?: Company | undefined;
  people?: readonly Person[] | undefined;
  interactions?: readonly Pick<Interaction, 'kind' | 'occurredAt'>[] | undefined;
  own?: OwnValues | undefined;
  /** What they are worth as a customer, from their orders. */
  value?:
    | Pick<CustomerValue, 'valueClass' | 'segment' | 'phase' | 'orders' | 'amount' | 'share' | 'potential'>
    | undefined;
};
