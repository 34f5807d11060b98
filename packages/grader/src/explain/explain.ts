/** What an exception usually means, and the likely fix. */

import type { Say } from '../messages/messages.js';
import type { PythonError } from '../sandbox.js';

export function explainError(_error: PythonError, _source: string, _say: Say): string | null {
  return null;
}
