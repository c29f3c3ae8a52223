import { describe, expect, it } from 'vitest';
import type { IcpRule } from '../../../lib/domain/schema/icp.ts';
import {
  addGroup,
  addRule,
  duplicateGroup,
  duplicateRule,
  editGroup,
  freshId,
  moved,
  moveGroup,
  moveRule,
  removeGroup,
  removeRule,
  replaceRule,
} from '../../../lib/scoring/edit-profile.ts';
import { differenceOf } from '../../../lib/scoring/profile-difference.ts';
import { aGroup, aProfile } from './build.ts';

const rule = (id: string, points = 5): IcpRule => ({
  kind: 'points',
  id,
  name: id,
  when: { field: 'company.name', op: 'known' },
  points,
});
const profile = aProfile([
  aGroup([rule('a'), rule('b')], { id: 'first' }),
  aGroup([rule('c')], { id: 'second', max: 10 }),
  aGroup([], { id: 'talk', axis: 'engagement' }),
]);
const order = (of: typeof profile) => of.groups.map((group) => [group.id, ...group.rules.map(({ id }) => id)]);

describe('editing a profile', () => {
  it('finds ids that are free', () => {
    expect(freshId(profile, 'x')).toBe('x');
    expect(freshId(profile, 'a')).toBe('a-2');
    expect(freshId(profile, 'a-2')).toBe('a-2');
    expect(freshId(profile, 'a', ['a-2'])).toBe('a-3');
  });

  it('moves rules within a group and on into the next of the same axis', () => {
    expect(order(moveRule(profile, 'b', -1))).toEqual([['first', 'b', 'a'], ['second', 'c'], ['talk']]);
    expect(order(moveRule(profile, 'b', 1))).toEqual([['first', 'a'], ['second', 'b', 'c'], ['talk']]);
    expect(order(moveRule(profile, 'c', -1))).toEqual([['first', 'a', 'b', 'c'], ['second'], ['talk']]);
    expect(order(moveRule(profile, 'c', 1))).toEqual(order(profile));
    expect(order(moveGroup(profile, 'second', -1))[0]).toEqual(['second', 'c']);
    expect(moved([1, 2, 3], 0, 9)).toEqual([2, 3, 1]);
  });

  it('adds, replaces, removes and duplicates with ids of their own', () => {
    expect(order(addRule(profile, 'talk', rule('d')))[2]).toEqual(['talk', 'd']);
    expect(order(removeRule(profile, 'a'))[0]).toEqual(['first', 'b']);
    expect(replaceRule(profile, 'a', rule('a', 9)).groups[0]?.rules[0]).toMatchObject({ points: 9 });
    expect(order(duplicateRule(profile, 'a', 'Copy'))[0]).toEqual(['first', 'a', 'a-2', 'b']);
    const doubled = duplicateGroup(profile, 'first', 'Copy');
    expect(order(doubled).slice(0, 2)).toEqual([
      ['first', 'a', 'b'],
      ['first-2', 'a-2', 'b-2'],
    ]);
    expect(order(addGroup(profile, { id: 'n', name: 'N', axis: 'fit', rules: [] })).at(-1)).toEqual(['n']);
    expect(removeGroup(profile, 'second').groups).toHaveLength(2);
    const single = aProfile([aGroup([])]);
    expect(removeGroup(single, 'g').groups).toHaveLength(1);
  });

  it('takes a limit away', () => {
    expect(editGroup(profile, 'second', { max: undefined }).groups[1]).not.toHaveProperty('max');
    expect(editGroup(profile, 'second', { min: -5 }).groups[1]).toMatchObject({ min: -5, max: 10 });
  });
});

describe('what differs between two profiles', () => {
  it('is nothing where only order and revision do', () => {
    expect(differenceOf(profile, { ...moveRule(profile, 'b', -1), revision: 7 })).toEqual([]);
  });

  it('names each change', () => {
    const next = {
      ...removeRule(replaceRule(moveRule(profile, 'b', 1), 'a', rule('a', 9)), 'c'),
      cuts: { A: 80, B: 50, C: 30 },
    };
    expect(differenceOf(profile, next).map((one) => [one.of, 'rule' in one ? one.rule.id : ''])).toEqual([
      ['setting', ''],
      ['rule', ''],
      ['moved', 'b'],
      ['rule', ''],
    ]);
    expect(differenceOf(profile, addRule(profile, 'talk', rule('d')))).toEqual([
      { of: 'rule', group: 'G', after: rule('d') },
    ]);
  });
});
