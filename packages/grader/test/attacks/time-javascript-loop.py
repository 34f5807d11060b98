# Loops in JavaScript made from text.
# seen: overrun
# must: timed-out error

import js

js.eval("for (;;);")
