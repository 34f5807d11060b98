"""Python values as size-capped JSON data (the `Value` type of sandbox.ts).

Numbers travel as Python's own text, so that no digit is lost in JSON. Subclasses of the built-in containers
count as what they contain: a Counter is a dict. A value is not asked what it is: type, length and items are read
as the built-in types have them, so that one which lies about itself misleads nobody.
"""

import hashlib
import itertools

from .event_loop import stepped
from .summaries import MAX_NAME, defines, kind_of, name_of, summary

MAX_DEPTH = 20
MAX_NODES = 2_000
MAX_TEXT = 4_000
# With this much text in one value, what follows is cut to less: its digest tells it apart as well.
MAX_ALL_TEXT = 200_000
MAX_TEXT_AFTER = 80
MAX_ITERATED = 100
MAX_DIGESTED = 1_000_000


class IterationFailed(Exception):
    """An iterator raised, which is the `__cause__`; `partial` is what came before, where it is the whole value."""

    def __init__(self, partial):
        super().__init__()
        self.partial = partial


def encode(value, *, consume=True):
    """Encode `value`. Iterators are read (their first 100 items) only where `consume` is true.

    Raises IterationFailed where one raises; whatever else a value does when it is looked at is part of its summary.
    """
    return Encoder(consume).encode(value, 0)


class Encoder:
    """Cut where a message ends: what looks at whole values sets higher limits."""

    max_nodes = MAX_NODES
    max_text = MAX_TEXT
    max_all_text = MAX_ALL_TEXT

    def __init__(self, consume):
        self._consume = consume
        self._nodes = 0
        self._text = 0
        self._open = set()

    def encode(self, value, depth):
        self._nodes += 1
        if self._nodes > self.max_nodes or depth > MAX_DEPTH:
            return {"kind": "cut"}
        kind = type(value)
        # A class with a class of its own may raise already where it is looked up.
        if type(kind) is not type or kind not in _EXACT_KINDS:
            kind = _counted_as(kind)
        encoder = _SCALARS.get(kind)
        if encoder is not None:
            return encoder(self, value)
        if id(value) in self._open:
            return {"kind": "cycle"}
        self._open.add(id(value))
        try:
            return _CONTAINERS.get(kind, Encoder._object)(self, value, depth)
        finally:
            self._open.discard(id(value))

    def _bool(self, value):
        return {"kind": "bool", "value": value}

    def _none(self, value):
        return {"kind": "none"}

    def _int(self, value):
        # Python refuses to write very long integers in decimal; hexadecimal has no such limit.
        bits = int.bit_length(value)
        if bits > 13_000:
            digest = hashlib.sha256(int.__format__(value, "x").encode()).hexdigest()
            return {"kind": "int", "value": f"0x…{digest} ({bits} bits)"}
        return {"kind": "int", "value": int.__repr__(value)}

    def _float(self, value):
        return {"kind": "float", "value": float.__repr__(value)}

    def _complex(self, value):
        real, imag = complex.real.__get__(value), complex.imag.__get__(value)
        return {"kind": "complex", "real": float.__repr__(real), "imag": float.__repr__(imag)}

    def _str(self, value):
        return self._cut_text("str", str.__str__(value), lambda whole: whole.encode("utf-8", "surrogatepass"))

    def _bytes(self, value):
        return self._cut_text("bytes", bytes.__getitem__(value, _ALL).decode("latin-1"), _latin_1)

    def _bytearray(self, value):
        return self._cut_text("bytes", bytearray.__getitem__(value, _ALL).decode("latin-1"), _latin_1)

    def _cut_text(self, kind, text, to_bytes):
        limit = self.max_text if self._text < self.max_all_text else MAX_TEXT_AFTER
        if len(text) <= limit:
            self._text += len(text)
            return {"kind": kind, "value": text}
        self._text += limit
        digest = hashlib.sha256(to_bytes(text)).hexdigest()
        return {"kind": kind, "value": text[:limit], "cut": {"length": len(text), "sha256": digest}}

    def _name(self, value, depth):
        """A class or a function: two classes are the same by name, two functions cannot be compared."""
        if isinstance(value, type):
            return {"kind": "name", "type": "type", "name": name_of(value)}
        try:
            name = str(getattr(value, "__qualname__", None) or getattr(value, "__name__", ""))
        except Exception:  # a method of an object that raises
            name = ""
        return {"kind": "name", "type": name_of(type(value)), "name": name[:MAX_NAME]}

    def _list(self, value, depth):
        return self._items("list", list.__iter__(value), list.__len__(value), depth)

    def _tuple(self, value, depth):
        return self._items("tuple", tuple.__iter__(value), tuple.__len__(value), depth)

    def _set(self, value, depth):
        return self._unordered("set", set.__iter__(value), set.__len__(value), depth)

    def _frozenset(self, value, depth):
        return self._unordered("frozenset", frozenset.__iter__(value), frozenset.__len__(value), depth)

    def _unordered(self, kind, items, length, depth):
        if length > self.max_nodes - self._nodes:
            items = iter(_in_order(list(items)))
        return self._items(kind, items, length, depth)

    def _items(self, kind, iterator, length, depth):
        items = []
        for item in iterator:
            if self._nodes >= self.max_nodes:
                rest = itertools.chain((item,), iterator)
                return {"kind": kind, "items": items, "cut": length, **_digested(rest, length)}
            items.append(self.encode(item, depth + 1))
        return {"kind": kind, "items": items}

    def _dict(self, value, depth):
        pairs, length = dict.items(value), dict.__len__(value)
        if length > self.max_nodes - self._nodes:
            pairs = _in_order(list(pairs))
        pairs = iter(pairs)
        entries = []
        for key, item in pairs:
            if self._nodes >= self.max_nodes:
                rest = itertools.chain((key, item), itertools.chain.from_iterable(pairs))
                return {"kind": "dict", "entries": entries, "cut": length, **_digested(rest, length)}
            entries.append([self.encode(key, depth + 1), self.encode(item, depth + 1)])
        return {"kind": "dict", "entries": entries}

    def _iterator(self, value, depth):
        """Items are encoded as they come: what it changes afterwards does not change them."""
        if not self._consume:
            return {"kind": "name", "type": name_of(type(value)), "name": ""}
        items = []
        source = stepped(value) if defines(type(value), "__anext__") else value
        try:
            for item in itertools.islice(source, MAX_ITERATED):
                items.append(self.encode(item, depth + 1))
        except (MemoryError, IterationFailed):
            raise
        except Exception as raised:
            raise IterationFailed({"kind": "iterator", "items": items} if depth == 0 else None) from raised
        return {"kind": "iterator", "items": items}

    def _object(self, value, depth):
        """By the parts that a summary names, each encoded; by digits those that have a place and no name."""
        try:
            parts = summary(value)
        except MemoryError:
            raise
        except Exception as raised:
            parts = [("unreadable", name_of(type(raised)))]
        fields = []
        encoded = {"kind": "object", "type": name_of(type(value)), "fields": fields}
        for name, item in parts:
            if self._nodes >= self.max_nodes:
                return {**encoded, "cut": len(parts)}
            fields.append([name, self.encode(item, depth + 1)])
        return encoded


_ALL = slice(None)
_SCALARS = {
    type(None): Encoder._none,
    bool: Encoder._bool,
    int: Encoder._int,
    float: Encoder._float,
    complex: Encoder._complex,
    str: Encoder._str,
    bytes: Encoder._bytes,
    bytearray: Encoder._bytearray,
}
_CONTAINERS = {
    list: Encoder._list,
    tuple: Encoder._tuple,
    set: Encoder._set,
    frozenset: Encoder._frozenset,
    dict: Encoder._dict,
    "name": Encoder._name,
    "iterator": Encoder._iterator,
}
_EXACT_KINDS = _SCALARS.keys() | {list, tuple, set, frozenset, dict}


def _counted_as(kind):
    try:
        return kind_of(kind)
    except MemoryError:
        raise
    except Exception:  # it can only be an object, then
        return object


def _latin_1(text):
    return text.encode("latin-1")


def _in_order(items):
    """What has no order of its own, sorted where that is possible: the same part of it is then kept each time."""
    try:
        return sorted(items)
    except Exception:
        return items


_EXACT = frozenset((int, str, bool, bytes, type(None)))


def _digested(rest, length):
    """The digest of what was cut off, where equal items have equal texts."""
    if length > MAX_DIGESTED:
        return {}
    digest = hashlib.sha256()
    try:
        for item in rest:
            if type(item) not in _EXACT:
                return {}
            digest.update(f"{item!a}\n".encode())
    except ValueError:  # a whole number too long to be written
        return {}
    return {"sha256": digest.hexdigest()}
