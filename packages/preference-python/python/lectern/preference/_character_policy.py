"""Policies that write text a character at a time: small enough to be trained in a tab."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Literal

from ._bridge import call
from ._wire import camel

Demonstration = Mapping[str, Any]
"""`{"prompt", "completion"}`; with `"ended": False` the policy does not learn to stop there."""


@dataclass(frozen=True)
class CharacterPolicy:
    """A policy as data: its kind, its sizes and its parameters.

    >>> policy = pref.character_policy("ab")
    >>> policy.kind, len(policy.parameters)
    ('bigram', 16)
    """

    kind: str
    characters: str
    parameters: array[float] = field(repr=False)
    context_length: int | None = None
    width: int | None = None
    heads: int | None = None
    hidden: int | None = None

    def plan(self) -> dict[str, Any]:
        """What is sent to the library."""
        values = ((camel(item.name), getattr(self, item.name)) for item in fields(self))
        return {name: value for name, value in values if value is not None}


def character_policy(
    characters: str,
    *,
    kind: Literal["bigram", "transformer"] = "bigram",
    context_length: int | None = None,
    width: int | None = None,
    heads: int | None = None,
    hidden: int | None = None,
    seed: int | None = None,
) -> CharacterPolicy:
    """A policy that has learned nothing: a table of which character follows which, or a one-block transformer.

    Args:
        characters: each a token; `characters_of` finds those of texts.
        context_length, width, heads, hidden: of a transformer; 33, 32, 2 and 64 by default.
        seed: of a transformer's weights.

    >>> pref.character_policy("ab", kind="transformer", width=8, heads=2, hidden=8).width
    8
    """
    sizes = {"contextLength": context_length, "width": width, "heads": heads, "hidden": hidden}
    options: dict[str, Any] = {"characters": characters, "kind": kind, "seed": seed, **sizes}
    return policy_of(
        call(
            "characterPolicy",
            {name: value for name, value in options.items() if value is not None},
        )
    )


def characters_of(texts: Sequence[str]) -> str:
    """The characters of the texts, each once, in order.

    >>> pref.characters_of(["ba", "ca"])
    'abc'
    """
    return call("charactersOf", list(texts))  # type: ignore[no-any-return]


def sample_completions(
    policy: CharacterPolicy,
    prompts: Sequence[str],
    *,
    max_completion_length: int = 16,
    temperature: float = 1.0,
    seed: int = 0,
) -> list[dict[str, Any]]:
    """A completion of each prompt: `{"prompt", "completion", "ended"}`. The same seed gives the same ones.

    >>> pref.sample_completions(pref.character_policy("a"), [""], max_completion_length=1)[0]["prompt"]
    ''
    """
    options = {
        "maxCompletionLength": max_completion_length,
        "temperature": temperature,
        "seed": seed,
    }
    return call("sampleCompletions", policy.plan(), list(prompts), options)  # type: ignore[no-any-return]


def completion_logps(
    policy: CharacterPolicy, completions: Sequence[Demonstration], *, temperature: float = 1.0
) -> list[list[float]]:
    """The log-probability of each token of each completion, nats; that of the end is the last one.

    >>> rows = pref.completion_logps(pref.character_policy("a"), [{"prompt": "", "completion": "a"}])
    >>> [round(logp, 3) for logp in rows[0]]
    [-0.693, -0.693]
    """
    rows = [dict(one) for one in completions]
    answer = call("completionLogps", policy.plan(), rows, {"temperature": temperature})
    return [list(row) for row in answer]


def policy_of(plan: dict[str, Any]) -> CharacterPolicy:
    """What came back from the library."""
    sizes = {name: int(plan[name]) for name in ("context_length", "width", "heads", "hidden") if name in plan}
    return CharacterPolicy(
        kind=plan["kind"],
        characters=plan["characters"],
        parameters=plan["parameters"],
        **sizes,
    )
