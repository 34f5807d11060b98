"""Preferences: annotators with what is wrong with people, the pairs that they make, agreement, and features of text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Union

from ._bridge import call

Utility = Callable[[str, str], float]
"""How good a response to a prompt is: `utility(prompt, response)`."""


@dataclass(frozen=True)
class BradleyTerryAnnotator:
    """Prefers by chance, with odds of e to 1 for a difference of 1 in utility.

    >>> annotator = pref.BradleyTerryAnnotator(lambda prompt, response: len(response), slip_rate=0.1)
    """

    utility: Utility
    temperature: float = 1.0
    """Divides the difference; 0 always prefers the better one."""
    slip_rate: float = 0.0
    """The probability of saying the opposite of what was meant."""
    position_bias: float = 0.0
    """Added to the first response, whatever it is."""

    def plan(self) -> dict[str, Any]:
        """What is sent to the library."""
        return {"kind": "bradley-terry", "utility": _number(self.utility), "options": _options(self)}


@dataclass(frozen=True)
class SycophanticAnnotator:
    """Likes to be agreed with: `strength` is added where `agrees(prompt, response)`. Source: Sharma et al. 2023.

    >>> annotator = pref.SycophanticAnnotator(lambda p, r: 0.0, agrees=lambda p, r: "yes" in r)
    """

    utility: Utility
    agrees: Callable[[str, str], bool]
    strength: float = 1.0
    temperature: float = 1.0
    slip_rate: float = 0.0
    position_bias: float = 0.0

    def plan(self) -> dict[str, Any]:
        """What is sent to the library."""
        return {
            "kind": "sycophantic",
            "utility": _number(self.utility),
            "agrees": lambda prompt, response: bool(self.agrees(prompt, response)),
            "options": {**_options(self), "strength": self.strength},
        }


@dataclass(frozen=True)
class CyclicAnnotator:
    """Intransitive: of `count` kinds each is preferred to the one before it, and the first to the last.

    >>> annotator = pref.CyclicAnnotator(lambda response: len(response) % 3, 3)
    """

    kind_of: Callable[[str], int]
    count: int
    probability: float = 0.9

    def plan(self) -> dict[str, Any]:
        """What is sent to the library."""
        return {
            "kind": "cyclic",
            "kindOf": lambda response: int(self.kind_of(response)),
            "count": self.count,
            "probability": self.probability,
        }


@dataclass(frozen=True)
class DisagreeingAnnotators:
    """One of a group each time, by their shares: people who want different things.

    >>> group = pref.DisagreeingAnnotators([pref.CyclicAnnotator(len, 3), pref.CyclicAnnotator(len, 4)])
    """

    annotators: Sequence[Annotator]
    shares: Sequence[float] | None = None

    def plan(self) -> dict[str, Any]:
        """What is sent to the library."""
        shares = self.shares if self.shares is not None else [1.0] * len(self.annotators)
        return {
            "kind": "disagreeing",
            "annotators": [annotator.plan() for annotator in self.annotators],
            "shares": list(shares),
        }


Annotator = Union[
    BradleyTerryAnnotator, SycophanticAnnotator, CyclicAnnotator, DisagreeingAnnotators
]


@dataclass(frozen=True)
class FeatureMatrix:
    """Numbers from texts: a row a text, a named column a feature.

    >>> pref.features(["no", "yes sir"], length=False, markers=["sir"]).values.tolist()
    [[0.0], [0.5]]
    """

    names: list[str]
    values: memoryview[float] = field(repr=False)
    """(texts, features) float32; `numpy.asarray` copies nothing, and trainers take it as it is."""


def sample_pairs(
    prompts: Sequence[str],
    responses: Sequence[str],
    annotator: Annotator,
    *,
    count: int,
    seed: int = 0,
) -> list[dict[str, str]]:
    """Pairs of different responses, uniformly, each judged once: `{"prompt", "chosen", "rejected"}`, TRL's columns.

    >>> likes_short = pref.BradleyTerryAnnotator(lambda prompt, response: -len(response), temperature=0)
    >>> pref.sample_pairs(["Hi"], ["Hello", "Hello there"], likes_short, count=1)
    [{'prompt': 'Hi', 'chosen': 'Hello', 'rejected': 'Hello there'}]
    """
    options = {
        "prompts": list(prompts),
        "responses": list(responses),
        "annotator": annotator.plan(),
        "count": count,
        "seed": seed,
    }
    return call("samplePairs", options)  # type: ignore[no-any-return]


def rank_responses(
    prompt: str, responses: Sequence[str], annotator: Annotator, *, seed: int = 0
) -> list[str]:
    """The responses, the best first, by comparing each pair once and counting wins (Copeland's rule).

    >>> likes_long = pref.BradleyTerryAnnotator(lambda prompt, response: len(response), temperature=0)
    >>> pref.rank_responses("Hi", ["a", "bbb", "cc"], likes_long)
    ['bbb', 'cc', 'a']
    """
    ranking = call("rankResponses", prompt, list(responses), annotator.plan(), seed)
    return ranking["responses"]  # type: ignore[no-any-return]


def raw_agreement(judgements: Sequence[Sequence[str | float | bool | None]]) -> float:
    """The share of pairs of judgements of one item that are the same; a row an annotator, None where not asked.

    >>> pref.raw_agreement([[1, 0], [1, 1]])
    0.5
    """
    return call("rawAgreement", [list(row) for row in judgements])  # type: ignore[no-any-return]


def krippendorff_alpha(judgements: Sequence[Sequence[str | float | bool | None]]) -> float:
    """1 − observed / expected disagreement, for nominal data: 0 is what chance would give. Krippendorff 2011.

    >>> pref.krippendorff_alpha([["a", "b", None], ["a", "b", "b"]])
    1.0
    """
    return call("krippendorffAlpha", [list(row) for row in judgements])  # type: ignore[no-any-return]


def features(
    texts: Sequence[str],
    *,
    fitted_on: Sequence[str] | None = None,
    length: bool = True,
    markers: Sequence[str] = (),
    ngrams: tuple[int, int] | None = None,
) -> FeatureMatrix:
    """Numbers from text without a model: log(1 + words), marker words per word, the most frequent n-grams.

    Args:
        fitted_on: where n-grams are counted, so that other texts get the same columns; `texts` by default.
        ngrams: (n, how many of the most frequent).

    >>> pref.features(["yes sir", "no"], markers=["sir"]).names
    ['length', 'sir']
    """
    options: dict[str, Any] = {"length": length, "markers": list(markers)}
    if ngrams is not None:
        options["ngrams"] = {"n": ngrams[0], "most": ngrams[1]}
    fitted = texts if fitted_on is None else fitted_on
    made = call("features", list(texts), list(fitted), options)
    flat = memoryview(made["values"]).cast("B")
    return FeatureMatrix(
        names=made["names"], values=flat.cast("f", (len(texts), len(made["names"])))
    )


def _number(utility: Utility) -> Utility:
    return lambda prompt, response: float(utility(prompt, response))


def _options(annotator: BradleyTerryAnnotator | SycophanticAnnotator) -> dict[str, float]:
    return {
        "temperature": annotator.temperature,
        "slipRate": annotator.slip_rate,
        "positionBias": annotator.position_bias,
    }
