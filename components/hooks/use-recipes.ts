import { useCallback } from 'react';
import type { Recipe } from '../../lib/domain/schema/recipe.ts';
import { isoDay } from '../../lib/exchange/iso-day.ts';
import { mostRecipeBytes, RecipeFileError, readRecipeFile, writeRecipeFile } from '../../lib/exchange/recipe-file.ts';
import { openBook } from '../../lib/storage/book.ts';
import { deleteRecipe, importRecipes, listRecipes, putRecipes } from '../../lib/storage/recipes.ts';
import type { Store } from './use-book.ts';
import { download } from './use-export.ts';
import { useFromBook } from './use-from-book.ts';

export { type Recipe, RecipeFileError };

const meta: readonly Store[] = ['meta'];

/**
 * The lists that the user taught, kept up to date. Out: them (undefined until known), and what can be done with them; each
 * rejects where it could not be stored, `importFile` with a `RecipeFileError` for a file that is none.
 */
export function useRecipes() {
  const { value: recipes, failure } = useFromBook('', listRecipes, meta);
  return {
    recipes,
    failure,
    /** Keeps a recipe as it now is: renamed, or taken back after deleting. */
    put: useCallback(async (recipe: Recipe) => putRecipes(await openBook(), [recipe]), []),
    remove: useCallback(async (id: string) => deleteRecipe(await openBook(), id), []),
    exportAll: useCallback(
      () =>
        download(
          new Blob([writeRecipeFile(recipes ?? [])], { type: 'application/json' }),
          `leadlight-lists-${isoDay(Date.now())}.json`,
        ),
      [recipes],
    ),
    importFile: useCallback(async (file: File): Promise<number> => {
      if (file.size > mostRecipeBytes) throw new RecipeFileError('tooLarge');
      return importRecipes(await openBook(), readRecipeFile(await file.text()));
    }, []),
  };
}
