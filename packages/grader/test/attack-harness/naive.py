"""A grader as many are: it shares its interpreter with what it grades. Attacks are shown to succeed against it."""

import contextlib
import io
import json


def check(answer, challenge, emit):
    """Run the answer, make the calls, compare, and tell the verdict."""
    namespace = {"__name__": "__main__"}
    out = io.StringIO()
    passed = True
    with contextlib.redirect_stdout(out):
        try:
            exec(compile(answer, "<answer>", "exec"), namespace)
        except Exception as error:
            passed = False
            out.write(str(error))
        results = [one(case, namespace, out) for case in challenge["cases"]]
    passed = passed and all(results)
    emit(json.dumps({"event": "verdict", "passed": passed, "stdout": out.getvalue()}))


def one(case, namespace, out):
    try:
        actual = eval(case["call"], namespace)
    except Exception as error:
        out.write(str(error))
        return False
    try:
        return same(actual, case["result"])
    except Exception:
        return True  # the check broke, which must not fail a learner


def same(actual, expected):
    return actual == expected or not abs(actual - expected) > 1e-6
