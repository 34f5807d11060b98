# Reaches the interpreter’s own JavaScript by pyodide_js._api.
# seen: file http
# must: failed error

import pyodide_js

pyodide_js._api.constructor.constructor("return " + r'''@PAYLOAD@''')()
