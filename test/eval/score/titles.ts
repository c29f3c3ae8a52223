import { z } from 'zod';
import { fieldTask } from './task.ts';

const label = z.string().nullish();

/** Job titles: how high, and in which department. Jobs that people no longer hold are left out. */
export const titles = fieldTask({
  kind: 'title',
  row: z.object({ id: z.string(), title: z.string(), active: z.boolean(), seniority: label, department: label }),
  answer: z.object({ seniority: label, department: label }),
  score(row, answer, tally) {
    if (!row.active) return;
    for (const key of ['seniority', 'department'] as const) {
      tally.class(key, row[key] ?? '', answer[key] ?? 'Other', `${row.id} ${row.title}`);
    }
  },
});
