import { z } from 'zod';
import { captureTask, fileNameOf } from './task.ts';

const row = z.object({ id: z.string(), format: z.string(), input: z.string(), reply: z.string().nullish() });

/** Words alone: without mark-up, quotation marks and the breaks between lines. */
const words = (text: string | null | undefined) =>
  (text ?? '')
    .replace(/<[^>]+>/g, ' ')
    .split(/[\s>]+/)
    .filter(Boolean)
    .join(' ');

/** Answers to mails with what they quote: the text that its sender wrote. */
export const replies = captureTask({
  reads: 'mails',
  row,
  inputs: ({ id, format, input }) => [{ name: `${fileNameOf(id)}.${format === 'html' ? 'html' : 'txt'}`, text: input }],
  score({ id, format, reply }, [line], tally) {
    const [wanted, read] = [words(reply), words(line?.mail?.reply)];
    const detail = `${read.slice(0, 60)}, wanted ${wanted.slice(0, 60)}`;
    tally.rate(`reply exact (${format})`, read === wanted, id, detail);
  },
});
