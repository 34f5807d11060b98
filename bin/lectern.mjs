#!/usr/bin/env node
// @ts-check
/** `lectern` in a clone: brings the clone up to date first, then runs the command line that was built. */

import { setUp } from '../scripts/setup/index.mjs';

const [command] = process.argv.slice(2);
const needsSite = command === 'start' || command === 'build';
const asksForHelp = process.argv.includes('--help') || process.argv.includes('-h');
await setUp({ site: needsSite && !asksForHelp });
await import('../packages/cli/bin/lectern.mjs');
