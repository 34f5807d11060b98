# Turns an enormous number into text.
# seen: overrun
# must: timed-out

import sys

sys.set_int_max_str_digits(0)
while True:
    try:
        str(3 ** 10**7)
    except BaseException:
        pass
