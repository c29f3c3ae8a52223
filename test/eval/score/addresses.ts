import { z } from 'zod';
import { fold } from './plain.ts';
import type { Tally } from './tally.ts';
import { fieldTask } from './task.ts';

const text = z.string().nullish();
const row = z.object({
  id: z.string(),
  tokens: z.array(z.unknown()).optional(),
  fields: z
    .object({ PlaceName: text, ZipCode: text, StateName: text, StreetName: text, AddressNumber: text })
    .default({ PlaceName: '', ZipCode: '', StateName: '', StreetName: '', AddressNumber: '' }),
  lines: z.array(z.string()).optional(),
  // Of addresses of the world an object, of others a list that is not scored.
  components: z.unknown().optional(),
});
const world = z.object({
  country_code: text,
  postcode: text,
  city: text,
  town: text,
  village: text,
  municipality: text,
});
const answer = z.object({ street: text, city: text, region: text, postalCode: text, country: text });
type Row = z.infer<typeof row>;
type Answer = z.infer<typeof answer>;

const same = (a: string | null | undefined, b: string | null | undefined) => fold(a) === fold(b);
const firstWord = (code: string | null | undefined) => fold(code).split(' ')[0];

function scoreAmerican({ id, fields }: Row, { street, city, region, postalCode }: Answer, tally: Tally): void {
  const { PlaceName, ZipCode, StateName, StreetName, AddressNumber } = fields;
  if (PlaceName) tally.rate('city', same(city, PlaceName), id, `${city}, wanted ${PlaceName}`);
  if (ZipCode) tally.rate('zip', firstWord(postalCode) === firstWord(ZipCode), id, `${postalCode}, wanted ${ZipCode}`);
  if (StateName) tally.rate('region', same(region, StateName), id, `${region}, wanted ${StateName}`);
  if (StreetName && AddressNumber) {
    const right = fold(street).includes(fold(StreetName)) && ` ${fold(street)} `.includes(` ${fold(AddressNumber)} `);
    tally.rate('street number and name', right, id, `${street}, wanted ${AddressNumber} ${StreetName}`);
  }
}

/** Only what the lines hold can be asked for; the country can always be told. */
function scoreWorldly({ id, lines = [], components }: Row, { city, postalCode, country }: Answer, tally: Tally): void {
  const truth = world.parse(components);
  const written = lines.join(' ');
  const code = truth.country_code?.toLowerCase();
  const right = Boolean(code) && country?.toLowerCase() === code;
  tally.rate('world: country', right, id, `${country}, wanted ${code}`);
  if (truth.postcode && written.includes(truth.postcode)) {
    const detail = `${postalCode}, wanted ${truth.postcode}`;
    tally.rate('world: postal code', same(postalCode, truth.postcode), id, detail);
  }
  const places = [truth.city, truth.town, truth.village, truth.municipality].filter(
    (place) => typeof place === 'string',
  );
  const known = places.filter(Boolean);
  if (known.some((place) => written.includes(place))) {
    tally.rate(
      'world: city',
      known.some((place) => same(place, city)),
      id,
      `${city}, wanted ${known[0]}`,
    );
  }
}

/** Addresses into parts: labelled ones of the US on a line, and addresses of the world as their country writes them. */
export const addresses = fieldTask({
  kind: 'address',
  row,
  answer,
  score(row, answer, tally) {
    if (row.tokens) scoreAmerican(row, answer, tally);
    if (row.lines) scoreWorldly(row, answer, tally);
  },
});
