"""Numbers as they are given - lists, arrays, memoryviews, numpy - as flat typed arrays with a shape that was checked."""

from __future__ import annotations

import math
import struct
import sys
from array import array
from collections.abc import Iterable, Sequence
from typing import Any, Protocol, TypeAlias, Union

from ._errors import PreferenceError, ShapeError


class NumpyLike(Protocol):
    """What numpy makes an array of: its own arrays, and those of pandas and others."""

    def __array__(self) -> Any: ...


Vector: TypeAlias = Union[Sequence[float], memoryview, NumpyLike]
"""One number a row: a list, an array, a memoryview or a numpy array of one dimension."""

Matrix: TypeAlias = Union[Sequence[Sequence[float]], memoryview, NumpyLike]
"""Rows of equally many numbers: nested lists, or a buffer of two dimensions."""

Shape: TypeAlias = tuple[int, ...]


def floats(name: str, value: Any, wanted: str, dimensions: int) -> tuple[array[float], Shape]:
    """`value` as float32, row by row, and its shape, which has to have so many dimensions."""
    return _converted(name, value, wanted, dimensions, "f")


def indices(name: str, value: Any, wanted: str) -> array[int]:
    """`value`, of one dimension, as int32. Whole numbers that come as floats are taken; others are refused."""
    numbers, _ = _converted(name, value, wanted, 1, "i")
    return numbers


def nested(name: str, value: Any) -> Any:
    """`value` as a number or lists of numbers in float64, which is what JSON can carry."""
    if isinstance(value, (int, float, str)) or value is None:
        return value
    buffer = _buffer(value)
    if buffer is not None:
        return _unflattened(_read(name, buffer), buffer.shape or (1,))
    if isinstance(value, Iterable):
        return [nested(name, part) for part in value]
    return float(value)


def shape_of(value: Any) -> str:
    """How the shape of `value` is said in an error, ragged or not."""
    buffer = _buffer(value)
    if buffer is not None:
        return str(buffer.shape)
    shape: list[str] = []
    while isinstance(value, Sequence) and not isinstance(value, str):
        shape.append(str(len(value)))
        lengths = {len(row) for row in value if isinstance(row, Sequence)}
        if len(lengths) > 1:
            shape.append(f"{min(lengths)} to {max(lengths)}")
            break
        value = value[0] if value else None
    return f"({', '.join(shape)}{',' if len(shape) == 1 else ''})"


def _converted(
    name: str, value: Any, wanted: str, dimensions: int, typecode: str
) -> tuple[array[Any], Shape]:
    buffer = _buffer(value)
    if buffer is not None:
        if len(buffer.shape or ()) != dimensions:
            raise ShapeError(name, shape_of(value), wanted)
        return _typed(name, _read(name, buffer), typecode), tuple(buffer.shape or ())
    rows: list[Any] = _listed(value)
    shape: list[int] = [len(rows)]
    for _ in range(dimensions - 1):
        lengths = {len(row) if _is_row(row) else -1 for row in rows}
        if len(lengths) != 1 or -1 in lengths:
            raise ShapeError(name, shape_of(value), wanted)
        shape.append(lengths.pop())
        rows = [number for row in rows for number in _listed(row)]
    if any(_is_row(number) for number in rows):
        raise ShapeError(name, shape_of(value), wanted)
    return _typed(name, rows, typecode), tuple(shape)


def _is_row(value: Any) -> bool:
    if isinstance(value, (str, bytes)):
        return False
    return isinstance(value, Sequence) or _buffer(value) is not None


def _listed(value: Any) -> list[Any]:
    buffer = _buffer(value)
    if buffer is not None:
        return list(_read("rows", buffer))
    if isinstance(value, (str, bytes)) or not isinstance(value, Iterable):
        raise PreferenceError(f"Numbers are wanted, not {type(value).__name__}.")
    return list(value)


def _typed(name: str, numbers: Any, typecode: str) -> array[Any]:
    if isinstance(numbers, array) and numbers.typecode == typecode:
        return numbers
    try:
        if typecode == "f":
            return array("f", numbers)
        whole = [int(number) for number in numbers]
        if any(one != other for one, other in zip(whole, numbers)):
            raise PreferenceError(f"{name} has numbers that are not whole; indices are wanted.")
        return array("i", whole)
    except (TypeError, OverflowError):
        bad = next((part for part in numbers if not _fits(part, typecode)), None)
        raise PreferenceError(f"{name} has {bad!r} among its numbers.") from None


def _fits(part: Any, typecode: str) -> bool:
    try:
        array(typecode, [part])
    except (TypeError, OverflowError):
        return False
    return math.isfinite(part)


def _buffer(value: Any) -> memoryview | None:
    """A view of whatever shows its memory; of numpy also what memoryview has no letter for, such as long doubles."""
    numpy = sys.modules.get("numpy")
    if numpy is not None and hasattr(value, "__array__"):
        value = numpy.asarray(value)
        if value.dtype.kind not in "biuf":
            raise PreferenceError(f"Numbers are wanted, not an array of {value.dtype}.")
        kind = "f8" if value.dtype.kind == "f" else "i8"
        # Twice the copy, once the rule: whatever the byte order and strides, what follows sees one of two types.
        return memoryview(numpy.ascontiguousarray(value, dtype=kind)) if value.ndim else None
    if isinstance(value, (str, bytes, bytearray)):
        return None
    try:
        return memoryview(value)
    except TypeError:
        return None


def _read(name: str, buffer: memoryview) -> Any:
    """The numbers of a buffer row by row, wherever they lie and in whatever byte order."""
    format = buffer.format.lstrip("@")
    content = buffer.tobytes()
    if format in ("f", "d", "i"):
        return array(format, content)
    try:
        return struct.unpack(_every(format, len(content)), content)
    except struct.error:
        raise PreferenceError(f"{name} has numbers of the format {format!r}.") from None


def _every(format: str, size: int) -> str:
    order, letter = (format[0], format[1:]) if format[0] in "<>=!" else ("@", format)
    return f"{order}{size // struct.calcsize(order + letter)}{letter}"


def _unflattened(numbers: Sequence[float], shape: Sequence[int]) -> Any:
    if len(shape) == 1:
        return list(numbers)
    step = math.prod(shape[1:])
    return [
        _unflattened(numbers[start : start + step], shape[1:])
        for start in range(0, shape[0] * step, step or 1)
    ]
