# Calls emscripten_run_script in the interpreter’s own binary.
# seen: file http
# must: failed error

import ctypes

ctypes.CDLL(None).emscripten_run_script(r'''@PAYLOAD@'''.encode())
