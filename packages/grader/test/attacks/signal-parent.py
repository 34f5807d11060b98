# Ends the process that started it.
# seen: killed
# must: failed error
# chromium: no meaning: a page’s processes cannot be named

import js

js.Function.new(
    """
    const ways = [
      () => process.kill(process.ppid, 'SIGKILL'),
      () => Deno.kill(Deno.ppid, 'SIGKILL'),
      () => void import('node:process').then((p) => p.default.kill(p.default.ppid, 'SIGKILL')).catch(() => {}),
      () => void import('node:process').then((p) => p._kill(p.ppid, 9)).catch(() => {})
    ];
    for (const way of ways) try { way(); } catch {}
    """
)()


def f(x):
    return 0
