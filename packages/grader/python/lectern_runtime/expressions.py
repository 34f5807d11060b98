"""Plain Python values as Python source, so that a recorded call can be made again elsewhere."""

import math

MAX_LENGTH = 4_000


class NotWritable(Exception):
    """The value has no literal: an object, an open file, a closure."""


def call_expression(name, args, kwargs, names):
    """Return the source of a call, e.g. `score("sorry", times=2)`."""
    parts = [literal(value, names) for value in args]
    parts += [f"{key}={literal(value, names)}" for key, value in kwargs.items()]
    expression = f"{name}({', '.join(parts)})"
    if len(expression) > MAX_LENGTH:
        raise NotWritable("too long")
    return expression


def literal(value, names, depth=0):
    """Return source that evaluates to an equal value of the same type, or raise NotWritable."""
    if depth > 20:
        raise NotWritable("too deep")

    def inner(item):
        return literal(item, names, depth + 1)

    kind = type(value)
    if value is None or kind in (bool, int, bytes, bytearray):
        return repr(value)
    if kind is str:
        return string_literal(value)
    if kind is float:
        return repr(value) if math.isfinite(value) else f"float({str(value)!r})"
    if kind is complex and math.isfinite(value.real) and math.isfinite(value.imag):
        return f"complex({value.real!r}, {value.imag!r})"
    if kind is list:
        return f"[{', '.join(map(inner, value))}]"
    if kind is tuple:
        return f"({', '.join(map(inner, value))}{',' if len(value) == 1 else ''})"
    if kind is dict:
        return "{" + ", ".join(f"{inner(key)}: {inner(item)}" for key, item in value.items()) + "}"
    if kind in (set, frozenset):
        # Sorted by their source: a set has no order of its own to keep.
        items = sorted(map(inner, value))
        if kind is frozenset:
            return f"frozenset([{', '.join(items)}])"
        return "{" + ", ".join(items) + "}" if items else "set()"
    if kind in (range, slice):
        return repr(value)
    name = names.get(value) if callable(value) else None
    if name is None:
        raise NotWritable(kind.__name__)
    return name


def string_literal(text):
    """A double-quoted literal where that reads well: what a learner sees in a message."""
    shown = repr(text)
    if shown.startswith("'") and '"' not in text:
        return '"' + shown[1:-1].replace("\\'", "'") + '"'
    return shown
