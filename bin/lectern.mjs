#!/usr/bin/env node
/** `npx lectern` and `npm start` in a clone, also before anything is installed. */

await import('../packages/cli/bin/lectern.mjs');
