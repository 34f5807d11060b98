# Runs a program of the machine by os.system.
# seen: file
# must: failed error
# chromium: no meaning: a browser has no programs to start

import os

os.system("touch @FILE@")
