import { z } from 'zod';
import type { Book } from '../book.ts';
import { read, write } from '../transact.ts';

const columns = z.array(
  z.object({
    heading: z.string(),
    to: z.string(),
    outcomes: z.record(z.string(), z.enum(['won', 'lost', 'open'])).optional(),
    stages: z.record(z.string(), z.string()).optional(),
  }),
);
const version = z.object({ kind: z.enum(['person', 'company', 'both']), columns, usedAt: z.number() });
const remembered = version.extend({
  /** The headings of the file, as `headingKey` makes them. */
  key: z.string(),
  /** Where they went before that, the newest first: a mapping that was changed can be gone back to. */
  earlier: z.array(version).optional(),
});
/** One way in which the columns of a file went. */
export type MappingVersion = z.infer<typeof version>;
/** Where the columns of files with these headings went the last time. */
export type RememberedMapping = z.infer<typeof remembered>;

const metaKey = 'importMappings';
const most = 50;
const mostEarlier = 5;
const isSame = (a: MappingVersion, b: MappingVersion) =>
  a.kind === b.kind && JSON.stringify(a.columns) === JSON.stringify(b.columns);
const listOf = (value: unknown): RememberedMapping[] => z.array(remembered).safeParse(value).data ?? [];

/** How files with these headings were mapped last. Throws `BookError`. */
export function rememberedMapping(book: Book, key: string): Promise<RememberedMapping | undefined> {
  return read(book, ['meta'], async (tx) =>
    listOf((await tx.objectStore('meta').get(metaKey))?.value).find((one) => one.key === key),
  );
}

/** Remembers a mapping for files with the same headings, with those before it; the ones used longest ago go. Throws `BookError`. */
export async function rememberMapping(book: Book, mapping: MappingVersion & { key: string }): Promise<void> {
  await write(book, ['meta'], async (tx) => {
    const all = listOf((await tx.objectStore('meta').get(metaKey))?.value);
    const known = all.find(({ key }) => key === mapping.key);
    const versions = known
      ? [{ kind: known.kind, columns: known.columns, usedAt: known.usedAt }, ...(known.earlier ?? [])]
      : [];
    const earlier = versions.filter((one) => !isSame(one, mapping)).slice(0, mostEarlier);
    const value = [{ ...mapping, earlier }, ...all.filter(({ key }) => key !== mapping.key)].slice(0, most);
    await tx.objectStore('meta').put({ key: metaKey, value });
  });
}
