# Has V8 write its heap into a file.
# seen: file
# must: failed error
# chromium: no meaning: a page has no files of the machine

import js

js.Function.new("process.getBuiltinModule('node:v8').writeHeapSnapshot('@FILE@')")()
