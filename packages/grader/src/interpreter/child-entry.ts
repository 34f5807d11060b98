/**
 * What a child process is started with. It evaluates the interpreter's script as text: Deno would analyse a module
 * of a megabyte at each start, or want a folder to keep the analysis in, which whatever runs there could fill.
 */

interface Runtime {
  Deno?: { args: string[]; readTextFileSync(path: string): string };
  process: {
    argv: string[];
    getBuiltinModule(name: 'node:fs'): { readFileSync(path: string, encoding: 'utf8'): string };
  };
}

const runtime = globalThis as unknown as Runtime;
const { Deno } = runtime;
const script =
  Deno === undefined
    ? // In Deno, only to ask for it would cost a sixth of the start.
      runtime.process
        .getBuiltinModule('node:fs')
        .readFileSync(`${runtime.process.argv[2]}/interpreter.js`, 'utf8')
    : Deno.readTextFileSync(`${Deno.args[0]}/interpreter.js`);
// Not in this scope, and with `await` at its top level.
(0, eval)(`(async () => { "use strict"; ${script}\n})()\n//# sourceURL=interpreter.js`);
