# Mounts a folder of the machine into Python’s file system, and reads it.
# seen: secret
# must: error
# chromium: no meaning: a page has no files of the machine

import os, pyodide_js

os.mkdir("/machine")
pyodide_js.mountNodeFS("/machine", os.path.dirname("@SECRET_FILE@"))
print(open("/machine/" + os.path.basename("@SECRET_FILE@")).read())
