# Sets a flag of V8 that makes it write what it compiles into files.
# seen: file
# must: failed error
# chromium: no meaning: a page has no files of the machine

import js

js.Function.new(
    """
    const set = (v8) => {
      v8.setFlagsFromString('--trace-turbo');
      v8.setFlagsFromString('--trace-turbo-path=@SCRATCH@');
      const add = new Function('n', 'let s = 0; for (let i = 0; i < n; i++) s += i % 7; return s');
      for (let i = 0; i < 2000; i++) add(2000);
    };
    if (globalThis.process) set(process.getBuiltinModule('node:v8'));
    else import('node:v8').then((v8) => set(v8.default)).catch(() => {});
    """
)()


def f(x):
    return 0
