# Reaches Function from a proxy of a Python function.
# seen: file http
# must: failed error

from pyodide.ffi import create_proxy

create_proxy(print).bind.constructor("return " + r'''@PAYLOAD@''')()
