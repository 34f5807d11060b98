#!/usr/bin/env node
import { existsSync } from 'node:fs';

const args = process.argv.slice(2);

// In a clone, what the command needs is installed and built first.
const clone = new URL('../../../scripts/setup/before-command.mjs', import.meta.url);
if (existsSync(clone)) {
  const { prepareClone } = await import(clone.href);
  await prepareClone(args);
}
const { main } = await import('../lib/main.js');
process.exitCode = await main(args);
