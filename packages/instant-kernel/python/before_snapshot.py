"""Brings the kernel to where a cell may run, before the picture of its memory is taken.

Everything is imported that the first cells need, and each of the kernel's services is used once, since IPython and
jedi import much of themselves only then. What that leaves behind is undone: a restored kernel has run nothing.
"""

import asyncio  # noqa: F401  top-level await
import csv  # noqa: F401
import random  # noqa: F401
import statistics  # noqa: F401  half a second, the first time
import sys

import IPython.core.completerlib  # noqa: F401  completes `import` lines
import jedi  # noqa: F401
import piplite.piplite  # noqa: F401
import pyodide_kernel

shell = pyodide_kernel.ipython_shell
kernel = pyodide_kernel.kernel_instance


def run(source):
    shell.run_cell(source, store_history=False)


# Outputs go to callbacks that the worker sets for each cell: none is set, so nothing is shown.
run("1 + 1")
run("print('a')")
run("def f(x):\n    '''Doc.'''\n    return x / 0\nf(1)")
run("x =")
run("%who")
kernel.complete("import o", 8)
kernel.complete("sys.pa", 6)
kernel.inspect("print", 5, 0)
kernel.is_complete("for i in range(3):")
shell.run_line_magic("reset", "-sf")

# Pyodide puts the current folder there in each of its starts, restored or not.
sys.path.remove("")

shell._last_traceback = None
shell.payload_manager.clear_payload()
shell.execution_count = 1
for name in ("last_type", "last_value", "last_traceback", "last_exc"):
    if hasattr(sys, name):
        delattr(sys, name)
