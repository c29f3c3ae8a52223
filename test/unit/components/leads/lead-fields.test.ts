import { describe, expect, it } from 'vitest';
import { companyGroups, patchFor, personGroups } from '../../../../components/leads/lead-fields.tsx';
import { listDifference } from '../../../../components/leads/lead-history.tsx';
import { secondLine } from '../../../../components/leads/lead-row.tsx';
import { companyFields, personFields } from '../../../../lib/domain/schema/field.ts';
import { company, person } from '../../exchange/rows.ts';

describe('groups of the detail view', () => {
  const shown = (groups: { fields: string[] }[]) => ['name', ...groups.flatMap((group) => group.fields)].sort();
  it('show every field of the schema once', () => {
    expect(shown(personGroups)).toEqual(Object.keys(personFields).sort());
    expect(shown(companyGroups)).toEqual(Object.keys(companyFields).sort());
  });
});

describe('patchFor', () => {
  const lead = person({ name: 'Anna Berg', jobTitle: 'Buyer', emails: ['a@firm.example', 'b@firm.example'] });
  it('puts one value in place of another', () => {
    expect(patchFor(lead, 'jobTitle', undefined, 'Head')).toEqual({ jobTitle: 'Head' });
    expect(patchFor(lead, 'emails', 'b@firm.example', 'c@firm.example')).toEqual({
      emails: { gone: ['b@firm.example'], come: ['c@firm.example'] },
    });
  });
  it('adds one', () => {
    expect(patchFor(lead, 'emails', undefined, 'c@firm.example')).toEqual({
      emails: { gone: [], come: ['c@firm.example'] },
    });
    expect(patchFor(lead, 'wechat', undefined, 'berg_88')).toEqual({ wechat: 'berg_88' });
  });
  it('takes an emptied one away', () => {
    expect(patchFor(lead, 'jobTitle', 'Buyer', undefined)).toEqual({ jobTitle: null });
    expect(patchFor(lead, 'emails', 'a@firm.example', undefined)).toEqual({
      emails: { gone: ['a@firm.example'], come: [] },
    });
  });
  it('does nothing where nothing changed', () => {
    expect(patchFor(lead, 'jobTitle', 'Buyer', 'Buyer')).toBeUndefined();
    expect(patchFor(lead, 'emails', undefined, undefined)).toBeUndefined();
    expect(patchFor(lead, 'emails', 'b@firm.example', 'b@firm.example')).toBeUndefined();
    expect(patchFor(lead, 'wechat', undefined, undefined)).toBeUndefined();
  });
  it('does not write a value twice', () => {
    expect(patchFor(lead, 'emails', undefined, 'a@firm.example')).toBeUndefined();
  });
});

describe('history', () => {
  it('tells of a list only what came and went', () => {
    expect(listDifference('tags', ['pumps', 'fair'], ['fair', 'DACH', 'valves'])).toEqual({
      gone: ['pumps'],
      come: ['DACH', 'valves'],
    });
    expect(listDifference('phones', undefined, [{ text: '0511 1', kind: 'work' }])).toEqual({
      gone: [],
      come: ['0511 1'],
    });
  });
});

describe('second line of a row', () => {
  it.each([
    [person({ jobTitle: 'Buyer', companyName: 'Galaxy Pumps' }), 'Buyer · Galaxy Pumps'],
    [person({ emails: ['a@firm.example'] }), 'a@firm.example'],
    [person({}), ''],
    [company({ industry: 'Pumps', addresses: [{ text: 'x', city: 'Lyon' }], stand: 'H4' }), 'Pumps · Lyon · H4'],
    [company({ domain: 'firm.example' }), 'firm.example'],
  ])('%#', (lead, text) => {
    expect(secondLine(lead)).toBe(text);
  });
});
