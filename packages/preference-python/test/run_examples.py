"""Runs the examples of the docstrings, with `await` at their top as a notebook has it, and says which do not hold."""

import doctest
import inspect
import re

import lectern.preference as pref
from lectern.preference._record import Record
from pyodide.code import eval_code_async

SYNC_NEEDS = "pause Python"


async def run_examples() -> list[str]:
    """Each problem in a line; an export without an example is one."""
    problems = []
    for name in pref.__all__:
        examples = doctest.DocTestParser().get_examples(inspect.getdoc(getattr(pref, name)) or "")
        # What a function returns is shown by the function's example.
        if not examples and not is_record(getattr(pref, name)):
            problems.append(f"{name} has no example")
        scope = {"pref": pref}
        for example in examples:
            if doctest.SKIP in example.options:
                continue
            problem = await problem_of(example, scope)
            if problem is not None:
                problems.append(f"{name}: {example.source.strip()}: {problem}")
    return problems


def is_record(export: object) -> bool:
    return isinstance(export, type) and issubclass(export, Record)


async def problem_of(example: doctest.Example, scope: dict) -> str | None:
    try:
        value = await eval_code_async(example.source, globals=scope)
    except Exception as error:
        raised = f"{type(error).__module__}.{type(error).__name__}: {error}"
        wanted = (example.exc_msg or "").strip()
        # Where the host cannot wait, the functions that need it have to say so.
        if SYNC_NEEDS in str(error) and "_sync" in example.source:
            return None
        short = re.sub(r"\._\w+\.", ".", raised)
        return None if wanted and short.startswith(wanted) else f"raised {raised}"
    if example.exc_msg:
        return "raised nothing"
    got = "" if value is None else f"{value!r}\n"
    return None if got == example.want else f"gave {got.strip()}, wanted {example.want.strip()}"
