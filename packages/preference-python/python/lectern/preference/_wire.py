"""Values on their way to JavaScript and back: JSON text, with typed arrays beside it; `src/wire.ts` is the other end."""

from __future__ import annotations

import json
import math
import re
from array import array
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from keyword import iskeyword
from typing import Any

_HUMP = re.compile(r"(?<=[a-z0-9])([A-Z]+)")


def snake(name: str) -> str:
    """`meanMargin` → `mean_margin`; names of TRL's metrics have no capitals and stay as they are."""
    words = _HUMP.sub(lambda match: "_" + match[1].lower(), name)
    return f"{words}_" if iskeyword(words) else words


def camel(name: str) -> str:
    """`mean_margin` → `meanMargin`; the underscore after a word that Python keeps for itself is dropped."""
    first, *rest = name.rstrip("_").split("_")
    return first + "".join(word.capitalize() for word in rest)


@dataclass
class Parcel:
    """What is sent: JSON, and what it points into by place."""

    json: str = ""
    arrays: list[array[Any]] = field(default_factory=list)
    callables: list[Callable[..., Any]] = field(default_factory=list)


def pack(value: Any) -> Parcel:
    """`value` may hold mappings, lists, numbers, text, typed arrays and functions."""
    parcel = Parcel()

    def replace(part: Any) -> Any:
        if isinstance(part, array):
            parcel.arrays.append(part)
            return {"$array": len(parcel.arrays) - 1}
        if callable(part):
            parcel.callables.append(part)
            return {"$callable": len(parcel.callables) - 1}
        raise TypeError(f"{type(part).__name__} cannot be sent to JavaScript.")

    try:
        parcel.json = json.dumps(value, default=replace, allow_nan=False)
    except ValueError:
        # JSON has no word for infinity, and it is rare: only then is everything looked through.
        parcel.arrays.clear()
        parcel.callables.clear()
        parcel.json = json.dumps(_with_words(value), default=replace)
    return parcel


def unpack(
    text: str, arrays: list[Any], *, rename: bool = True, whole: type = int
) -> Any:
    """What came back, its keys in Python's spelling where they are ours.

    JavaScript has one kind of number: `whole` says what is made of those without a fraction.
    """

    def put_back(part: dict[str, Any]) -> Any:
        if "$array" in part:
            return arrays[int(part["$array"])]
        if "$number" in part:
            return float(part["$number"].replace("Infinity", "inf"))
        return {snake(key): value for key, value in part.items()} if rename else part

    return json.loads(text, object_hook=put_back, parse_int=whole)


def _with_words(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return {"$number": "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"}
    if isinstance(value, Mapping):
        return {key: _with_words(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_with_words(part) for part in value]
    return value
