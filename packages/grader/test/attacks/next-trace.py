# Watches every line that runs after it, and changes what is returned.
# seen: next
# must: failed error

import sys


def watch(code, offset, value):
    raise RuntimeError("watched")


sys.monitoring.use_tool_id(1, "attack")
sys.monitoring.register_callback(1, sys.monitoring.events.PY_RETURN, watch)


def f(x):
    return 0


sys.monitoring.set_events(1, sys.monitoring.events.PY_RETURN)
