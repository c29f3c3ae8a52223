import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { subjectsOf } from './line.ts';
import { fold, foldEmail } from './plain.ts';
import { captureTask } from './task.ts';

const row = z.object({ id: z.string(), html: z.string(), expected: z.string() });

const properties = z.record(z.string(), z.array(z.unknown()));
const item = z.looseObject({ type: z.array(z.string()).optional(), properties: properties.default({}) });
const document = z.object({ items: z.array(z.unknown()) });
type Properties = z.infer<typeof properties>;

/** A value of microformats is text, or an object that holds it. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const inner = z.object({ value: z.string() }).safeParse(value);
  return inner.success ? inner.data.value : '';
}

/** Every h-card among items and what is nested in them, in properties and as children. */
function cardsIn(items: readonly unknown[]): Properties[] {
  return items.flatMap((one) => {
    const { success, data } = item.safeParse(one);
    if (!success) return [];
    const nested = Object.values(data.properties)
      .flat()
      .filter((value) => z.object({ type: z.unknown() }).safeParse(value).data?.type);
    const children = Array.isArray(data.children) ? data.children : [];
    return [...(data.type?.includes('h-card') ? [data.properties] : []), ...cardsIn([...nested, ...children])];
  });
}

const names = (card: Properties) => (card.name ?? []).map((name) => fold(textOf(name)));
const addresses = (card: Properties) =>
  (card.email ?? [])
    .map(textOf)
    .filter((address) => address.startsWith('mailto:') || /^[^/:]+@/.test(address))
    .map((address) => foldEmail(address).split('?', 1)[0] ?? '');

/** Cases of the microformats tests: every named card with its mail addresses, and at most one subject more. */
export const microformats = captureTask({
  row,
  inputs: ({ html }) => (html.includes('card') ? [{ file: html }] : []),
  score({ id, expected }, [line], tally, folder) {
    if (!line) return;
    const { items } = document.parse(JSON.parse(readFileSync(join(folder, expected), 'utf8')));
    const cards = cardsIn(items).filter((card) => names(card).some(Boolean));
    const read = subjectsOf(line);
    const right = cards.every((card) => {
      const hit = read.find(({ name }) => names(card).includes(fold(name)));
      return hit && addresses(card).every((address) => hit.emails.map(foldEmail).includes(address));
    });
    const allowed = cards.length + (cards.length > 0 ? 1 : 0);
    const detail = cards.map((card) => textOf(card.name?.[0])).join(', ');
    tally.rate('cases equal', right && read.length <= allowed, id, detail);
  },
});
