# Evaluates JavaScript by pyodide.code.run_js.
# seen: file http
# must: failed error

from pyodide.code import run_js

run_js(r'''@PAYLOAD@''')
