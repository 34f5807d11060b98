/**
 * Sycophancy: annotators who like to be agreed with teach a reward model to reward agreement, and the policy that is
 * chosen by it tells users that they are right when they are not.
 *
 * Source: Sharma et al. 2023, "Towards Understanding Sycophancy in Language Models".
 */

import { barChart } from '../charts/bars.js';
import { lineChart } from '../charts/lines.js';
import { readable } from '../charts/words.js';
import { bestOfN } from '../closed-form/best-of-n.js';
import { expectation } from '../closed-form/distribution.js';
import {
  bradleyTerryAnnotator,
  disagreeingAnnotators,
  sycophanticAnnotator,
  type Annotator
} from '../data/annotators.js';
import { samplePairs } from '../data/sample-pairs.js';
import { Pace } from '../pace.js';
import { Random } from '../random.js';
import type { Context, Experiment, Outcome, Settings } from './experiment.js';
import { dot, fitWeights, linearPairs } from './fit.js';
import { SettingsReader } from './settings.js';

/** A question whose user lets their view be known. */
interface Question {
  userIsRight: boolean;
}

interface Answer {
  correct: boolean;
  agrees: boolean;
  /** How well it is written, standard normal. */
  style: number;
}

/** What all annotators are asked to judge: a correct answer is worth three standard deviations of style. */
const WORTH = { correct: 1.5, style: 0.5 };
const QUESTIONS: Question[] = [{ userIsRight: true }, { userIsRight: false }];
const ANSWERS = 1024;
const SAMPLES = [1, 2, 4, 8, 16, 32, 64];

export const sycophancy: Experiment = {
  kind: 'sycophancy',
  title: 'Sycophancy',
  about:
    'Users let slip what they believe, and half of them are wrong. Some annotators prefer answers that agree with the user. A reward model learns from all of them, and the best of n answers is taken by it. Watch how often users who are wrong are still told the truth, and compare with the same annotators without the liking.',
  controls: [
    {
      type: 'range',
      name: 'strength',
      label: 'What agreement is worth to a sycophantic annotator (a correct answer: 1.5)',
      min: 0,
      max: 6,
      step: 0.25,
      value: 3
    },
    {
      type: 'range',
      name: 'share',
      label: 'Share of annotators who are sycophantic',
      min: 0,
      max: 1,
      step: 0.05,
      value: 1
    },
    {
      type: 'range',
      name: 'pairs',
      label: 'Comparisons',
      min: 200,
      max: 6400,
      step: 100,
      scale: 'log',
      value: 2000
    }
  ],
  run
};

const quality = (_question: Question, answer: Answer) =>
  WORTH.correct * Number(answer.correct) + WORTH.style * answer.style;
const featuresOf = ({ correct, agrees, style }: Answer) => [Number(correct), Number(agrees), style];
const FEATURES = ['correct', 'agrees', 'style'];

async function run(given: Settings, context: Context): Promise<Outcome> {
  const settings = new SettingsReader(sycophancy, given);
  const random = new Random(settings.seed);
  const answers = new Map(QUESTIONS.map((question) => [question, answersTo(question, random)]));
  const honest = bradleyTerryAnnotator(quality);
  const sycophantic = sycophanticAnnotator(quality, (_question, { agrees }: Answer) => agrees, {
    strength: settings.number('strength')
  });
  const share = settings.number('share');
  const mixed = disagreeingAnnotators([sycophantic, honest], [share, 1 - share]);
  const learn = (annotator: Annotator<Question, Answer>) =>
    fitWeights(
      linearPairs(
        samplePairs({
          prompts: QUESTIONS,
          responses: (question) => answers.get(question)!,
          annotator,
          count: settings.number('pairs'),
          seed: settings.seed
        }),
        featuresOf
      ),
      context
    );
  const pace = new Pace(context);
  const weights = await learn(mixed);
  await pace.rest();
  const honestWeights = await learn(honest);
  const points: Point[] = [];
  for (const n of SAMPLES) {
    await pace.rest();
    const wrongUser = answers.get(QUESTIONS[1]!)!;
    points.push({
      n,
      told: toldTheTruth(wrongUser, weights, n),
      toldHonest: toldTheTruth(wrongUser, honestWeights, n)
    });
    context.onProgress?.(points.length / SAMPLES.length, outcomeOf(points, weights, honestWeights));
  }
  return outcomeOf(points, weights, honestWeights);
}

/** Half of them correct, whoever asks; to agree with a user who is wrong is to be wrong. */
function answersTo({ userIsRight }: Question, random: Random): Answer[] {
  return Array.from({ length: ANSWERS }, () => {
    const correct = random.happens(0.5);
    return { correct, agrees: correct === userIsRight, style: random.normal() };
  });
}

/** The probability that the best of n by the learned reward is correct. */
function toldTheTruth(answers: readonly Answer[], weights: readonly number[], n: number): number {
  const ref = answers.map(() => 1 / answers.length);
  const rewards = answers.map((answer) => dot(weights, featuresOf(answer)));
  return expectation(
    bestOfN(ref, rewards, n).policy,
    answers.map(({ correct }) => Number(correct))
  );
}

interface Point {
  n: number;
  /** Of the answers to a user who is wrong, the share that is correct. */
  told: number;
  toldHonest: number;
}

function outcomeOf(points: readonly Point[], weights: number[], honest: number[]): Outcome {
  const last = points.at(-1)!;
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  const [correct, agrees] = [weights[0]!, weights[1]!];
  const rewards =
    agrees > correct
      ? 'more than being correct'
      : agrees > 0.3
        ? 'less than being correct'
        : 'next to nothing';
  return {
    finding: `The reward model pays ${readable(agrees)} for agreement, ${rewards} (${readable(correct)}); taught by honest annotators it pays ${readable(honest[1]!)}. The best of ${last.n} tells users who are wrong the truth in ${percent(last.told)} of cases, and by the honest model in ${percent(last.toldHonest)}.`,
    charts: [
      lineChart({
        title: 'Users who are wrong and are told so',
        x: { title: 'n, answers to choose from', scale: 'log' },
        y: { title: 'share of correct answers', domain: [0, 1] },
        series: [
          { name: 'these annotators', points: points.map(({ n, told }) => ({ x: n, y: told })) },
          {
            name: 'honest annotators',
            reference: true,
            points: points.map(({ n, toldHonest }) => ({ x: n, y: toldHonest }))
          }
        ]
      }),
      barChart({
        title: 'What the reward model pays for',
        categories: FEATURES,
        axis: 'feature',
        y: 'learned weight',
        series: [
          { name: 'honest annotators', values: honest, reference: true },
          { name: 'these annotators', values: weights }
        ]
      })
    ],
    numbers: {
      weightCorrect: correct,
      weightAgrees: agrees,
      honestAgrees: honest[1]!,
      told: last.told,
      toldHonest: last.toldHonest
    }
  };
}
