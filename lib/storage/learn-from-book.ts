import { study } from '../scoring/learn/study.ts';
import type { Book } from './book.ts';
import type { LearnQuestion, LearnResult } from './learn-protocol.ts';
import { readOutcomes } from './outcomes.ts';
import { activeProfile } from './profiles.ts';

/** Reading the book is about half of the work. */
const reading = 0.5;

/** What the won and lost of the book tell of the profile in force. In: the book, the question, the time, who is told the share done. Throws `BookError`. */
export async function learnFromBook(
  book: Book,
  { penalty, withLate }: LearnQuestion,
  now: number,
  onProgress: (share: number) => void,
): Promise<LearnResult> {
  const profile = await activeProfile(book);
  const { outcomes, leftOut, late } = await readOutcomes(book, now, {
    withLate,
    onProgress: (share) => onProgress(share * reading),
  });
  const told = study(profile, outcomes, penalty, (share) => onProgress(reading + share * (1 - reading)));
  return { ...told, leftOut, late };
}
