import { z } from 'zod';
import { subjectsOf } from './line.ts';
import { fold, foldEmail, foldPhone, foldPhones } from './plain.ts';
import { captureTask } from './task.ts';

const row = z.object({
  id: z.string(),
  forms: z.record(z.string(), z.string()),
  truth: z.array(
    z.object({
      type: z.string(),
      name: z.string().nullish(),
      telephone: z.array(z.string()).default([]),
      email: z.array(z.string()).default([]),
      jobTitle: z.string().nullish(),
    }),
  ),
});
type Row = z.infer<typeof row>;

/** Types of which nobody makes a lead. */
const nobody = /Place$|PostalAddress|ContactPoint|City|Country|Product|Event|Offer|WebSite|WebPage|ProfilePage/;
const formsOf = ({ forms }: Row) => Object.entries(forms).filter(([form]) => form !== 'plain');

/** The same people and firms in each form of structured data. */
export const cards = captureTask({
  row,
  inputs: (example) => formsOf(example).map(([, file]) => ({ file })),
  score(example, lines, tally) {
    for (const [index, [form]] of formsOf(example).entries()) {
      const line = lines[index];
      if (!line) continue;
      const read = subjectsOf(line);
      for (const { name } of read) {
        const right = example.truth.some((subject) => fold(subject.name) === fold(name));
        tally.rate(`right (${form})`, right, example.id, name);
      }
      for (const subject of example.truth) {
        if (!subject.name || nobody.test(subject.type)) continue;
        const hit = read.find(({ name }) => fold(name) === fold(subject.name));
        tally.rate(`name (${form})`, hit !== undefined, example.id, subject.name);
        if (!hit) continue;
        tally.values(`phones (${form})`, subject.telephone.map(foldPhone), foldPhones(hit.phones), example.id);
        tally.values(`emails (${form})`, subject.email.map(foldEmail), hit.emails.map(foldEmail), example.id);
        if (!subject.jobTitle) continue;
        const right = fold(hit.jobTitle) === fold(subject.jobTitle);
        tally.rate(`title (${form})`, right, example.id, subject.jobTitle);
      }
    }
  },
});
