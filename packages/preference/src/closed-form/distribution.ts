/** Sums over discrete distributions, for what is known in closed form. Float64, no tensors. */

/** Σ p·x */
export function expectation(p: number[], x: number[]): number {
  return p.reduce((sum, probability, i) => sum + probability * x[i]!, 0);
}

/** KL(p‖q) = Σ p log(p/q) in nats; terms with p = 0 are 0, and q = 0 where p > 0 makes it infinite. */
export function klDivergence(p: number[], q: number[]): number {
  return p.reduce((sum, pi, i) => (pi === 0 ? sum : sum + pi * Math.log(pi / q[i]!)), 0);
}

/** −Σ p log p in nats */
export function entropy(p: number[]): number {
  return -p.reduce((sum, pi) => (pi === 0 ? sum : sum + pi * Math.log(pi)), 0);
}

export const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
/** log(1 + eˣ) */
export const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

/** @throws unless every entry is at least 0 and they sum to 1 (to 1e-6), and all arrays are of its length */
export function requireDistribution(
  caller: string,
  name: string,
  p: number[],
  others: Record<string, number[]> = {}
): void {
  const total = p.reduce((sum, x) => sum + x, 0);
  if (p.some((x) => !(x >= 0)) || !(Math.abs(total - 1) < 1e-6)) {
    throw new Error(
      `${caller}: ${name} must be probabilities that sum to 1; they sum to ${total}.`
    );
  }
  for (const [other, { length }] of Object.entries(others)) {
    if (length !== p.length) {
      throw new Error(
        `${caller}: ${other} must have an entry for each of ${name}'s ${p.length}; got ${length}.`
      );
    }
  }
}
