import { i18n } from '#i18n';
import type { IcpProfile } from '../../lib/domain/schema/icp.ts';
import type { ProfileProblem } from '../../lib/scoring/check.ts';
import { tierText } from '../leads/tier-pane.tsx';
import { conditionText } from './condition-words.ts';
import { fieldName } from './field-words.ts';
import { numberText } from './points-words.ts';

type Within = Pick<IcpProfile, 'fields' | 'definitions'>;
const bare: Within = { fields: [], definitions: {} };

/**
 * What is wrong, in words, with the example or value it is about. The place in a file is said by whoever shows the file.
 * In: the problem, the profile for the names of its own fields.
 */
export function problemText(problem: ProfileProblem, profile: Within = bare): string {
  const { code, detail, example, other, most, place } = problem;
  switch (code) {
    case 'valueUnfit':
      if (!example || !('field' in example)) break;
      return example.value === undefined || example.value === ''
        ? i18n.t('icp.problem.valueMissing', [fieldName(example.field, profile.fields)])
        : i18n.t('icp.problem.valueUnfit', [conditionText(example, profile)]);
    case 'operatorUnfit':
      if (!example || !('field' in example)) break;
      return i18n.t('icp.problem.operatorUnfit', [fieldName(example.field, profile.fields)]);
    case 'neverTrue':
      if (example) return i18n.t('icp.problem.neverTrue', [conditionText(example, profile)]);
      break;
    case 'opposite':
      if (!example || !other) break;
      return i18n.t('icp.problem.opposite', [other.join(' › '), conditionText(example, profile)]);
    case 'tierOutOfReach':
      if (most === undefined) break;
      return i18n.t('icp.problem.tierOutOfReach', [
        tierText(place.endsWith('A') ? 'A' : place.endsWith('B') ? 'B' : 'C'),
        numberText(most),
      ]);
    default:
      break;
  }
  return i18n.t(`icp.problem.${code}`, [detail, '']);
}

/** The problems of one rule, by the place of the rule in the profile. */
export const problemsAt = (problems: readonly ProfileProblem[], place: string): ProfileProblem[] =>
  problems.filter((problem) => problem.place === place || problem.place.startsWith(`${place}.`));
