"""Runs an author's solution, records the calls it makes, and varies them.

Entry point of the author's interpreter: `run(request_json, emit)`. It never sees what a learner wrote.
"""

import ast
import builtins
import copy
import functools
import inspect
import json

from .capture import captured
from .errors import ANSWER_FILE, SETUP_FILE, describe
from .expressions import NotWritable, call_expression
from .literals import literals_of
from .notebook import compile_cell, python_of, run_cell
from .program import execute, main_namespace, show_in_tracebacks
from .vary import variations

RECORDER = "__lectern_record__"
MAX_RECORDED = 40


def run(request_json, emit):
    """Emit one `recorded` event: for each function its recorded and its varied calls, as expressions."""
    request = json.loads(request_json)
    request["source"] = python_of(request["source"])
    recorder = Recorder(request["functions"])
    error = record(request, recorder)
    functions = []
    for name in request["functions"]:
        calls = recorder.calls[name]
        recorded = list(calls)
        varied = variations(
            name, list(calls.values()), literals_of(request["source"]), request["variationSeed"], recorder.names
        )
        functions.append(
            {
                "name": name,
                "recorded": recorded,
                "varied": [expression for expression in varied if expression not in calls],
                "unwritable": recorder.unwritable[name],
            }
        )
    emit(json.dumps({"event": "recorded", "error": error, "functions": functions}))
    emit(json.dumps({"event": "done"}))


class Recorder:
    """Notes each call of the functions it has wrapped, as source text with the values it was made of."""

    def __init__(self, functions):
        # expression -> (args, kwargs), in the order made; equal calls once
        self.calls = {name: {} for name in functions}
        self.unwritable = {name: 0 for name in functions}
        self.names = {}

    def wrap(self, function):
        name = function.__name__

        @functools.wraps(function)
        def recorded(*args, **kwargs):
            self.note(name, args, kwargs)
            return function(*args, **kwargs)

        if inspect.iscoroutinefunction(function) and hasattr(inspect, "markcoroutinefunction"):
            inspect.markcoroutinefunction(recorded)
        return recorded

    def note(self, name, args, kwargs):
        calls = self.calls[name]
        if len(calls) >= MAX_RECORDED:
            return
        try:
            expression = call_expression(name, args, kwargs, self.names)
        except NotWritable:
            self.unwritable[name] += 1
            return
        if expression not in calls:
            # Copies: the call may change its arguments.
            calls[expression] = copy.deepcopy((args, kwargs))


def record(request, recorder):
    """Run setup and source with the top-level functions wrapped; return the error, if any."""
    namespace = main_namespace(request["seed"])
    with captured(request["stdin"]):
        try:
            if request["setup"] is not None:
                execute(request["setup"], SETUP_FILE, namespace)
            show_in_tracebacks(request["source"], ANSWER_FILE)
            tree = ast.parse(request["source"], ANSWER_FILE)
            wrapped = set(recorder.calls)
            for node in tree.body:
                if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name in wrapped:
                    mark = ast.copy_location(ast.Name(RECORDER, ast.Load()), node.body[0])
                    node.decorator_list.insert(0, mark)
            namespace[RECORDER] = recorder.wrap
            recorder.names = NamesOf(namespace, request["sharedNames"])
            run_cell(compile_cell(tree, ANSWER_FILE), namespace)
        except SystemExit:
            return None
        except BaseException as raised:
            return describe(raised)
    return None


class NamesOf:
    """Finds the name by which a function or class can be written in a call: a built-in, or one that every answer has."""

    def __init__(self, namespace, shared):
        self._namespace = namespace
        self._shared = shared

    def get(self, value):
        name = getattr(value, "__name__", None)
        if not isinstance(name, str):
            return None
        if getattr(builtins, name, None) is value:
            return name
        if name in self._shared and self._namespace.get(name) is value:
            return name
        return None
