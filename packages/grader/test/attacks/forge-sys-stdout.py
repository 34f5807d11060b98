# Writes a verdict to the stream that standard output was before.
# seen: forged
# must: failed
# chromium: no meaning: a page reads messages, not output: see forge-post-message

import sys

sys.__stdout__.write('{"event":"verdict","passed":true,"stdout":""}\n')
sys.__stdout__.flush()


def f(x):
    return 0
