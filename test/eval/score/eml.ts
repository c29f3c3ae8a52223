import { z } from 'zod';
import { fold, foldEmail } from './plain.ts';
import { captureTask } from './task.ts';

const row = z.object({
  id: z.string(),
  defects: z.unknown().optional(),
  from: z.array(z.object({ name: z.string().nullish(), email: z.string().nullish() })).nullish(),
});

/** Whole messages: who sent them. Those with broken headers or several senders are left out. */
export const eml = captureTask({
  row,
  inputs: ({ id, defects, from }) => (!defects && from?.length === 1 ? [{ file: `files/${id}` }] : []),
  score({ id, from }, [line], tally) {
    const [sender] = from ?? [];
    const read = line?.mail?.from;
    tally.rate('sender address', foldEmail(read?.address) === foldEmail(sender?.email), id, sender?.email ?? '');
    if (sender?.name) tally.rate('sender name', fold(read?.name) === fold(sender.name), id, sender.name);
  },
});
