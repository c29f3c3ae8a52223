import { table } from '../capture/table.ts';
import { exponentOf, type Figure, isOver } from './part.ts';
import type { Result } from './results.ts';

/** A number with three digits that count, and thousands apart. */
function short(value: number): string {
  const size = Math.abs(value);
  const digits = size >= 100 || value === 0 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** A value with its unit; what takes longer than ten seconds is told in seconds. */
function withUnit(value: number, unit: Figure['unit']): string {
  if (unit === 'ms' && Math.abs(value) >= 10_000) return `${short(value / 1000)} s`;
  return unit === '' ? short(value) : `${short(value)} ${unit}`;
}

const growthOf = (one: Figure): string => exponentOf(one)?.toFixed(2) ?? '';

/** What is wanted of a figure, in words; empty where nothing was set. */
function wantedOf({ ceiling, wantsZero, growth, unit }: Figure): string {
  const words = [
    ...(ceiling === undefined ? [] : [`≤ ${withUnit(ceiling, unit)}`]),
    ...(wantsZero ? ['interval holds 0'] : []),
    ...(growth === undefined ? [] : [`growth ≤ ${growth}`]),
  ];
  return words.join('; ');
}

const intervalOf = ({ interval, unit }: Figure): string =>
  interval ? `${short(interval[0])} to ${withUnit(interval[1], unit)}` : '';

/** A part's figures beside those written last, for a terminal. */
export function partTable({ title, figures, leftOut }: Result, last: readonly Figure[] = []): string {
  const rows = figures.map((one) => {
    const before = last.find(({ what }) => what === one.what);
    const optional = (value: number | undefined) => (value === undefined ? '' : withUnit(value, one.unit));
    return [
      one.what,
      ...(one.steps ? [one.steps.map(([, value]) => withUnit(value, one.unit)).join(' · ')] : ['']),
      withUnit(one.value, one.unit),
      optional(one.p95),
      optional(one.longest),
      intervalOf(one),
      growthOf(one),
      wantedOf(one),
      isOver(one) ? 'OVER' : '',
      before ? withUnit(before.value, before.unit) : '',
    ];
  });
  const head = ['What', 'By size', 'Measured', 'p95', 'Longest', '95 % interval', 'Growth', 'Wanted', '', 'Last'];
  return [title, table(head, rows), ...leftOut.map((what) => `  left out: ${what}`), ''].join('\n');
}

const cell = (text: string) => text.replaceAll('|', '\\|');
const markdown = (head: string[], align: string, body: string[][]) =>
  [head, align.split(' '), ...body].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

/** Parts that were measured together are told in one sentence. */
function whereAndWhen(results: readonly Result[]): string {
  const groups = new Map<string, string[]>();
  for (const { date, version, commit, machine, title } of results) {
    const key = `on ${date}, version ${version}${commit === '' ? '' : ` at \`${commit}\``}: ${machine}`;
    groups.set(key, [...(groups.get(key) ?? []), title]);
  }
  if (groups.size === 1) return `Measured ${[...groups.keys()].join()}.`;
  return [...groups].map(([key, titles]) => `${titles.join('; ')}: measured ${key}.`).join('\n');
}

/** The speed tables of the readme, in Markdown, with when and where they were measured. */
export function readmeSpeed(results: readonly Result[]): string {
  const titled = (rows: { title: string; one: Figure }[], cells: (one: Figure) => string[]) =>
    rows.map(({ title, one }, at) => [rows[at - 1]?.title === title ? '' : `**${title}**`, one.what, ...cells(one)]);
  const all = results.flatMap(({ title, figures }) => figures.map((one) => ({ title, one })));
  const wanted = (one: Figure) => `${wantedOf(one)}${isOver(one) ? ' **over**' : ''}`;
  const plain = titled(
    all.filter(({ one }) => !one.steps),
    (one) => [
      withUnit(one.value, one.unit),
      one.p95 === undefined ? '' : withUnit(one.p95, one.unit),
      intervalOf(one),
      wanted(one),
    ],
  );
  const sizes = [...new Set(all.flatMap(({ one }) => one.steps?.map(([size]) => size) ?? []))].toSorted(
    (a, b) => a - b,
  );
  const grown = titled(
    all.filter(({ one }) => one.steps),
    (one) => {
      const at = new Map(one.steps);
      const cells = sizes
        .map((size) => at.get(size))
        .map((value) => (value === undefined ? '' : withUnit(value, one.unit)));
      return [...cells, growthOf(one), wanted(one)];
    },
  );
  const over = all.filter(({ one }) => isOver(one)).map(({ title, one }) => `${title}: ${one.what}`);
  const missing = results.flatMap(({ leftOut }) => leftOut);
  const growth = [
    'How cost grows with the number of leads; a growth of 1 is linear (ten times the leads, ten times the time):',
    markdown(
      ['Part', 'What', ...sizes.map((size) => size.toLocaleString('en')), 'Growth', 'Wanted'],
      `--- --- ${sizes.map(() => '---:').join(' ')} ---: ---`,
      grown,
    ),
  ];
  return [
    markdown(['Part', 'What', 'Measured', 'p95', '95 % interval', 'Wanted'], '--- --- ---: ---: ---: ---', plain),
    ...(grown.length === 0 ? [] : growth),
    over.length === 0 ? 'All is as wanted.' : `Not as wanted: ${over.join('; ')}.`,
    ...(missing.length === 0 ? [] : [`Left out: ${missing.join('; ')}.`]),
    whereAndWhen(results),
  ].join('\n\n');
}
