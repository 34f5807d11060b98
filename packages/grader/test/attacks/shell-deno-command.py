# Starts a program by Deno’s own way, from a worker that has all of Deno’s names.
# seen: file
# must: failed error
# chromium: no meaning: a browser has no programs to start

import js

js.Function.new(
    """
    const code = `
      try { new Deno.Command('touch', { args: ['@FILE@'] }).outputSync(); } catch (e) {}
      import('node:child_process').then((c) => c.execSync('touch @FILE@')).catch(() => {});
    `;
    try { new Worker('data:text/javascript,' + encodeURIComponent(code), { type: 'module' }); } catch (e) {}
    import('node:worker_threads')
      .then(({ Worker }) => new Worker("require('node:child_process').execSync('touch @FILE@')", { eval: true }).on('error', () => {}))
      .catch(() => {});
    const until = Date.now() + 300;
    while (Date.now() < until);
    """
)()


def f(x):
    return 0
