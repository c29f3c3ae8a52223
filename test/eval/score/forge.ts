import { z } from 'zod';
import { captureTask, fileNameOf } from './task.ts';

const row = z.object({
  id: z.string(),
  body: z.string(),
  has_signature: z.boolean(),
  sig_lines: z.array(z.number()).nullish(),
});

/** Bodies of old mails whose signature lines were marked. Blank lines count for neither. */
export const forge = captureTask({
  reads: 'mails',
  row,
  inputs: ({ id, body }) => [{ name: `${fileNameOf(id)}.txt`, text: body }],
  score({ id, body, has_signature, sig_lines }, [line], tally) {
    const lines = body.split('\n');
    // No signature begins a message: a mark on its first line counts for neither.
    const written = (numbers: readonly number[]) =>
      numbers.filter((number) => number > 0 && lines[number]?.trim()).map(String);
    const read = line?.mail?.signatureLines ?? [];
    tally.values('signature lines', written(sig_lines ?? []), written(read), id);
    tally.rate('has signature', has_signature === read.length > 0, id, String(has_signature));
  },
});
