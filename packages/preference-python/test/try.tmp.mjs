import { bootWithWheel } from './pyodide.mjs';
import { readFileSync } from 'node:fs';
const py = await bootWithWheel();
console.log(await py.runPythonAsync(readFileSync('/tmp/t.py', 'utf8')));
process.exit(0);
