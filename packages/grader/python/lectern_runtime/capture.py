"""Standard streams that stop growing: output is cut while it is written, not after."""

import io
import sys

from .notebook import add_builtins, remove_builtins

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


class captured:
    """Replaces the standard streams, and `input`, which raises EOFError without `stdin`. Gives the output."""

    def __init__(self, stdin=None):
        self._stdin = stdin or ""

    def __enter__(self):
        out = CappedText()
        self._saved = sys.stdin, sys.stdout, sys.stderr, add_builtins()
        sys.stdin, sys.stdout, sys.stderr = Typed(self._stdin, newline=None), out, CappedText()
        return out

    def __exit__(self, *_):
        sys.stdin, sys.stdout, sys.stderr, builtins = self._saved
        remove_builtins(builtins)


class Typed(io.StringIO):
    """Standard input."""

    @property
    def buffer(self):
        return io.BytesIO(self.read().encode("utf-8", "surrogatepass"))
