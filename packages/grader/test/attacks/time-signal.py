# Ignores interrupts.
# seen: overrun
# must: timed-out

import signal

signal.signal(signal.SIGINT, signal.SIG_IGN)
while True:
    pass
