/** The controller that holds the KL near a target. Float64, no tensors. */

export interface AdaptiveKlOptions {
  /** the KL, in nats a completion, that it steers to */
  target: number;
  /** samples after which the coefficient would have moved by its greatest step in full */
  horizon: number;
}

/**
 * The next coefficient of the KL penalty, greater where the KL is above its target:
 *
 *     β · (1 + clip(kl/target − 1, ±0.2) · nSteps / horizon).
 *
 * Source: Ziegler et al. 2019, section 2.2. TRL's first `PPOTrainer` (up to 0.11): `AdaptiveKLController.update`.
 *
 * @param klCoef β now
 * @param kl the KL just measured, nats
 * @param nSteps samples since the last update
 * @throws when target or horizon is not above 0
 * @example
 * ```ts
 * const options = { target: 6, horizon: 10000 };
 * // The KL is twice its target: the coefficient grows, by at most 20 % a horizon.
 * adaptKlCoef(0.2, 12, 10000, options); // → 0.24
 * adaptKlCoef(0.2, 3, 5000, options); // → 0.18
 * ```
 */
export function adaptKlCoef(
  klCoef: number,
  kl: number,
  nSteps: number,
  { target, horizon }: AdaptiveKlOptions
): number {
  if (!(target > 0) || !(horizon > 0)) {
    throw new Error(
      `adaptKlCoef: target and horizon must be above 0; got ${target} and ${horizon}.`
    );
  }
  const error = Math.min(Math.max(kl / target - 1, -0.2), 0.2);
  return klCoef * (1 + (error * nSteps) / horizon);
}
