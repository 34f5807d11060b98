"""Which experiments there are, and the way to one: the widget and its script load with the first that is asked for."""

from __future__ import annotations

import json
from difflib import get_close_matches
from functools import cache
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from ._bridge import in_browser_kernel
from ._errors import PreferenceError
from ._reward import Reward

if TYPE_CHECKING:
    from lectern.experiments import Experiment

_PACKAGE = "lectern-experiments"


class ExperimentList(list[str]):
    """Kinds of experiments, shown with what they are about.

    >>> isinstance(pref.experiments(), list)
    True
    """

    def _repr_html_(self) -> str:
        rows = "".join(
            f'<tr><th scope="row"><code>{escape(kind)}</code></th><td>{escape(_known()[kind]["about"])}</td></tr>'
            for kind in self
        )
        return f"<table><caption>Experiments</caption><tbody>{rows}</tbody></table>"


def experiments() -> ExperimentList:
    """The kinds that `experiment` takes.

    >>> "over-optimisation" in pref.experiments()
    True
    """
    return ExperimentList(_known())


def experiment(kind: str, *, reward: Reward | None = None, **settings: Any) -> Experiment:
    """A widget with the experiment's controls, chart and finding; it computes in the page that shows it.

    Args:
        kind: one of `experiments()`.
        reward: for experiments that score text: `reward(texts)` or `reward(completions, prompts)`, called here in Python.
        settings: where its controls stand at first, by their names, and `seed`.

    Raises:
        PreferenceError: for a kind or setting that there is not.

    >>> pref.experiment("over-optimisation", seed=3)  # doctest: +SKIP
    """
    known = _known()
    if kind not in known:
        raise PreferenceError(f'There is no experiment "{kind}"; {_hint(kind, list(known))}')
    names = ["seed", *(control["name"] for control in known[kind]["controls"])]
    for name in settings:
        if name not in names:
            raise PreferenceError(f'"{kind}" has no setting "{name}"; {_hint(name, names)}')
    return _widget_class()(kind, settings, reward)


@cache
def _known() -> dict[str, dict[str, Any]]:
    listed = json.loads(files(__package__).joinpath("_experiments.json").read_text("utf-8"))
    return {entry["kind"]: entry for entry in listed}


def _hint(name: str, known: list[str]) -> str:
    guess = get_close_matches(name, known, n=1)
    return f'did you mean "{guess[0]}"?' if guess else f"there are {', '.join(known)}."


def _widget_class() -> type[Experiment]:
    try:
        from lectern.experiments import Experiment
    except ImportError:
        if not in_browser_kernel():
            raise ImportError(f"Experiments are widgets: pip install {_PACKAGE}") from None
        _load()
        from lectern.experiments import Experiment
    return Experiment


def _load() -> None:
    """From the site. A cell that imports it has it loaded before it runs; otherwise Python waits here, where it can."""
    import pyodide_js  # type: ignore[import-not-found]
    from pyodide.ffi import can_run_sync, run_sync  # type: ignore[import-not-found]

    if not can_run_sync():
        raise RuntimeError("Experiments load with a cell that has `import lectern.experiments`: add it to this one.")
    run_sync(pyodide_js.loadPackage(_PACKAGE, messageCallback=lambda _: None))
