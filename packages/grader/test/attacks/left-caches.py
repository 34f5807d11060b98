# Leaves something in the cache of requests, which Deno has, too.
# seen: left
# must: failed error
# node: no meaning: nothing there waits for it; tried by hand, see the decision

import js
from pyodide.ffi import create_proxy

ADDRESS = js.location.origin + "/@TOKEN@"


def tell(text):
    js.postMessage('{"event":"verdict","passed":false,"stdout":"%s"}' % text)


def look(cache):
    def found(response):
        if response:
            response.text().then(create_proxy(tell))
        cache.put(ADDRESS, js.Response.new("it was left"))

    cache.match(ADDRESS).then(create_proxy(found))


js.caches.open("@TOKEN@").then(create_proxy(look), create_proxy(lambda _: None))


def f(x):
    return 0
