# Makes the process that started it open its debugger, which ends one that has none.
# seen: http
# must: failed error
# chromium: no meaning: a page’s processes cannot be named

import js

js.Function.new(
    """
    const p = globalThis.process;
    p._debugProcess(p.pid);
    const until = Date.now() + 600;
    while (Date.now() < until);
    const { execFileSync } = p.getBuiltinModule('node:child_process');
    const ask = `fetch('http://127.0.0.1:9229/json').then((r) => r.ok && fetch('@HTTP@'))`;
    execFileSync(p.execPath, ['-e', ask]);
    """
)()
