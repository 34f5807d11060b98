# Makes a function of JavaScript from text.
# seen: file http
# must: failed error

import js

js.Function.new("return " + r'''@PAYLOAD@''')()
