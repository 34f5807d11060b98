/** A lesson as MyST Markdown, and back: `@lectern/notebook/myst`. */

export { toMyst } from './to-myst.js';
export { fromMyst, type FromMyst } from './from-myst.js';
