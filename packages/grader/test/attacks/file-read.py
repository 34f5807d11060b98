# Reads a file of the machine, and prints it.
# seen: secret
# must: error
# chromium: no meaning: a page has no files of the machine

import js

print(js.process.getBuiltinModule("node:fs").readFileSync("@SECRET_FILE@", "utf8"))
