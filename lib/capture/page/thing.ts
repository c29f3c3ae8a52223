/** A node of structured data in whatever form it was written: its types and what is said of it. */
export type Thing = {
  types: string[];
  id?: string;
  props: Map<string, Value[]>;
  /** Where it stands in the page, for the forms that are written over visible text. */
  el?: Element;
  /** Whether something else says this of it (so that it is not the page's own subject). */
  nested?: boolean;
};
export type Value = string | Thing;

/** A page that says endless things of itself is listened to this long. */
export const thingCaps = { things: 5000, items: 1500, values: 50, depth: 40 };

export const newThing = (types: string[], el?: Element): Thing => ({ types, props: new Map(), ...(el && { el }) });

export function addValue(thing: Thing, property: string, value: Value): void {
  const had = thing.props.get(property);
  if (!had) thing.props.set(property, [value]);
  else if (had.length < thingCaps.values * 10) had.push(value);
}

/** What is written of a property: strings as they are, of a node its name or value. */
export function textsOf(thing: Thing, ...properties: string[]): string[] {
  const found: string[] = [];
  for (const property of properties)
    for (const value of thing.props.get(property) ?? []) {
      const text = typeof value === 'string' ? value : (nameOf(value) ?? '');
      const clean = text.replace(/\s+/g, ' ').trim();
      if (clean !== '' && !found.includes(clean)) found.push(clean);
    }
  return found;
}

export const textOf = (thing: Thing, ...properties: string[]): string | undefined => textsOf(thing, ...properties)[0];

export const thingsOf = (thing: Thing, ...properties: string[]): Thing[] =>
  properties.flatMap((p) => (thing.props.get(p) ?? []).filter((v): v is Thing => typeof v !== 'string'));

function nameOf(thing: Thing): string | undefined {
  for (const property of ['name', 'value', 'legalName'])
    for (const value of thing.props.get(property) ?? []) if (typeof value === 'string') return value;
  return undefined;
}
