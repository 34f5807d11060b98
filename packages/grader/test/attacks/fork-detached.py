# Starts a process that outlives it and acts later.
# seen: file
# must: failed error
# chromium: no meaning: a browser has no programs to start

import js

js.Function.new(
    """
    const { spawn } = process.getBuiltinModule('node:child_process');
    spawn('sh', ['-c', 'sleep 0.4; touch @FILE@'], { detached: true, stdio: 'ignore' }).unref();
    """
)()
