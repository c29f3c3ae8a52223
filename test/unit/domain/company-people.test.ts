import { describe, expect, it } from 'vitest';
import { companyDepartmentOf, peopleRows } from '../../../lib/domain/company-people.ts';
import { person } from '../../../lib/domain/schema/lead.ts';

const make = (n: number, values: object) =>
  person.parse({
    kind: 'person',
    id: `00000000-0000-4000-8000-00000000000${n}`,
    createdAt: 1,
    updatedAt: 1,
    ...values,
  });

describe('the department of a person', () => {
  it.each([
    ['CEO', 'leadership'],
    ['Geschäftsführerin', 'leadership'],
    ['总经理', 'leadership'],
    ['CFO', 'finance'],
    ['Head of Finance', 'finance'],
    ['Leiterin Buchhaltung', 'finance'],
    ['财务总监', 'finance'],
    ['Head of Purchasing', 'purchasing'],
    ['Einkaufsleiter', 'purchasing'],
    ['Key Account Manager', 'sales'],
    ['Production Engineer', 'engineering'],
    ['HR Manager', 'hr'],
    ['', 'other'],
  ])('%s is of %s', (jobTitle, department) => {
    expect(companyDepartmentOf({ jobTitle })).toBe(department);
  });

  it('is told by the department as written where the title says nothing', () => {
    expect(companyDepartmentOf({ jobTitle: 'Team member', department: 'Einkauf' })).toBe('purchasing');
    expect(companyDepartmentOf({ department: 'Finanzen' })).toBe('finance');
  });
});

describe('the people of a company', () => {
  it('stand by department and rank, each once, with the gaps where one wants to know somebody', () => {
    const people = [
      make(1, { name: 'Ada Sund', jobTitle: 'CEO' }),
      make(2, { name: 'Jonas Falk', jobTitle: 'Head of Purchasing' }),
      make(3, { name: 'Eva Lind', jobTitle: 'Purchasing Assistant' }),
      make(4, { name: 'Paul Ohne' }),
    ];
    const rows = peopleRows(people);
    const placed = rows.flatMap(({ cells }) => Object.values(cells).flat());
    expect(placed.map(({ id }) => id).sort()).toEqual(people.map(({ id }) => id));
    expect(rows.find(({ department }) => department === 'purchasing')?.cells.staff.map(({ name }) => name)).toEqual([
      'Eva Lind',
    ]);
    expect(rows.filter(({ isGap }) => isGap).map(({ department }) => department)).toEqual([
      'finance',
      'engineering',
      'it',
      'sales',
      'marketing',
    ]);
  });
});
