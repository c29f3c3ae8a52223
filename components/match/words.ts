import { i18n } from '#i18n';
import type { IcpRule } from '../../lib/domain/schema/icp.ts';
import type { Attraction, Capability } from '../../lib/domain/schema/matching.ts';
import { starterMatching } from '../../lib/scoring/matching-starter.ts';

export const attractionName = (factor: Attraction): string => i18n.t(`match.attractions.${factor}`);
export const capabilityName = (factor: Capability): string => i18n.t(`match.capabilities.${factor}`);

/** The steps in which a capability is said. */
export const levels = [0, 25, 50, 75, 100] as const;
type Level = (typeof levels)[number];

/** A level in words, the nearest step to it. */
export function levelText(value: number): string {
  const nearest = levels.reduce<Level>((best, one) => (Math.abs(one - value) < Math.abs(best - value) ? one : best), 0);
  return i18n.t(`match.level.l${nearest}`);
}

const ruleNames: Record<string, () => string> = {
  'match.size': () => i18n.t('match.rules.size'),
  'match.orders': () => i18n.t('match.rules.orders'),
  'match.age': () => i18n.t('match.rules.age'),
  'match.lately': () => i18n.t('match.rules.lately'),
  'match.name': () => i18n.t('match.rules.name'),
  'match.fairs': () => i18n.t('match.rules.fairs'),
  'match.word': () => i18n.t('match.rules.word'),
  'match.public': () => i18n.t('match.rules.public'),
  'match.talk': () => i18n.t('match.rules.talk'),
  'match.abroad': () => i18n.t('match.rules.abroad'),
  'match.ending': () => i18n.t('match.rules.ending'),
  'match.freeMail': () => i18n.t('match.rules.freeMail'),
  'match.new': () => i18n.t('match.rules.new'),
};

/** The names that the rules came with: whoever gave one another name reads their own. */
const given = new Map(
  starterMatching(0, 'DE').rules.groups.flatMap(({ rules }) => rules.map(({ id, name }) => [id, name] as const)),
);

/** A rule under its name in the user's language, if it still has the one it came with. */
export function translatedRule(rule: IcpRule): IcpRule {
  const name = given.get(rule.id) === rule.name ? ruleNames[rule.id]?.() : undefined;
  return name === undefined ? rule : { ...rule, name };
}
