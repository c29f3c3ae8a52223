import { fold } from './normalize/fold.ts';
import { type Department, departmentOf, type Seniority, seniorityOf } from './normalize/title.ts';
import type { Person } from './schema/lead.ts';

/** Departments as they matter for a purchase, in the order in which they are shown. */
export const companyDepartments = [
  'leadership',
  'purchasing',
  'finance',
  'engineering',
  'it',
  'sales',
  'marketing',
  'support',
  'projects',
  'hr',
  'business',
  'consulting',
  'administration',
  'other',
] as const;
export type CompanyDepartment = (typeof companyDepartments)[number];

const ofTitle: Record<Department, CompanyDepartment> = {
  Administrative: 'administration',
  'Business Development': 'business',
  Consulting: 'consulting',
  'Customer Support': 'support',
  'Human Resources': 'hr',
  'Information Technology': 'it',
  Marketing: 'marketing',
  'Project Management': 'projects',
  Purchasing: 'purchasing',
  Sales: 'sales',
  Other: 'other',
};

/** Where one wants to know somebody in any firm: nobody there is a gap. */
const wanted: readonly CompanyDepartment[] = [
  'leadership',
  'purchasing',
  'finance',
  'engineering',
  'it',
  'sales',
  'marketing',
];

/** How high, in three steps. */
export const companyRanks = ['top', 'lead', 'staff'] as const;
export type CompanyRank = (typeof companyRanks)[number];

const rankOf: Record<Seniority, CompanyRank> = {
  Management: 'top',
  Director: 'top',
  Lead: 'lead',
  Senior: 'staff',
  Professional: 'staff',
  Junior: 'staff',
};

const finance =
  /financ|finanz|account(?!.*(?:manager|executive))|buchhalt|controll|kredit|treasur|\bcfo\b|steuer|财务|会计|出纳/;
const computing =
  /software|\bit\b|\bedv\b|\bdata\b|daten|system|devops|\bweb|network|netzwerk|cloud|informati|信息|软件|数据/;
const engineering =
  /engineer|ingenieur|technik|technical|produktion|production|fertigung|manufactur|werk|entwick|konstrukt|\br&d\b|research|quality|qualitat|\bcto\b|工程|生产|技术|研发|质量|车间/;

/** Whom a person works with, by title and department as written. In: the person. */
export function companyDepartmentOf({
  jobTitle = '',
  department = '',
}: Pick<Person, 'jobTitle' | 'department'>): CompanyDepartment {
  const words = fold(`${jobTitle} ${department}`);
  const named = departmentOf(jobTitle);
  const known = ofTitle[named === 'Other' && department !== '' ? departmentOf(department) : named];
  if (known === 'purchasing' || known === 'hr') return known;
  if (finance.test(words)) return 'finance';
  // Titles of engineers count as those of computing; most of a factory's have nothing to do with it.
  if (known === 'it') return engineering.test(words) && !computing.test(words) ? 'engineering' : 'it';
  if (known === 'other' || known === 'administration') {
    if (engineering.test(words)) return 'engineering';
    if (jobTitle !== '' && seniorityOf(jobTitle) === 'Management') return 'leadership';
  }
  return known;
}

export type PeopleRow = { department: CompanyDepartment; cells: Record<CompanyRank, Person[]>; isGap: boolean };

/**
 * A company's people by department and rank. In: its people. Out: a row for each department that somebody is in, and for
 * those where one wants to know somebody and does not.
 */
export function peopleRows(people: readonly Person[]): PeopleRow[] {
  const rows = new Map<CompanyDepartment, PeopleRow['cells']>();
  for (const person of people) {
    const department = companyDepartmentOf(person);
    const cells = rows.get(department) ?? { top: [], lead: [], staff: [] };
    rows.set(department, cells);
    cells[person.jobTitle ? rankOf[seniorityOf(person.jobTitle)] : 'staff'].push(person);
  }
  return companyDepartments.flatMap((department): PeopleRow[] => {
    const cells = rows.get(department);
    if (cells) return [{ department, cells, isGap: false }];
    return wanted.includes(department) ? [{ department, cells: { top: [], lead: [], staff: [] }, isGap: true }] : [];
  });
}
