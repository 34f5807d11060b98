"""A program that has run, asked for one call after another.

Everything is asked as the source of a call. What has no plain data stays here under a name of its own,
`_lectern_1`, by which later calls may mention it.
"""

import json
import operator

from .program import call, empty_folder, seed_everything
from .state import State
from .values import Encoder

OPERATORS = "_lectern_op"
HANDLE = "_lectern_{}"


class Conversation:
    """`ask` takes the host's messages, `question` an expression; both begin anew after `reset`."""

    def __init__(self, request, namespace, send):
        self._request = request
        self._namespace = namespace
        self._send = send
        self._folder = None
        self._handles = 0
        # Before the state is noted, so that it is there after every reset.
        namespace[OPERATORS] = operator
        self._state = State(namespace)

    def ask(self, message_json):
        message = json.loads(message_json)
        try:
            if "call" in message:
                outcome = self.question(message["call"])
            else:
                self.reset()
                outcome = NOTHING
            self._send({"event": "answer", **outcome})
        except MemoryError:
            self._send({"event": "out-of-memory"})

    def reset(self):
        self._handles = 0
        self._state.restore()
        seed_everything(self._request["seed"])
        self._folder = empty_folder(self._folder)

    def question(self, expression):
        return call(expression, self._namespace, self._request["stdin"], encode=self._encode)

    def _encode(self, value, *, consume=True):
        return KeepingEncoder(self._keep, consume).encode(value, 0)

    def _keep(self, value):
        self._handles += 1
        self._namespace[HANDLE.format(self._handles)] = value
        return self._handles


NOTHING = {"result": None, "error": None, "mutated": [], "stdout": "", "stdoutCut": False}


class KeepingEncoder(Encoder):
    """Gives a handle to what its data do not say all of: objects, functions, iterators. A test looks at whole values."""

    max_nodes = 20_000
    max_text = 200_000
    max_all_text = 400_000

    def __init__(self, keep, consume):
        super().__init__(consume)
        self._keep = keep

    def encode(self, value, depth):
        data = super().encode(value, depth)
        # Arguments are looked at before and after a call, and compared: no handles there.
        if self._consume and data["kind"] in ("object", "name", "iterator"):
            data["handle"] = self._keep(value)
        return data
