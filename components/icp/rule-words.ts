import { i18n } from '#i18n';

/** Words for the rules of the profile that comes with the product, by their ids. */
const rules: Record<string, () => string> = {
  'market.country': () => i18n.t('score.rules.market.country'),
  'market.business': () => i18n.t('score.rules.market.business'),
  'market.size': () => i18n.t('score.rules.market.size'),
  'market.not': () => i18n.t('score.rules.market.not'),
  'person.role': () => i18n.t('score.rules.person.role'),
  'person.department': () => i18n.t('score.rules.person.department'),
  'reach.direct': () => i18n.t('score.rules.reach.direct'),
  'reach.phone': () => i18n.t('score.rules.reach.phone'),
  'reach.office': () => i18n.t('score.rules.reach.office'),
  'reach.throwaway': () => i18n.t('score.rules.reach.throwaway'),
  'firm.site': () => i18n.t('score.rules.firm.site'),
  'firm.place': () => i18n.t('score.rules.firm.place'),
  'firm.about': () => i18n.t('score.rules.firm.about'),
  'talk.mail': () => i18n.t('score.rules.talk.mail'),
  'talk.call': () => i18n.t('score.rules.talk.call'),
  'talk.meeting': () => i18n.t('score.rules.talk.meeting'),
  'talk.order': () => i18n.t('score.rules.talk.order'),
};
const groups: Record<string, () => string> = {
  market: () => i18n.t('score.groups.market'),
  person: () => i18n.t('score.groups.person'),
  reach: () => i18n.t('score.groups.reach'),
  firm: () => i18n.t('score.groups.firm'),
  talk: () => i18n.t('score.groups.talk'),
};

/** The names that rules and groups of the built-in profile come with: whoever gave one another name reads their own. */
export const givenNames: Record<string, string> = {
  market: 'Market',
  'market.country': 'In our countries',
  'market.business': 'Our line of business',
  'market.size': 'Size',
  'market.not': 'Not for us',
  person: 'Person',
  'person.role': 'Part in a purchase',
  'person.department': 'The right department',
  reach: 'Reach',
  'reach.direct': 'Personal business address',
  'reach.phone': 'A phone of theirs',
  'reach.office': 'The office: phone or address',
  'reach.throwaway': 'Throw-away address',
  firm: 'Firm',
  'firm.site': 'Has a site of its own',
  'firm.place': 'Where it is',
  'firm.about': 'What it does',
  talk: 'Talk',
  'talk.mail': 'Mail',
  'talk.call': 'Call',
  'talk.meeting': 'Meeting',
  'talk.order': 'Order',
};

/** A rule's name: that of the built-in profile in the user's language, any other as the user wrote it. In: a rule, or a line of a score. */
export function ruleName(of: { id: string; name: string } | { rule: string; name: string }): string {
  const id = 'rule' in of ? of.rule : of.id;
  return givenNames[id] === of.name ? (rules[id]?.() ?? of.name) : of.name;
}

/** A group's name, as `ruleName`. */
export const groupName = ({ id, name }: { id: string; name: string }): string =>
  givenNames[id] === name ? (groups[id]?.() ?? name) : name;

/** A profile's name; that of the built-in one in the user's language. */
export const profileName = ({ name }: { name: string }): string =>
  name === 'Starter' ? i18n.t('score.starter') : name;
