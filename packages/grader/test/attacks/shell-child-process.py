# Starts a program by Node’s child_process.
# seen: file
# must: error
# chromium: no meaning: a browser has no programs to start

import js

js.process.getBuiltinModule("node:child_process").execSync("touch @FILE@")
