import type { Company, Person } from '../../lib/domain/schema/lead.ts';
import { type Seed, seedCompany, seedPerson } from './seed.ts';

const trades = ['Maschinenbau', 'Software', 'Handel', 'Verpackung', 'Beratung'];
const places = ['DE', 'AT', 'CH', 'GB', 'CN', undefined];
const jobs = ['Geschäftsführer', 'Head of Purchasing', 'Sales Manager', 'Engineer', undefined];

/** A made-up book of companies with one person each, of every kind that the starter profile tells apart. In: how many. */
export function mixedBook(count: number): Seed {
  const companies: Company[] = [];
  const people: Person[] = [];
  for (let n = 1; n <= count; n++) {
    const trade = trades[n % trades.length] as string;
    const country = places[n % places.length];
    const job = jobs[n % jobs.length];
    const known = (every: number) => n % every !== 0;
    companies.push(
      seedCompany(n, {
        name: `${trade} Muster ${n}`,
        ...(known(4) && { domain: `muster-${n}.example`, website: `https://muster-${n}.example` }),
        ...(country && { addresses: [{ country, text: country }] }),
        ...(known(3) && { industry: trade, employees: String(20 + ((n * 37) % 900)) }),
        ...(known(5) && { phones: [{ text: `030 ${1000 + n}`, kind: 'work' as const }] }),
      }),
    );
    if (job !== undefined)
      people.push(
        seedPerson(n, {
          name: `Mara Muster ${n}`,
          jobTitle: job,
          companyId: seedCompany(n).id,
          emails: known(2) ? [`mara.muster@muster-${n}.example`] : [],
          phones: known(7) ? [{ text: `030 ${2000 + n}`, kind: 'work' }] : [],
        }),
      );
  }
  return { companies, people };
}
