"""Runs the cells of a lesson from top to bottom, as a learner's kernel would.

Entry point of the author's interpreter: `run(request_json, emit)`.
"""

import ast
import builtins
import inspect
import json
import linecache
import sys
import types

from .answer import seed_everything
from .capture import captured
from .errors import ANSWER_FILE, describe


def run(request_json, emit):
    """Emit a `cell` event for each cell; a cell that raises does not stop the ones after it."""
    request = json.loads(request_json)
    seed_everything(request["seed"])
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    module.__dict__.update(__builtins__=builtins, display=_display)
    lines = []
    for index, cell in enumerate(request["cells"]):
        _place(cell, lines)
        with captured() as out:
            suspended, error = _run(cell, module.__dict__)
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
        code = compile(source, ANSWER_FILE, "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
        if code.co_flags & inspect.CO_COROUTINE:
            return _step(eval(code, namespace)), None
        exec(code, namespace)
    except BaseException as raised:
        return False, describe(raised)
    return False, None


def _step(coroutine):
    try:
        coroutine.send(None)
    except StopIteration:
        return False
    except RuntimeError as error:
        # What sleeps or fetches asks for the event loop, which only the notebook's kernel has.
        if "event loop" in str(error):
            return True
        raise
    coroutine.close()
    return True


def _display(*objects, **_):
    """IPython's, as far as a cell that only has to run needs it."""
    for shown in objects:
        print(repr(shown))
