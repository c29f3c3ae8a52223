import { i18n } from '#i18n';
import type { IcpProfile } from '../../lib/domain/schema/icp.ts';
import { type StarterAnswers, starterProfile, type starterTemplates } from '../../lib/scoring/starter.ts';
import type { ProposedRule } from '../../lib/scoring/starter-from-examples.ts';

export type Template = keyof typeof starterTemplates;
/** What was answered so far, as the fields of the form have it. */
export type Answers = {
  template: Template | '';
  countries: string[];
  business: string[];
  notBusiness: string[];
  from?: number | undefined;
  to?: number | undefined;
  departments: string[];
};
export const noAnswers: Answers = { template: '', countries: [], business: [], notBusiness: [], departments: [] };

const answered = ({ from, to, ...rest }: Answers): StarterAnswers => ({
  ...rest,
  ...((from !== undefined || to !== undefined) && {
    employees: [from ?? 1, Math.max(to ?? 1_000_000, from ?? 1)] as const,
  }),
});

/** The group of rules that the pasted customers speak for, names in the user's language. */
const groupOf = (rules: readonly ProposedRule[]): IcpProfile['groups'][number] => ({
  id: 'examples',
  name: i18n.t('icp.start.group'),
  axis: 'fit',
  max: 60,
  rules: rules.map(({ rule, about }) => ({
    ...rule,
    name: i18n.t(rule.points > 0 ? 'icp.start.like' : 'icp.start.unlike', [i18n.t(`icp.start.about.${about}`)]),
  })),
});

/** A profile from answers and from what customers spoke for; it takes the place of the one in force. */
export function profileFrom(answers: Answers, rules: readonly ProposedRule[], published: IcpProfile): IcpProfile {
  const starter = starterProfile(answered(answers));
  return {
    ...starter,
    id: published.id,
    revision: published.revision,
    name: published.name,
    fields: published.fields,
    groups: rules.length > 0 ? [groupOf(rules), ...starter.groups] : starter.groups,
  };
}
