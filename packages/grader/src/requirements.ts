/** What a challenge asks for, in the order in which its checks are listed; known before anything has run. */

import type { GradingData } from './grading-data.js';
import type { Requirement } from './verdict.js';

export function requirementsOf(data: GradingData): Requirement[] {
  return [
    ...data.forbid.map((rule) => syntaxRule(`forbid ${rule}`, `Does not use ${rule}.`)),
    ...data.require.map((rule) => syntaxRule(`require ${rule}`, `Uses ${rule}.`)),
    ...(data.tests?.functions ?? []).map(
      ({ name, requirement, points, withheld }): Requirement => ({
        kind: 'test',
        name,
        text: requirement ?? name.replace(/^test_/, '').replaceAll('_', ' '),
        weight: points,
        ...(withheld ? { withheld } : {})
      })
    ),
    ...(data.output === null
      ? []
      : [
          {
            kind: 'output' as const,
            name: 'output',
            text: 'Prints what is asked for.',
            weight: 1
          }
        ]),
    ...data.behaviour.map(({ name }): Requirement => ({
      kind: 'behaviour',
      name,
      text: `The function ${name} does what is asked for.`,
      weight: 1
    }))
  ];
}

function syntaxRule(name: string, text: string): Requirement {
  return { kind: 'syntax', name, text, weight: 0 };
}
