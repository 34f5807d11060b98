/** The inverse of a small matrix. Float64, no tensors. */

/** Gauss-Jordan elimination with partial pivoting. @throws when the matrix is singular */
export function inverse(matrix: number[][]): number[][] {
  const size = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let i = column + 1; i < size; i += 1) {
      if (Math.abs(rows[i]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = i;
    }
    const scale = rows[pivot]![column]!;
    if (!(Math.abs(scale) > 0)) throw new Error('inverse: the matrix is singular.');
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    rows[column] = rows[column]!.map((x) => x / scale);
    for (let i = 0; i < size; i += 1) {
      const factor = rows[i]![column]!;
      if (i !== column) rows[i] = rows[i]!.map((x, j) => x - factor * rows[column]![j]!);
    }
  }
  return rows.map((row) => row.slice(size));
}
