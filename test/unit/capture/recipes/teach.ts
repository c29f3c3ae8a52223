import { takeSnapshot } from '../../../../lib/capture/page/snapshot.ts';
import { entriesLike, fieldsOf, learnCard, learnField, lessonOf } from '../../../../lib/capture/recipes/learn.ts';
import { pathHint, recipeHost } from '../../../../lib/capture/recipes/match.ts';
import { type FieldAnchor, type Recipe, type RecipeField, recipe } from '../../../../lib/domain/schema/recipe.ts';
import { type PageSnapshot, pageSnapshot } from '../../../../lib/domain/schema/snapshot.ts';

export const url = 'https://www.loom-market.example/makers';

/** Puts markup into the test's document and reads it. Out: the snapshot. */
export async function snapshotOf(markup: string, address = url): Promise<PageSnapshot> {
  document.body.innerHTML = markup;
  const { snapshot } = await takeSnapshot(document, address);
  return pageSnapshot.parse(JSON.parse(JSON.stringify(snapshot)));
}

/** Points at an element as the picker does. In: its selector on the page that is there. */
export async function pointAt(selector: string) {
  const el = document.querySelector(selector);
  if (!el) throw new Error(`nothing is ${selector}`);
  const { snapshot, placeOf } = await takeSnapshot(document, url, undefined, new Set([el]));
  const spot = placeOf.get(el);
  if (!spot) throw new Error(`${selector} has no place`);
  return { snapshot: pageSnapshot.parse(snapshot), spot };
}

/** Teaches a page by pointing: one entry, then a field each. In: kind, the entry's selector, the fields' selectors. Out: the recipe. */
export async function teach(
  markup: string,
  kind: Recipe['kind'],
  card: string,
  fields: Partial<Record<RecipeField, string>>,
): Promise<Recipe> {
  document.body.innerHTML = markup;
  const { snapshot, spot } = await pointAt(card);
  const lesson = lessonOf(snapshot);
  const cards = entriesLike(lesson, [spot.block]);
  const learnt = new Map<RecipeField, FieldAnchor[]>();
  for (const [field, selector] of Object.entries(fields)) {
    const pointed = await pointAt(selector);
    const taught = learnField(lesson, cards, pointed.spot);
    if (!taught) throw new Error(`${field}: nothing learnt`);
    learnt.set(field as RecipeField, [taught.anchor]);
  }
  return recipe.parse({
    id: 'r1',
    name: 'Makers',
    kind,
    host: recipeHost(url),
    path: pathHint(url),
    cards: [learnCard(lesson, spot.block)],
    fields: fieldsOf(learnt),
    createdAt: 1,
  });
}
