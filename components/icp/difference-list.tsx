import { i18n } from '#i18n';
import type { IcpProfile, IcpRule } from '../../lib/domain/schema/icp.ts';
import type { ProfileDifference } from '../../lib/scoring/profile-difference.ts';
import { listText, ruleLines, shareText } from './condition-words.ts';
import { numberText, pointsText } from './points-words.ts';
import { groupName, ruleName } from './rule-words.ts';

/** A rule in one sentence, points first. */
const sentence = (rule: IcpRule, profile: IcpProfile): string =>
  ruleLines(rule, profile)
    .map(({ points, text }) => (points === undefined ? text : `${pointsText(points)}: ${text}`))
    .join('; ');

const settingText = (setting: 'cutA' | 'cutB' | 'cutC' | 'w' | 'coverage', value: number): string =>
  setting === 'coverage' ? shareText(value) : numberText(value);

type Line = { key: string; title: string; before?: string | undefined; after?: string | undefined };

function limits({ min, max, axis }: IcpProfile['groups'][number]): string {
  return [
    i18n.t(`icp.axis.${axis}`),
    ...(max === undefined ? [] : [i18n.t('icp.group.atMost', [numberText(max)])]),
    ...(min === undefined ? [] : [i18n.t('icp.group.atLeast', [numberText(min)])]),
  ].join(i18n.t('icp.say.comma'));
}

function lineOf(one: ProfileDifference, before: IcpProfile, after: IcpProfile): Line {
  switch (one.of) {
    case 'name':
      return { key: 'name', title: i18n.t('icp.difference.name'), before: one.before, after: one.after };
    case 'setting':
      return {
        key: one.setting,
        title: i18n.t(`icp.difference.${one.setting}`),
        before: settingText(one.setting, one.before),
        after: settingText(one.setting, one.after),
      };
    case 'bands':
      return { key: 'bands', title: i18n.t('icp.difference.bands') };
    case 'definitions':
      return { key: 'definitions', title: i18n.t('icp.difference.definitions', [listText(one.names)]) };
    case 'moved':
      return { key: `moved ${one.rule.id}`, title: ruleName(one.rule), before: one.from, after: one.to };
    case 'group': {
      const group = one.after ?? one.before;
      return {
        key: `group ${group?.id}`,
        title: group ? groupName(group) : '',
        before: one.before && limits(one.before),
        after: one.after && limits(one.after),
      };
    }
    case 'rule': {
      const rule = one.after ?? one.before;
      return {
        key: `rule ${rule?.id}`,
        title: rule ? ruleName(rule) : '',
        before: one.before && sentence(one.before, before),
        after: one.after && sentence(one.after, after),
      };
    }
  }
}

/** What became different from one state of a profile to another, in words: struck out what was, below it what is. */
export function DifferenceList({
  before,
  after,
  differences,
}: {
  before: IcpProfile;
  after: IcpProfile;
  differences: readonly ProfileDifference[];
}) {
  if (differences.length === 0) return <p className="text-soft">{i18n.t('icp.difference.none')}</p>;
  return (
    <ul className="flex flex-col gap-2">
      {differences.map((one) => {
        const line = lineOf(one, before, after);
        return (
          <li key={line.key} className="border-s-2 border-line ps-2">
            <p className="font-medium break-words">{line.title}</p>
            {line.before !== undefined && (
              <p className="break-words text-soft">
                <del>
                  <span className="sr-only">{i18n.t('icp.difference.before')} </span>
                  {line.before}
                </del>
              </p>
            )}
            {line.after !== undefined && (
              <p className="break-words">
                <ins className="no-underline">
                  <span className="sr-only">{i18n.t('icp.difference.after')} </span>
                  {line.after}
                </ins>
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
