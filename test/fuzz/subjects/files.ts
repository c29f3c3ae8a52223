import fc from 'fast-check';
import { decodeBytes, guessEncoding } from '../../../lib/exchange/import/decode.ts';
import { guessMapping } from '../../../lib/exchange/import/guess.ts';
import { guessSeparator, readSheet } from '../../../lib/exchange/import/sheet.ts';
import { RecipeFileError, readRecipeFile } from '../../../lib/exchange/recipe-file.ts';
import { readProfile, writeProfile } from '../../../lib/scoring/profile-file.ts';
import { starterProfile } from '../../../lib/scoring/starter.ts';
import { aRecipe } from '../../unit/capture/recipes/made.ts';
import { brokenJson } from '../broken-json.ts';
import { subject } from '../subject.ts';
import { changed, changedBytes, words } from '../words.ts';

const cell = fc.oneof(
  words,
  fc.constantFrom('"', '""', '"a', 'a"b', '=1+1', "'007", '2026-05-12', '12.05.26', '5/12/2026', '45789', 'TRUE'),
);
const table = fc
  .record({
    heading: fc.array(
      fc.constantFrom('Name', 'First Name', 'E-mail', 'Phone', 'Company', '公司', '电话', 'Created', ''),
      {
        maxLength: 12,
      },
    ),
    rows: fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 20 }),
    between: fc.constantFrom(',', ';', '\t', '|'),
    end: fc.constantFrom('\n', '\r\n', '\r'),
    mark: fc.constantFrom('', '\ufeff', 'sep=;\n'),
  })
  .map(({ heading, rows, between, end, mark }) => mark + [heading, ...rows].map((row) => row.join(between)).join(end));

/** Reads a table as an import does, to the guess of what its columns are. No row may get lost on the way. */
function readTable(text: string): void {
  const { sheet } = readSheet(text, guessSeparator(text));
  for (const row of sheet.rows) if (row.cells.every((one) => one === '')) throw new Error('an empty row');
  guessMapping(sheet, []);
}

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 4000 }),
  changedBytes([new TextEncoder().encode('Name;Phone\nJane Röe;+49 711 1\n王小明;138 0013 8000\n'.repeat(40))]),
);

const profile = writeProfile(starterProfile());
const recipeFile = { format: 'leadlight-recipes', version: 1, recipes: [aRecipe()] };
const struckProfile = brokenJson(JSON.parse(profile)).map((value) => JSON.stringify(value) ?? '');
const struckRecipes = brokenJson(recipeFile).map((value) => JSON.stringify(value) ?? '');

function readRecipes(text: string): void {
  try {
    readRecipeFile(text);
  } catch (cause) {
    // Refused as what it is: that is how it should be.
    if (!(cause instanceof RecipeFileError)) throw cause;
  }
}

export const files = [
  subject('tables', 25, table, readTable),
  subject('bytes of a table', 5, bytes, (one) => readTable(decodeBytes(one, guessEncoding(one)))),
  subject('profiles', 20, fc.oneof(fc.json({ maxDepth: 6 }), changed([profile]), struckProfile), readProfile),
  subject(
    'taught lists',
    20,
    fc.oneof(fc.json({ maxDepth: 6 }), changed([JSON.stringify(recipeFile)]), struckRecipes),
    readRecipes,
  ),
];
