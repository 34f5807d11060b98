# Leaves something in the cache of requests, which Deno has, too.
# seen: left
# must: failed error
# node: no meaning: nothing there waits for it; tried by hand, see the decision

import js

js.Function.new(
    """
    return caches.open('@TOKEN@').then(async (cache) => {
      const found = await cache.match('https://left.invalid/');
      if (found) console.log(await found.text());
      await cache.put('https://left.invalid/', new Response('it was left'));
    }).catch(() => {});
    """
)()


def f(x):
    return 0
