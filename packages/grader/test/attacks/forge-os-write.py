# Writes a verdict to the descriptor of standard output.
# seen: forged
# must: failed
# chromium: no meaning: a page reads messages, not output: see forge-post-message

import os

os.write(1, b'{"event":"verdict","passed":true,"stdout":""}\n')


def f(x):
    return 0
