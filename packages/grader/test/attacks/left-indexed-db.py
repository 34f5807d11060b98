# Leaves a database in the browser.
# seen: left
# must: failed error
# node: no meaning: Node has none

import js

js.Function.new(
    """
    const found = indexedDB.open('@TOKEN@');
    found.onupgradeneeded = () => found.result.createObjectStore('left');
    found.onsuccess = () => {
      const store = found.result.transaction('left', 'readwrite').objectStore('left');
      const get = store.get(1);
      get.onsuccess = () => { if (get.result) postMessage(JSON.stringify({ event: 'verdict', passed: false, stdout: get.result })); store.put('it was left', 1); };
    };
    """
)()


def f(x):
    return 0
