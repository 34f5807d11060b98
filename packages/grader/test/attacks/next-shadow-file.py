# Writes a module that is found before the library’s.
# seen: next
# must: failed error

import os, sys

sys.modules.pop("colorsys", None)
for folder in ("/home/pyodide", "."):
    os.makedirs(folder, exist_ok=True)
    with open(folder + "/colorsys.py", "w") as file:
        file.write("def rgb_to_hsv(*_): return (0, 0, 0)")
sys.path.insert(0, "/home/pyodide")


def f(x):
    return 0
