import { useCallback, useEffect, useState } from 'react';
import type { Recipe } from '../../lib/domain/schema/recipe.ts';
import { isoDay } from '../../lib/exchange/columns.ts';
import { mostRecipeBytes, RecipeFileError, readRecipeFile, writeRecipeFile } from '../../lib/exchange/recipe-file.ts';
import { openBook } from '../../lib/storage/book.ts';
import { deleteRecipe, importRecipes, listRecipes, putRecipes } from '../../lib/storage/recipes.ts';
import { type BookFailure, bookFailure, useBookChange } from './use-book.ts';

export { type Recipe, RecipeFileError };

/** Hands a text to the browser as a download. */
function download(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the blob after the click; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * The lists that the user taught, kept up to date. Out: them (undefined until known), and what can be done with them; each
 * rejects where it could not be stored, `importFile` with a `RecipeFileError` for a file that is none.
 */
export function useRecipes() {
  const [recipes, setRecipes] = useState<Recipe[]>();
  const [failure, setFailure] = useState<BookFailure>();
  const load = useCallback(async () => {
    try {
      setRecipes(await listRecipes(await openBook()));
      setFailure(undefined);
    } catch (cause) {
      setFailure(bookFailure(cause));
    }
  }, []);
  useEffect(() => void load(), [load]);
  useBookChange(
    useCallback(
      (event) => {
        if (event.stores.includes('meta')) void load();
      },
      [load],
    ),
  );
  return {
    recipes,
    failure,
    /** Keeps a recipe as it now is: renamed, or taken back after deleting. */
    put: useCallback(async (recipe: Recipe) => putRecipes(await openBook(), [recipe]), []),
    remove: useCallback(async (id: string) => deleteRecipe(await openBook(), id), []),
    exportAll: useCallback(
      () => download(writeRecipeFile(recipes ?? []), `leadlight-lists-${isoDay(Date.now())}.json`),
      [recipes],
    ),
    importFile: useCallback(async (file: File): Promise<number> => {
      if (file.size > mostRecipeBytes) throw new RecipeFileError('tooLarge');
      return importRecipes(await openBook(), readRecipeFile(await file.text()));
    }, []),
  };
}
