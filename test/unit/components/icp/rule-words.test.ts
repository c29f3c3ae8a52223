import { describe, expect, it, vi } from 'vitest';
import { givenNames, groupName, ruleName } from '../../../../components/icp/rule-words.ts';
import { starterProfile, starterTemplates } from '../../../../lib/scoring/starter.ts';

vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));

const full = starterProfile({ ...starterTemplates.manufacturing, countries: ['DE'], notBusiness: ['food'] });

describe('names of rules', () => {
  it('has words for every rule and group of the built-in profile, whatever was answered', () => {
    const names = full.groups.flatMap((group) => [group, ...group.rules]).map(({ id, name }) => [id, name]);
    expect(Object.fromEntries(names)).toEqual(givenNames);
    for (const group of full.groups) {
      expect(groupName(group)).not.toBe('');
      for (const rule of group.rules) expect(ruleName(rule)).not.toBe(rule.id);
    }
  });

  it('leaves the name that the user gave', () => {
    expect(ruleName({ id: 'reach.phone', name: 'They can be called' })).toBe('They can be called');
    expect(ruleName({ rule: 'mine', name: 'Mine' })).toBe('Mine');
    expect(groupName({ id: 'market', name: 'Our markets' })).toBe('Our markets');
  });
});
