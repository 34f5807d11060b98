/** Stands for `config.js`, which the build writes for each site: these are its exports. */

import type { Manifest } from './manifest.js';
import type { LoadPyodide } from './pyodide-types.js';

export declare const manifest: Manifest;
/** Pyodide's own. */
export declare const loadPyodide: LoadPyodide;
export declare const version: string;
