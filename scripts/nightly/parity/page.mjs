// @ts-check
/** The page's script: grades what it is given. */

import { createBrowserSandbox } from '@lectern/grader/browser';
import { told } from './told.mjs';

const sandbox = createBrowserSandbox({ assetsUrl: './' });
globalThis.lecternParity = told.bind(null, sandbox);
