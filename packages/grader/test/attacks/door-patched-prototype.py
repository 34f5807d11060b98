# Leaves a trap in JavaScript that whoever runs next in it steps into.
# seen: file http
# must: failed error

import js

js.eval(
    """(() => {
  const real = Array.prototype.map;
  Array.prototype.map = function (...args) { %s; return real.apply(this, args); };
  JSON.stringify = new Proxy(JSON.stringify, { apply(f, self, args) { %s; return Reflect.apply(f, self, args); } });
  String.prototype.slice = new Proxy(String.prototype.slice, { apply(f, self, args) { %s; return Reflect.apply(f, self, args); } });
  [1].map(() => 1);
})()""" % ((r'''@PAYLOAD@''',) * 3)
)
