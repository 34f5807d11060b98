"""What every trainer gives back and takes: reports under TRL's names, a table of them, and a way to wait without `await`."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

from ._bridge import in_browser_kernel, train
from ._errors import BrowserKernelNeeded
from ._html import table

Metrics = dict[str, float]
"""One report: `step`, and each metric under TRL's name for it."""

OnProgress = Callable[[Metrics], object]
"""Called with each report while training runs."""

Backend = Literal["auto", "cpu", "wasm", "webgpu"]
"""What a trainer computes on; `auto` picks by size."""

T = TypeVar("T")


@dataclass(frozen=True)
class BackendChoice:
    """What a training run was computed on, and why that was chosen.

    >>> result = await pref.dpo([0], [1], [0], reference=[[0, 0]], backend="cpu", steps=10)
    >>> result.backend
    BackendChoice(name='cpu', why='it was asked for')
    """

    name: str
    why: str


@dataclass(frozen=True)
class Training:
    """The reports of a training run; shown as a table where it is the last value of a cell.

    >>> result = await pref.dpo([0, 0], [1, 2], [0, 0], reference=[[0, 0, 0]], beta=0.1, steps=20)
    >>> result.metrics[-1]["rewards/accuracies"]
    1.0
    >>> result.history["loss"][0] > result.history["loss"][-1]
    True
    """

    metrics: list[Metrics] = field(repr=False)
    """Each report, the first one first, as TRL's `log_history`."""
    backend: BackendChoice | None = field(default=None, kw_only=True, repr=False)
    """Of `dpo` and `fit_reward_model`, which can compute on several; where a GPU was lost on the way, what replaced it."""

    @property
    def history(self) -> dict[str, list[float]]:
        """The reports as columns: a list for each metric, and one of the steps."""
        names = list(dict.fromkeys(name for report in self.metrics for name in report))
        nan = float("nan")
        return {name: [report.get(name, nan) for report in self.metrics] for name in names}

    def _repr_html_(self) -> str:
        return table(self.metrics, title=type(self).__name__)


async def run(
    name: str, *data: Any, options: dict[str, Any], on_progress: OnProgress | None
) -> tuple[Any, dict[str, Any]]:
    """Runs a trainer of the library; options that are None are left to its defaults.

    Returns its state, and what every `Training` has of it.
    """
    given = {key: value for key, value in options.items() if value is not None}
    progress = None
    if on_progress is not None:

        def progress(report: dict[str, Any]) -> None:
            on_progress(_flat(report))

    state, reports = await train(name, *data, given, on_progress=progress)
    chosen = reports[-1].get("backend") if reports else None
    backend = None if chosen is None else BackendChoice(name=chosen["backend"], why=chosen["why"])
    return state, {"metrics": [_flat(report) for report in reports], "backend": backend}


def wait(what: str, training: Coroutine[Any, Any, T]) -> T:
    """The result of a coroutine, in a cell that has no `await`: where the browser can suspend Python."""
    if not in_browser_kernel():
        training.close()
        raise BrowserKernelNeeded(f"lectern.preference.{what}_sync")
    from pyodide.ffi import can_run_sync, run_sync  # type: ignore[import-not-found]

    if not can_run_sync():
        training.close()
        raise RuntimeError(
            f"This browser cannot pause Python while it trains: write `await pref.{what}(...)` instead."
        )
    return run_sync(training)  # type: ignore[no-any-return]


def _flat(report: dict[str, Any]) -> Metrics:
    metrics = {name: float(value) for name, value in report["metrics"].items()}
    return {"step": report["step"], **metrics}
