export type Seniority = 'Management' | 'Director' | 'Lead' | 'Senior' | 'Professional' | 'Junior';
export type Department =
  | 'Administrative'
  | 'Business Development'
  | 'Consulting'
  | 'Customer Support'
  | 'Human Resources'
  | 'Information Technology'
  | 'Marketing'
  | 'Project Management'
  | 'Purchasing'
  | 'Sales'
  | 'Other';

/** How high a job stands. In: its title. Out: the rank. */
export function seniorityOf(_title: string): Seniority {
  return 'Professional';
}

/** What a job is about. In: its title. Out: the department. */
export function departmentOf(_title: string): Department {
  return 'Other';
}
