/** Policies side by side: before and after, and what they should be. */

import { barChart } from './bars.js';
import type { Chart } from './chart.js';

export interface NamedPolicy {
  name: string;
  /** (responses) */
  probabilities: readonly number[];
  /** What the others are compared with: grey. */
  reference?: boolean | undefined;
}

export interface PolicyChart {
  title?: string | undefined;
  responses: readonly string[];
  policies: readonly NamedPolicy[];
  /** What the responses are, under the bars. */
  axis?: string | undefined;
}

/**
 * A group of bars a response, a bar a policy.
 * @throws as `barChart`
 * @example
 * ```ts
 * const { alternative } = policyChart({
 *   responses: ['yes', 'no'],
 *   policies: [
 *     { name: 'before', probabilities: [0.5, 0.5], reference: true },
 *     { name: 'after', probabilities: [0.9, 0.1] }
 *   ]
 * });
 * alternative.endsWith('after: highest for yes (0.9), lowest for no (0.1).'); // → true
 * ```
 */
export const policyChart = ({
  title = 'Policy before and after',
  responses,
  policies,
  axis = 'response'
}: PolicyChart): Chart =>
  barChart({
    title,
    categories: responses,
    axis,
    y: 'probability',
    series: policies.map(({ probabilities, ...policy }) => ({ ...policy, values: probabilities }))
  });
