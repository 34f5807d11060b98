# Writes, and never ends its line.
# seen: flood
# must: timed-out failed error out-of-memory
# chromium: no meaning: messages of a worker are whole

import js

js.eval(
    """
    const text = 'x'.repeat(999_999);
    if (globalThis.process) {
      const fs = process.getBuiltinModule('node:fs');
      for (;;) try { fs.writeSync(1, text); } catch {}
    }
    import('node:fs').then((fs) => { for (;;) try { fs.writeSync(1, text); } catch {} }).catch(() => {});
    """
)


def f(x):
    return 0
