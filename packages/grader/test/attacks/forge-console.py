# Writes a verdict to the console, where a parent may read it.
# seen: forged
# must: failed
# chromium: no meaning: a page reads messages, not its console: see forge-post-message

import js

js.console.log('{"event":"verdict","passed":true,"stdout":""}')


def f(x):
    return 0
