/** Says in the cell why a package of Pyodide's distribution is not there, before Python's own "No module named …". */

import type { LoadFromImports, Pyodide, PyodideApi } from './pyodide-types.js';

/** As Pyodide's package manager says it, a line a package. */
const FAILED = /^The following error occurred while loading (.+):$/;

/** Pyodide's `loadPackagesFromImports`, which the kernel calls for each cell, with words for what failed. */
export function explainUnreachable(api: PyodideApi): LoadFromImports {
  const original = api.public_api.loadPackagesFromImports;
  return async (code, options = {}) => {
    const failed: string[] = [];
    const errorCallback = (message: string): void => {
      const name = FAILED.exec(message)?.[1];
      if (name !== undefined) failed.push(name);
      (options.errorCallback ?? console.error)(message);
    };
    const loaded = await original(code, { checkIntegrity: true, ...options, errorCallback });
    if (failed.length > 0) writeError(api.public_api, `${explanation(api, failed)}\n`);
    return loaded;
  };
}

function explanation({ lockfile_packages: packages }: PyodideApi, failed: string[]): string {
  const [first = ''] = failed;
  const from = new URL(packages[first]?.file_name ?? '', location.href);
  const source =
    from.origin === location.origin
      ? 'this site did not send it'
      : `this site does not bring it along, and ${from.host}, where it comes from, could not be reached`;
  return `${failed.join(', ')} could not be loaded: ${source}. Is there a network?`;
}

function writeError(pyodide: Pyodide, text: string): void {
  pyodide.runPython(`__import__("sys").stderr.write(${JSON.stringify(text)})`);
}
