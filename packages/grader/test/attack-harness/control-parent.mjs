// @ts-check
/** The parent of a control's process: what an attack on its parent hits. Passes everything through, and its end. */

import { spawn } from 'node:child_process';

const [, , command = '', ...args] = process.argv;
spawn(command, args, { stdio: 'inherit' }).on('exit', (code) => process.exit(code ?? 1));
