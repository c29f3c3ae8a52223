// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { assemble } from '../../../../lib/capture/assemble.ts';
import type { Recipe } from '../../../../lib/domain/schema/recipe.ts';
import { broken, makers, original, redesigned } from './pages.ts';
import { snapshotOf, teach, url } from './teach.ts';

const fields = {
  name: '.mk-tile:nth-child(2) .mk-who',
  industry: '.mk-tile:nth-child(2) .mk-craft',
  stand: '.mk-tile:nth-child(2) .v',
  phones: '.mk-tile:nth-child(2) .mk-row:nth-of-type(4) .v',
  emails: '.mk-tile:nth-child(2) a',
};
const taught = () => teach(original, 'company', '.mk-tile:nth-child(2)', fields);

async function read(markup: string, recipes: Recipe[], address = url) {
  const reading = assemble([await snapshotOf(markup, address)], { now: 0, country: 'GB', recipes });
  return {
    uses: reading.recipes,
    people: reading.people.map((p) => p.fields.name[0]?.value),
    firms: reading.companies
      .filter((c) => c.role === 'listed')
      .map(({ fields: f }) => ({
        who: f.name[0]?.value,
        craft: f.industry[0]?.value,
        spot: f.stand[0]?.value,
        call: f.phones[0]?.value.e164,
        mail: f.emails[0]?.value,
      })),
  };
}

const expected = makers.map(({ who, craft, spot, call, mail }) => ({
  who,
  craft,
  spot,
  call: call && `+44${call.replace(/\D/g, '').slice(1)}`,
  mail,
}));

describe('a list taught by pointing', () => {
  test('is not read rightly in the general way', async () => {
    const { firms } = await read(original, []);
    expect(firms).not.toEqual(expected);
  });

  test('every entry is read, each with its own', async () => {
    const { firms, uses, people } = await read(original, [await taught()]);
    expect(firms).toEqual(expected);
    expect(people).toEqual([]);
    expect(uses).toEqual([{ id: 'r1', name: 'Makers', found: makers.length }]);
  });

  test('after a redesign: classes renamed, a wrapper added, another order', async () => {
    const { firms, uses } = await read(redesigned, [await taught()]);
    expect(uses).toEqual([{ id: 'r1', name: 'Makers', found: makers.length }]);
    expect(firms).toEqual(expected);
  });

  test('where the list is gone the general reading stands, and it is said', async () => {
    const recipe = await taught();
    const without = await read(broken, []);
    const withIt = await read(broken, [recipe]);
    expect(withIt.uses).toEqual([{ id: 'r1', name: 'Makers', found: 0 }]);
    expect({ ...withIt, uses: undefined }).toEqual(without);
  });

  test('another site knows nothing of it, another page of the site does not complain', async () => {
    const recipe = await taught();
    expect((await read(original, [recipe], 'https://elsewhere.example/makers')).uses).toBeUndefined();
    expect((await read(broken, [recipe], 'https://www.loom-market.example/about')).uses).toBeUndefined();
    expect((await read(original, [recipe], 'https://www.loom-market.example/2027/makers')).firms).toEqual(expected);
  });

  test('a single entry of it is found, as in a narrow search', async () => {
    const one = original.replace(/(<div class="mk-tile">.*?<\/a><\/div><\/div>)(?:.|\n)*(?=<\/div><\/main>)/s, '$1');
    const { firms } = await read(one, [await taught()]);
    expect(firms.map((firm) => firm.who)).toEqual(['Blue Heron']);
  });

  test('a recipe holds nobody: no name, number or address of the page', async () => {
    const words = JSON.stringify(await taught()).toLowerCase();
    for (const maker of makers)
      for (const value of [maker.who, maker.craft, maker.call, maker.mail, maker.spot])
        if (value !== undefined) expect(words).not.toContain(`"${value.toLowerCase()}"`);
    expect(words).toContain('"ring"');
  });
});
