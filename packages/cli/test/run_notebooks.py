"""Validates notebooks, and runs the code cells of each from top to bottom, in one namespace, in this Python."""

import contextlib
import io
import sys

import nbformat

for path in sys.argv[1:]:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    names = {"__name__": "__main__"}
    ran = 0
    for cell in notebook.cells:
        kind = cell.metadata.get("lectern", {}).get("kind")
        if cell.cell_type != "code" or kind != "code":
            continue
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(cell.source, f"{path}:{cell.id}", "exec"), names)
        ran += 1
    print(f"{path}: valid, {ran} cell{'' if ran == 1 else 's'} ran")
