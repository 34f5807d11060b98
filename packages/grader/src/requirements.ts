/** What a challenge asks for, in the order in which its checks are listed; known before anything has run. */

import { lockedLines } from '@lectern/lesson/python';
import { phraseOf } from './checks/syntax.js';
import type { GradingData } from './grading-data.js';
import { english, sayIn, type Messages, type Say } from './messages/messages.js';
import type { Requirement } from './verdict.js';

export function requirementsOf(data: GradingData, messages: Messages = english): Requirement[] {
  const say = sayIn(messages);
  return [
    ...lockedRequirement(data, say),
    ...syntaxRequirements(data, say),
    ...gradedRequirements(data, say)
  ];
}

/** Rules, which weigh nothing: keeping them earns no points, breaking one leaves none. */
function lockedRequirement({ starter }: GradingData, say: Say): Requirement[] {
  if (lockedLines(starter).regions.length === 0) return [];
  return [{ kind: 'locked', name: 'locked', text: say('requirement.locked'), weight: 0 }];
}

function syntaxRequirements({ forbid, require }: GradingData, say: Say): Requirement[] {
  const rule = (name: string, text: string): Requirement => ({
    kind: 'syntax',
    name,
    text,
    weight: 0
  });
  return [
    ...forbid.map((word) =>
      rule(`forbid ${word}`, say('requirement.forbid', { what: phraseOf(word, say) }))
    ),
    ...require.map((word) =>
      rule(`require ${word}`, say('requirement.require', { what: phraseOf(word, say) }))
    )
  ];
}

function gradedRequirements({ tests, output, behaviour }: GradingData, say: Say): Requirement[] {
  return [
    ...(tests?.functions ?? []).map(({ name, requirement, points, withheld }): Requirement => ({
      kind: 'test',
      name,
      text: requirement ?? name.replace(/^test_/, '').replaceAll('_', ' '),
      weight: points,
      ...(withheld ? { withheld } : {})
    })),
    ...(output === null
      ? []
      : [{ kind: 'output' as const, name: 'output', text: say('requirement.output'), weight: 1 }]),
    ...behaviour.map(({ name }): Requirement => ({
      kind: 'behaviour',
      name,
      text: say('requirement.behaviour', { name }),
      weight: 1
    }))
  ];
}
