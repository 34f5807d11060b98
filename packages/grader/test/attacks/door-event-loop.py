# Reaches Function from what the event loop keeps of JavaScript.
# seen: file http
# must: failed error

import pyodide.webloop as webloop

for value in list(vars(webloop).values()):
    try:
        value.constructor("return " + r'''@PAYLOAD@''')()
        break
    except Exception:
        pass
