# Reaches the WebAssembly module’s own JavaScript object.
# seen: file http
# must: failed error

import pyodide_js

pyodide_js._module.addFunction.constructor("return " + r'''@PAYLOAD@''')()
