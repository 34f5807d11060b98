/** `@lectern/extension:sandbox`: provides the page's one Sandbox, made when it is first needed. */

import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { PageConfig } from '@jupyterlab/coreutils';
import { createBrowserSandbox } from '@lectern/grader/browser';
import { ISandbox } from '../tokens.js';
import { LazySandbox } from './lazy-sandbox.js';

/** Names the folder of the interpreter's files, relative to the page's base URL. */
const URL_OPTION = 'lecternSandboxUrl';

export const sandbox: JupyterFrontEndPlugin<ISandbox> = {
  id: '@lectern/extension:sandbox',
  description: 'Provides the place where learners’ answers run when they are checked.',
  autoStart: true,
  provides: ISandbox,
  activate: (): ISandbox => new LazySandbox(() => createBrowserSandbox({ assetsUrl: assetsUrl() }))
};

function assetsUrl(): string {
  const option = PageConfig.getOption(URL_OPTION);
  if (option === '') {
    throw new Error(`This site does not say where the checker’s files are: set ${URL_OPTION}.`);
  }
  const base = new URL(PageConfig.getBaseUrl(), window.location.href);
  const folder = option.endsWith('/') ? option : `${option}/`;
  return new URL(folder, base).href;
}
