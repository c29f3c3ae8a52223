import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { subjectsOf } from './line.ts';
import { fold, foldEmail, foldPhones } from './plain.ts';
import { captureTask } from './task.ts';

const row = z.object({ id: z.string(), byline: z.string().nullish() });

const sign = (code: string) => {
  const point = Number(code);
  return point <= 0x10ffff ? String.fromCodePoint(point) : ' ';
};

/** Text of a page as its source has it: no scripts and styles, a blank for each tag, numeric references and & resolved. */
function sourceText(html: string): string {
  const shown = html.replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]+>/g, ' ');
  return shown.replace(/&(?:#(\d+)|amp);/g, (_, code: string | undefined) => (code === undefined ? '&' : sign(code)));
}

/** Saved articles: nothing is offered that the page does not hold, and no by-line as a lead. */
export const articles = captureTask({
  row,
  inputs: ({ id }) => [{ file: id }],
  score({ id, byline }, [line], tally, folder) {
    if (!line) return;
    const html = readFileSync(join(folder, id), 'utf8');
    const all = `${html} ${sourceText(html)}`.toLowerCase();
    const digits = all.replace(/\D+/g, '');
    const read = subjectsOf(line);
    for (const number of new Set(foldPhones(read.flatMap(({ phones }) => phones)))) {
      tally.rate('phones that the page holds', digits.includes(number), id, number);
    }
    for (const address of new Set(read.flatMap(({ emails }) => emails.map(foldEmail)))) {
      const domain = address.split('@')[1] ?? address;
      const held = all.includes(address) || all.includes(domain);
      tally.rate('e-mails that the page holds', held, id, address);
    }
    // Whoever writes an article is nobody to sell to, unless the page tells how to reach them or what they do.
    const offered = line.people.some(({ name, emails, phones, jobTitle }) => {
      const bare = emails.length === 0 && phones.length === 0 && !jobTitle;
      return bare && fold(name) !== '' && fold(byline).includes(fold(name));
    });
    tally.rate('pages with no by-line offered as a lead', !offered, id, byline ?? '');
  },
});
