/** What each section of a file of golden numbers is computed with. */

import type { Section } from '../schema.js';
import { bestOfNSection, boltzmannSection, klTermFixedPointsSection } from './policies.js';
import { btMleSection, dpoTabularSection, ensembleSection } from './exact.js';
import { adaptiveKlSection, gaeSection, grpoAdvantagesSection, klSection } from './estimators.js';
import { formatsSection } from './formats.js';
import { overoptimizationSection } from './overoptimization.js';
import { bradleyTerrySection, dpoSection, ktoSection, orpoSection } from './preference-losses.js';
import { grpoSection, ppoSection, sftSection } from './token-losses.js';

export const SECTIONS: Record<string, Section> = {
  bradleyTerry: bradleyTerrySection,
  dpo: dpoSection,
  orpo: orpoSection,
  kto: ktoSection,
  kl: klSection,
  gae: gaeSection,
  ppo: ppoSection,
  adaptiveKl: adaptiveKlSection,
  grpoAdvantages: grpoAdvantagesSection,
  grpo: grpoSection,
  boltzmann: boltzmannSection,
  bestOfN: bestOfNSection,
  dpoTabular: dpoTabularSection,
  btMle: btMleSection,
  overoptimization: overoptimizationSection,
  ensemble: ensembleSection,
  sft: sftSection,
  formats: formatsSection,
  klTermFixedPoints: klTermFixedPointsSection
};
