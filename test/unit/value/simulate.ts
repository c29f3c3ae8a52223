import type { BuyingKind, BuyingParameters } from '../../../lib/value/buying-model.ts';
import type { Repeats } from '../../../lib/value/repeat-groups.ts';
import { seededRandom } from '../../../lib/value/special.ts';

/** Customers made as the models say they come about, with spend of p 6, q 4, v 15. In: how many, parameters, weeks, a seed. */
export function simulateBuyers(
  n: number,
  kind: BuyingKind,
  { r, alpha, a, b }: BuyingParameters,
  weeks: number,
  seed: number,
): Repeats {
  const random = seededRandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  /** Marsaglia & Tsang. */
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * random() ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const z = normal();
      const v = (1 + z / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(1 - random()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  const column = () => new Float64Array(n);
  const [x, tx, T, mean] = [column(), column(), column(), column()];
  for (let at = 0; at < n; at++) {
    const rate = gamma(r) / alpha;
    const [left, right] = [gamma(a), gamma(b)];
    const dropout = left / (left + right);
    const span = weeks - random() * 12;
    const scale = gamma(4) / 15;
    let [count, last, time, sum] = [0, 0, 0, 0];
    let isAlive = kind === 'bgnbd' || random() >= dropout;
    while (isAlive) {
      time -= Math.log(1 - random()) / rate;
      if (!(time <= span)) break;
      count++;
      last = time;
      sum += gamma(6) / scale;
      isAlive = random() >= dropout;
    }
    x[at] = count;
    tx[at] = last;
    T[at] = span;
    mean[at] = count > 0 ? sum / count : 0;
  }
  return { x, tx, T, mean, place: Uint32Array.from({ length: n }, (_, at) => at) };
}
