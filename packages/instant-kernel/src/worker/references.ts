/** JavaScript objects that Python in the snapshot refers to, by name: `api.public_api`, `public.loadPackage`. */

import type { PyodideApi } from './pyodide-types.js';

export function resolveReference(api: PyodideApi, name: unknown): unknown {
  const [where, key] = String(name).split('.') as ['api' | 'public', string];
  const owner = where === 'api' ? api : (api['public_api'] as Record<string, unknown>);
  const value = owner[key];
  if (value === undefined) throw new Error(`Pyodide has no ${String(name)}`);
  return value;
}
