/** Over-optimisation: Gao et al.'s forms and fits, and exact paths. */

import {
  bestOfNPoint,
  boltzmannPoint,
  fitGaoBestOfN,
  fitGaoRl,
  gaoBestOfN,
  gaoBestOfNPeak,
  gaoRl,
  gaoRlPeak,
  rSquared,
  type ProxySetting
} from '../../closed-form/over-optimisation.js';
import { Fields, type GoldenCase, type Section } from '../schema.js';

/** Which of the three it is, the inputs say. */
export const overoptimizationSection: Section = (golden) => {
  if (golden.inputs.has('d')) return { expected: forms(golden) };
  if (golden.inputs.has('normalQuantiles')) return { expected: grid(golden) };
  const { inputs, expected } = golden;
  const setting = {
    ref: inputs.vector('ref'),
    proxy: inputs.vector('proxy'),
    gold: inputs.vector('gold')
  };
  return { expected: { path: boltzmannPath(setting, expected['path']) } };
};

function forms({ inputs, params }: GoldenCase): object {
  const d = inputs.vector('d');
  const noise = inputs.vector('noise');
  const noisy = (rewards: number[]) => rewards.map((reward, i) => reward + noise[i]!);
  const bon = { alpha: params.number('alphaBon'), beta: params.number('betaBon') };
  const rl = { alpha: params.number('alphaRl'), beta: params.number('betaRl') };
  const Rbon = d.map((x) => gaoBestOfN(x, bon));
  const Rrl = d.map((x) => gaoRl(x, rl));
  const [peakBon, peakRl] = [gaoBestOfNPeak(bon), gaoRlPeak(rl)];
  const [fitBon, fitRl] = [fitGaoBestOfN(d, noisy(Rbon)), fitGaoRl(d, noisy(Rrl))];
  return {
    Rbon,
    Rrl,
    peakDBon: peakBon.d,
    peakRBon: peakBon.reward,
    zeroDBon: peakBon.zero,
    peakDRl: peakRl.d,
    peakRRl: peakRl.reward,
    fitBon: [fitBon.alpha, fitBon.beta],
    fitRl: [fitRl.alpha, fitRl.beta]
  };
}

/**
 * Completions (q, l) on the grid of the quantiles, uniform; proxy ½q + l, gold ½q + l − 0.7 l², minus its mean: a
 * proxy that rewards length without end.
 */
function grid({ inputs, expected }: GoldenCase): object {
  const quantiles = inputs.vector('normalQuantiles');
  const points = quantiles.flatMap((q) => quantiles.map((l) => ({ q, l })));
  const raw = points.map(({ q, l }) => 0.5 * q + l - 0.7 * l * l);
  const mean = raw.reduce((sum, x) => sum + x, 0) / raw.length;
  const setting: ProxySetting = {
    ref: points.map(() => 1 / points.length),
    proxy: points.map(({ q, l }) => 0.5 * q + l),
    gold: raw.map((x) => x - mean)
  };
  const path = asked(expected['bestOfN']).map((point) => {
    const n = point.number('n');
    return { n, ...bestOfNPoint(setting, n) };
  });
  const d = path.map((point) => point.d);
  const gold = path.map((point) => point.gold);
  const fit = fitGaoBestOfN(d, gold);
  return {
    bestOfN: path,
    fitAlphaBeta: [fit.alpha, fit.beta],
    fitR2: rSquared(
      gold,
      d.map((x) => gaoBestOfN(x, fit))
    ),
    fitPeakD: gaoBestOfNPeak(fit).d,
    boltzmann: boltzmannPath(setting, expected['boltzmann'])
  };
}

function boltzmannPath(setting: ProxySetting, points: unknown): object[] {
  return asked(points).map((point) => {
    const beta = point.number('beta');
    return { beta, ...boltzmannPoint(setting, beta) };
  });
}

/** The points of a path: each says at which n or β it was taken. */
const asked = (points: unknown): Fields[] =>
  Array.isArray(points) ? points.map((point) => new Fields('expected', point)) : [];
