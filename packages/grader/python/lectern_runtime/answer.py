"""Runs one program and its calls, then answers what else is asked of it.

Entry point of the answer interpreter: `run(request_json, emit)`.
"""

import json

from .conversation import Conversation
from .program import run_calls, run_program


def run(request_json, emit):
    """Run the request; `emit` is called with the JSON text of each event.

    Returns the conversation that goes on from there, where one is asked for.
    """
    request = json.loads(request_json)
    send = _sender(emit)
    try:
        namespace = run_program(request, send)
        if namespace is not None:
            run_calls(request, namespace, send)
            if request.get("converse"):
                conversation = Conversation(request, namespace, send)
                send({"event": "idle"})
                return conversation
        send({"event": "done"})
    except MemoryError:
        send({"event": "out-of-memory"})
    return None


def _sender(emit):
    # Held in a closure, so that a learner who replaces `json.dumps` does not reach it by that name.
    dumps = json.JSONEncoder(ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode

    def send(event):
        emit(dumps(event))

    return send
