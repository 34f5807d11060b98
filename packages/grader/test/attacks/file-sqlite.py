# Has SQLite make a file of the machine.
# seen: file
# must: failed error
# control: node26
# chromium: no meaning: a page has no files of the machine

import js

js.Function.new(
    """
    const open = ({ DatabaseSync }) => {
      for (const make of [() => new DatabaseSync('@FILE@'), () => new DatabaseSync(':memory:').exec("attach '@FILE@' as x; create table x.t(a)")])
        try { make(); } catch {}
    };
    if (globalThis.process) open(process.getBuiltinModule('node:sqlite'));
    else import('node:sqlite').then(open).catch(() => {});
    """
)()


def f(x):
    return 0
