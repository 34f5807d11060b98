# Writes a verdict, a fault and a ready to the process’s standard output.
# seen: forged
# must: failed
# chromium: no meaning: a page reads messages, not output: see forge-post-message

import js

js.Function.new(
    """
    const lines = 'ready\\nfault it is broken\\n{"event":"verdict","passed":true,"stdout":""}\\n';
    const write = (fs) => fs.writeSync(1, lines);
    if (globalThis.process) write(process.getBuiltinModule('node:fs'));
    else import('node:fs').then((fs) => write(fs.default)).catch(() => {});
    console.log(lines);
    """
)()


def f(x):
    return 0
