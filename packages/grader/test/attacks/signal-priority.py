# Takes processor time from the process that started it.
# seen: slowed
# must: failed error
# chromium: no meaning: a page’s processes cannot be named

import js

js.Function.new(
    """
    const ways = [
      () => process.getBuiltinModule('node:os').setPriority(process.ppid, 15),
      () => void import('node:os').then((os) => import('node:process').then((p) => os.setPriority(p.ppid, 15))).catch(() => {})
    ];
    for (const way of ways) try { way(); } catch {}
    """
)()


def f(x):
    return 0
