# Leaves something in the browser-like storage that Deno and Node have, too.
# seen: left
# must: failed error
# control: deno
# chromium: no meaning: a worker has no localStorage

import js

print(js.localStorage.getItem("@TOKEN@"), "in store")
js.localStorage.setItem("@TOKEN@", "it was left")


def f(x):
    return 0
