import { type FieldAnchor, type Recipe, recipe } from '../../../../lib/domain/schema/recipe.ts';

const content: FieldAnchor['content'] = {
  mail: 0,
  digits: 0,
  phone: 0,
  web: 0,
  length: 0.4,
  capital: 1,
  han: 0,
  person: 0.3,
  firm: 0.4,
  title: 0,
};
const anchor: FieldAnchor = {
  how: 'line',
  tag: 'h3',
  hints: ['name'],
  path: ['h3'],
  link: 'none',
  strong: true,
  at: 0,
  end: 3,
  part: 0,
  content,
};

/** A recipe as one would teach it, without a page. */
export const aRecipe = (more: Partial<Recipe> = {}): Recipe =>
  recipe.parse({
    id: 'r1',
    name: 'Makers',
    kind: 'company',
    host: 'loom-market.example',
    path: '/makers',
    cards: [
      { tag: 'div', hints: ['tile'], around: [], path: ['main', 'body'], labels: ['phone'], lines: 4, reach: 'self' },
    ],
    fields: [
      { field: 'name', anchors: [anchor] },
      { field: 'phones', anchors: [{ ...anchor, label: 'phone', strong: false, tag: 'p', at: 2, end: 1 }] },
    ],
    createdAt: 1,
    ...more,
  });
