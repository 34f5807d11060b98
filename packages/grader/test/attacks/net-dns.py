# Tells something in a question of DNS.
# seen: udp
# must: failed error
# chromium: no meaning: a page asks no name servers itself

import js

js.Function.new(
    """
    const ask = (dns) => {
      const resolver = new dns.Resolver();
      resolver.setServers(['127.0.0.1:@UDP@']);
      resolver.resolve4('@TOKEN@.example', () => {});
    };
    if (globalThis.process) ask(process.getBuiltinModule('node:dns'));
    else import('node:dns').then((dns) => ask(dns.default)).catch(() => {});
    """
)()


def f(x):
    return 0
