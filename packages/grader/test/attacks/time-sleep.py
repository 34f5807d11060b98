# Sleeps, in JavaScript, where time is real.
# seen: overrun
# must: timed-out error
# chromium: no meaning: a page that is not isolated has no shared memory; see time-javascript

import js

js.Atomics.wait(js.Int32Array.new(js.SharedArrayBuffer.new(4)), 0, 0, 10**7)
