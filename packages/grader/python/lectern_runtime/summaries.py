"""What objects are compared by, and how an object of any class is taken apart without asking it.

A dataclass by its fields, an object of the program's own classes by its attributes, one of the standard library
by its attributes or by its `repr`, where that names no address.
"""

import array
import collections
import dataclasses
import decimal
import enum
import functools
import types

MAX_NAME = 200

_BASES = (int, float, complex, str, bytes, bytearray, list, tuple, set, frozenset, dict)
_NAMED = (
    type,
    types.FunctionType,
    types.BuiltinFunctionType,
    types.MethodType,
    types.MethodDescriptorType,
    types.WrapperDescriptorType,
    types.MethodWrapperType,
    types.ModuleType,
    functools.partial,
    functools._lru_cache_wrapper,
)


def kind_of(kind):
    """The built-in type that objects of the class `kind` count as; for others `"name"`, `"iterator"` or `object`."""
    if kind is types.MappingProxyType or issubclass(kind, (enum.Enum, BaseException)):
        return object
    for base in _BASES:
        if issubclass(kind, base):
            return base
    if issubclass(kind, _NAMED):
        return "name"
    if dataclasses.is_dataclass(kind):
        return object
    for methods in (("__next__", "__iter__"), ("__anext__", "__aiter__")):
        if all(defines(kind, method) for method in methods):
            return "iterator"
    return object


_type_name = type.__dict__["__name__"].__get__
_mro = type.__dict__["__mro__"].__get__
_vars = type.__dict__["__dict__"].__get__


def defines(kind, method):
    """Whether objects of the class have the method; the class is not asked."""
    return any(method in _vars(base) for base in _mro(kind))


def name_of(kind):
    return _type_name(kind)[:MAX_NAME]


def summary(value):
    """The parts of an object, as (name, value). A name of digits is a place: `range(0, 3)` has no names."""
    kind = type(value)
    for base, parts in _PARTS.items():
        if issubclass(kind, base):
            return parts(value)
    if dataclasses.is_dataclass(kind):
        names = [field.name for field in dataclasses.fields(kind) if field.compare]
        return list(_read(value, names))
    attributes = _attributes(value)
    if attributes:
        return attributes
    shown = repr(value)
    return [] if " at 0x" in shown else [("repr", shown)]


def _attributes(value):
    held = _held(value)
    if _own(type(value)):
        held.update(_read(value, _slots(type(value))))
    return sorted(held.items(), key=lambda part: part[0])


def _held(value):
    try:
        held = object.__getattribute__(value, "__dict__")
    except AttributeError:
        return {}
    if type(held) is not dict:
        return {}
    return {str.__str__(name)[:MAX_NAME]: item for name, item in held.items() if issubclass(type(name), str)}


def _own(kind):
    return type.__getattribute__(kind, "__module__") == "__main__"


def _slots(kind):
    for base in _mro(kind):
        slots = _vars(base).get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else tuple(slots):
            private = name.startswith("__") and not name.endswith("__")
            if name not in ("__dict__", "__weakref__"):
                yield f"_{name_of(base).lstrip('_')}{name}" if private else name


def _read(value, names):
    for name in names:
        try:
            yield name, object.__getattribute__(value, name)
        except AttributeError:  # never set
            pass


def _placed(items):
    return [(str(position), item) for position, item in enumerate(items)]


def _range(value):
    """Two ranges are equal where they have the same items."""
    start, stop, step = value.start, value.stop, value.step
    # `len` has a limit that ranges have not.
    length = max(0, (stop - start + step - (1 if step > 0 else -1)) // step)
    start, step = start if length else 0, step if length > 1 else 1
    bounds = (start, start + length * step)
    return _placed(bounds if step == 1 else (*bounds, step))


def _decimal(value):
    """Without trailing zeros, and without the last digits of a division, which are rounding."""
    if not value.is_finite():
        return [("0", str(value))]
    rounded = decimal.Context(prec=20, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN, traps=[]).plus(value)
    sign, digits, exponent = rounded.as_tuple()
    text = "".join(map(str, digits))
    stripped = text.rstrip("0")
    if not stripped:
        return [("0", "0")]
    exact = decimal.Decimal((sign, tuple(map(int, stripped)), exponent + len(text) - len(stripped)))
    return [("0", f"{exact:f}" if abs(exact.adjusted()) < 30 else str(exact))]


def _exception(value):
    return _placed(BaseException.args.__get__(value)) + _attributes(value)


_PARTS = {
    enum.Enum: lambda value: [("name", value._name_), ("value", value._value_)],
    BaseException: _exception,
    range: _range,
    decimal.Decimal: _decimal,
    collections.deque: lambda value: [("0", list(collections.deque.__iter__(value)))],
    array.array: lambda value: [("0", value.typecode), ("1", value.tolist())],
    types.MappingProxyType: lambda value: [("0", dict(value))],
    type({}.keys()): lambda value: [("0", set(value))],
    type({}.values()): lambda value: [("0", list(value))],
    type({}.items()): lambda value: [("0", dict(value))],
    memoryview: lambda value: [("0", value.tobytes()), ("1", value.format)],
}
