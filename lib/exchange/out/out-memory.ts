import type { Book } from '../../storage/book.ts';
import { rememberHandover } from '../../storage/handovers.ts';
import { noteOut } from '../../storage/ledger.ts';
import type { ExportRow } from '../columns.ts';
import { digestOf } from '../presets/hand-over.ts';
import { presetOf } from '../presets/registry.ts';

/** What a plain file says of a lead, as a digest: it changes with the lead and with the firm that stands beside a person. */
export function plainDigest({ lead, company }: ExportRow): string {
  const { updatedAt: _updatedAt, ...values } = lead;
  return digestOf([JSON.stringify(values), company?.name ?? '', company?.domain ?? '']);
}

/**
 * Remembers that leads went out: for the next time something goes there, and in the ledger. In: the book, when, the system's id or
 * the format, the file, for each lead the digest of what was said of it. Throws `BookError`.
 */
export async function rememberOut(
  book: Book,
  { at, target, file }: { at: number; target: string; file: string },
  entries: readonly { leadId: string; value: string }[],
): Promise<void> {
  const name = presetOf(target)?.name;
  // Of plain files only the last counts; the ledger tells of all.
  await rememberHandover(book, { at, target, file, way: 'out' }, entries, name ? undefined : 'latest');
  // Whose data it was, hand-overs know.
  await noteOut(book, {
    at,
    what: 'export',
    where: name ? `${name}: ${file}` : file,
    count: entries.length,
    leadIds: [],
  });
}
