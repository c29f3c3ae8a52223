import { i18n } from '#i18n';
import type { ProfileProblem } from '../../lib/scoring/check.ts';

/** What is wrong, in words, with the example or value it is about. The place of a file's problem is said by whoever shows it. */
export const problemText = ({ code, detail }: ProfileProblem): string => i18n.t(`icp.problem.${code}`, [detail]);

/** The problems of one rule, by the place of the rule in the profile. */
export const problemsAt = (problems: readonly ProfileProblem[], place: string): ProfileProblem[] =>
  problems.filter((problem) => problem.place === place || problem.place.startsWith(`${place}.`));
