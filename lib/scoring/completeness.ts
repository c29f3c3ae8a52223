import type { Company, Person } from '../domain/schema/lead.ts';

const companyFacts: ((company: Company) => unknown)[] = [
  (c) => c.name,
  (c) => c.domain ?? c.website,
  (c) => c.addresses[0],
  (c) => c.phones[0],
  (c) => c.emails[0],
  (c) => c.industry ?? c.products ?? c.scope,
  (c) => c.employees,
];
const peopleFacts: ((person: Person) => unknown)[] = [
  (p) => p.name,
  (p) => p.jobTitle,
  (p) => p.emails[0] ?? p.phones[0] ?? p.wechat ?? p.whatsapp,
];

/** How much of what one usually wants is there. In: the company, its people. Out: whole percent of ten facts. */
export function completenessOf(company: Company | undefined, people: readonly Person[]): number {
  const ofCompany = company ? companyFacts.filter((fact) => fact(company)).length : 0;
  const ofPeople = peopleFacts.filter((fact) => people.some(fact)).length;
  return (ofCompany + ofPeople) * 10;
}
