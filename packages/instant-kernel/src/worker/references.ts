/** JavaScript objects that Python in the snapshot refers to, by name: `api.public_api`, `public.loadPackage`. */

import type { PyodideApi } from './pyodide-types.js';
import { explainUnreachable } from './unreachable.js';

export function resolveReference(api: PyodideApi, name: unknown): unknown {
  if (name === 'public.loadPackagesFromImports') return explainUnreachable(api);
  const [where, key] = String(name).split('.') as ['api' | 'public', string];
  const owner: object = where === 'api' ? api : api.public_api;
  const value = (owner as Record<string, unknown>)[key];
  if (value === undefined) throw new Error(`Pyodide has no ${String(name)}`);
  return value;
}
