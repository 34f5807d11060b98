# Writes bytes that are no text, without end.
# seen: flood
# must: timed-out failed error out-of-memory
# chromium: no meaning: messages of a worker are text

import js

js.eval(
    """
    const bytes = new Uint8Array(999_999).fill(0xff);
    bytes[500_000] = 10;
    if (globalThis.process) {
      const fs = process.getBuiltinModule('node:fs');
      for (;;) try { fs.writeSync(1, bytes); } catch {}
    }
    import('node:fs').then((fs) => { for (;;) try { fs.writeSync(1, bytes); } catch {} }).catch(() => {});
    """
)


def f(x):
    return 0
