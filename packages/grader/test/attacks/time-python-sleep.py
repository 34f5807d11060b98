# Sleeps, and again when woken.
# seen: overrun
# must: timed-out

import time

while True:
    try:
        time.sleep(1000)
    except BaseException:
        pass
