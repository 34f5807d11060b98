"""An exception as the learner should meet it: the frames of their own code, and nothing of ours."""

import traceback

ANSWER_FILE = "<answer>"
SETUP_FILE = "<setup>"
MAX_MESSAGE = 2_000
MAX_FRAMES = 12


def describe(error):
    """Return the `PythonError` of sandbox.ts for `error`."""
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename in (ANSWER_FILE, SETUP_FILE)
    ]
    line = None
    if isinstance(error, SyntaxError) and error.filename == ANSWER_FILE:
        line = error.lineno
    else:
        for frame in frames:
            if frame.filename == ANSWER_FILE:
                line = frame.lineno
    return {
        "type": type(error).__name__,
        "base": next((kind.__name__ for kind in type(error).__mro__ if kind.__module__ == "builtins"), ""),
        "message": _message(error),
        "line": line,
        "traceback": _traceback(error, frames),
    }


def _message(error):
    try:
        text = str(error.msg) if isinstance(error, SyntaxError) else str(error)
    except BaseException:  # a learner's __str__ may raise anything
        text = ""
    return text[:MAX_MESSAGE]


def _traceback(error, frames):
    shown = frames
    if len(frames) > MAX_FRAMES:
        shown = frames[: MAX_FRAMES // 2] + frames[-MAX_FRAMES // 2 :]
    lines = []
    if shown:
        lines.append("Traceback (most recent call last):\n")
        lines.extend(traceback.format_list(shown))
    try:
        lines.extend(traceback.format_exception_only(error))
    except BaseException:  # as above
        lines.append(f"{type(error).__name__}\n")
    return "".join(lines)[: 2 * MAX_MESSAGE]
