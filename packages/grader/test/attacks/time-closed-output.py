# Closes the output that its parent reads, and loops.
# seen: overrun
# must: error timed-out
# chromium: no meaning: a worker has no output to close

import js

js.Function.new(
    """
    const close = (fs) => { fs.closeSync(1); fs.closeSync(2); };
    if (globalThis.process) close(process.getBuiltinModule('node:fs'));
    else new Worker('data:text/javascript,' + encodeURIComponent("import('node:fs').then((fs) => { fs.closeSync(1); fs.closeSync(2); })"), { type: 'module' });
    """
)()
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
