import { describe, expect, it } from 'vitest';
import { pointsByRule, putBack, takePoints } from '../../../../lib/scoring/learn/take.ts';
import { aGroup, aProfile } from '../build.ts';

const when = { field: 'company.name', op: 'known' };
const profile = aProfile([
  aGroup([
    { kind: 'points', id: 'one', name: 'One', when, points: 10 },
    {
      kind: 'tiers',
      id: 'steps',
      name: 'Steps',
      tiers: [
        { when, points: 20 },
        { when, points: 5 },
        { when, points: -10 },
      ],
    },
    { kind: 'gate', id: 'gate', name: 'Gate', when },
  ]),
]);
const rulesOf = (from: typeof profile) => from.groups.flatMap(({ rules }) => rules);

describe('taking suggested points', () => {
  it('says what each rule is measured by', () => {
    expect([...pointsByRule(profile)]).toEqual([
      ['one', 10],
      ['steps', 20],
    ]);
  });

  it('moves a rule alone, tiers in proportion, whole and within bounds', () => {
    const taken = takePoints(profile, new Map([['steps', 13]]));
    expect(rulesOf(taken)[1]).toMatchObject({ tiers: [{ points: 13 }, { points: 3 }, { points: -6 }] });
    expect(rulesOf(taken)[0]).toEqual(rulesOf(profile)[0]);
    expect(rulesOf(takePoints(profile, new Map([['one', 4000.4]])))[0]).toMatchObject({ points: 1000 });
    expect(
      takePoints(
        profile,
        new Map([
          ['gate', 5],
          ['gone', 3],
        ]),
      ),
    ).toEqual(profile);
  });

  it('is put back exactly, though tiers were rounded on the way', () => {
    const taken = takePoints(
      profile,
      new Map([
        ['one', 3],
        ['steps', 1],
      ]),
    );
    const back = putBack(taken, profile, new Set(['steps']));
    expect(rulesOf(back)[1]).toEqual(rulesOf(profile)[1]);
    expect(rulesOf(back)[0]).toMatchObject({ points: 3 });
  });
});
