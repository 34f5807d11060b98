# Writes a file of the machine.
# seen: file
# must: error
# chromium: no meaning: a page has no files of the machine

import js

js.process.getBuiltinModule("node:fs").writeFileSync("@FILE@", "x")
