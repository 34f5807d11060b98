/** The commands that act on a challenge, for the palette and the keyboard. */

import type { ICommandPalette } from '@jupyterlab/apputils';
import type { CommandRegistry } from '@lumino/commands';
import type { ChallengeController } from './controller.js';
import type { NotebookChallenges } from './notebook-challenges.js';

const CATEGORY = 'Lectern';
const WHICH = 'of the active cell, or else of the next challenge';

const COMMANDS: {
  id: string;
  label: string;
  caption: string;
  run: (on: ChallengeController) => void;
}[] = [
  {
    id: 'lectern:check-challenge',
    label: 'Check Challenge',
    caption: `Check the answer ${WHICH}`,
    run: (challenge) => challenge.check()
  },
  {
    id: 'lectern:show-hint',
    label: 'Show the Next Hint',
    caption: `Show one more hint ${WHICH}`,
    run: (challenge) => challenge.hint()
  },
  {
    id: 'lectern:show-solution',
    label: 'Show or Hide the Solution',
    caption: `Show or hide the solution ${WHICH}`,
    run: (challenge) => challenge.solution()
  },
  {
    id: 'lectern:reset-challenge',
    label: 'Reset Challenge to Its Starter',
    caption: `Bring back the starter ${WHICH}; undo brings the answer back`,
    run: (challenge) => challenge.reset()
  }
];

export function addChallengeCommands(
  commands: CommandRegistry,
  palette: ICommandPalette | null,
  current: () => NotebookChallenges | null
): void {
  for (const { id, label, caption, run } of COMMANDS) {
    commands.addCommand(id, {
      label,
      caption,
      describedBy: { args: { type: 'object', properties: {} } },
      isEnabled: () => current()?.hasChallenge ?? false,
      execute: async () => {
        const challenge = await current()?.target();
        if (challenge) run(challenge);
      }
    });
    palette?.addItem({ command: id, category: CATEGORY });
  }
}
