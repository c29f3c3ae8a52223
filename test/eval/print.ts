import { table } from '../capture/table.ts';
import { type KeptFigure, mainOf } from './figures.ts';
import type { Times } from './measure.ts';
import type { Figure } from './score/tally.ts';
import type { EvalSet } from './sets.ts';

const three = (value: number) => value.toFixed(3);
const names = { values: 'F1', rate: 'rate', classes: 'macro F1' } as const;

/** Whether anything was wanted or offered. */
const isTelling = ({ right, wrong, missed }: KeptFigure) => right + wrong + missed > 0;

/** A figure's cells: precision and recall only where both say something. Empty where nothing was wanted or offered. */
function cells(figure: KeptFigure): [string, string, string] {
  const { kind, precision, recall } = figure;
  if (!isTelling(figure)) return ['', '', 'nothing to find'];
  const main = `${three(mainOf(figure))} ${names[kind]}`;
  return kind === 'values' ? [three(precision), three(recall), main] : ['', '', main];
}

function change(figure: KeptFigure, committed: KeptFigure | undefined): string {
  if (!committed) return 'new';
  const difference = mainOf(figure) - mainOf(committed);
  const sign = difference > 0 ? '+' : '';
  return `${three(mainOf(committed))}${Math.abs(difference) < 0.0005 ? '' : `  ${sign}${three(difference)}`}`;
}

/** A set's figures beside those of the last commit, for a terminal. */
export function setTable(set: EvalSet, figures: Figure[], committed: KeptFigure[] = [], times?: Times): string {
  const rows = figures.map((figure) => [
    figure.what,
    ...cells(figure),
    String(figure.rows),
    change(
      figure,
      committed.find(({ what }) => what === figure.what),
    ),
  ]);
  const head = ['What', 'Precision', 'Recall', 'F1 or rate', 'Rows', 'Last commit'];
  const parts = [`${set.name} (${set.task})`, table(head, rows)];
  if (times) {
    const { pages, median, p95, longest } = times;
    parts.push(`${pages} read: median ${median} ms, p95 ${p95} ms, longest ${longest} ms`);
  }
  const misses = figures.flatMap(({ what, misses }) => misses.map((miss) => `  ${what}: ${miss}`));
  return [...parts, ...misses, ''].join('\n');
}

const cell = (text: string) => text.replaceAll('|', '\\|');

/** The accuracy table of the readme, in Markdown, with where the sets come from. */
export function readmeTable(sets: EvalSet[], kept: Record<string, KeptFigure[]>): string {
  const measured = sets.filter(({ name }) => kept[name]);
  const rows = measured.flatMap(({ name }) =>
    (kept[name] ?? [])
      .filter(isTelling)
      .map((figure, index) => [index === 0 ? `**${name}**` : '', figure.what, ...cells(figure), String(figure.rows)]),
  );
  const sources = measured.map(({ name, about, licence }) => [name, about, licence ?? '']);
  const markdown = (head: string[], body: string[][], align: string) =>
    [head, align.split(' '), ...body].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
  return [
    markdown(['Set', 'What', 'Precision', 'Recall', 'F1 or rate', 'Rows'], rows, '--- --- ---: ---: ---: ---:'),
    markdown(['Set', 'What it is', 'Licence'], sources, '--- --- ---'),
  ].join('\n\n');
}
