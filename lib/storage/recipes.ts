import { isForSite } from '../capture/recipes/match.ts';
import { type Recipe, recipe } from '../domain/schema/recipe.ts';
import type { Book } from './book.ts';
import { read, tell, write } from './transact.ts';

const prefix = 'recipe:';
const range = (): IDBKeyRange => IDBKeyRange.bound(prefix, `${prefix}\uffff`);

/** Every recipe that the user keeps, the newest first; one that is no longer understood is left aside. Throws `BookError`. */
export async function listRecipes(book: Book): Promise<Recipe[]> {
  const rows = await read(book, ['meta'], (tx) => tx.objectStore('meta').getAll(range()));
  return rows
    .flatMap(({ value }) => {
      const kept = recipe.safeParse(value);
      return kept.success ? [kept.data] : [];
    })
    .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1));
}

/** The recipes that were taught for the site of an address. Throws `BookError`. */
export async function recipesFor(book: Book, url: string): Promise<Recipe[]> {
  return (await listRecipes(book)).filter((kept) => isForSite(kept, url));
}

/** Keeps recipes under their ids, all or none. Throws `BookError`, or a ZodError for what is no recipe. */
export async function putRecipes(book: Book, recipes: readonly Recipe[]): Promise<void> {
  const parsed = recipes.map((one) => recipe.parse(one));
  await write(book, ['meta'], async (tx) => {
    for (const value of parsed) await tx.objectStore('meta').put({ key: `${prefix}${value.id}`, value });
  });
  tell({ stores: ['meta'] });
}

/** Forgets a recipe. Out: it, for undoing (`putRecipes`); undefined where it was gone already. Throws `BookError`. */
export async function deleteRecipe(book: Book, id: string): Promise<Recipe | undefined> {
  const gone = await write(book, ['meta'], async (tx) => {
    const row = await tx.objectStore('meta').get(`${prefix}${id}`);
    await tx.objectStore('meta').delete(`${prefix}${id}`);
    return row?.value;
  });
  tell({ stores: ['meta'] });
  const kept = recipe.safeParse(gone);
  return kept.success ? kept.data : undefined;
}

/**
 * Keeps recipes of a file beside those that are there: one whose id is taken by another gets an id of its own.
 * Out: how many the file held. Throws `BookError`.
 */
export async function importRecipes(book: Book, recipes: readonly Recipe[]): Promise<number> {
  const known = new Map((await listRecipes(book)).map((kept) => [kept.id, JSON.stringify(kept)]));
  const used = new Set(known.keys());
  const fresh = recipes.flatMap((one) => {
    if (known.get(one.id) === JSON.stringify(one)) return [];
    const id = used.has(one.id) ? crypto.randomUUID() : one.id;
    used.add(id);
    return { ...one, id };
  });
  await putRecipes(book, fresh);
  return recipes.length;
}
