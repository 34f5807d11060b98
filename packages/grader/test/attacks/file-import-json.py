# Imports a file of the machine as a module of data.
# seen: secret
# must: failed error
# chromium: no meaning: a page has no files of the machine

import js

load = js.Function.new("url", "type", "return import(url, { with: { type } })")


def tell(module):
    print(module.default)
    js.console.log(module.default)


for kind in ("json", "text"):
    load("file://@SECRET_FILE@", kind).then(tell, lambda _: None)


def f(x):
    return 0
