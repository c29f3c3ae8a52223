import type { IcpProfile } from '../../domain/schema/icp.ts';
import { type Backtest, backtest } from '../backtest.ts';
import { type Lesson, learn } from './learn.ts';
import type { Penalty } from './logistic.ts';
import type { Outcome } from './outcomes.ts';

export type Study = {
  /** What was tried: the profile as it was in force. */
  profile: IcpProfile;
  backtest: Backtest;
  lesson: Lesson;
  /** First and last end; absent without outcomes. */
  span?: { from: number; to: number };
};

/** All that ended leads tell of a profile. In: the profile, ended leads, the penalty, who is told the share done. */
export function study(
  profile: IcpProfile,
  outcomes: readonly Outcome[],
  penalty: Exclude<Penalty, 'none'>,
  onProgress: (share: number) => void = () => undefined,
): Study {
  const tested = backtest(profile, outcomes);
  onProgress(0.2);
  const lesson = learn(profile, outcomes, penalty, (share) => onProgress(0.2 + 0.8 * share));
  const [first, last] = [outcomes[0], outcomes.at(-1)];
  return { profile, backtest: tested, lesson, ...(first && last && { span: { from: first.at, to: last.at } }) };
}
