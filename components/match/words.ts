import { i18n } from '#i18n';
import type { IcpRule } from '../../lib/domain/schema/icp.ts';
import { type Attraction, type Capability, capabilities, capabilityLevels } from '../../lib/domain/schema/matching.ts';
import { starterMatching } from '../../lib/scoring/matching-starter.ts';

export const attractionName = (factor: Attraction): string => i18n.t(`match.attractions.${factor}`);
export const capabilityName = (factor: Capability): string => i18n.t(`match.capabilities.${factor}`);

/** The steps in which a capability is said. */
export const levels = [0, 25, 50, 75, 100] as const;
const levelNames = ['none', 'hardly', 'partly', 'well', 'fully'] as const;

/** A level in words, the nearest step to it. */
export const levelText = (value: number): string =>
  i18n.t(`match.level.${levelNames[Math.round(Math.max(0, Math.min(100, value)) / 25)] ?? 'none'}`);

const weightNames = ['off', 'little', 'some', 'usual', 'much', 'most'] as const;
export const weights = weightNames.map((_, weight) => weight);
/** How much a part counts, in words. In: 0 to 5. */
export const weightText = (weight: number): string => i18n.t(`match.weights.${weightNames[weight] ?? 'off'}`);

/** Said capabilities in a row, for the history: "Technology: well, People: partly". In: what the book kept. Out: '' for none. */
export function levelsText(value: unknown): string {
  const said = capabilityLevels.safeParse(value);
  if (!said.success) return '';
  return capabilities
    .flatMap((factor) => {
      const level = said.data[factor];
      return level === undefined ? [] : [i18n.t('match.saidOf', [capabilityName(factor), levelText(level)])];
    })
    .join(', ');
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
