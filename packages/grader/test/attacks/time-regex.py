# Has a regular expression try everything, and catches what would stop it.
# seen: overrun
# must: timed-out

import re

while True:
    try:
        re.match("(a*)*b", "a" * 5000)
    except BaseException:
        pass
