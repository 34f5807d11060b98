"""Charts in a notebook: Vega-Lite, which JupyterLab draws by itself, with the same in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ._bridge import call
from ._errors import PreferenceError
from ._training import Metrics, Training

MIME_TYPE = "application/vnd.vegalite.v5+json"


@dataclass(frozen=True)
class Chart:
    """A Vega-Lite specification and what it shows in words; drawn where it is the last value of a cell.

    >>> result = await pref.dpo([0], [1], [0], reference=[[0.0, 0.0]], steps=20)
    >>> pref.loss_chart(result).alternative.startswith("Loss and accuracy over training steps.")
    True
    """

    spec: dict[str, Any] = field(repr=False)
    alternative: str

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return {MIME_TYPE: self.spec, "text/plain": self.alternative}


def loss_chart(training: Training | Sequence[Metrics], title: str = "Loss and accuracy") -> Chart:
    """Loss above, the share of pairs in the right order below, over training steps.

    >>> result = await pref.dpo([0], [1], [0], reference=[[0.0, 0.0]], steps=20)
    >>> sorted(pref.loss_chart(result).spec)[0]
    '$schema'
    """
    return _chart("lossAndAccuracyChart", _reports(training), title)


def margin_chart(training: Training | Sequence[Metrics], title: str = "Reward margin") -> Chart:
    """The margin between chosen and rejected rewards, over training steps.

    >>> result = await pref.dpo([0], [1], [0], reference=[[0.0, 0.0]], steps=20)
    >>> "margin" in pref.margin_chart(result).alternative
    True
    """
    return _chart("rewardMarginChart", _reports(training), title)


def reward_chart(
    training: Training | Sequence[Metrics], metric: str | None = None, title: str = "Reward"
) -> Chart:
    """What a policy is rewarded by, over training steps: `reward` of GRPO, `objective/scores` of PPO, or `metric`.

    >>> chart = pref.reward_chart([{"step": 1, "reward": 0.5}, {"step": 2, "reward": 1.0}])
    >>> chart.alternative.startswith("Reward")
    True
    """
    metrics = training.metrics if isinstance(training, Training) else training
    names = [metric] if metric else ["reward", "objective/scores"]
    name = next((name for name in names if metrics and name in metrics[0]), None)
    if name is None:
        raise PreferenceError(f"These metrics have no {' or '.join(names)} to draw.")
    points = [{"x": report["step"], "y": report[name]} for report in metrics]
    return _chart(
        "lineChart",
        {
            "title": title,
            "x": {"title": "step"},
            "y": {"title": name},
            "series": [{"name": name, "points": points}],
        },
    )


def show(chart: Chart | Mapping[str, Any], *, display_id: str | None = None) -> str:
    """Draws a chart in the cell that runs; with the `display_id` that it returned it is drawn again in its place.

    >>> result = await pref.dpo([0], [1], [0], reference=[[0.0, 0.0]], steps=20)
    >>> display_id = pref.show(pref.loss_chart(result))  # doctest: +SKIP
    """
    from uuid import uuid4

    from IPython.display import publish_display_data

    drawn = chart if isinstance(chart, Chart) else Chart(**dict(chart))
    own = display_id or uuid4().hex
    publish_display_data(  # type: ignore[no-untyped-call]
        drawn._repr_mimebundle_(), transient={"display_id": own}, update=display_id is not None
    )
    return own


class LiveChart:
    """Draws while training runs, in one place: give it as `on_progress`.

    >>> live = pref.LiveChart(pref.loss_chart)  # doctest: +SKIP
    >>> result = await pref.dpo([0], [1], [0], reference=[[0.0, 0.0]], on_progress=live)  # doctest: +SKIP
    """

    def __init__(self, draw: Any = loss_chart) -> None:
        self._draw = draw
        self._reports: list[Metrics] = []
        self._display_id: str | None = None

    def __call__(self, report: Metrics) -> None:
        """Adds a report, and draws all so far."""
        self._reports.append(report)
        self._display_id = show(self._draw(self._reports), display_id=self._display_id)


def _reports(training: Training | Sequence[Metrics]) -> list[dict[str, Any]]:
    metrics = training.metrics if isinstance(training, Training) else training
    return [
        {
            "step": report["step"],
            "steps": metrics[-1]["step"],
            "metrics": {name: value for name, value in report.items() if name != "step"},
        }
        for report in metrics
    ]


def _chart(name: str, *args: Any) -> Chart:
    return Chart(**call(name, *args, rename=False))
