import { z } from 'zod';
import { fold } from './plain.ts';
import { fieldTask } from './task.ts';

const text = z.string().nullish();

/** Names into parts: cases of one parser, labelled names of another, and firms to be told from people. */
export const names = fieldTask({
  kind: 'name',
  row: z.object({
    id: z.string(),
    input: z.string(),
    expect: z.object({ first: text, last: text }).optional(),
    fields: z.object({ GivenName: text, Surname: text }).optional(),
  }),
  answer: z.object({ given: text, family: text, isCompany: z.boolean().nullish() }),
  score({ id, input, expect, fields }, { given, family, isCompany }, tally) {
    if (expect) {
      const part = (name: string, read: z.infer<typeof text>, wanted: z.infer<typeof text>) =>
        tally.rate('nameparser fields', fold(read) === fold(wanted), id, `${name} ${read}, wanted ${wanted}`);
      part('given', given, expect.first);
      part('family', family, expect.last);
    } else if (id.includes('company')) {
      tally.rate('company told from person', isCompany === true, id, input);
    } else if (fields?.GivenName && fields.Surname) {
      const right = fold(given) === fold(fields.GivenName) && fold(family) === fold(fields.Surname);
      const detail = `${given} ${family}, wanted ${fields.GivenName} ${fields.Surname}`;
      tally.rate('probablepeople given and family', right, id, detail);
    }
  },
});
