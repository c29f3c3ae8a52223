import { looksLikeCompany } from '../../domain/normalize/company.ts';
import { foldWords } from '../../domain/normalize/fold.ts';
import { type DateOrder, momentOf, numberOf, readOwnValue, type Spelling } from '../../domain/own-values.ts';
import type { OwnFieldDefinition, OwnFieldType } from '../../domain/schema/own-field.ts';
import { firstPipeline, type Stage } from '../../domain/schema/stage.ts';
import { meaningOf } from './headings.ts';
import type { Sheet } from './sheet.ts';
import { stagesOf, tellsStages } from './stage-words.ts';
import { type ColumnMapping, parseTarget, type RowKind, type Target } from './targets.ts';
import { outcomeWord } from './words.ts';

/** How a file is taken: what its rows are, where each column goes, how numbers and dates are written. */
export type Mapping = { kind: RowKind; columns: ColumnMapping[]; spelling: Required<Spelling> };

const sampled = 400;
/** Share of the cells that must be of a kind before a column without a known heading is taken for it. */
const most = 0.8;

/** The first filled cells of a column. */
export function samplesOf(sheet: Sheet, column: number, count = sampled): string[] {
  const cells: string[] = [];
  for (const row of sheet.rows) {
    const cell = row.wrong ? undefined : row.cells[column];
    if (cell) cells.push(cell);
    if (cells.length >= count) break;
  }
  return cells;
}

const share = (cells: string[], test: (cell: string) => boolean) =>
  cells.length === 0 ? 0 : cells.filter(test).length / cells.length;

const isEmail = (cell: string) => /^[^\s@;,]+@[^\s@;,]+\.[^\s@;,]+$/.test(cell);
const isPhone = (cell: string) => /^(?:\+|00|0|\()[\d\s()./-]{6,}\d$/.test(cell) || /^1[3-9]\d{9}$/.test(cell);
const isWeb = (cell: string) => /^(?:https?:\/\/|www\.)\S+\.\S+$/i.test(cell);

/** What cells of a column without a known heading look like. */
function byContents(cells: string[]): Target | undefined {
  if (cells.length === 0) return undefined;
  if (share(cells, isEmail) >= most) return '~.emails';
  if (share(cells, isWeb) >= most)
    return share(cells, (cell) => /linkedin|xing\.com/i.test(cell)) > 0.5 ? 'person.links' : 'company.website';
  if (share(cells, isPhone) >= most) return '~.phones';
  const words = new Set(cells.map((cell) => cell.toLowerCase()));
  if (words.size <= 4 && [...words].some((word) => /^(?:won|lost|gewonnen|verloren|赢单|输单|丢单)$/.test(word)))
    return 'lead.outcome';
  // A few values over and over are a choice, not names.
  const areNames = words.size > cells.length * 0.3;
  return areNames && share(cells, (cell) => /\p{L}/u.test(cell) && looksLikeCompany(cell)) >= 0.5
    ? 'company.name'
    : undefined;
}

/** Whether the cells can be what the heading says: a telephone column of "yes" and "none" holds no numbers. */
function isBelievable(target: Target, cells: string[], { order }: Spelling): boolean {
  if (cells.length === 0) return true;
  if (target.endsWith('.emails')) return share(cells, (cell) => cell.includes('@')) > 0.3;
  if (/\.phones(?::(?!kind).*)?$/.test(target)) return share(cells, (cell) => /\d\D*\d\D*\d/.test(cell)) > 0.3;
  if (/^lead\.(?:createdAt|outcomeAt|nextStepDue|wholeNeedAt|consentEmailAt|consentCallAt)$/.test(target))
    return share(cells, (cell) => momentOf(cell, order) !== undefined) > 0.3;
  return true;
}

/** Programs and people call the day by these names: an own field under one of them is meant by the others. */
const birthdayNames = new Set([
  'birthday',
  'birth date',
  'birthdate',
  'date of birth',
  'bday',
  'geburtstag',
  'geburtsdatum',
  '生日',
  '出生日期',
]);
const ownNameOf = (heading: string): string => {
  const plain = foldWords(heading);
  return birthdayNames.has(plain) ? 'birthday' : plain;
};

const isTitle = (heading: string) => foldWords(heading) === 'title';

/** How numbers and dates are written in a file: German 1.234,5, American 12/31/2026. In: the sheet. */
export function guessSpelling(sheet: Sheet): Required<Spelling> {
  let [commas, points, monthSecond, monthFirst] = [0, 0, 0, 0];
  for (const row of sheet.rows.slice(0, sampled))
    for (const cell of row.cells) {
      if (/^[+-]?(?:\d{1,3}(?:\.\d{3})+|\d+),\d+$/.test(cell) && !/^\d{1,3},\d{3}$/.test(cell)) commas += 1;
      if (/^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d+$/.test(cell) && !/^\d{1,3}\.\d{3}$/.test(cell)) points += 1;
      const day = /^(\d{1,2})[-/](\d{1,2})[-/]\d{2,4}/.exec(cell);
      if (day && Number(day[1]) > 12) monthSecond += 1;
      if (day && Number(day[2]) > 12) monthFirst += 1;
    }
  const order: DateOrder = monthFirst > monthSecond ? 'mdy' : 'dmy';
  return { decimal: commas > points ? ',' : '.', order };
}

/** The type that fits all cells of a column; text where in doubt. In: cells, how they are written. */
export function guessOwnType(cells: string[], spelling: Spelling): OwnFieldType {
  if (cells.length === 0) return 'text';
  const words = new Set(cells.map(foldWords));
  if (
    words.size <= 2 &&
    cells.every((cell) => readOwnValue('yesNo', cell).ok) &&
    ![...words].every((w) => /^\d$/.test(w))
  )
    return 'yesNo';
  // A leading zero is part of a code, not of a number.
  if (cells.every((cell) => numberOf(cell, spelling.decimal) !== undefined && !/^0\d/.test(cell))) return 'number';
  if (cells.every((cell) => momentOf(cell, spelling.order) !== undefined)) return 'date';
  return share(cells, (cell) => /\S\s*;\s*\S/.test(cell)) > 0.3 ? 'list' : 'text';
}

const outcomesOf = (cells: string[]) =>
  Object.fromEntries([...new Set(cells)].slice(0, 40).map((cell) => [cell, outcomeWord(cell) ?? ('open' as const)]));

/** The words of an outcome's column with what they mean. In: all cells of it. */
export function guessOutcomes(sheet: Sheet, column: number): Record<string, 'won' | 'lost' | 'open'> {
  return outcomesOf(samplesOf(sheet, column, 20_000));
}

/** The new field that a column would become. In: the sheet, the column, whose it would be, how cells are written. */
export function ownFieldFor(
  sheet: Sheet,
  column: number,
  kind: RowKind,
  spelling: Spelling,
): Omit<OwnFieldDefinition, 'key'> {
  const name = (sheet.heading[column] || `Column ${column + 1}`).slice(0, 200);
  return { name, type: guessOwnType(samplesOf(sheet, column, 2000), spelling), of: kind === 'both' ? 'both' : kind };
}

/** What the rows are, from what the columns surely say and, for a bare name, from the names. */
function guessKind(sheet: Sheet, targets: (Target | undefined)[]): RowKind {
  const has = (test: (target: Target) => boolean) => targets.some((target) => target !== undefined && test(target));
  const hasFirm = has((target) => target === 'company.name');
  const firmFacts = has(
    (target) => target.startsWith('company.') && target !== 'company.name' && target !== 'company.website',
  );
  const personFacts = has((target) => target.startsWith('person.'));
  const named = targets.indexOf('~.name');
  const ofFirms =
    named >= 0 &&
    !hasFirm &&
    share(samplesOf(sheet, named), (cell) => looksLikeCompany(cell)) > (firmFacts ? 0.1 : 0.4);
  if (personFacts || (named >= 0 && hasFirm)) return hasFirm || firmFacts ? 'both' : 'person';
  if (hasFirm || ofFirms || firmFacts || named < 0)
    return hasFirm || ofFirms || firmFacts || !has((t) => t === '~.emails') ? 'company' : 'person';
  return 'person';
}

/**
 * Where each column goes, from headings in English, German and Chinese, from own fields of that name, and from what the
 * cells look like. What nobody can tell is ignored. In: the sheet, the user's own fields, the stages of the pipeline. Out: a mapping to be edited.
 */
export function guessMapping(
  sheet: Sheet,
  own: readonly OwnFieldDefinition[],
  pipeline: readonly Stage[] = firstPipeline.stages,
): Mapping {
  const spelling = guessSpelling(sheet);
  const ownByName = new Map(own.map((field) => [ownNameOf(field.name), field.key]));
  // "Title" is the job in most programs; beside a column for the job, as in our own exports, it is the form of address.
  const hasJob = sheet.heading.some((heading) => !isTitle(heading) && meaningOf(heading)?.target === 'person.jobTitle');
  const meanings = sheet.heading.map((heading, column) => {
    if (hasJob && isTitle(heading)) return { target: 'person.honorific' };
    const key = heading ? ownByName.get(ownNameOf(heading)) : undefined;
    if (key) return { target: `own.${key}` };
    const said = heading ? meaningOf(heading) : undefined;
    const meant = said && isBelievable(said.target, samplesOf(sheet, column), spelling) ? said : undefined;
    const target = meant?.target ?? byContents(samplesOf(sheet, column));
    return target === undefined ? undefined : { ...meant, target };
  });
  const kind = guessKind(
    sheet,
    meanings.map((meaning) => meaning?.target.replace('~', meaning.of ?? '~')),
  );
  const side = kind === 'company' ? 'company' : 'person';
  // Where a row has both, its address is the firm's; our own exports of people say whose it is.
  const isOwnExport = meanings.some((meaning) => meaning?.target === 'lead.id');
  const sideOf = (target: Target) =>
    kind === 'both' && !isOwnExport && target.startsWith('~.addresses') ? 'company' : side;
  const taken = new Set<Target>();
  const columns = meanings.map((meaning, column): ColumnMapping => {
    if (!meaning) return { to: 'ignore' };
    // A bare website, domain or industry is the firm's, whatever the rows are.
    const said = meaning.target.replace('~', meaning.of ?? sideOf(meaning.target));
    const stages = said === 'lead.outcome' ? stagesOf(samplesOf(sheet, column, 20_000), pipeline) : {};
    const to = tellsStages(stages, sheet.heading[column]) ? 'lead.stage' : said;
    const parsed = parseTarget(to);
    const isSingle = parsed.of === 'lead' || /\.(?:name|domain|website|jobTitle)$/.test(to);
    if (isSingle && taken.has(to) && to !== 'lead.note' && to !== 'lead.tags') return { to: 'ignore' };
    taken.add(to);
    if (to === 'lead.stage') return { to, stages };
    if (to !== 'lead.outcome') return { to };
    const outcomes = guessOutcomes(sheet, column);
    // A status that never says won or lost is no outcome.
    return Object.values(outcomes).some((meant) => meant !== 'open') ? { to, outcomes } : { to: 'ignore' };
  });
  return { kind, columns, spelling };
}

/** Which files are alike: those with the same headings, in any order. In: the headings. Out: a key for remembering. */
export const headingKey = (heading: readonly string[]): string =>
  heading.map(foldWords).toSorted().join('|').slice(0, 8000);
