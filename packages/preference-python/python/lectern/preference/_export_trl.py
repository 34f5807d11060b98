"""To real models: a folder with a dataset in TRL's format and a script that trains on it with the same hyper-parameters."""

from __future__ import annotations

import builtins
import dis
import inspect
import json
import os
import shutil
import tempfile
import textwrap
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

from ._errors import PreferenceError
from ._trl_script import FIELDS, TRL_NAMES, script

Kind = Literal["reward", "dpo", "grpo"]

_COLUMNS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "reward": (("chosen", "rejected"), ("prompt", "margin")),
    "dpo": (("chosen", "rejected"), ("prompt",)),
    "grpo": (("prompt",), ()),
}


def export_trl(
    path: str | os.PathLike[str],
    *,
    kind: Kind,
    data: Iterable[Mapping[str, Any]],
    reward: Callable[[list[str], list[str]], list[float]] | None = None,
    model: str = "Qwen/Qwen3-0.6B",
    overwrite: bool = False,
    **hyperparameters: Any,
) -> Path:
    """Writes `dataset.jsonl` and `train.py` into a folder: `pip install trl`, then `python train.py`.

    Args:
        path: the folder to make; it appears whole or not at all.
        kind: `reward` and `dpo` need `chosen` and `rejected` (and mostly `prompt`) in each row, `grpo` needs `prompt`.
        data: rows, such as `sample_pairs` gives; texts, or lists of messages.
        reward: for `grpo`, `reward(completions, prompts)`; its source goes into the script.
        model: what is trained, as the Hugging Face hub names it.
        overwrite: replace what is at `path`; otherwise that is an error.
        hyperparameters: as the trainers here take them (`steps`, `batch_size`, `beta`, …), or under TRL's names. What
            is not given is left to TRL.

    Raises:
        PreferenceError: for a row or hyper-parameter that does not fit.
        FileExistsError: where something is at `path`, and `overwrite` is False.

    >>> pairs = [{"prompt": "Hi", "chosen": "Hello!", "rejected": "What?"}]
    >>> folder = pref.export_trl("to-trl", kind="dpo", data=pairs, beta=0.1, steps=100, overwrite=True)
    >>> sorted(file.name for file in folder.iterdir())
    ['dataset.jsonl', 'train.py']
    """
    if kind not in FIELDS:
        raise PreferenceError(f'kind is "{kind}"; it must be one of {", ".join(FIELDS)}.')
    rows = [_row(kind, number, row) for number, row in enumerate(data)]
    if not rows:
        raise PreferenceError("data has no rows.")
    if (reward is None) == (kind == "grpo"):
        needed = "needs a reward function" if kind == "grpo" else "has no use for a reward function"
        raise PreferenceError(f'kind "{kind}" {needed}.')
    folder = Path(path)
    if folder.exists() and not overwrite:
        raise FileExistsError(f"{folder} exists; give another path, or overwrite=True.")
    source = script(
        kind,
        model=model,
        arguments=_arguments(kind, hyperparameters),
        reward=None if reward is None else _source(reward),
    )
    _write(
        folder,
        {
            "dataset.jsonl": "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows),
            "train.py": source,
        },
    )
    return folder


def _row(kind: str, number: int, row: Mapping[str, Any]) -> dict[str, Any]:
    needed, optional = _COLUMNS[kind]
    for name in needed:
        if name not in row:
            raise PreferenceError(f'data[{number}] has no "{name}".')
    kept = {name: row[name] for name in (*needed, *optional) if name in row}
    for name, value in kept.items():
        if name == "margin":
            fits = isinstance(value, (int, float))
        else:
            fits = isinstance(value, str) or _is_messages(value)
        if not fits:
            raise PreferenceError(
                f'data[{number}]["{name}"] is {value!r}; text or a list of messages is wanted.'
            )
    return kept


def _is_messages(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(part, Mapping) and {"role", "content"} <= set(part) for part in value
    )


def _arguments(kind: str, hyperparameters: Mapping[str, Any]) -> dict[str, Any]:
    """Under TRL's names; None means that TRL's default is wanted."""
    arguments: dict[str, Any] = {}
    for name, value in hyperparameters.items():
        field = TRL_NAMES.get(name, name)
        if field not in FIELDS[kind]:
            known = sorted({*FIELDS[kind], *(own for own, its in TRL_NAMES.items() if its in FIELDS[kind])})
            guess = get_close_matches(name, known, n=1)
            hint = f'did you mean "{guess[0]}"?' if guess else f"there are {', '.join(known)}."
            raise PreferenceError(f'"{name}" is no hyper-parameter of kind "{kind}"; {hint}')
        if value is not None:
            arguments[field] = value
    return arguments


def _source(reward: Callable[..., Any]) -> str:
    """The function's text, with the imports that it needs; called `reward` there."""
    try:
        text = textwrap.dedent(inspect.getsource(reward))
    except (OSError, TypeError):
        raise PreferenceError("The source of the reward function is not known: define it with def in a cell.") from None
    if not text.startswith(("def ", "async def ")) or inspect.iscoroutinefunction(reward):
        raise PreferenceError("The reward function must be a plain def, so that a script can hold it.")
    modules = []
    for name in sorted(_globals_of(reward.__code__)):
        value = reward.__globals__.get(name)
        if isinstance(value, ModuleType):
            own = f" as {name}" if value.__name__ != name else ""
            modules.append(f"import {value.__name__}{own}")
        elif name != reward.__name__ and not hasattr(builtins, name):
            raise PreferenceError(f'The reward function uses "{name}" from outside: move it inside.')
    if reward.__code__.co_freevars:
        outer = reward.__code__.co_freevars[0]
        raise PreferenceError(f'The reward function uses "{outer}" from outside: move it inside.')
    alias = "" if reward.__name__ == "reward" else f"\n\nreward = {reward.__name__}\n"
    return "\n".join([*modules, *([""] * 2 if modules else []), text.rstrip() + "\n" + alias])


def _globals_of(code: Any) -> set[str]:
    """The names that a function, and those within it, look up outside."""
    own = {
        instruction.argval
        for instruction in dis.get_instructions(code)
        if instruction.opname in ("LOAD_GLOBAL", "LOAD_NAME")
    }
    within = (_globals_of(part) for part in code.co_consts if hasattr(part, "co_code"))
    return own.union(*within)


def _write(folder: Path, files: Mapping[str, str]) -> None:
    """All files or none: they are written beside, and take the folder's name when they are whole."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as parent:
        fresh = Path(parent) / "new"
        fresh.mkdir()
        for name, text in files.items():
            (fresh / name).write_text(text, encoding="utf-8")
        if folder.exists():
            if not folder.is_dir():
                raise FileExistsError(f"{folder} is a file; a folder is written.")
            shutil.move(folder, Path(parent) / "old")
        os.replace(fresh, folder)
