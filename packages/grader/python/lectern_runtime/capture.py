"""Standard streams that stop growing: output is cut while it is written, not after."""

import contextlib
import io
import sys

MAX_CHARACTERS = 64_000


class CappedText(io.TextIOBase):
    """A text stream that keeps the first `limit` characters and drops the rest."""

    def __init__(self, limit=MAX_CHARACTERS):
        super().__init__()
        self._parts = []
        self._room = limit
        self.cut = False

    def writable(self):
        return True

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if len(text) <= self._room:
            self._parts.append(text)
            self._room -= len(text)
        else:
            self._parts.append(text[: self._room])
            self._room = 0
            self.cut = True
        return len(text)

    @property
    def text(self):
        return "".join(self._parts)


@contextlib.contextmanager
def captured(stdin=None):
    """Replace the standard streams; without `stdin`, `input()` raises EOFError."""
    out, err = CappedText(), CappedText()
    saved = sys.stdin, sys.stdout, sys.stderr
    sys.stdin, sys.stdout, sys.stderr = io.StringIO(stdin or ""), out, err
    try:
        yield out
    finally:
        sys.stdin, sys.stdout, sys.stderr = saved
