import { z } from 'zod';
import { type Recipe, recipe } from '../domain/schema/recipe.ts';

/**
 * Recipes as a file (JSON, UTF-8): `{ "format": "leadlight-recipes", "version": 1, "recipes": [ … ] }`. Each recipe is as
 * lib/domain/schema/recipe.ts has it: id, name, kind (person or company), host, path, cards (anchors of an entry), fields
 * (anchors of each fact) and createdAt in epoch milliseconds. It holds nobody's data.
 */
const recipeFile = z.object({
  format: z.literal('leadlight-recipes'),
  version: z.literal(1),
  recipes: z.array(recipe).min(1).max(500),
});

/** Largest file that is looked at. */
export const mostRecipeBytes = 5_000_000;

/** Why a file was refused, and where in it. */
export class RecipeFileError extends Error {
  readonly code: 'tooLarge' | 'noJson' | 'otherFile' | 'newer' | 'broken';
  constructor(code: RecipeFileError['code'], detail = '') {
    super(detail);
    this.name = 'RecipeFileError';
    this.code = code;
  }
}

/** In: recipes. Out: the text of the file. */
export const writeRecipeFile = (recipes: readonly Recipe[]): string =>
  `${JSON.stringify({ format: 'leadlight-recipes', version: 1, recipes }, undefined, 2)}\n`;

/** In: the text of a file that may hold anything. Out: its recipes. Throws `RecipeFileError`: all or none. */
export function readRecipeFile(text: string): Recipe[] {
  if (text.length > mostRecipeBytes) throw new RecipeFileError('tooLarge');
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw new RecipeFileError('noJson', cause instanceof Error ? cause.message : String(cause));
  }
  if (typeof parsed !== 'object' || parsed === null || !('format' in parsed) || parsed.format !== 'leadlight-recipes')
    throw new RecipeFileError('otherFile');
  if ('version' in parsed && typeof parsed.version === 'number' && parsed.version > 1)
    throw new RecipeFileError('newer');
  const read = recipeFile.safeParse(parsed);
  if (read.success) return read.data.recipes;
  const [issue] = read.error.issues;
  throw new RecipeFileError('broken', issue ? `${issue.path.join('.')}: ${issue.message}` : '');
}
