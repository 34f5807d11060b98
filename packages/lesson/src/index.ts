export type * from './lesson.js';
export type * from './diagnostics.js';
