import { type IcpProfile, icpProfile } from '../../lib/domain/schema/icp.ts';
import { drawn } from '../score/sample.ts';
import { type Seed, seedCompany } from './seed.ts';

/** What the made-up outcomes are made with: log odds of a win are −0.8 + 2 · fair − 1.5 · far + 0 · fax. */
export const truth = { fair: 2, far: -1.5, fax: 0 };

const day = 86_400_000;
const names = { fair: 'Met at a fair', far: 'Far away', fax: 'Has a fax number', never: 'Asked by telegram' };
type Key = keyof typeof names;

/** A profile that knows what matters, and weighs all of it alike. */
export const plainProfile: IcpProfile = icpProfile.parse({
  version: 1,
  id: 'plain',
  name: 'Plain',
  revision: 1,
  cuts: { A: 40, B: 20, C: 10 },
  coverage: 0,
  fields: Object.keys(names).map((key) => ({ key, name: names[key as Key], type: 'yesNo', of: 'company' })),
  groups: [
    {
      id: 'all',
      name: 'All',
      rules: Object.keys(names).map((key) => ({
        kind: 'points',
        id: key,
        name: names[key as Key],
        when: { field: `own.${key}`, op: 'is', value: true },
        points: 20,
      })),
    },
  ],
});

/** A book of companies that came to an end as `truth` says, the same in every run. In: how many, when now is. */
export function endedBook(count: number, now: number): Seed {
  const random = drawn(7);
  const companies = Array.from({ length: count }, (_, at) => {
    const own = { fair: random() < 0.5, far: random() < 0.4, fax: random() < 0.5, never: false };
    const odds = -0.8 + truth.fair * Number(own.fair) + truth.far * Number(own.far);
    const won = random() < 1 / (1 + Math.exp(-odds));
    const outcome = { result: won ? ('won' as const) : ('lost' as const), at: now - (count - at) * day };
    return seedCompany(at + 1, { own, outcome });
  });
  return { companies, profile: plainProfile };
}
