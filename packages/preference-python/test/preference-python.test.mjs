// @ts-check
/** The wheel in the real Pyodide: the same numbers as in TypeScript, errors that are Python's, functions of Python's that are called. */

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { characterPolicy, dpo, fitRewardModel, grpo, Random, rewardsOf } from '@lectern/preference';
import { bootWithWheel } from './pyodide.mjs';

/** @type {import('pyodide').PyodideInterface} */
let pyodide;
beforeAll(async () => {
  pyodide = await bootWithWheel();
});

/** What a program prints, or the value of its last line. @param {string} source */
const run = async (source) => pyodide.runPythonAsync(source);

/** The last line of what it raises. @param {string} source */
async function raised(source) {
  const error = await run(source).then(
    () => new Error('nothing was raised'),
    (/** @type {Error} */ reason) => reason
  );
  return error.message.trim().split('\n').at(-1);
}

/** @param {ArrayLike<number>} numbers the bits, for none may differ */
const bits = (numbers) => Buffer.from(Float32Array.from(numbers).buffer).toString('hex');

// The first in this file, which has no backend of tfjs: it is the trainer that sets one up.
describe('rewards are functions of Python', () => {
  const train = (/** @type {string} */ reward) => `
${reward}
start = pref.character_policy("ab", seed=1)
result = await pref.grpo([""], reward, start, steps=4, max_completion_length=3, report_every=1, seed=2)
[list(result.policy.parameters), result.metrics[-1]["reward"]]`;

  it('of either kind, with the bits of the same reward in TypeScript', async () => {
    const plain =
      'def reward(completions, prompts):\n    return [text.count("a") for text in completions]';
    const [parameters, last] = (await run(train(plain))).toJs();
    const [waited] = (await run(train(`async ${plain}`))).toJs();
    const [state, reports] = await grpo(
      [''],
      (completions) => completions.map((text) => text.split('a').length - 1),
      characterPolicy({ characters: 'ab' }),
      { steps: 4, maxCompletionLength: 3, reportEvery: 1, seed: 2 }
    );
    expect(bits(parameters)).toBe(bits(state.policy.parameters));
    expect(bits(waited)).toBe(bits(parameters));
    expect(last).toBe(reports.at(-1)?.metrics.reward);
  });

  it.each([
    ['def reward(completions, prompts):\n    raise LookupError("mine")', 'LookupError: mine'],
    ['async def reward(completions, prompts):\n    raise LookupError("mine")', 'LookupError: mine'],
    [
      'def reward(completions, prompts):\n    return [1.0]',
      'lectern.preference._errors.PreferenceError: The reward function gave 1 scores for 64 completions; it must give one for each, in their order.'
    ],
    [
      'def reward(completions, prompts):\n    return [float("nan")] * len(completions)',
      /PreferenceError: The reward of completion 0, ".*", is NaN; it must be a finite number\.$/
    ]
  ])('and fail as functions of Python do: %s', async (reward, message) => {
    expect(await raised(train(reward))).toMatch(message);
  });

  it('go on from where they stopped, to the same bits', async () => {
    const same = await run(`
def reward(completions, prompts):
    return [len(text) for text in completions]
start = pref.character_policy("ab", kind="transformer", width=8, heads=2, hidden=8, seed=1)
options = dict(max_completion_length=3, batch_size=8, seed=2, adaptive_kl=(1.0, 100.0))
half = await pref.ppo([""], reward, start, steps=2, **options)
whole = await pref.ppo([""], reward, start, steps=4, state=half, **options)
straight = await pref.ppo([""], reward, start, steps=4, **options)
whole.policy.parameters == straight.policy.parameters and whole.kl_coef == straight.kl_coef`);
    expect(same).toBe(true);
  });
});

it('runs every example of its docstrings', async () => {
  await run(readFileSync(new URL('run_examples.py', import.meta.url), 'utf8'));
  expect((await run('await run_examples()')).toJs()).toEqual([]);
});

describe('trainers', () => {
  it('give the same bits as in TypeScript, in minibatches and when gone on with', async () => {
    const random = new Random(5);
    const draw = (/** @type {number} */ most) =>
      Array.from({ length: 40 }, () => random.integer(most));
    const [prompts, chosen] = [draw(3), draw(4)];
    const rejected = chosen.map((column) => (column + 1 + random.integer(3)) % 4);
    const logits = Array.from({ length: 3 }, () =>
      Array.from({ length: 4 }, () => random.normal())
    );
    const [state, reports] = await dpo(
      {
        prompts: Int32Array.from(prompts),
        chosen: Int32Array.from(chosen),
        rejected: Int32Array.from(rejected)
      },
      { logits: Float32Array.from(logits.flat()), responses: 4 },
      { steps: 60, beta: 0.2, batchSize: 8, seed: 3, labelSmoothing: 0.1 }
    );
    pyodide.globals.set('data', pyodide.toPy({ prompts, chosen, rejected, reference: logits }));
    const options = 'beta=0.2, batch_size=8, seed=3, label_smoothing=0.1';
    const result = await run(`
half = await pref.dpo(**data, ${options}, steps=30)
whole = await pref.dpo(**data, ${options}, steps=60, state=half)
[list(whole.policy.logits), whole.metrics[-1]]`);
    const [weights, last] = result.toJs({ dict_converter: Object.fromEntries });
    expect(bits(weights)).toBe(bits(state.logits));
    expect(last).toEqual({ step: 60, ...reports.at(-1)?.metrics });
  });

  it('fit a reward model with margins and centring to the same bits', async () => {
    const random = new Random(6);
    const rows = () =>
      Array.from({ length: 12 }, () => Array.from({ length: 3 }, () => random.normal()));
    const [chosen, rejected] = [rows(), rows()];
    const margins = chosen.map(() => random.uniform());
    const [state] = await fitRewardModel(
      {
        chosen: Float32Array.from(chosen.flat()),
        rejected: Float32Array.from(rejected.flat()),
        features: 3,
        margins: Float32Array.from(margins)
      },
      { steps: 40, centerRewardsCoefficient: 0.01 }
    );
    pyodide.globals.set('data', pyodide.toPy({ chosen, rejected, margins }));
    const weights = await run(
      'list((await pref.fit_reward_model(**data, steps=40, center_rewards_coefficient=0.01)).weights)'
    );
    expect(bits(weights.toJs())).toBe(bits(state.weights));
  });

  it('fit a hidden layer to the same bits, on the backend that is asked for', async () => {
    const random = new Random(7);
    const rows = () => Array.from({ length: 12 }, () => [random.normal(), random.normal()]);
    const [chosen, rejected] = [rows(), rows()];
    pyodide.globals.set('data', pyodide.toPy({ chosen, rejected }));
    for (const backend of /** @type {const} */ (['cpu', 'wasm'])) {
      const [state] = await fitRewardModel(
        {
          chosen: Float32Array.from(chosen.flat()),
          rejected: Float32Array.from(rejected.flat()),
          features: 2
        },
        { steps: 30, hidden: 4, backend }
      );
      const [weights, name, why, rewards] = (
        await run(`
fitted = await pref.fit_reward_model(**data, steps=30, hidden=4, backend="${backend}")
[list(fitted.weights), fitted.backend.name, fitted.backend.why, fitted.model.rewards(data["chosen"])]`)
      ).toJs();
      expect(bits(weights)).toBe(bits(state.weights));
      expect([name, why]).toEqual([backend, 'it was asked for']);
      expect(bits(rewards)).toBe(bits(rewardsOf(state, Float32Array.from(chosen.flat()))));
    }
    expect(await run('(await pref.fit_reward_model(**data, steps=1)).backend.name')).toBe('wasm');
    expect(await raised('await pref.fit_reward_model(**data, backend="gpu")')).toContain(
      'There is no backend "gpu"'
    );
  });

  it('of feedback go on from where they stopped, too', async () => {
    const same = await run(`
def score(texts, prompts):
    return [len(text) for text in texts]
start = pref.character_policy("ab ")
options = dict(n=3, max_completion_length=4)
some = await pref.sample_best_of_n(["", "a"], score, start, **options)
more = await pref.sample_best_of_n(["", "a", "b"], score, start, state=some, **options)
straight = await pref.sample_best_of_n(["", "a", "b"], score, start, **options)
answers = [more.picks == straight.picks and len(some.picks) == 2]

calm = pref.Rule("calm", lambda text, _: "!" if "!" in text else None, lambda text, *_: text.replace("!", "."))
texts = [{"prompt": "", "completion": text} for text in ("a!", "b", "c!")]
some = await pref.critique_and_revise(texts[:1], [calm])
more = await pref.critique_and_revise(texts, [calm], state=some)
answers.append(more.revisions == (await pref.critique_and_revise(texts, [calm])).revisions)

likes_a = pref.BradleyTerryAnnotator(lambda prompt, text: text.count("a"))
options = dict(pairs_per_round=8, markers=["a"], max_completion_length=3)
some = await pref.iterate([""], likes_a, start, steps=1, **options)
more = await pref.iterate([""], likes_a, start, steps=2, state=some, **options)
straight = await pref.iterate([""], likes_a, start, steps=2, **options)
answers.append(more.policy == straight.policy and more.pairs == straight.pairs and more.reward_model == straight.reward_model)
answers`);
    expect(same.toJs()).toEqual([true, true, true]);
  });

  it('report while they train, and stop with what the caller raises', async () => {
    const steps = await run(`
seen = []
await pref.dpo([0], [1], [0], reference=[[0, 0]], steps=30, on_progress=lambda report: seen.append(report["step"]))
seen`);
    expect(steps.toJs()).toEqual([10, 20, 30]);
    const program = `
def stop(report):
    raise KeyError("enough")
await pref.dpo([0], [1], [0], reference=[[0, 0]], steps=30, on_progress=stop)`;
    expect(await raised(program)).toBe("KeyError: 'enough'");
  });

  it('stop when their task is cancelled', async () => {
    const done = await run(`
import asyncio
begun = asyncio.Event()
steps = []
def note(report):
    steps.append(report["step"])
    begun.set()
task = asyncio.ensure_future(pref.dpo([0], [1], [0], reference=[[0, 0]], steps=10_000_000_000, on_progress=note))
await begun.wait()
task.cancel()
try:
    await task
except asyncio.CancelledError:
    before = len(steps)
await asyncio.sleep(0.1)
[task.cancelled(), len(steps) == before]`);
    expect(done.toJs()).toEqual([true, true]);
  });
});

describe('errors are Python exceptions of one line', () => {
  it.each([
    [
      'await pref.dpo([0, 0], [1], [0, 0], reference=[[0, 0]])',
      'lectern.preference._errors.ShapeError: chosen has shape (1,); wanted is (2,), as prompts.'
    ],
    [
      'await pref.fit_reward_model([[1.0]], [[1.0, 2.0]])',
      'lectern.preference._errors.ShapeError: rejected has shape (1, 2); wanted is (1, 1), as chosen.'
    ],
    [
      'await pref.dpo([0], [7], [0], reference=[[0, 0]])',
      'lectern.preference._errors.PreferenceError: chosen[0] is 7; there are 2, from 0 on.'
    ],
    [
      'await pref.dpo([0], [1], [0], reference=[[0, 0]], batch_size=0)',
      'lectern.preference._errors.PreferenceError: batch_size is 0; it must be a whole number from 1 on.'
    ],
    [
      'await pref.fit_reward_model([[float("nan")]], [[1.0]])',
      'lectern.preference._errors.PreferenceError: chosen[0] is NaN; it must be finite.'
    ],
    [
      'pref.group_advantages([1.0, 2.0, 3.0], num_generations=2)',
      'lectern.preference._errors.PreferenceError: group_advantages: the number of rewards must be a multiple of num_generations; got 3 and 2.'
    ],
    [
      'pref.dpo_loss([0.0], [0.0], [0.0], [0.0, 1.0])',
      'lectern.preference._errors.PreferenceError: dpo_loss: one shape of rank 1, and nothing empty, is wanted of all; got policy_chosen_logps [1], policy_rejected_logps [1], ref_chosen_logps [1], ref_rejected_logps [2].'
    ]
  ])('%s', async (program, message) => {
    expect(await raised(program)).toBe(message);
  });

  it('what a function of the caller raises comes out as it is', async () => {
    const program = `
def utility(prompt, response):
    raise ZeroDivisionError("of my own")
pref.sample_pairs(["p"], ["a", "b"], pref.BradleyTerryAnnotator(utility), count=1)`;
    expect(await raised(program)).toBe('ZeroDivisionError: of my own');
  });
});

it('carries what JSON has no word for, both ways', async () => {
  const values = await run(`
divergences = pref.categorical_divergences([0.5, 0.5], [1.0, 0.0])
[divergences.kl_pq, pref.k1([float("-inf")], [0.0])[0]]`);
  expect(values.toJs()).toEqual([Infinity, -Infinity]);
});
