import { expect, test } from 'vitest';
import { deleteRecipe, importRecipes, listRecipes, putRecipes, recipesFor } from '../../../lib/storage/recipes.ts';
import { getBatch } from '../../../lib/storage/settings.ts';
import { aRecipe } from '../capture/recipes/made.ts';
import { emptyBook, noBatch } from './make.ts';

test('recipes are kept, renamed, deleted and taken back, beside the settings', async () => {
  const book = await emptyBook();
  await putRecipes(book, [aRecipe(), aRecipe({ id: 'r2', createdAt: 2, host: '*.fair.example' })]);
  expect((await listRecipes(book)).map(({ id }) => id)).toEqual(['r2', 'r1']);
  expect((await recipesFor(book, 'https://north.fair.example/x')).map(({ id }) => id)).toEqual(['r2']);
  await putRecipes(book, [aRecipe({ name: 'Weavers' })]);
  const gone = await deleteRecipe(book, 'r1');
  expect(gone?.name).toBe('Weavers');
  expect((await listRecipes(book)).map(({ id }) => id)).toEqual(['r2']);
  if (gone) await putRecipes(book, [gone]);
  expect((await listRecipes(book)).map(({ name }) => name)).toEqual(['Makers', 'Weavers']);
  expect(await deleteRecipe(book, 'nobody')).toBeUndefined();
  expect(await getBatch(book)).toEqual(noBatch);
});

test('an import changes none of the recipes that are there', async () => {
  const book = await emptyBook();
  await putRecipes(book, [aRecipe()]);
  expect(await importRecipes(book, [aRecipe(), aRecipe({ name: 'Somebody else’s' }), aRecipe({ id: 'r3' })])).toBe(3);
  const kept = await listRecipes(book);
  expect(kept.map(({ name }) => name).sort()).toEqual(['Makers', 'Makers', 'Somebody else’s']);
  expect(kept.find(({ id }) => id === 'r1')?.name).toBe('Makers');
  expect(new Set(kept.map(({ id }) => id)).size).toBe(3);
});
