/** AI feedback from explicit rules: completions are criticised and revised, which gives preferences and demonstrations. */

import type { PreferencePair } from '../data/preferences.js';
import { meanOf } from './ppo-metrics.js';
import type { CharacterDemonstration } from './sft.js';
import { requireCount, runSteps, type Report, type TrainOptions } from './train-loop.js';

/** A principle of the constitution. */
export interface Rule {
  name: string;
  /** What is wrong with the completion, or null where nothing is. */
  critique: (completion: string, prompt: string) => string | null | Promise<string | null>;
  /** The completion without what the critique says is wrong. */
  revise: (completion: string, critique: string, prompt: string) => string | Promise<string>;
}

/** What became of a completion. */
export interface Revision {
  prompt: string;
  original: string;
  revised: string;
  /** in their order */
  critiques: { rule: string; critique: string; before: string; after: string }[];
  /** rules that object to what came out, too: they contradict each other, or do not do what they say */
  unresolved: string[];
}

export interface CritiqueMetrics {
  /** the share of completions that were changed */
  revised: number;
  /** critiques a completion */
  critiques: number;
  /** the share of completions that some rule still objects to */
  unresolved: number;
}

export interface CritiqueState {
  /** completions done */
  step: number;
  /** one a completion, in their order */
  revisions: Revision[];
}

export interface CritiqueOptions extends Omit<
  TrainOptions<CritiqueMetrics>,
  'steps' | 'batchSize' | 'learningRate' | 'seed'
> {
  /** How often all rules are gone over, as a revision may offend against another rule. Default 2. */
  passes?: number | undefined;
  /** Go on from here, with the same completions: nothing in it is changed. */
  state?: CritiqueState | undefined;
}

/**
 * Each completion is put before each rule in turn; what a rule criticises, it revises. It ends early where no rule
 * objects any more. `pairsOfRevisions` and `demonstrationsOfRevisions` are what to learn from.
 *
 * Source: Bai et al. 2022b (Constitutional AI), section 3, with rules in the place of a model.
 *
 * @throws {Error} naming the rule that throws, gives no text, or does not change what it criticises
 * @example
 * ```ts
 * const calm = {
 *   name: 'calm',
 *   critique: (text) => (text.includes('!') ? 'It shouts.' : null),
 *   revise: (text) => text.replaceAll('!', '.')
 * };
 * const completions = [
 *   { prompt: 'How is it?', completion: 'Great!' },
 *   { prompt: 'And the food?', completion: 'Good.' }
 * ];
 * const [{ revisions }, reports] = await critiqueAndRevise(completions, [calm]);
 * revisions.map(({ revised }) => revised); // → ['Great.', 'Good.']
 * revisions[0].critiques; // → [{ rule: 'calm', critique: 'It shouts.', before: 'Great!', after: 'Great.' }]
 * reports.at(-1).metrics; // → { revised: 0.5, critiques: 0.5, unresolved: 0 }
 * ```
 */
export async function critiqueAndRevise(
  completions: readonly { prompt: string; completion: string }[],
  rules: readonly Rule[],
  options: CritiqueOptions = {}
): Promise<[CritiqueState, Report<CritiqueMetrics>[]]> {
  const { passes = 2 } = options;
  requireCount('passes', passes, 1);
  if (rules.length === 0) throw new RangeError('There are no rules to judge by.');
  const state: CritiqueState = options.state
    ? structuredClone(options.state)
    : { step: 0, revisions: [] };
  const running = { ...options, steps: completions.length };
  const reports = await runSteps<CritiqueMetrics>(state.step, running, async (done, isReported) => {
    const { prompt, completion } = completions[done]!;
    state.revisions.push(await revisionOf(prompt, completion, rules, passes));
    state.step = done + 1;
    return isReported ? metricsOf(state.revisions) : undefined;
  });
  return [state, reports];
}

/**
 * A pair a completion that was changed: the revised one is preferred. For reward models and DPO.
 *
 * @example
 * ```ts
 * const calm = {
 *   name: 'calm',
 *   critique: (text) => (text.includes('!') ? 'It shouts.' : null),
 *   revise: (text) => text.replaceAll('!', '.')
 * };
 * const completions = ['Great!', 'Good.'].map((completion) => ({ prompt: 'How is it?', completion }));
 * const [{ revisions }] = await critiqueAndRevise(completions, [calm]);
 * // Nothing is learned from what was left as it was.
 * pairsOfRevisions(revisions); // → [{ prompt: 'How is it?', chosen: 'Great.', rejected: 'Great!' }]
 * ```
 */
export function pairsOfRevisions(revisions: readonly Revision[]): PreferencePair<string>[] {
  return revisions
    .filter(({ original, revised }) => original !== revised)
    .map(({ prompt, original, revised }) => ({ prompt, chosen: revised, rejected: original }));
}

/**
 * What came out, changed or not, where no rule objects any more. For SFT.
 *
 * @example
 * ```ts
 * const calm = {
 *   name: 'calm',
 *   critique: (text) => (text.includes('!') ? 'It shouts.' : null),
 *   revise: (text) => text.replaceAll('!', '.')
 * };
 * const brief = {
 *   name: 'brief',
 *   critique: (text) => (text.length > 8 ? 'It is long.' : null),
 *   revise: (text) => `${text.slice(0, -2)}!`
 * };
 * const prompt = 'How is it?';
 * const completions = ['Great!', 'Wonderful!'].map((completion) => ({ prompt, completion }));
 * const [{ revisions }] = await critiqueAndRevise(completions, [calm, brief], { passes: 1 });
 * // The one rule objects to what the other makes of the second.
 * revisions.map(({ unresolved }) => unresolved); // → [[], ['calm', 'brief']]
 * demonstrationsOfRevisions(revisions); // → [{ prompt: 'How is it?', completion: 'Great.' }]
 * ```
 */
export function demonstrationsOfRevisions(
  revisions: readonly Revision[]
): CharacterDemonstration[] {
  return revisions
    .filter(({ unresolved }) => unresolved.length === 0)
    .map(({ prompt, revised }) => ({ prompt, completion: revised }));
}

async function revisionOf(
  prompt: string,
  original: string,
  rules: readonly Rule[],
  passes: number
): Promise<Revision> {
  const critiques: Revision['critiques'] = [];
  let revised = original;
  for (let pass = 0; pass < passes; pass++) {
    let objections = 0;
    for (const rule of rules) {
      const critique = await critiqueOf(rule, revised, prompt);
      if (critique === null) continue;
      objections++;
      const after = await rewritten(rule, revised, critique, prompt);
      critiques.push({ rule: rule.name, critique, before: revised, after });
      revised = after;
    }
    if (objections === 0) return { prompt, original, revised, critiques, unresolved: [] };
  }
  const unresolved: string[] = [];
  for (const rule of rules) {
    if ((await critiqueOf(rule, revised, prompt)) !== null) unresolved.push(rule.name);
  }
  return { prompt, original, revised, critiques, unresolved };
}

async function critiqueOf(rule: Rule, text: string, prompt: string): Promise<string | null> {
  const critique: unknown = await asked(rule, 'critique', text, () => rule.critique(text, prompt));
  // Python's None is undefined on its way here.
  if (critique === null || critique === undefined) return null;
  if (typeof critique === 'string') return critique;
  throw new TypeError(
    `The rule "${rule.name}" gave ${typeof critique} as its critique of ${JSON.stringify(text)}; it must give text, or null.`
  );
}

async function rewritten(
  rule: Rule,
  text: string,
  critique: string,
  prompt: string
): Promise<string> {
  const after: unknown = await asked(rule, 'revise', text, () =>
    rule.revise(text, critique, prompt)
  );
  if (typeof after === 'string' && after !== text) return after;
  throw new Error(
    `The rule "${rule.name}" ${after === text ? 'changed nothing' : `gave ${typeof after}`} when it revised ${JSON.stringify(text)}; it must give another text.`
  );
}

async function asked<T>(
  rule: Rule,
  what: string,
  text: string,
  call: () => T | Promise<T>
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(
      `${what} of the rule "${rule.name}" failed on ${JSON.stringify(text)}: ${message}`,
      { cause: error }
    );
  }
}

function metricsOf(revisions: readonly Revision[]): CritiqueMetrics {
  return {
    revised: meanOf(revisions.map(({ original, revised }) => (original === revised ? 0 : 1))),
    critiques: meanOf(revisions.map(({ critiques }) => critiques.length)),
    unresolved: meanOf(revisions.map(({ unresolved }) => Math.sign(unresolved.length)))
  };
}
