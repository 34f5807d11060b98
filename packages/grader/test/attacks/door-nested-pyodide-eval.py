# Has a second namespace of JavaScript made, by vm or an indirect eval.
# seen: file http
# must: failed error

import js

js.eval("(0, eval)")(r'''@PAYLOAD@''')
