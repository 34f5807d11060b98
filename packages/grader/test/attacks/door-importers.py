# Takes the module js from the finder that would have imported it.
# seen: file http
# must: failed error

import sys

finder = next(finder for finder in sys.meta_path if hasattr(finder, "jsproxies"))
finder.jsproxies["js"].eval(r'''@PAYLOAD@''')
