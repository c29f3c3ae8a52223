import { expect, test } from 'vitest';
import type { Recipe } from '../../../lib/domain/schema/recipe.ts';
import { RecipeFileError, readRecipeFile, writeRecipeFile } from '../../../lib/exchange/recipe-file.ts';
import { aRecipe } from '../capture/recipes/made.ts';

const refusal = (text: string): string => {
  try {
    readRecipeFile(text);
  } catch (cause) {
    if (cause instanceof RecipeFileError) return cause.code;
    throw cause;
  }
  return 'taken';
};
const fileOf = (recipes: unknown[]) => JSON.stringify({ format: 'leadlight-recipes', version: 1, recipes });
const changed = (change: object) => fileOf([{ ...aRecipe(), ...change }]);

test('what is written is read again', () => {
  const recipes: Recipe[] = [
    aRecipe(),
    { ...aRecipe(), id: 'r2', name: 'Zweite Liste „groß“ 名单', host: '*.fair.example' },
  ];
  expect(readRecipeFile(writeRecipeFile(recipes))).toEqual(recipes);
  expect(readRecipeFile(`\ufeff${writeRecipeFile(recipes)}`)).toEqual(recipes);
});

test.each([
  ['noJson', 'not { json'],
  ['noJson', ''],
  ['otherFile', '[]'],
  ['otherFile', 'null'],
  ['otherFile', '{"format":"other","recipes":[]}'],
  ['newer', JSON.stringify({ format: 'leadlight-recipes', version: 2, recipes: [aRecipe()] })],
  ['broken', fileOf([])],
  ['broken', changed({ name: '   ' })],
  ['broken', changed({ name: 'x'.repeat(5000) })],
  ['broken', changed({ host: 'javascript:alert(1)' })],
  ['broken', changed({ host: '*' })],
  ['broken', changed({ kind: 'script' })],
  ['broken', changed({ cards: [] })],
  ['broken', changed({ cards: Array.from({ length: 500 }, () => aRecipe().cards[0]) })],
  ['broken', changed({ fields: aRecipe().fields.filter(({ field }) => field !== 'name') })],
  ['broken', changed({ createdAt: 'yesterday' })],
  ['tooLarge', ' '.repeat(5_000_001)],
])('%s: a file that is none is refused whole', (code, text) => {
  expect(refusal(text)).toBe(code);
});

test('what else a file holds is left behind', () => {
  const text = changed({ onload: 'alert(1)', path: '/x' }).replace('{"format"', '{"__proto__":{"polluted":1},"format"');
  const [read] = readRecipeFile(text);
  expect(read).toEqual({ ...aRecipe(), path: '/x' });
  expect('polluted' in {}).toBe(false);
});
