"""Frozen results of several numbers, and the decorator that makes a Python function of one of the library's."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from html import escape
from typing import Any, ParamSpec, TypeVar, get_type_hints

from ._arrays import nested
from ._bridge import call
from ._wire import camel

P = ParamSpec("P")
R = TypeVar("R")

_MOST_SHOWN = 6


@dataclass(frozen=True)
class Record:
    """Named numbers; shown as a table where it is the last value of a cell."""

    def _repr_html_(self) -> str:
        rows = "".join(
            f'<tr><th scope="row">{escape(item.name)}</th><td>{escape(_said(getattr(self, item.name)))}</td></tr>'
            for item in fields(self)
        )
        return f"<table><caption>{escape(type(self).__name__)}</caption><tbody>{rows}</tbody></table>"


def from_typescript(
    name: str, *, grouped: bool = False
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """The decorated function has the signature, the docstring and no body: the library's `name` does the work.

    Keyword-only parameters become the last argument, an object of options, less those that are None; the others are
    arguments in their order, or together one object with `grouped`. The annotation of what is returned says what is made
    of the answer.
    """

    def decorate(declared: Callable[P, R]) -> Callable[P, R]:
        signature = inspect.signature(declared)

        @functools.wraps(declared)
        def calling(*args: P.args, **kwargs: P.kwargs) -> R:
            bound = signature.bind(*args, **kwargs)
            bound.apply_defaults()
            positional: dict[str, Any] = {}
            options: dict[str, Any] = {}
            for parameter in signature.parameters.values():
                value = bound.arguments[parameter.name]
                if value is None:
                    continue
                target = options if parameter.kind is parameter.KEYWORD_ONLY else positional
                target[camel(parameter.name)] = _sent(parameter.name, value)
            has_options = any(
                parameter.kind is parameter.KEYWORD_ONLY
                for parameter in signature.parameters.values()
            )
            sent = [positional] if grouped else list(positional.values())
            answer = call(name, *sent, *([options] if has_options else []))
            return _made(get_type_hints(declared).get("return"), answer)  # type: ignore[no-any-return]

        return calling

    return decorate


def _sent(name: str, value: Any) -> Any:
    if isinstance(value, (str, dict)) or callable(value) or is_dataclass(value):
        return value
    if isinstance(value, (list, tuple)) and any(isinstance(part, (str, dict)) for part in value):
        return list(value)
    if isinstance(value, (list, tuple)) and value and _is_table_of_text(value):
        return [list(row) for row in value]
    return nested(name, value)


def _is_table_of_text(rows: Any) -> bool:
    """Judgements may be words, and None where there is none."""
    return all(isinstance(row, (list, tuple)) for row in rows) and any(
        isinstance(part, str) or part is None for row in rows for part in row
    )


def _made(hint: Any, answer: Any) -> Any:
    if not (isinstance(hint, type) and is_dataclass(hint)):
        return answer
    names = {item.name for item in fields(hint)}
    own = {name: value for name, value in answer.items() if name in names}
    others = {name: value for name, value in answer.items() if name not in names}
    # What TRL names with a slash cannot be an attribute.
    if "metrics" in names:
        own["metrics"] = {**others, **own.get("metrics", {})}
    return hint(**own)


def _said(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.6g}"
    if isinstance(value, list):
        shown = ", ".join(_said(part) for part in value[:_MOST_SHOWN])
        return f"[{shown}{', …' if len(value) > _MOST_SHOWN else ''}]"
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_said(part)}" for name, part in value.items())
    return str(value)
