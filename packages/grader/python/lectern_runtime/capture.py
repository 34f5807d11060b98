"""Standard streams that stop growing: output is cut while it is written, not after."""

import contextlib
import io
import sys

from .notebook import notebook_builtins

MAX_CHARACTERS = 64_000


class CappedText(io.TextIOBase):
    """A text stream that keeps the first `limit` characters and drops the rest."""

    encoding = "utf-8"

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
    sys.stdin, sys.stdout, sys.stderr = _typed(stdin or ""), out, err
    try:
        with notebook_builtins():
            yield out
    finally:
        sys.stdin, sys.stdout, sys.stderr = saved


def _typed(text):
    """With a `buffer`, as a real one has."""
    raw = io.BytesIO(text.encode("utf-8", "surrogatepass"))
    return io.TextIOWrapper(raw, encoding="utf-8", errors="surrogatepass")
