/** One figure as it is printed: rounded to three places. Of a rate, `recall` is the rate; of classes, the accuracy, and `f1` the macro F1. */
export type Figure = {
  what: string;
  kind: 'values' | 'rate' | 'classes';
  rows: number;
  precision: number;
  recall: number;
  f1: number;
  right: number;
  wrong: number;
  missed: number;
  misses: string[];
};

type Count = {
  kind: Figure['kind'];
  right: number;
  wrong: number;
  missed: number;
  rows: number;
  wrongOnes: string[];
  missedOnes: string[];
  classes: Map<string, { right: number; wrong: number; missed: number }>;
};

const rounded = (value: number) => Number(value.toFixed(3));
const harmonic = (a: number, b: number) => (a + b === 0 ? 0 : (2 * a * b) / (a + b));

/** Counts what agrees with the truth and what does not, by what is asked. */
export class Tally {
  readonly #counts = new Map<string, Count>();

  #count(what: string, kind: Figure['kind']): Count {
    const known = this.#counts.get(what);
    if (known) return known;
    const fresh = { kind, right: 0, wrong: 0, missed: 0, rows: 0, wrongOnes: [], missedOnes: [], classes: new Map() };
    this.#counts.set(what, fresh);
    return fresh;
  }

  /** Compares the values that a row should have with those that it has; order, repetition and empty ones don't matter. */
  values(what: string, wanted: readonly string[], found: readonly string[], where: string): void {
    const count = this.#count(what, 'values');
    const truth = new Set(wanted.filter(Boolean));
    const offered = new Set(found.filter(Boolean));
    const wrong = [...offered].filter((value) => !truth.has(value));
    const missed = [...truth].filter((value) => !offered.has(value));
    count.rows++;
    count.right += offered.size - wrong.length;
    count.wrong += wrong.length;
    count.missed += missed.length;
    count.wrongOnes.push(...wrong.map((value) => `${where}: ${value}`));
    count.missedOnes.push(...missed.map((value) => `${where}: ${value}`));
  }

  /** Counts a yes or no. `detail` tells the disagreement. */
  rate(what: string, agrees: boolean, where: string, detail: string): void {
    const count = this.#count(what, 'rate');
    count.rows++;
    if (agrees) count.right++;
    else {
      count.missed++;
      count.missedOnes.push(`${where}: ${detail}`);
    }
  }

  /** Counts which class a row was given; the figure is the mean over the classes' F1, rare ones weigh as much as others. */
  class(what: string, wanted: string, given: string, where: string): void {
    const count = this.#count(what, 'classes');
    const of = (name: string) => {
      const known = count.classes.get(name) ?? { right: 0, wrong: 0, missed: 0 };
      count.classes.set(name, known);
      return known;
    };
    const [truth, answer] = [of(wanted), of(given)];
    count.rows++;
    if (wanted === given) {
      count.right++;
      truth.right++;
      return;
    }
    count.missed++;
    truth.missed++;
    answer.wrong++;
    count.missedOnes.push(`${where}: ${given}, wanted ${wanted}`);
  }

  /** The figures in the order in which they were first counted. `misses`: how many disagreements of a kind to tell. */
  figures(misses = 0): Figure[] {
    return [...this.#counts].map(([what, count]) => {
      const { kind, right, wrong, missed, rows } = count;
      const precision = right / (right + wrong || 1);
      const recall = right / (right + missed || 1);
      const classes = [...count.classes.values()].map((one) => {
        const all = 2 * one.right + one.wrong + one.missed;
        return (2 * one.right) / (all || 1);
      });
      const f1 =
        kind === 'classes' ? classes.reduce((sum, one) => sum + one, 0) / classes.length : harmonic(precision, recall);
      const told = [
        ...count.wrongOnes.slice(0, misses).map((one) => `wrong   ${one}`),
        ...count.missedOnes.slice(0, misses).map((one) => `missed  ${one}`),
      ];
      return {
        what,
        kind,
        rows,
        precision: rounded(precision),
        recall: rounded(recall),
        f1: rounded(f1),
        right,
        wrong,
        missed,
        misses: told,
      };
    });
  }
}
