"""Runs an author's tests against an answer.

Entry point of the author's interpreter: `run(request_json, emit)`. It never sees more of an answer than what its
calls gave, as data. A test is ordinary Python: where it asks for a call whose outcome is not known yet, it is
stopped, and run again from its beginning when it is, so a test has to be deterministic.
"""

import json
import traceback

from .answer_proxy import AnswerError, CheckFailed, MissingName, answer_for, data_of
from .capture import captured
from .program import seed_everything
from .test_source import TESTS_FILE, TestsError, compiled_tests, outline, test_helpers


def run(request_json, emit):
    """Tell what tests there are; return a session that runs them, or None where their source does not run."""
    request = json.loads(request_json)

    def send(event):
        emit(json.dumps(event))

    session = None
    try:
        description = outline(request["source"])
        tests = Tests(request)
        tests.namespace()  # the source by itself must run
        session = Session(tests, send)
        send({"event": "tests", "problem": None, **description})
        send({"event": "idle"})
    except BaseException as raised:
        problem = {"text": f"{type(raised).__name__}: {_text(raised)}", "line": _line(raised)}
        if isinstance(raised, TestsError):
            problem["text"] = _text(raised)
        send({"event": "tests", "problem": problem, "functions": [], "public": ""})
        send({"event": "done"})
    return session


MAX_MESSAGE = 2_000


class Tests:
    """An author's tests, ready to be run."""

    def __init__(self, request):
        self._seed = request["seed"]
        self._code = compiled_tests(request["source"])
        self.tolerance = request["tolerance"]

    def namespace(self):
        """What the source defines, made anew: nothing that one test did is there for the next."""
        seed_everything(self._seed)
        return self._code.run(test_helpers())


class Session:
    """Runs tests one after another, against an answer that is asked through the host."""

    def __init__(self, tests, send):
        self._tests = tests
        self._send = send
        self._test = self._facts = None
        self._log = []

    def ask(self, message_json):
        """`{"test": …, "answer": …}` begins a test, `{"outcome": …}` goes on with it."""
        message = json.loads(message_json)
        if "test" in message:
            self._test, self._facts, self._log = message["test"], message["answer"], []
        else:
            self._log.append(message["outcome"])
        replay = Replay(self._log)
        outcome = run_test(self._tests, self._test, self._facts, replay)
        if replay.question is not None:
            self._send({"event": "asks", "question": replay.question})
        else:
            self._send({"event": "test", "name": self._test, "outcome": outcome, "asked": []})


class DirectTests:
    """Runs tests against programs in this interpreter: mutants, which are the author's own code."""

    def __init__(self, request):
        self._tests = Tests(request)
        self._names = request["names"]

    def run(self, conversation, facts, send):
        for name in self._names:
            conversation.reset()
            direct = Direct(conversation)
            outcome = run_test(self._tests, name, facts, direct)
            send({"event": "test", "name": name, "outcome": outcome, "asked": direct.asked})


class NotYet(BaseException):
    """Ends a test that asks for an outcome which is not known; not an Exception, so that few tests catch it."""


class Replay:
    """Gives the outcomes that are known, in order; notes the first question beyond them."""

    def __init__(self, log):
        self._log = log
        self._position = 0
        self.last = None
        self.question = None

    def ask(self, expression, shown):
        if self.question is not None:  # it caught NotYet: nothing that it does from here on counts
            raise NotYet
        if self._position == len(self._log):
            self.question = expression
            raise NotYet
        outcome = self._log[self._position]
        self._position += 1
        self.last = (shown, outcome)
        return outcome


class Direct:
    """Asks a program in this interpreter: for mutants, which are the author's own code."""

    def __init__(self, conversation):
        self._conversation = conversation
        self.asked = []
        self.last = None
        self.question = None

    def ask(self, expression, shown):
        self.asked.append(expression)
        outcome = self._conversation.question(expression)
        self.last = (shown, outcome)
        return outcome


def run_test(tests, name, facts, transport):
    """Run one test; return the `TestOutcome` of author-tools.ts. It says nothing where the transport has a question.

    Why a test failed is told as data, since only the host knows the learner's language.
    """
    failure = None
    with captured():
        try:
            tests.namespace()[name](answer_for(transport, facts, tests.tolerance))
        except NotYet:
            pass
        except BaseException as raised:
            failure = _why(raised)
    if failure is None:
        return {"status": "passed"}
    return {"status": "failed", "failure": failure, "consulted": _consulted(transport)}


def _why(raised):
    """The `TestFailure` of author-tools.ts."""
    if isinstance(raised, CheckFailed):
        return raised.reason
    if isinstance(raised, AssertionError):
        return {"kind": "message", "text": _text(raised)}
    if isinstance(raised, MissingName):
        return {"kind": "missing", "name": raised.name}
    from_answer = getattr(raised, "from_answer", None)
    if from_answer is not None:
        return {"kind": "raised", **from_answer}
    return {"kind": "stopped", "type": type(raised).__name__, "text": _text(raised), "line": _line(raised)}


def _consulted(transport):
    """The last call of the answer's that the test knew of."""
    if transport.last is None:
        return None
    shown, outcome = transport.last
    return {"shown": shown, "result": outcome["result"], "error": outcome["error"]}


def _text(error):
    try:
        return str(error)[:MAX_MESSAGE]
    except BaseException:
        return ""


def _line(error):
    """Where in the tests it was raised."""
    if isinstance(error, (SyntaxError, TestsError)):
        return getattr(error, "lineno", None) or getattr(error, "line", None)
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == TESTS_FILE]
    return lines[-1] if lines else None
