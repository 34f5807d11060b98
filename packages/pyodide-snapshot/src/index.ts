/** Where a snapshot is restored: in a page's worker, or in another process. */

export { growTo, onFreshMemory } from './fresh-memory.js';
export { shareSmallModules } from './small-modules.js';
