import { foldWords } from '../../domain/normalize/fold.ts';
import type { Lead } from '../../domain/schema/lead.ts';
import { guessSpelling, type Mapping } from '../import/guess.ts';
import type { Sheet } from '../import/sheet.ts';
import type { Target } from '../import/targets.ts';
import type { Preset, PresetTable } from './preset.ts';
import { presets } from './registry.ts';
import { sources } from './source.ts';

/** A system's export, known by its headings: whose it is, what its rows are, and its column of record ids. */
export type Recognised = { preset: Preset; kind: Lead['kind']; recordColumn: number | undefined };

/** Case tells two systems apart: `Record ID` is one's, `Record Id` the other's. */
const exact = (heading: string) => heading.trim();

const headingsOf = ({ columns }: PresetTable) => columns.flatMap(({ heading, also = [] }) => [heading, ...also]);

function recordColumnOf(preset: Preset, kind: Lead['kind'], heading: readonly string[]): number | undefined {
  const at = heading.findIndex((one) => preset.recordId[kind]?.some((name) => name === exact(one)));
  return at < 0 ? undefined : at;
}

/** How many of a file's headings a table knows. */
const knownIn = (table: PresetTable | undefined, heading: readonly string[]): number => {
  const known = new Set(table ? headingsOf(table).map(foldWords) : []);
  return heading.filter((one) => known.has(foldWords(one))).length;
};

/** Which of people and companies a file of a system is about: whose table knows more of its headings. In: preset, headings. */
export function recognisedAs(preset: Preset, heading: readonly string[]): Recognised {
  const { person, company } = preset.tables;
  const kind = knownIn(company, heading) > knownIn(person, heading) ? 'company' : 'person';
  return { preset, kind, recordColumn: recordColumnOf(preset, kind, heading) };
}

/** Whose export a file is, by its headings. In: the headings. Out: undefined where they are nobody's in particular. */
export function recognise(heading: readonly string[]): Recognised | undefined {
  const there = new Set(heading.map(exact));
  const known = presets
    .filter(({ marks }) => marks.some((all) => all.every((one) => there.has(one))))
    .map((preset) => {
      const { person, company } = preset.tables;
      return { preset, score: Math.max(knownIn(person, heading), knownIn(company, heading)) };
    })
    .toSorted((a, b) => b.score - a.score);
  const best = known[0];
  return best && recognisedAs(best.preset, heading);
}

/** Where a system's columns go. In: its file, what it is, the mapping guessed for what the system does not say. */
export function mappingFor(sheet: Sheet, { preset, kind, recordColumn }: Recognised, guessed: Mapping): Mapping {
  const table = preset.tables[kind];
  if (!table) return guessed;
  const targets = new Map<string, Target>();
  for (const { heading, also = [], source, to } of table.columns)
    for (const one of [heading, ...also]) targets.set(foldWords(one), (to ?? sources[source]).replace('~', kind));
  const hasFirm = [...targets].some(
    ([heading, target]) => target === 'company.name' && sheet.heading.some((one) => foldWords(one) === heading),
  );
  const rows = kind === 'company' ? 'company' : hasFirm ? 'both' : 'person';
  const columns = sheet.heading.map((heading, column) => {
    if (column === recordColumn) return { to: 'ignore' };
    const to = targets.get(foldWords(heading));
    if (to === undefined) return guessed.columns[column] ?? { to: 'ignore' };
    // Where a row has both, the one address is the firm's.
    return { to: rows === 'both' ? to.replace('person.addresses', 'company.addresses') : to };
  });
  return { kind: rows, columns, spelling: guessSpelling(sheet) };
}
