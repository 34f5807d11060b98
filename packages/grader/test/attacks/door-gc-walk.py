# Finds functions of JavaScript among all that the interpreter holds.
# seen: file http
# must: failed error

import gc

for found in [value for value in gc.get_objects() if type(value).__name__ == "JsDoubleProxy" or "JsCallable" in str(type(value).__mro__)]:
    try:
        found.constructor("return " + r'''@PAYLOAD@''')()
    except Exception:
        pass
for holder in gc.get_objects():
    if isinstance(holder, dict):
        for value in list(holder.values()):
            if type(value).__module__ == "pyodide.ffi" and hasattr(value, "constructor"):
                try:
                    value.constructor.constructor("return " + r'''@PAYLOAD@''')()
                except Exception:
                    pass
