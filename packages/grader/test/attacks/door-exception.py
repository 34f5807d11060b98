# Reaches Function from the JavaScript error inside an exception.
# seen: file http
# must: failed error

import js
from pyodide.ffi import JsException

try:
    js.JSON.parse("{")
except JsException as error:
    error.js_error.constructor.constructor("return " + r'''@PAYLOAD@''')()
