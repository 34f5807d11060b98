"""Python values as size-capped JSON data (the `Value` type of sandbox.ts).

Numbers travel as Python's own text, so that no digit is lost in JSON. Subclasses
of the built-in containers count as what they contain: a Counter is a dict.
"""

import collections.abc
import dataclasses
import enum
import hashlib
import itertools
import types

MAX_DEPTH = 20
MAX_NODES = 2_000
MAX_TEXT = 4_000
MAX_ITERATED = 100

_NAMED = (
    types.FunctionType,
    types.BuiltinFunctionType,
    types.MethodType,
    types.ModuleType,
    type,
)


def encode(value, *, consume=True):
    """Encode `value`. Iterators are read (their first 100 items) only where `consume` is true.

    Raises what a value's own iteration raises.
    """
    return _Encoder(consume).encode(value, 0)


class _Encoder:
    def __init__(self, consume):
        self._consume = consume
        self._nodes = 0
        self._open = set()

    def encode(self, value, depth):
        self._nodes += 1
        if self._nodes > MAX_NODES or depth > MAX_DEPTH:
            return {"kind": "cut"}
        kind = type(value)  # exactly these first: most values are plain
        if kind is str and len(value) <= MAX_TEXT:
            return {"kind": "str", "value": value}
        if kind is float:
            return {"kind": "float", "value": repr(value)}
        if kind in (list, tuple, dict, set):
            return self._compound(value, depth)
        if value is None:
            return {"kind": "none"}
        if isinstance(value, bool):
            return {"kind": "bool", "value": bool(value)}
        if isinstance(value, enum.Enum):
            return self._object(value, depth, [("name", value.name), ("value", value.value)])
        if isinstance(value, int):
            return {"kind": "int", "value": _int_text(value)}
        if isinstance(value, float):
            return {"kind": "float", "value": float.__repr__(value)}
        if isinstance(value, complex):
            return {
                "kind": "complex",
                "real": float.__repr__(value.real),
                "imag": float.__repr__(value.imag),
            }
        if isinstance(value, str):
            return _text("str", str.__str__(value), lambda whole: whole.encode("utf-8", "surrogatepass"))
        if isinstance(value, (bytes, bytearray)):
            return _text("bytes", bytes(value).decode("latin-1"), lambda whole: whole.encode("latin-1"))
        if isinstance(value, _NAMED):
            return {
                "kind": "name",
                "type": type(value).__name__,
                "name": str(getattr(value, "__qualname__", getattr(value, "__name__", ""))),
            }
        return self._compound(value, depth)

    def _compound(self, value, depth):
        if id(value) in self._open:
            return {"kind": "cycle"}
        self._open.add(id(value))
        try:
            if isinstance(value, list):
                return self._items("list", list.__iter__(value), list.__len__(value), depth)
            if isinstance(value, tuple):
                return self._items("tuple", tuple.__iter__(value), tuple.__len__(value), depth)
            if isinstance(value, (set, frozenset)):
                kind = "set" if isinstance(value, set) else "frozenset"
                return self._items(kind, iter(value), len(value), depth)
            if isinstance(value, dict):
                return self._dict(value, depth)
            if dataclasses.is_dataclass(value):
                names = [field.name for field in dataclasses.fields(value)]
                return self._object(
                    value, depth, [(name, getattr(value, name, None)) for name in names]
                )
            if isinstance(value, collections.abc.Iterator):
                return self._iterator(value, depth)
            return self._other(value, depth)
        finally:
            self._open.discard(id(value))

    def _items(self, kind, iterator, length, depth):
        items = []
        for item in iterator:
            if self._nodes >= MAX_NODES:
                return {"kind": kind, "items": items, "cut": length}
            items.append(self.encode(item, depth + 1))
        return {"kind": kind, "items": items}

    def _dict(self, value, depth):
        entries = []
        for key, item in dict.items(value):
            if self._nodes >= MAX_NODES:
                return {"kind": "dict", "entries": entries, "cut": dict.__len__(value)}
            entries.append([self.encode(key, depth + 1), self.encode(item, depth + 1)])
        return {"kind": "dict", "entries": entries}

    def _iterator(self, value, depth):
        if not self._consume:
            return {"kind": "name", "type": type(value).__name__, "name": ""}
        items = [self.encode(item, depth + 1) for item in itertools.islice(value, MAX_ITERATED)]
        return {"kind": "iterator", "items": items}

    def _object(self, value, depth, fields):
        return {
            "kind": "object",
            "type": type(value).__qualname__,
            "fields": [[str(name), self.encode(item, depth + 1)] for name, item in fields],
        }

    def _other(self, value, depth):
        """An object's stated summary: its attributes, or else its repr where that names no address."""
        fields = getattr(value, "__dict__", None)
        if isinstance(fields, dict):
            return self._object(value, depth, sorted(fields.items(), key=lambda field: str(field[0])))
        shown = repr(value)
        return self._object(value, depth, [] if " at 0x" in shown else [("repr", shown)])


def _text(kind, value, to_bytes):
    if len(value) <= MAX_TEXT:
        return {"kind": kind, "value": value}
    digest = hashlib.sha256(to_bytes(value)).hexdigest()
    return {
        "kind": kind,
        "value": value[:MAX_TEXT],
        "cut": {"length": len(value), "sha256": digest},
    }


def _int_text(value):
    # Python refuses to write very long integers in decimal; hexadecimal has no such limit.
    if value.bit_length() > 13_000:
        digest = hashlib.sha256(hex(value).encode()).hexdigest()
        return f"0x…{digest} ({value.bit_length()} bits)"
    return int.__repr__(value)
