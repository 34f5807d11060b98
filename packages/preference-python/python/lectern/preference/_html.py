"""Small tables for notebooks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

_MOST_ROWS = 8


def table(rows: Sequence[Mapping[str, float]], title: str) -> str:
    """Rows of named numbers; of many the first and the last ones, with a line that says how many are left out."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    shown = [_row(row, names) for row in rows]
    left_out = len(shown) - _MOST_ROWS
    if left_out > 0:
        half = _MOST_ROWS // 2
        gap = f'<tr><td colspan="{len(names)}">… {left_out} more …</td></tr>'
        shown = [*shown[:half], gap, *shown[-half:]]
    return (
        f"<table><caption>{escape(title)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(shown)}</tbody></table>"
    )


def _row(row: Mapping[str, float], names: Sequence[str]) -> str:
    return "<tr>" + "".join(f"<td>{_number(row.get(name))}</td>" for name in names) + "</tr>"


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return str(value) if isinstance(value, int) else f"{value:.4g}"
