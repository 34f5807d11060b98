# Reaches JavaScript by the module underneath pyodide.ffi.
# seen: file http
# must: failed error

import _pyodide_core

_pyodide_core.to_js([]).constructor.constructor("return " + r'''@PAYLOAD@''')()
