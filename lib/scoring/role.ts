import { departmentOf, seniorityOf } from '../domain/normalize/title.ts';

export type BuyingRole = 'decides' | 'influences' | 'uses';

/** What a job says of its holder's part in a purchase. In: a title. Out: a first guess that the user may correct. */
export function buyingRoleOf(title: string): BuyingRole {
  const seniority = seniorityOf(title);
  const buys = departmentOf(title) === 'Purchasing';
  if (seniority === 'Management' || seniority === 'Director' || (buys && seniority === 'Lead')) return 'decides';
  if (buys || seniority === 'Lead' || seniority === 'Senior') return 'influences';
  return 'uses';
}
