import type { ImportPlan } from '../../storage/import/plan-types.ts';
import { type Recognised, recognise, recognisedAs } from '../presets/recognise.ts';
import { presetOf } from '../presets/registry.ts';
import type { Table } from './formats/format.ts';
import type { Mapping } from './guess.ts';
import type { Sheet } from './sheet.ts';

/** Whose export a file is: as the user says, else by its headings. In: the file, a preset's id or `plain`. */
export function presetIn(sheet: Sheet, asked: string | undefined): Recognised | undefined {
  if (asked === undefined) return recognise(sheet.heading);
  const preset = presetOf(asked);
  return preset && recognisedAs(preset, sheet.heading);
}

/** The id that another system gave each lead. In: the file, what becomes of its rows, whether only those of the book count. */
export function recordIds(
  sheet: Sheet,
  { results, leads }: ImportPlan,
  known: Recognised | undefined,
  onlyKnown: boolean,
) {
  const column = known?.recordColumn;
  if (column === undefined) return [];
  const cells = new Map(sheet.rows.map((row) => [row.at, row.cells[column] ?? '']));
  const ids = new Map<string, string>();
  for (const { at, leadId } of results) {
    const value = cells.get(at);
    const isMade = leadId !== undefined && leads.has(leadId) && leads.get(leadId)?.before === undefined;
    if (leadId && value && !(onlyKnown && isMade)) ids.set(leadId, value);
  }
  return [...ids].map(([leadId, value]) => ({ leadId, value }));
}

/** What the file says itself of its columns goes before what was guessed; own fields that a column is called like are the user's word. */
export function told(guessed: Mapping, { targets }: Table): Mapping {
  if (!targets) return guessed;
  const hasFirm = targets.some((target) => target.startsWith('company.'));
  const kind = !hasFirm ? 'person' : targets.includes('person.name') ? 'both' : 'company';
  return {
    ...guessed,
    kind,
    columns: targets.map((to, column) => {
      const said = guessed.columns[column];
      return to === 'ignore' && said?.to.startsWith('own.') ? said : { to };
    }),
  };
}
