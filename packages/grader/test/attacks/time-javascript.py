# Loops in JavaScript.
# seen: overrun
# must: timed-out

import js

js.eval("for (;;);")
