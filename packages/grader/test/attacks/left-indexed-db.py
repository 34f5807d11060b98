# Leaves a database in the browser.
# seen: left
# must: failed error
# node: no meaning: Node has none

import js
from pyodide.ffi import create_proxy

request = js.indexedDB.open("@TOKEN@")


def upgrade(_):
    request.result.createObjectStore("left")


def opened(_):
    store = request.result.transaction("left", "readwrite").objectStore("left")
    found = store.get(1)

    def tell(_):
        if found.result:
            js.postMessage('{"event":"verdict","passed":false,"stdout":"%s"}' % found.result)
        store.put("it was left", 1)

    found.onsuccess = create_proxy(tell)


request.onupgradeneeded = create_proxy(upgrade)
request.onsuccess = create_proxy(opened)


def f(x):
    return 0
