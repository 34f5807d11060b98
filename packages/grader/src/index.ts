export * from './verdict.js';
export * from './grading-data.js';
export * from './sandbox.js';
