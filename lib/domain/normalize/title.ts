import { departmentWords, seniorityWords } from '../lexicon/title-words.ts';
import { fold } from './fold.ts';

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

const meets = (patterns: readonly RegExp[], text: string): boolean => patterns.some((p) => p.test(text));

/** The title without what follows "bei" or "at": the firm's name says nothing about the job. */
function jobOf(title: string): string {
  const job = title.slice(0, 200).replace(/\s(?:bei|at|chez|presso|@)\s.*$/i, '');
  return fold(job)
    .replace(/[*:_](?:in|innen)\b/g, 'in')
    .replace(/[/(]\s?-?in\b\)?/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const deputyPresident = /(?:^|[^\p{L}])(?:vice|vize|deputy)\W/u;

/** How high a job stands. In: its title (English, German, Chinese and the common ones of neighbours). Out: the rank. */
export function seniorityOf(title: string): Seniority {
  const job = jobOf(title);
  if (!job) return 'Professional';
  const assistant =
    /(?<!\p{L})(?:assist\w*|asst|sekretar\w*|secretary|referent\w*)(?!\p{L}).*(?:\bto\b|\bof\b|\bder\b|\bdes\b|\bde\b|geschafts|vorstand|ceo|management|director)/u.test(
      job,
    );
  if (!assistant && meets(seniorityWords.Management, job) && !/product owner|process owner|prozess/.test(job))
    return 'Management';
  if (meets(seniorityWords.Junior, job) && !/(?:manager|director|head) .*assist/.test(job)) {
    if (/assist/.test(job) && !/(?:student|wissenschaftlich)/.test(job) && assistant) return 'Professional';
    return 'Junior';
  }
  if (meets(seniorityWords.Director, job) && !/art director|creative director/.test(job))
    return deputyPresident.test(job) ? 'Director' : 'Director';
  if (meets(seniorityWords.Lead, job) && !/team(?:er|mitglied)|key account|projektleit|project lead|bauleit/.test(job))
    return 'Lead';
  if (meets(seniorityWords.Senior, job)) return 'Senior';
  if (/projektleit|bauleit|project lead/.test(job)) return 'Lead';
  return 'Professional';
}

const order: Exclude<Department, 'Other'>[] = [
  'Human Resources',
  'Customer Support',
  'Business Development',
  'Purchasing',
  'Project Management',
  'Marketing',
  'Sales',
  'Information Technology',
  'Consulting',
  'Administrative',
];

/** What a job is about. In: its title. Out: the department, `Other` where none is named. */
export function departmentOf(title: string): Department {
  const job = jobOf(title);
  return order.find((department) => meets(departmentWords[department], job)) ?? 'Other';
}
