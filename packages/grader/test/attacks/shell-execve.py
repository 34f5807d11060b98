# Becomes another program.
# seen: file forged
# must: failed error
# control: node26
# chromium: no meaning: a browser has no programs to start

import js

js.Function.new(
    "const p = process; p.execve('/bin/sh', ['sh', '-c', 'touch @FILE@'], {});"
)()
