"""What a proof by mutation needs of a solution: its mutants, and random calls of its functions.

Entry point of the author's interpreter: `run(request_json, emit)`.
"""

import json

from .author import NamesOf
from .generate import random_calls
from .mutate import mutants
from .notebook import python_of
from .program import prepare, run_program


def run(request_json, emit):
    """Emit one `mutation` event."""
    request = json.loads(request_json)
    request["source"] = python_of(request["source"])
    namespace = run_program(request, lambda event: None)
    emit(
        json.dumps(
            {
                "event": "mutation",
                "mutants": [
                    {"source": made.source, "line": made.line, "operator": made.operator}
                    for made in mutants(request["source"], request["scope"], request["variationSeed"])
                ],
                "calls": [] if namespace is None else _calls(request, namespace),
            }
        )
    )
    emit(json.dumps({"event": "done"}))


def _calls(request, namespace):
    names = NamesOf(namespace, request["sharedNames"])
    chosen = []
    for function in request["functions"]:
        recorded = [_values(expression, namespace) for expression in function["calls"]]
        chosen += random_calls(
            function["name"], recorded, request["randomCalls"], request["variationSeed"], names
        )
    return chosen


def _values(expression, namespace):
    _, arguments = prepare(expression, namespace)
    args = [value for _, keyword, value in arguments if keyword is None]
    return args, {keyword: value for _, keyword, value in arguments if keyword is not None}
