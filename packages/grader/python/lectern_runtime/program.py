"""Runs one program, then the calls asked for, and reports each as it happens."""

import ast
import builtins
import functools
import linecache
import os
import random
import sys
import tempfile
import types

from . import event_loop
from .capture import captured
from .errors import ANSWER_FILE, SETUP_FILE, describe
from .notebook import compile_cell, run_cell
from .state import State
from .values import IterationFailed, encode


def run_program(request, send):
    """Run setup and source as `__main__`; return its namespace, or None where it raised."""
    namespace = main_namespace(request["seed"])
    error = None
    with captured(request["stdin"]) as out:
        try:
            for source, filename in ((request["setup"], SETUP_FILE), (request["source"], ANSWER_FILE)):
                if source is not None:
                    execute(source, filename, namespace)
            event_loop.end_leftovers()
        except MemoryError:
            raise
        except SystemExit as exit_request:
            # `sys.exit()` at the end of a script is an ordinary end; with a message or a code it is not.
            if exit_request.code not in (None, 0):
                error = describe(exit_request)
        except BaseException as raised:
            error = describe(raised)
    send(
        {
            "event": "program",
            "stdout": out.text,
            "stdoutCut": out.cut,
            "error": error,
            "functions": [
                name
                for name, value in list(namespace.items())
                if isinstance(name, str) and name.isidentifier() and callable(value)
            ],
        }
    )
    return namespace if error is None else None


def main_namespace(seed):
    """A new `__main__`, with chance and asyncio as every program meets them."""
    seed_everything(seed)
    event_loop.install()
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    module.__dict__["__builtins__"] = builtins
    return module.__dict__


def show_in_tracebacks(source, filename):
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)


def execute(source, filename, namespace):
    """Compile and run `source`, with its lines known to tracebacks."""
    show_in_tracebacks(source, filename)
    run_cell(compile_cell(source, filename), namespace)


def run_calls(request, namespace, send):
    """Make each call from the state after the program, in a folder of its own."""
    calls = request["calls"]
    if not calls:
        return
    state = State(namespace)
    folder = None
    for index, expression in enumerate(calls):
        state.restore()
        seed_everything(request["seed"])
        folder = empty_folder(folder)
        outcome = call(expression, namespace, request["stdin"])
        send({"event": "call", "index": index, **outcome})
    os.chdir("/")


def empty_folder(last):
    """Enter a folder that is empty: the last one where nothing was left in it, since making one takes a millisecond."""
    if last is None or not os.path.isdir(last) or os.listdir(last):
        last = tempfile.mkdtemp()
    os.chdir(last)
    return last


def call(expression, namespace, stdin, encode=encode):
    """Make one call, and tell its result or exception, what it printed and which arguments it changed."""
    result = error = None
    awaited = False
    mutated = []
    with captured(stdin) as out:
        try:
            function, arguments = prepare(expression, namespace)
            before = [(label, encode(value, consume=False)) for label, _, value in arguments]
            try:
                value = function(
                    *(value for _, keyword, value in arguments if keyword is None),
                    **{keyword: value for _, keyword, value in arguments if keyword is not None},
                )
                if not event_loop.is_ordinary(value):
                    awaited = event_loop.is_asynchronous(value)
                    value = event_loop.drive(value) if event_loop.is_awaitable(value) else value
                result = encode(value)
            finally:
                event_loop.end_leftovers()
                mutated = [
                    [label, after]
                    for (label, was), (_, _, value) in zip(before, arguments)
                    if (after := encode(value, consume=False)) != was
                ]
        except MemoryError:
            raise
        except IterationFailed as failed:
            result, error = failed.partial, describe(failed.__cause__)
        except BaseException as raised:
            result, error = None, describe(raised)
    return {
        "result": result,
        **({"awaited": True} if awaited else {}),
        "error": error,
        "mutated": mutated,
        "stdout": out.text,
        "stdoutCut": out.cut,
    }


def prepare(expression, namespace):
    """Split `f(1, key=[2])` into f and its evaluated arguments, as (label, keyword or None, value)."""
    function, parts = _compiled(expression)
    arguments = [(label, keyword, eval(part, namespace)) for label, keyword, part in parts]
    return eval(function, namespace), arguments


@functools.lru_cache(maxsize=4_096)
def _compiled(expression):
    node = ast.parse(expression, mode="eval").body
    if not isinstance(node, ast.Call):
        raise TypeError(f"not a call: {expression}")

    def code_of(part):
        return compile(ast.Expression(part), "<call>", "eval")

    parts = [(str(position), None, code_of(part)) for position, part in enumerate(node.args)]
    parts += [(part.arg, part.arg, code_of(part.value)) for part in node.keywords]
    return code_of(node.func), parts


def seed_everything(seed):
    """Fix `random`; the clock is the host's, which fixes it by the same seed."""
    random.seed(seed)
