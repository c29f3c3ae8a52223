import { foldWords } from '../../domain/normalize/fold.ts';
import { entryKeys } from '../../domain/reference-keys.ts';
import type { Reference, ReferencePurpose } from '../../domain/schema/handover.ts';
import { presetIn, told } from '../import/file-says.ts';
import { readTable } from '../import/formats/read-table.ts';
import { guessMapping } from '../import/guess.ts';
import { rowReader } from '../import/read-row.ts';
import type { Sheet } from '../import/sheet.ts';
import type { ColumnMapping } from '../import/targets.ts';
import { mappingFor } from '../presets/recognise.ts';

/** What a column of a list for checking is. */
export const referenceColumns = [
  'ignore',
  'name',
  'company',
  'email',
  'phone',
  'domain',
  'link',
  'owner',
  'status',
] as const;
export type ReferenceColumn = (typeof referenceColumns)[number];

const targets: Record<ReferenceColumn, string> = {
  ignore: 'ignore',
  name: 'person.name',
  company: 'company.name',
  email: 'person.emails',
  phone: 'person.phones',
  domain: 'company.website',
  link: 'person.links',
  owner: 'lead.owner',
  status: 'ignore',
};

/** A file as a list for checking. */
export type ReferenceFile = {
  sheet: Sheet;
  columns: ReferenceColumn[];
  /** Given and family name where they stand apart: they are taken as they are. */
  parts: (string | undefined)[];
  /** The system whose export it is. */
  source: string | undefined;
};

const isStatus = /^(?:status|stage|lifecycle(?: stage)?|lead status|contact status|relationship|type|phase|状态|阶段)$/;

function columnOf(to: string): ReferenceColumn {
  if (to === 'person.name' || /^person\.(?:given|family|middle)Name$/.test(to)) return 'name';
  if (to === 'company.name') return 'company';
  if (/\.emails$/.test(to)) return 'email';
  if (/\.phones(?!:kind)/.test(to)) return 'phone';
  if (to === 'company.domain' || to === 'company.website') return 'domain';
  if (/\.links$/.test(to)) return 'link';
  return to === 'lead.owner' ? 'owner' : 'ignore';
}

/** Reads a file of any format that can be imported, and guesses what its columns are. In: its bytes or text. */
export async function readReferences(source: { bytes?: Uint8Array; text?: string }): Promise<ReferenceFile> {
  const { table } = await readTable(source);
  const { sheet } = table;
  const known = presetIn(sheet, undefined);
  const guessed = told(guessMapping(sheet, []), table);
  const mapping = known ? mappingFor(sheet, known, guessed) : guessed;
  const columns = sheet.heading.map((heading, at): ReferenceColumn => {
    const column = columnOf(mapping.columns[at]?.to ?? 'ignore');
    return column === 'ignore' && isStatus.test(foldWords(heading)) ? 'status' : column;
  });
  const parts = mapping.columns.map(({ to }) => (/^person\.(?:given|family|middle)Name$/.test(to) ? to : undefined));
  return { sheet, columns, parts, source: known?.preset.name };
}

export type ReferenceEntries = { entries: Omit<Reference, 'id' | 'listId'>[]; skipped: number };

/**
 * The entries of a list. In: the file, what its columns are, what the list is of. Out: an entry for each row that says something
 * to check by, and how many rows do not.
 */
export function referenceEntries(
  { sheet, parts }: ReferenceFile,
  columns: readonly ReferenceColumn[],
  purpose: ReferencePurpose,
): ReferenceEntries {
  const mapped = columns.map(
    (column, at): ColumnMapping => ({
      to: (column === 'name' && parts[at]) || targets[column],
    }),
  );
  const read = rowReader({ kind: 'both', columns: mapped, spelling: { decimal: '.', order: 'dmy' } }, [], {});
  const status = columns.indexOf('status');
  const result: ReferenceEntries = { entries: [], skipped: 0 };
  for (const row of sheet.rows) {
    const { person, company, common, refused } = read(row);
    const keys = refused ? [] : entryKeys(purpose, person, company);
    if (keys.length === 0) {
      result.skipped += 1;
      continue;
    }
    const said = status < 0 ? '' : (row.cells[status] ?? '').slice(0, 80);
    result.entries.push({
      keys,
      ...(person?.name && { name: person.name }),
      ...(company?.name && { company: company.name }),
      ...(common.owner && { owner: common.owner.slice(0, 80) }),
      ...(said && { status: said }),
    });
  }
  return result;
}
