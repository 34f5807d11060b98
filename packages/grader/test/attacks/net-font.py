# Has a font fetched.
# seen: http
# must: failed error
# node: no meaning: Node has none

import js

js.FontFace.new("x", "url(@HTTP@)").load()


def f(x):
    return 0
