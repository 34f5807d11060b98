"""A learner's reward function on its way to a trainer: what it is given, and what it has to give."""

from __future__ import annotations

from array import array
from collections.abc import Awaitable, Callable, Iterable, Sequence
from inspect import isawaitable
from typing import Any, Union

from ._errors import PreferenceError

Reward = Callable[[list[str], list[str]], Union[Iterable[float], Awaitable[Iterable[float]]]]
"""`reward(completions, prompts)` gives a score for each completion, in their order; it may be a coroutine function."""


def reward_for_trainer(reward: Reward) -> Callable[..., Any]:
    """What the trainer calls: lists of text in, an array of float64 out."""

    def score(completions: Any, prompts: Any) -> Any:
        texts = _listed(completions)
        given = reward(texts, _listed(prompts))
        return _awaited(given, len(texts)) if isawaitable(given) else _sent(given, len(texts))

    return score


async def _awaited(given: Awaitable[Any], count: int) -> Any:
    return _sent(await given, count)


def _sent(given: Any, count: int) -> Any:
    from pyodide.ffi import to_js  # type: ignore[import-not-found]

    return to_js(checked_scores(given, count))


def checked_scores(given: Any, count: int) -> array[float]:
    """The scores as float64; raises where they are not one finite number a completion."""
    if isinstance(given, (str, bytes)) or not isinstance(given, Iterable):
        raise PreferenceError(
            f"The reward function gave {type(given).__name__}; it must give a list of {count} numbers, one for each completion."
        )
    scores = list(given)
    if len(scores) != count:
        raise PreferenceError(
            f"The reward function gave {len(scores)} scores for {count} completions; it must give one for each, in their order."
        )
    try:
        return array("d", scores)
    except TypeError:
        bad = next(score for score in scores if not isinstance(score, (int, float)))
        raise PreferenceError(f"The reward function gave {bad!r}; a score is a number.") from None


def _listed(texts: Any) -> list[str]:
    return list(texts) if isinstance(texts, Sequence) else texts.to_py()
