import { solve } from './linear.ts';

/** none: plain maximum likelihood; logF: log-F(1,1) prior on each coefficient but the intercept; firth: Jeffreys prior. */
export type Penalty = 'none' | 'logF' | 'firth';
export type Fitted = {
  /** Intercept first. */
  coefficients: number[];
  standardErrors: number[];
  /** Without the penalty's part. */
  logLikelihood: number;
  iterations: number;
  /**
   * Whether the estimates mean something: the steps came to rest and no case is fitted with certainty. Plain maximum likelihood
   * runs off on separated data while its steps look settled, so that rest alone proves nothing.
   */
  settled: boolean;
};

type Row = { x: readonly number[]; y: number; weight: number; real: boolean };
const mostSteps = 100;

export const logistic = (value: number): number => 1 / (1 + Math.exp(-value));
const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, one, at) => sum + one * (b[at] as number), 0);
/** ln(1 + e^v) without overflow. */
const softplus = (v: number) => (v > 0 ? v + Math.log1p(Math.exp(-v)) : Math.log1p(Math.exp(v)));
const likelihood = (rows: readonly Row[], beta: readonly number[]) =>
  rows.reduce((sum, { x, y, weight }) => {
    const eta = dot(x, beta);
    return sum + weight * (y * eta - softplus(eta));
  }, 0);

function information(rows: readonly Row[], beta: readonly number[]): number[][] {
  const size = beta.length;
  const matrix = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const { x, weight } of rows) {
    const p = logistic(dot(x, beta));
    const w = weight * p * (1 - p);
    for (let i = 0; i < size; i++) {
      const row = matrix[i] as number[];
      for (let j = 0; j <= i; j++) row[j] = (row[j] as number) + w * (x[i] as number) * (x[j] as number);
    }
  }
  for (let i = 0; i < size; i++)
    for (let j = i + 1; j < size; j++) (matrix[i] as number[])[j] = matrix[j]?.[i] as number;
  return matrix;
}

/**
 * Fits a logistic regression by Newton steps that are halved until they improve. In: cases (without intercept), 0/1 outcomes,
 * the penalty. Out: the fit; undefined where the columns depend on each other. Deterministic.
 */
export function fitLogistic(
  cases: readonly (readonly number[])[],
  outcomes: readonly number[],
  penalty: Penalty,
): Fitted | undefined {
  const columns = cases[0]?.length ?? 0;
  const rows: Row[] = cases.map((x, at) => ({ x: [1, ...x], y: outcomes[at] as number, weight: 1, real: true }));
  if (penalty === 'logF')
    for (let at = 1; at <= columns; at++) {
      const x = new Array<number>(columns + 1).fill(0);
      x[at] = 1;
      rows.push({ x, y: 0.5, weight: 1, real: false });
    }
  const objective = (beta: readonly number[]) => {
    const plain = likelihood(rows, beta);
    if (penalty !== 'firth') return plain;
    const solved = solve(information(rows, beta), []);
    return solved ? plain + solved.logDeterminant / 2 : Number.NEGATIVE_INFINITY;
  };

  let beta = new Array<number>(columns + 1).fill(0);
  let value = objective(beta);
  let rested = false;
  let iterations = 0;
  for (; iterations < mostSteps && !rested; iterations++) {
    const matrix = information(rows, beta);
    const gradient = new Array<number>(columns + 1).fill(0);
    const leverages =
      penalty === 'firth'
        ? solve(
            matrix,
            rows.map(({ x }) => x),
          )?.solutions
        : undefined;
    rows.forEach(({ x, y, weight }, at) => {
      const p = logistic(dot(x, beta));
      const leverage = leverages ? p * (1 - p) * dot(x, leverages[at] as number[]) : 0;
      const pull = weight * (y - p) + leverage * (0.5 - p);
      for (let j = 0; j < gradient.length; j++) gradient[j] = (gradient[j] as number) + pull * (x[j] as number);
    });
    const step = solve(matrix, [gradient])?.solutions[0];
    if (!step) {
      if (iterations === 0) return undefined;
      break;
    }
    let share = 1;
    let tried = beta.map((one, at) => one + (step[at] as number));
    let reached = objective(tried);
    while (!(reached >= value - 1e-12) && share > 1e-8) {
      share /= 2;
      tried = beta.map((one, at) => one + share * (step[at] as number));
      reached = objective(tried);
    }
    rested = Math.max(...tried.map((one, at) => Math.abs(one - (beta[at] as number)) / (1 + Math.abs(one)))) < 1e-10;
    beta = tried;
    value = reached;
  }
  const real = rows.filter((row) => row.real);
  const inverse = solve(
    information(rows, beta),
    beta.map((_, at) => beta.map((__, other) => (at === other ? 1 : 0))),
  )?.solutions;
  const certain = real.some(({ x }) => Math.abs(dot(x, beta)) > 15);
  return {
    coefficients: beta,
    standardErrors: beta.map((_, at) => Math.sqrt(inverse?.[at]?.[at] ?? Number.POSITIVE_INFINITY)),
    logLikelihood: likelihood(real, beta),
    iterations,
    settled: rested && inverse !== undefined && !certain,
  };
}

/** The chance that a fit gives a case. */
export const chanceOf = ({ coefficients }: Fitted, x: readonly number[]): number =>
  logistic(dot(coefficients, [1, ...x]));

/** Scorecard scaling: so many points double the odds, and `points` stand for `odds`. */
export function pointScale({ points, odds, double }: { points: number; odds: number; double: number }) {
  const factor = double / Math.LN2;
  return { factor, offset: points + factor * Math.log(odds) };
}
