import { z } from 'zod';
import { fieldTask } from './task.ts';

/** Numbers as their country writes them to E.164, and what a finder should and should not take for a number. */
export const phones = fieldTask({
  kind: 'phone',
  row: z.object({
    id: z.string(),
    set: z.string().default(''),
    input: z.string().default(''),
    e164: z.string().optional(),
  }),
  answer: z.object({ e164: z.string().nullish(), found: z.array(z.string()).default([]) }),
  score({ id, set, input, e164 }, { e164: read, found }, tally) {
    if (e164) tally.rate('example numbers', read === e164, id, `${read}, wanted ${e164}`);
    else if (set.endsWith('_CASES') && input) {
      const isNumber = !set.includes('IMPOSSIBLE') && !set.includes('POSSIBLE_ONLY');
      tally.rate('finder cases', found.length > 0 === isNumber, id, `${set}: ${found.join(', ')}`);
    }
  },
});
