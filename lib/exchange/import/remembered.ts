import { foldWords } from '../../domain/normalize/fold.ts';
import type { OwnFieldDefinition } from '../../domain/schema/own-field.ts';
import type { Book } from '../../storage/book.ts';
import { rememberMapping } from '../../storage/import/mappings.ts';
import { headingKey, type Mapping } from './guess.ts';
import type { Sheet } from './sheet.ts';

type Headed = { heading: string };
/** Columns by heading; where a heading stands twice, by which of them it is. */
function headed<T>(columns: readonly T[], heading: (column: T) => string): Map<string, T> {
  const result = new Map<string, T>();
  for (const column of columns) {
    const base = foldWords(heading(column));
    let key = base;
    for (let n = 2; result.has(key); n++) key = `${base} #${n}`;
    result.set(key, column);
  }
  return result;
}

/** The guess, with the columns where they went the last time. In: the guess, the file, what is remembered, the own fields. */
export function recalled(
  guessed: Mapping,
  sheet: Sheet,
  before: {
    kind: Mapping['kind'];
    columns: (Headed & {
      to: string;
      outcomes?: Record<string, 'won' | 'lost' | 'open'> | undefined;
      stages?: Record<string, string> | undefined;
    })[];
  },
  own: readonly OwnFieldDefinition[],
): Mapping {
  const known = headed(before.columns, ({ heading }) => heading);
  const names = [
    ...headed(
      sheet.heading.map((heading, column) => ({ heading, column })),
      ({ heading }) => heading,
    ),
  ];
  const columns = [...guessed.columns];
  for (const [name, { column }] of names) {
    const past = known.get(name);
    const isGone = past?.to.startsWith('own.') && !own.some(({ key }) => past.to === `own.${key}`);
    if (past && !isGone)
      columns[column] = {
        to: past.to,
        // Values that were not there the last time are guessed.
        ...(past.outcomes && { outcomes: { ...guessed.columns[column]?.outcomes, ...past.outcomes } }),
        ...(past.stages && { stages: { ...guessed.columns[column]?.stages, ...past.stages } }),
      };
  }
  return { ...guessed, kind: before.kind, columns };
}

/** Remembers where the columns of such files go. Throws `BookError`. */
export async function remember(book: Book, sheet: Sheet, mapping: Mapping): Promise<void> {
  if (sheet.heading.every((heading) => heading === '')) return;
  await rememberMapping(book, {
    key: headingKey(sheet.heading),
    kind: mapping.kind,
    columns: sheet.heading.map((heading, column) => {
      const { to = 'ignore', outcomes, stages } = mapping.columns[column] ?? {};
      return { heading, to, ...(outcomes && { outcomes }), ...(stages && { stages }) };
    }),
    usedAt: Date.now(),
  });
}
