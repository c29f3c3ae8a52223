import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type BoundaryPolicy, classify, rank } from '../../../lib/value/abc.ts';
import { readOrderFile } from '../../value/table-file.ts';
import { type ValueOptions, valueLines } from '../../value/value-lines.ts';

/** Reference results computed elsewhere; they are no part of the project. */
const folder = process.env.LEADLIGHT_DATA === undefined ? undefined : join(process.env.LEADLIGHT_DATA, 'oracles');
const isThere = folder !== undefined && existsSync(folder);
const read = (file: string) => readFileSync(join(folder ?? '', file), 'utf8');
const rowsOf = (file: string) =>
  Papa.parse<Record<string, string>>(read(file), { header: true, skipEmptyLines: true }).data;
const day = (text: string) => Date.parse(text) / 86_400_000;

const options = (asOf: string, more: Partial<ValueOptions> = {}): ValueOptions => ({
  asOfDay: day(asOf),
  cuts: { a: 0.65, b: 0.85 },
  policy: 'recommended',
  by: 'amount',
  scale: { kind: 'parts', parts: 5 },
  money: 'amount',
  segments: 'eleven',
  model: 'bgnbd',
  weeks: undefined,
  horizon: { months: 12, monthlyRate: 0.01 },
  rates: {},
  base: undefined,
  ...more,
});

type First = {
  id: number;
  x: number;
  t_x: number;
  T: number;
  zbar: number;
  p_alive: number;
  cet_39w: number;
  clv_12m_d1pct: number;
};
type Oracle = {
  bgnbd: { r: number; alpha: number; a: number; b: number; logLik: number };
  gammagamma: { p: number; q: number; v: number; logLik: number };
  first10: First[];
};

describe.skipIf(!isThere)('reference results (LEADLIGHT_DATA/oracles)', () => {
  it('CDNOW: parameters, likelihoods, what each of the first ten will buy and is worth', () => {
    const oracle: Oracle = JSON.parse(read('cdnow/oracle.json'));
    const file = readOrderFile(read('cdnow/CDNOW_sample.txt'), { customer: '2' });
    const { customers, whole } = valueLines(file, options('1997-09-30'));
    expect(customers).toHaveLength(2357);
    const { bgnbd, gammagamma } = oracle;
    const near = (found: Record<string, number>, wanted: Record<string, number>, digits: number) => {
      for (const [name, value] of Object.entries(wanted)) expect(found[name], name).toBeCloseTo(value, digits);
    };
    near(
      whole.models.bgnbd as Record<string, number>,
      { r: bgnbd.r, alpha: bgnbd.alpha, a: bgnbd.a, b: bgnbd.b, ll: bgnbd.logLik },
      5,
    );
    near(
      whole.models.mbgnbd as Record<string, number>,
      { r: 0.52484323, alpha: 6.18308596, a: 0.89135926, b: 1.614, ll: -9582.135716 },
      5,
    );
    near(
      whole.models.gammaGamma as Record<string, number>,
      { p: gammagamma.p, q: gammagamma.q, v: gammagamma.v, ll: gammagamma.logLik },
      4,
    );
    for (const one of oracle.first10) {
      const line = customers.find(({ customer }) => Number(customer) === one.id);
      near(
        line as unknown as Record<string, number>,
        {
          x: one.x,
          tx: one.t_x,
          T: one.T,
          monetaryMean: one.zbar,
          pAlive: one.p_alive,
          expectedOrders: one.cet_39w,
          clv: one.clv_12m_d1pct,
        },
        4,
      );
    }
  });

  it('RFM: scores and both segment maps of the R package on all its customers', () => {
    const wanted = rowsOf('rfm/rfm_expected.csv');
    expect(wanted).toHaveLength(995);
    const file = readOrderFile(read('rfm/rfm_data_orders.csv'), {});
    for (const [map, column] of [
      ['r02', 'segment_v02'],
      ['r03', 'segment_v03'],
    ] as const) {
      const { customers } = valueLines(file, options('2006-12-31', { segments: map }));
      const found = new Map(customers.map((line) => [line.customer, line]));
      const different = wanted.filter((row) => {
        const rfm = found.get(row.customer_id ?? '')?.rfm;
        return `${rfm?.r}${rfm?.f}${rfm?.m} ${rfm?.segment}` !== `${row.rfm_score} ${row[column]}`;
      });
      expect(different).toEqual([]);
    }
  });

  it('ABC: the worked examples under all four policies', () => {
    const columns: [BoundaryPolicy, string][] = [
      ['down', 'crosser_down(cum<=cut)'],
      ['downTogether', 'crosser_down_ties_together'],
      ['up', 'crosser_up(cum_before<cut)'],
      ['recommended', 'recommended(cum<=cut; ties share best; rank1=A)'],
    ];
    const rows = Papa.parse<string[]>(read('abc/abc_examples.csv'), { skipEmptyLines: true }).data;
    const heading = rows.shift() ?? [];
    const examples = Map.groupBy(rows, ([example]) => example as string);
    expect(examples.size).toBe(5);
    for (const [example, items] of examples) {
      const [, a, b] = /_(\d+)_(\d+)$/.exec(example) ?? [];
      const cuts = { a: Number(a) / 100, b: Number(b) / 100 };
      const ranking = rank(
        Float64Array.from(items, (row) => Number(row[2])),
        items.map((_, at) => String(at).padStart(3, '0')),
      );
      for (const [policy, column] of columns) {
        const classes = classify(ranking, cuts, policy);
        const found = items.map((_, at) => classes[ranking.order.indexOf(at)]);
        expect(found.join(''), `${example} ${policy}`).toBe(items.map((row) => row[heading.indexOf(column)]).join(''));
      }
    }
  });
});
