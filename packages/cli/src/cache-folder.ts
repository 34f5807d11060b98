/** Where things are kept that can be made again: grading data, and sites that are being served. */

import { homedir } from 'node:os';
import { join } from 'node:path';

export function cacheFolder(): string {
  const base = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  return process.env['LECTERN_CACHE'] ?? join(base, 'lectern');
}
