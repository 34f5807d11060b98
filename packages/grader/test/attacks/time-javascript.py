# Has a regular expression of JavaScript try everything.
# seen: overrun
# must: timed-out

import js

js.RegExp.new("^(a+)+$").test("a" * 60 + "b")
