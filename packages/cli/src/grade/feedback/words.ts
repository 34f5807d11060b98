/** What a learner is told of a status. */

import type { QuizStatus, VerdictStatus } from '@lectern/grader';

type Mood = 'good' | 'bad' | 'idle';

export interface Words {
  text: string;
  mood: Mood;
  /** In front of a check. */
  mark: string;
}

export const STATUS_WORDS: Readonly<Record<VerdictStatus, Words>> = {
  passed: { text: 'Passed', mood: 'good', mark: '✓' },
  failed: { text: 'Not right yet', mood: 'bad', mark: '✗' },
  error: { text: 'Stopped with an error', mood: 'bad', mark: '✗' },
  'timed-out': { text: 'Took too long', mood: 'bad', mark: '✗' },
  'out-of-memory': { text: 'Took too much memory', mood: 'bad', mark: '✗' },
  'not-attempted': { text: 'Not begun', mood: 'idle', mark: '–' },
  ungraded: { text: 'Not graded', mood: 'idle', mark: '–' },
  'broken-check': {
    text: 'Could not be checked: not your fault, and not counted',
    mood: 'idle',
    mark: '?'
  }
};

export const QUIZ_WORDS: Readonly<Record<QuizStatus, Words>> = {
  ...STATUS_WORDS,
  passed: { text: 'Right', mood: 'good', mark: '✓' },
  'not-attempted': { text: 'Not answered', mood: 'idle', mark: '–' }
};
