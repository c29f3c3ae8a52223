import type { Recipe } from '../../domain/schema/recipe.ts';

/** Host of an address as recipes have it, with a port where one is written; undefined for what is no web page. */
export function recipeHost(url: string): string | undefined {
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.host === '') return undefined;
  return parsed.host.replace(/^www\./, '');
}

/** Whether a recipe was taught for the site of this address. */
export function isForSite({ host }: Pick<Recipe, 'host'>, url: string): boolean {
  const own = recipeHost(url);
  if (own === undefined) return false;
  if (!host.startsWith('*.')) return own === host;
  const under = host.slice(2);
  return own === under || own.endsWith(`.${under}`);
}

const stepsOf = (path: string): string[] => path.split('/').filter((step) => step !== '');

/** A path without what changes from page to page of one list: numbers become `*`. */
export function pathHint(url: string): string {
  const path = URL.parse(url)?.pathname ?? '/';
  const steps = stepsOf(path).map((step) => (/\d/.test(step) ? '*' : step));
  return `/${steps.join('/')}`.slice(0, 500);
}

/** Whether an address is one of the pages that a recipe was taught for, as far as its path tells. */
export function isForPage({ path }: Pick<Recipe, 'path'>, url: string): boolean {
  const taught = stepsOf(path);
  const here = stepsOf(URL.parse(url)?.pathname ?? '/');
  return taught.length === here.length && taught.every((step, i) => step === '*' || step === here[i]);
}
