# Removes the standard library’s files.
# seen: next
# must: failed error

import importlib, sys

sys.modules.pop("colorsys", None)
sys.path_importer_cache.clear()
sys.path.clear()
importlib.invalidate_caches()


def f(x):
    return 0
