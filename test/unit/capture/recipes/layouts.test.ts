// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { assemble } from '../../../../lib/capture/assemble.ts';
import type { Recipe, RecipeField } from '../../../../lib/domain/schema/recipe.ts';
import { snapshotOf, teach } from './teach.ts';

type Entry = { who: string; does: string; call: string; at: string };
const entries: Entry[] = [
  { who: 'Zorn Mikkel', does: 'rigs and lamps', call: '+44 113 496 0131', at: 'A1' },
  { who: 'Quill Amaro', does: 'sets', call: '+44 113 496 0132', at: 'A2' },
  { who: 'Pell Ostrander', does: 'sound', call: '+44 113 496 0133', at: 'B1' },
  { who: 'Wren Achterberg', does: 'costume', call: '+44 113 496 0134', at: 'B2' },
  { who: 'Tuva Lindqvist', does: 'props', call: '+44 113 496 0135', at: 'C7' },
];
const all = (one: (e: Entry, i: number) => string) => entries.map(one).join('');
const frame = (inner: string) =>
  `<header><a href="/">Stagehands</a><ul><li><a href="/a">Shows</a></li><li><a href="/b">People</a></li></ul></header><main><h1>Crew</h1>${inner}</main><footer><p>Stagehands, Hull</p><p>+44 113 496 0199</p></footer>`;

type Layout = { markup: string; card: string; fields: Partial<Record<RecipeField, string>> };
const layouts: Record<string, Layout> = {
  'a table without heads': {
    markup: frame(
      `<table>${all((e) => `<tr><td>${e.at}</td><td>${e.who}</td><td>${e.does}</td><td>${e.call}</td></tr>`)}</table>`,
    ),
    card: 'tr:nth-child(2)',
    fields: {
      name: 'tr:nth-child(2) td:nth-child(2)',
      jobTitle: 'tr:nth-child(2) td:nth-child(3)',
      phones: 'tr:nth-child(1) td:nth-child(4)',
    },
  },
  'headings with paragraphs after them, and nothing around': {
    markup: frame(`<div>${all((e) => `<h4>${e.who}</h4><p>${e.does}</p><p>${e.call}</p>`)}</div>`),
    card: 'h4:nth-of-type(2)',
    fields: { name: 'h4:nth-of-type(2)', jobTitle: 'h4:nth-of-type(2) + p', phones: 'h4:nth-of-type(2) + p + p' },
  },
  'no classes at all': {
    markup: frame(`<ul>${all((e) => `<li><div>${e.does}</div><div>${e.who}</div><div>${e.call}</div></li>`)}</ul>`),
    card: 'main li:nth-child(3)',
    fields: {
      name: 'main li:nth-child(3) div:nth-child(2)',
      jobTitle: 'main li:nth-child(3) div',
      phones: 'main li:nth-child(1) div:nth-child(3)',
    },
  },
  'rows of two, classes made by a build': {
    markup: frame(
      all((e, i) => {
        const card = `<div class="css-1ab2c3 e19"><span class="css-9zz81">${e.who}</span> <span class="css-7f00">${e.does}</span><p class="css-81h2">${e.call}</p></div>`;
        return i % 2 === 0 ? `<div class="css-row77">${card}` : `${card}</div>`;
      }),
    ),
    card: '.css-1ab2c3',
    fields: { name: '.css-9zz81', jobTitle: '.css-7f00', phones: '.css-81h2' },
  },
  'a link round each entry, the name in an attribute-like badge': {
    markup: frame(
      `<div class="people">${all((e) => `<a class="person" href="/crew/${e.at}"><div class="badge">${e.at}</div><strong>${e.who}</strong><em>${e.does}</em><div class="tel">${e.call}</div></a>`)}</div>`,
    ),
    card: '.person:nth-child(2)',
    fields: {
      name: '.person:nth-child(2) strong',
      jobTitle: '.person:nth-child(2) em',
      phones: '.person:nth-child(2) .tel',
    },
  },
};

async function read(markup: string, recipe: Recipe) {
  const { people, recipes } = assemble([await snapshotOf(markup)], { now: 0, country: 'GB', recipes: [recipe] });
  return {
    found: recipes?.[0]?.found,
    people: people.map(({ fields: f }) => [
      f.name[0]?.value,
      f.jobTitle[0]?.value,
      f.phones.map((p) => p.value.e164).join(),
    ]),
  };
}
const expected = entries.map((e) => [e.who, e.does, e.call.replaceAll(' ', '')]);

const pointable = Object.entries(layouts);
test.each(pointable)('%s: each entry with its own', async (_, { markup, card, fields }) => {
  const recipe = await teach(markup, 'person', card, fields);
  expect(await read(markup, recipe)).toEqual({ found: entries.length, people: expected });
});

const later = frame(
  `<p>The people who make it happen, every night.</p><div class="t-list">${all((e) => `<div class="t-wrap"><article class="t-one"><h5>${e.who}</h5><div>${e.does}</div><div><a href="tel:${e.call.replaceAll(' ', '')}">${e.call}</a></div></article></div>`)}</div>`,
);
/** Layouts of which nothing at all is left but the kinds of words and their order: that is enough for some. */
const survive = new Set([
  'a table without heads',
  'headings with paragraphs after them, and nothing around',
  'rows of two, classes made by a build',
]);
test.each(pointable)('%s: after a redesign with nothing as it was', async (layout, { markup, card, fields }) => {
  const recipe = await teach(markup, 'person', card, fields);
  const { found, people } = await read(later, recipe);
  if (survive.has(layout)) expect(found).toBe(entries.length);
  // either all is found rightly, or it is said that nothing is: never somebody's place for a name
  if (found === 0) return;
  expect(people.map(([who]) => who)).toEqual(entries.map(({ who }) => who));
});

test('a large page is read by a recipe in a moment', async () => {
  const { markup, card, fields } = layouts['no classes at all'] as Layout;
  const recipe = await teach(markup, 'person', card, fields);
  const many = Array.from(
    { length: 1500 },
    (_, i) =>
      `<li><div>sound</div><div>Person Number${String.fromCharCode(97 + (i % 26))}</div><div>+44 113 496 ${1000 + i}</div></li>`,
  );
  const page = await snapshotOf(frame(`<ul>${many.join('')}</ul>`));
  const { applyRecipes } = await import('../../../../lib/capture/recipes/apply.ts');
  const { pageOf } = await import('../../../../lib/capture/lines.ts');
  const before = process.cpuUsage();
  const applied = applyRecipes(pageOf(page), [recipe], 'GB');
  const { user } = process.cpuUsage(before);
  expect(applied?.uses[0]?.found).toBeGreaterThan(1400);
  expect(user / 1000).toBeLessThan(3000);
});

test('an entry that lacks something gives that place to nothing else', async () => {
  const some = (e: Entry, i: number) =>
    `<li><div>${e.who}</div>${i % 2 === 0 ? `<div>${e.does}</div>` : ''}<div>${e.call}</div></li>`;
  const markup = frame(`<ul>${all(some)}</ul>`);
  const at = (n: number) => `main li:nth-child(1) div:nth-child(${n})`;
  const recipe = await teach(markup, 'person', 'main li:nth-child(1)', { name: at(1), jobTitle: at(2), phones: at(3) });
  const { people } = await read(markup, recipe);
  expect(people).toEqual(expected.map(([who, does, call], i) => [who, i % 2 === 0 ? does : undefined, call]));
});
