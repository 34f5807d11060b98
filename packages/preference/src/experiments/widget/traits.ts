/** What the widget shares with Python. */

import type { AnyModel } from '@anywidget/types';
import type { Outcome, Settings } from '../experiment.js';

export interface Traits {
  kind: string;
  settings: Settings;
  /** Whether Python has a reward function for the experiment. */
  has_reward: boolean;
  result: Pick<Outcome, 'finding' | 'numbers'> | Record<string, never>;
}

export type Model = AnyModel<Traits>;
