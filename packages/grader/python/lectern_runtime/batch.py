"""Runs several programs of the author, one after another, each with its calls and its time.

Entry point of the author's interpreter: `run(request_json, emit, now)`. It never sees what a learner wrote:
programs that run in one interpreter can touch each other.
"""

import gc
import json
import sys

from .conversation import Conversation
from .errors import ANSWER_FILE, SETUP_FILE
from .program import run_calls, run_program
from .test_source import TESTS_FILE
from .tests import DirectTests

LOOK_EVERY = 500


def run(request_json, emit, now):
    """Emit `source`, `program`, `call` … and `source-end` for each source; `now()` gives milliseconds.

    With `tests`, each program that ran is given the author's tests too, and a `test` event for each.
    With `baseline`, the first source may take `timeLimitSeconds`, the others five times what it took, or a second.
    """
    request = json.loads(request_json)
    tests = DirectTests(request["tests"]) if request["tests"] is not None else None
    limit = request["timeLimitSeconds"] * 1_000
    for index, source in enumerate(request["sources"]):
        emit(json.dumps({"event": "source", "index": index}))
        started = now()
        end = _run_one({**request, "source": source}, tests, emit, Deadline(now, started + limit))
        elapsed = now() - started
        emit(json.dumps({"event": "source-end", "end": end, "durationMs": elapsed}))
        if index == 0 and request["baseline"]:
            limit = max(1_000, 5 * elapsed)
        gc.collect()
    emit(json.dumps({"event": "done"}))


class TimeIsUp(BaseException):
    """Raised in the program's own code; not an Exception, so that few programs catch it."""


def _run_one(request, tests, emit, deadline):
    program = {}

    def send(event):
        if event["event"] == "program":
            program.update(event)
        # A program that caught the first one does not get past its end.
        if deadline.passed:
            raise TimeIsUp
        emit(json.dumps(event))

    try:
        with deadline:
            namespace = run_program(request, send)
            if namespace is not None:
                run_calls(request, namespace, send)
                if tests is not None:
                    tests.run(Conversation(request, namespace, send), {**program, "source": request["source"]}, send)
        return "done"
    except TimeIsUp:
        return "timed-out"
    except MemoryError:
        return "out-of-memory"


class Deadline:
    """Stops Python code of the program that runs past `at`. Code in C is the host's to stop."""

    def __init__(self, now, at):
        self._now = now
        self._at = at
        self._countdown = LOOK_EVERY
        self.passed = False

    def __enter__(self):
        monitoring = sys.monitoring
        events = monitoring.events
        self._tool = monitoring.DEBUGGER_ID
        monitoring.use_tool_id(self._tool, "lectern")
        for event in (events.JUMP, events.PY_START, events.PY_RESUME):
            monitoring.register_callback(self._tool, event, self._look)
        monitoring.set_events(self._tool, events.JUMP | events.PY_START | events.PY_RESUME)
        return self

    def __exit__(self, *_):
        sys.monitoring.set_events(self._tool, 0)
        sys.monitoring.free_tool_id(self._tool)

    def _look(self, code, *_):
        if code.co_filename not in (ANSWER_FILE, SETUP_FILE, TESTS_FILE):
            return
        self._countdown -= 1
        if self._countdown > 0 and not self.passed:
            return
        self._countdown = LOOK_EVERY
        if self._now() > self._at:
            self.passed = True
            raise TimeIsUp
