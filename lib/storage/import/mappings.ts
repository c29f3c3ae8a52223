import { z } from 'zod';
import type { Book } from '../book.ts';
import { read, write } from '../transact.ts';

const columns = z.array(
  z.object({
    heading: z.string(),
    to: z.string(),
    outcomes: z.record(z.string(), z.enum(['won', 'lost', 'open'])).optional(),
  }),
);
const remembered = z.object({
  /** The headings of the file, as `headingKey` makes them. */
  key: z.string(),
  kind: z.enum(['person', 'company', 'both']),
  columns,
  usedAt: z.number(),
});
/** Where the columns of files with these headings went the last time. */
export type RememberedMapping = z.infer<typeof remembered>;

const metaKey = 'importMappings';
const most = 50;
const listOf = (value: unknown): RememberedMapping[] => z.array(remembered).safeParse(value).data ?? [];

/** How files with these headings were mapped last. Throws `BookError`. */
export function rememberedMapping(book: Book, key: string): Promise<RememberedMapping | undefined> {
  return read(book, ['meta'], async (tx) =>
    listOf((await tx.objectStore('meta').get(metaKey))?.value).find((one) => one.key === key),
  );
}

/** Remembers a mapping for files with the same headings; the ones used longest ago go. Throws `BookError`. */
export async function rememberMapping(book: Book, mapping: RememberedMapping): Promise<void> {
  await write(book, ['meta'], async (tx) => {
    const before = listOf((await tx.objectStore('meta').get(metaKey))?.value);
    const value = [mapping, ...before.filter(({ key }) => key !== mapping.key)].slice(0, most);
    await tx.objectStore('meta').put({ key: metaKey, value });
  });
}
