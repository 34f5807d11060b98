# Reaches Function as the constructor of any object’s constructor.
# seen: file http
# must: failed error

import js

js.Object.new().constructor.constructor("return " + r'''@PAYLOAD@''')()
