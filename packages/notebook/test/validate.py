"""Reads notebook files with Jupyter's own library: each must be valid, and be what that library would write."""

import sys
from pathlib import Path

import nbformat

for path in sys.argv[1:]:
    text = Path(path).read_text(encoding="utf-8")
    notebook = nbformat.reads(text, as_version=nbformat.NO_CONVERT)
    nbformat.validate(notebook)
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5), path
    assert nbformat.writes(notebook) + "\n" == text, f"{path}: nbformat would write other bytes"
print(f"{len(sys.argv) - 1} valid")
