"""Runs the cells of a lesson from top to bottom, as a learner's kernel would.

Entry point of the author's interpreter: `run(request_json, emit)`.
"""

import json
import linecache

from .capture import captured
from .errors import ANSWER_FILE, describe
from .event_loop import DeadlockError
from .notebook import compile_cell, run_cell
from .program import main_namespace


def run(request_json, emit):
    """Emit a `cell` event for each cell; a cell that raises does not stop the ones after it."""
    request = json.loads(request_json)
    namespace = main_namespace(request["seed"])
    lines = []
    for index, cell in enumerate(request["cells"]):
        _place(cell, lines)
        with captured() as out:
            suspended, error = _run(cell, namespace)
        emit(
            json.dumps(
                {"event": "cell", "index": index, "stdout": out.text, "suspended": suspended, "error": error}
            )
        )
    emit(json.dumps({"event": "done"}))


def _place(cell, lines):
    """Keep the cell's lines where the lesson has them, so that tracebacks show and count the lesson's own."""
    last = cell["line"] - 1
    lines.extend(["\n"] * (last - len(lines)))
    lines[last:] = cell["source"].splitlines(keepends=True)
    linecache.cache[ANSWER_FILE] = (1, None, lines, ANSWER_FILE)


def _run(cell, namespace):
    """Return whether the cell waits for something that only a browser has, and its error."""
    source = "\n" * (cell["line"] - 1) + cell["source"]
    try:
        run_cell(compile_cell(source, ANSWER_FILE), namespace)
    except DeadlockError:
        # Nothing here answers it: a page, or the network.
        return True, None
    except BaseException as raised:
        return False, describe(raised)
    return False, None
