# Reaches Function from the module pyodide_js, without js.
# seen: file http
# must: failed error

import sys

sys.modules.pop("js", None)
import pyodide_js

pyodide_js.loadPackage.constructor("return " + r'''@PAYLOAD@''')()
