/** Policies side by side: before and after, and what they should be. */

import { chartOf, type Chart } from './chart.js';
import { stylesOf } from './lines.js';
import { readable } from './words.js';

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

/** A group of bars a response, a bar a policy. */
export function policyChart({
  title = 'Policy before and after',
  responses,
  policies,
  axis = 'response'
}: PolicyChart): Chart {
  const scale = {
    domain: policies.map(({ name }) => name),
    range: stylesOf(policies).map(({ colour }) => colour)
  };
  return chartOf(title, wordsOf(title, responses, policies), {
    data: {
      values: policies.flatMap(({ name, probabilities }) =>
        probabilities.map((probability, i) => ({
          policy: name,
          response: responses[i],
          probability
        }))
      )
    },
    mark: { type: 'bar' },
    encoding: {
      x: {
        field: 'response',
        type: 'nominal',
        title: axis,
        sort: null,
        axis: { labelAngle: responses.some((name) => name.length > 4) ? -35 : 0 }
      },
      xOffset: { field: 'policy', sort: policies.map(({ name }) => name) },
      y: { field: 'probability', type: 'quantitative', title: 'probability' },
      color: { field: 'policy', type: 'nominal', scale, legend: { title: null } },
      tooltip: [
        { field: 'policy', type: 'nominal', title: ' ' },
        { field: 'response', type: 'nominal', title: axis },
        { field: 'probability', type: 'quantitative', title: 'probability', format: '.3f' }
      ]
    }
  });
}

function wordsOf(
  title: string,
  responses: readonly string[],
  policies: readonly NamedPolicy[]
): string {
  const each = policies.map(({ name, probabilities }) => {
    const most = probabilities.indexOf(Math.max(...probabilities));
    const least = probabilities.indexOf(Math.min(...probabilities));
    return `${name}: most likely ${responses[most]} (${readable(probabilities[most]!)}), least ${responses[least]} (${readable(probabilities[least]!)}).`;
  });
  return `${title}, over ${responses.length} responses. ${each.join(' ')}`;
}
