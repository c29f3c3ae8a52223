import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Figure } from './score/tally.ts';

const file = join(import.meta.dirname, 'figures.json');

const figure = z.object({
  what: z.string(),
  kind: z.enum(['values', 'rate', 'classes']),
  rows: z.number(),
  precision: z.number(),
  recall: z.number(),
  f1: z.number(),
  right: z.number(),
  wrong: z.number(),
  missed: z.number(),
});
const figures = z.record(z.string(), z.array(figure));
/** Figures without what is only of the moment, by the name of their set. */
export type KeptFigures = z.infer<typeof figures>;
export type KeptFigure = z.infer<typeof figure>;

/** The one number of a figure: F1, of a rate the rate, of classes their macro F1. */
export const mainOf = ({ kind, recall, f1 }: KeptFigure): number => (kind === 'rate' ? recall : f1);

/** The figures of the last commit; none where none were written yet. */
export function readFigures(): KeptFigures {
  return existsSync(file) ? figures.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
}

/** Replaces the figures of the sets that were measured, and keeps those of the others. Out: all of them. */
export function writeFigures(measured: ReadonlyMap<string, Figure[]>, order: readonly string[]): KeptFigures {
  const kept = { ...readFigures() };
  for (const [set, list] of measured) kept[set] = z.array(figure).parse(list);
  const sorted = Object.fromEntries(order.flatMap((set) => (kept[set] ? [[set, kept[set]]] : [])));
  writeFileSync(file, `${JSON.stringify(sorted, null, 2)}\n`);
  return sorted;
}
