/** The key of Lectern's metadata. Its type is the notebook package's, whose code learners need not load for it. */

import type { METADATA_KEY as NotebookKey } from '@lectern/notebook';

export const METADATA_KEY: typeof NotebookKey = 'lectern';
