# Makes a JavaScript array of a list, and reaches Function from it.
# seen: file http
# must: failed error

from pyodide.ffi import to_js

to_js([1, 2]).constructor.constructor("return " + r'''@PAYLOAD@''')()
