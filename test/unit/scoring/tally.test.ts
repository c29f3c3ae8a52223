import { expect, it } from 'vitest';
import { createScoreTable } from '../../../lib/scoring/table.ts';
import { aCompany, aGroup, aProfile, now } from './build.ts';

it('counts for each rule who it holds for and who it waits for', async () => {
  const table = createScoreTable(now);
  const sizes = ['120', '20', undefined, '51-200'];
  table.put(sizes.map((employees, at) => ({ lead: aCompany({ id: `lead-${at}`, employees }) })));
  const large = { field: 'company.employees', op: 'gte', value: 100 };
  const profile = aProfile([
    aGroup([
      { kind: 'points', id: 'large', name: 'Large', when: large, points: 5 },
      { kind: 'gate', id: 'small', name: 'Small', when: { not: large } },
    ]),
  ]);
  expect(await table.tally(profile)).toEqual({
    large: { held: 1, not: 1, unknown: 2 },
    small: { held: 1, not: 1, unknown: 2 },
  });
});
