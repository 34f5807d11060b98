# Evaluates JavaScript by the module js.
# seen: file http
# must: failed error

import js

js.eval(r'''@PAYLOAD@''')
