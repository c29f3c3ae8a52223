/** Solves a symmetric positive definite system. In: the matrix, right-hand sides. Out: solutions and log of the determinant; undefined where it is singular. */
export function solve(
  matrix: readonly (readonly number[])[],
  sides: readonly (readonly number[])[],
): { solutions: number[][]; logDeterminant: number } | undefined {
  const size = matrix.length;
  // Columns of very different size (a share beside a sum of money) are brought to one scale first.
  const scale = matrix.map((row, at) => Math.sqrt(row[at] as number));
  if (scale.some((one) => !(one > 0) || !Number.isFinite(one))) return undefined;
  const lower: number[][] = [];
  let logDeterminant = scale.reduce((sum, one) => sum + 2 * Math.log(one), 0);
  for (let i = 0; i < size; i++) {
    const row: number[] = [];
    for (let j = 0; j <= i; j++) {
      let sum = (matrix[i]?.[j] as number) / ((scale[i] as number) * (scale[j] as number));
      for (let k = 0; k < j; k++) sum -= (row[k] as number) * ((lower[j] ?? row)[k] as number);
      if (i === j) {
        if (!(sum > 1e-12)) return undefined;
        row.push(Math.sqrt(sum));
        logDeterminant += Math.log(sum);
      } else row.push(sum / (lower[j]?.[j] as number));
    }
    lower.push(row);
  }
  const solutions = sides.map((side) => {
    const half: number[] = [];
    for (let i = 0; i < size; i++) {
      let sum = (side[i] as number) / (scale[i] as number);
      for (let k = 0; k < i; k++) sum -= (lower[i]?.[k] as number) * (half[k] as number);
      half.push(sum / (lower[i]?.[i] as number));
    }
    const full = new Array<number>(size).fill(0);
    for (let i = size - 1; i >= 0; i--) {
      let sum = half[i] as number;
      for (let k = i + 1; k < size; k++) sum -= (lower[k]?.[i] as number) * (full[k] as number);
      full[i] = sum / (lower[i]?.[i] as number);
    }
    return full.map((value, at) => value / (scale[at] as number));
  });
  return { solutions, logDeterminant };
}
