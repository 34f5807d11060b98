"""An exception as the learner should meet it: the frames of their own code, and nothing of ours."""

import traceback

ANSWER_FILE = "<answer>"
SETUP_FILE = "<setup>"
MAX_MESSAGE = 2_000
MAX_NAME = 200
# Of a recursion: the first and the last steps.
MAX_STEPS = 12
# Of exceptions that were raised while others were handled.
MAX_CHAIN = 3

_CAUSED = "\nThe above exception was the direct cause of the following exception:\n\n"
_HANDLING = "\nDuring handling of the above exception, another exception occurred:\n\n"


def describe(error):
    """Return the `PythonError` of sandbox.ts for `error`."""
    return {
        "type": type(error).__name__[:MAX_NAME],
        "message": _message(error),
        "line": _line(error),
        "traceback": _whole_traceback(error),
    }


def _message(error):
    try:
        text = str(error.msg) if isinstance(error, SyntaxError) else str(error)
    except BaseException:  # a learner's __str__ may raise anything
        text = ""
    return text[:MAX_MESSAGE]


def _line(error):
    """The line of the answer that raised, or that called what raised."""
    if isinstance(error, SyntaxError) and error.filename == ANSWER_FILE:
        # A learner may have made the exception, with anything in it.
        return error.lineno if isinstance(error.lineno, int) else None
    lines = [frame.lineno for frame in _own_frames(error) if frame.filename == ANSWER_FILE]
    return lines[-1] if lines else None


def _own_frames(error):
    return [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename in (ANSWER_FILE, SETUP_FILE)
    ]


def _whole_traceback(error):
    """The exception after those that led to it, as Python prints them."""
    parts = [_traceback(error)]
    seen = {id(error)}
    while len(seen) < MAX_CHAIN:
        earlier, words = _earlier(error)
        # What a library raised and caught inside it is none of the learner's.
        if earlier is None or id(earlier) in seen or not _own_frames(earlier):
            break
        seen.add(id(earlier))
        parts[:0] = [_traceback(earlier), words]
        error = earlier
    # What was raised last is told whole.
    return "".join(parts)[-2 * MAX_MESSAGE :]


def _earlier(error):
    if error.__cause__ is not None:
        return error.__cause__, _CAUSED
    if error.__context__ is not None and not error.__suppress_context__:
        return error.__context__, _HANDLING
    return None, ""


def _traceback(error):
    steps = traceback.StackSummary.from_list(_own_frames(error)).format()
    lines = ["Traceback (most recent call last):\n"] if steps else []
    if len(steps) > MAX_STEPS:
        half = MAX_STEPS // 2
        lines += [*steps[:half], f"  … {len(steps) - MAX_STEPS} more calls …\n", *steps[-half:]]
    else:
        lines += steps
    return "".join([*lines, *_ending(error)])[: 2 * MAX_MESSAGE]


def _ending(error):
    """The last lines: type, message and Python's guess at a misspelt name; of a syntax error, the place."""
    try:
        whole = traceback.TracebackException(type(error), error, error.__traceback__, limit=0)
        return list(whole.format_exception_only())
    except BaseException:  # as above
        return [f"{type(error).__name__}\n"]
