/** The JupyterLab plugins of Lectern. Each is small, and they meet only through the tokens. */

import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { PageConfig } from '@jupyterlab/coreutils';
import { autosave } from './autosave/plugin.js';
import { cellKinds } from './cell-kinds/plugin.js';
import { challenges } from './challenge/plugin.js';
import { kernelHealth } from './kernel-health/plugin.js';
import { lessonDocument } from './lesson-document/plugin.js';
import { opener } from './opener/plugin.js';
import { quizzes } from './quiz/plugin.js';
import { release } from './release/plugin.js';
import { runQueue, runQueueInterrupt } from './run-queue/plugin.js';
import { sandbox } from './sandbox/plugin.js';
import { settings } from './settings/plugin.js';
import { upgrade } from './upgrade/plugin.js';
import { widgets } from './widgets/plugin.js';

export * from './tokens.js';

/** Those that stand in for others where the site has switched the others off, by whom they stand in for. */
const standIns: [id: string, plugin: JupyterFrontEndPlugin<unknown>][] = [
  ['@jupyterlite/application-extension:opener', opener],
  ['@jupyterlab/apputils-extension:settings', settings]
];

const plugins: JupyterFrontEndPlugin<unknown>[] = [
  sandbox,
  challenges,
  quizzes,
  cellKinds,
  runQueue,
  runQueueInterrupt,
  autosave,
  lessonDocument,
  upgrade,
  release,
  kernelHealth,
  widgets,
  ...standIns.filter(([id]) => PageConfig.Extension.isDisabled(id)).map(([, plugin]) => plugin)
];

export default plugins;
