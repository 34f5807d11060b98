/** A lesson as what `otter assign` makes an assignment of: `@lectern/notebook/otter`. */

export { toOtter } from './to-otter.js';
