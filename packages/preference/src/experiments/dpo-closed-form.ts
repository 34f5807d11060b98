/**
 * DPO reaches the closed form: trained on comparisons by a reward, the policy comes to π_ref e^(r/β) / Z without a
 * reward model or a sample, up to what finitely many comparisons leave open: a KL that falls as 1/n.
 *
 * Source: Rafailov et al. 2023, eq. 4 and 7.
 */

import { lineChart } from '../charts/lines.js';
import { policyChart } from '../charts/policies.js';
import { atMost, readable, type XY } from '../charts/words.js';
import { boltzmannPolicy } from '../closed-form/boltzmann.js';
import { klDivergence } from '../closed-form/distribution.js';
import { bradleyTerryAnnotator } from '../data/annotators.js';
import { samplePairs } from '../data/sample-pairs.js';
import type { TabularPairs } from '../kernels/tabular-dpo.js';
import { Pace } from '../pace.js';
import { Random } from '../random.js';
import { logProbabilities } from '../policies/tabular.js';
import { dpo, type DpoState } from '../train/dpo.js';
import type { Context, Experiment, Outcome, Settings } from './experiment.js';
import { SettingsReader } from './settings.js';

const STEPS = 300;
const REPORTS = 30;

export const dpoClosedForm: Experiment = {
  kind: 'dpo-closed-form',
  title: 'DPO reaches the closed form',
  about:
    'The best policy for reward minus β KL is known: the reference, weighted by e^(r/β). DPO is given comparisons of its responses and nothing else, and comes to that policy. The fewer the comparisons, the further off it ends; the smaller β, the more a wrong reward difference matters.',
  controls: [
    {
      type: 'range',
      name: 'pairs',
      label: 'Comparisons',
      min: 100,
      max: 25600,
      step: 100,
      scale: 'log',
      value: 12800
    },
    {
      type: 'range',
      name: 'beta',
      label: 'β',
      min: 0.2,
      max: 2,
      step: 0.05,
      scale: 'log',
      value: 0.5
    },
    { type: 'range', name: 'responses', label: 'Responses', min: 3, max: 12, step: 1, value: 8 }
  ],
  run
};

async function run(given: Settings, context: Context): Promise<Outcome> {
  const settings = new SettingsReader(dpoClosedForm, given);
  const random = new Random(settings.seed);
  const responses = settings.number('responses');
  const beta = settings.number('beta');
  const logits = Float32Array.from({ length: responses }, () => 0.7 * random.normal());
  const rewards = Array.from({ length: responses }, () => random.normal());
  const ref = probabilities({ logits, responses });
  const optimum = boltzmannPolicy(normalised(ref), rewards, beta).policy;
  const pace = new Pace(context);
  const pairs = comparisons(rewards, settings.number('pairs'), settings.seed);

  const path: XY[] = [{ x: 0, y: klDivergence(optimum, ref) }];
  let state: DpoState | undefined;
  const outcome = () =>
    outcomeOf({
      path,
      ref,
      optimum,
      policy: state ? probabilities(state) : ref,
      pairs: pairs.prompts.length
    });
  for (let step = STEPS / REPORTS; step <= STEPS; step += STEPS / REPORTS) {
    // Each stretch of training is too short to rest by itself.
    await pace.rest();
    [state] = await dpo(
      pairs,
      { logits, responses },
      // A step of the logits is worth as much for any β where it is divided by it.
      {
        beta,
        steps: step,
        learningRate: 0.03 / beta,
        state,
        signal: context.signal,
        // The same numbers on every machine: no trial of a GPU may change them.
        backend: 'cpu'
      }
    );
    path.push({ x: step, y: klDivergence(optimum, probabilities(state)) });
    context.onProgress?.(step / STEPS, outcome());
  }
  return outcome();
}

/** Judged by the reward, of responses that are uniformly drawn. */
function comparisons(rewards: readonly number[], count: number, seed: number): TabularPairs {
  const pairs = samplePairs({
    prompts: [0],
    responses: rewards.map((_, response) => response),
    annotator: bradleyTerryAnnotator((_prompt, response: number) => rewards[response]!),
    count,
    seed
  });
  return {
    prompts: new Int32Array(count),
    chosen: Int32Array.from(pairs, ({ chosen }) => chosen),
    rejected: Int32Array.from(pairs, ({ rejected }) => rejected)
  };
}

const probabilities = (policy: { logits: Float32Array; responses: number }) =>
  normalised([...logProbabilities(policy)].map(Math.exp));

/** Float32 leaves a sum of 1 + 1e-7. */
function normalised(p: readonly number[]): number[] {
  const total = p.reduce((sum, x) => sum + x, 0);
  return p.map((x) => x / total);
}

function outcomeOf({
  path,
  ref,
  optimum,
  policy,
  pairs
}: {
  path: readonly XY[];
  ref: number[];
  optimum: number[];
  policy: number[];
  pairs: number;
}): Outcome {
  const [klBefore, klAfter] = [path[0]!.y, path.at(-1)!.y];
  const largest = Math.max(...policy.map((p, i) => Math.abs(p - optimum[i]!)));
  const letters = policy.map((_, i) => String.fromCharCode(65 + i));
  return {
    finding: `After ${path.at(-1)!.x} steps on ${readable(pairs)} comparisons the policy is ${atMost(klAfter)} nats from the closed form, where the reference was ${readable(klBefore)}; the largest difference of a probability is ${atMost(largest)}.`,
    charts: [
      policyChart({
        title: 'The policy and the closed form',
        responses: letters,
        policies: [
          { name: 'reference', probabilities: ref, reference: true },
          { name: 'DPO', probabilities: policy },
          { name: 'closed form', probabilities: optimum }
        ]
      }),
      lineChart({
        title: 'Distance from the closed form',
        x: { title: 'training step' },
        y: { title: 'KL(closed form ‖ policy) (nats)', scale: 'log' },
        series: [{ name: 'KL', points: path }]
      })
    ],
    numbers: { klBefore, klAfter, largest }
  };
}
