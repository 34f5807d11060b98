"""The widget that an experiment is shown in; `packages/preference` has its front end."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Awaitable, Callable, Iterable
from importlib.resources import files
from typing import Any

import anywidget
import traitlets

_HERE = files(__package__)


class Experiment(anywidget.AnyWidget):
    """An experiment with its controls, chart and finding; `pref.experiment(kind)` makes one.

    `settings` are those of the controls, in both directions; `result` has the last run's `finding` and `numbers`.
    """

    _esm = _HERE.joinpath("experiments.js").read_text("utf-8")

    kind = traitlets.Unicode().tag(sync=True)
    settings = traitlets.Dict().tag(sync=True)
    result = traitlets.Dict().tag(sync=True)
    has_reward = traitlets.Bool(False).tag(sync=True)

    def __init__(
        self,
        kind: str,
        settings: dict[str, Any] | None = None,
        reward: Callable[..., Any] | None = None,
    ) -> None:
        super().__init__(kind=kind, settings=settings or {}, has_reward=reward is not None)
        self._reward = reward
        self._pending: set[asyncio.Task[None]] = set()
        self.on_msg(_answer)

    def _handle_msg(self, msg: dict[str, Any]) -> None:
        # JupyterLite leaves out the buffers of a message that has none.
        super()._handle_msg({**msg, "buffers": msg.get("buffers") or []})


def _answer(widget: Experiment, message: dict[str, Any], _buffers: object) -> None:
    """The front end asks for the rewards of texts."""
    if message.get("type") != "score" or widget._reward is None:
        return
    try:
        given = _call(widget._reward, list(message["texts"]))
        if inspect.isawaitable(given):
            task = asyncio.ensure_future(_answer_later(widget, message["id"], given))
            widget._pending.add(task)
            task.add_done_callback(widget._pending.discard)
        else:
            _send(widget, message["id"], given)
    except Exception as error:
        _send_error(widget, message["id"], error)


async def _answer_later(widget: Experiment, id: str, given: Awaitable[Iterable[float]]) -> None:
    try:
        _send(widget, id, await given)
    except Exception as error:
        _send_error(widget, id, error)


def _send(widget: Experiment, id: str, scores: Iterable[float]) -> None:
    widget.send({"type": "scores", "id": id, "scores": [float(score) for score in scores]})


def _send_error(widget: Experiment, id: str, error: Exception) -> None:
    lines = str(error).splitlines() or [""]
    said = f"{type(error).__name__}: {lines[0]}".rstrip(": ")
    widget.send({"type": "scores", "id": id, "error": said})


def _call(reward: Callable[..., Any], texts: list[str]) -> Any:
    """A trainer's reward takes prompts, too; here there are none, and a function of texts alone does as well."""
    try:
        inspect.signature(reward).bind(texts, texts)
    except TypeError:
        return reward(texts)
    return reward(texts, [""] * len(texts))
