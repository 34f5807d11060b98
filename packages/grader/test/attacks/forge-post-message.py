# Posts a verdict to the page.
# seen: forged
# must: failed
# node: no meaning: a process posts no messages: see forge-console

import js

for message in ('{"event":"verdict","passed":true,"stdout":""}', '{"event":"done"}', "fault it is broken", "ready", "alive"):
    js.postMessage(message)


def f(x):
    return 0
