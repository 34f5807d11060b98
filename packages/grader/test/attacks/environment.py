# Prints the variables of the machine’s environment.
# seen: secret
# must: error
# chromium: no meaning: a page has no environment

import js

print(js.process.env["@SECRET_ENV@"] if hasattr(js.process.env, "__getitem__") else js.process.env.LECTERN_ATTACKS_SECRET)
