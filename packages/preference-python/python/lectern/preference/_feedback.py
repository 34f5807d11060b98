"""Feedback in rounds, from rules, and by choosing the best of several: trainers that use other trainers' results."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from ._character_policy import CharacterPolicy, policy_of
from ._data import Annotator
from ._reward import Reward, reward_for_trainer
from ._reward_model import RewardModel, sent_reward_model
from ._training import OnProgress, Training, run
from ._wire import camel


@dataclass(frozen=True)
class BestPicks(Training):
    """Of several completions of each prompt the best one: `sft` learns from the picks as they are.

    >>> picked = await pref.sample_best_of_n([""], lambda texts, _: map(len, texts), pref.character_policy("a"), n=4)
    >>> sorted(picked.picks[0])
    ['completion', 'ended', 'mean_reward', 'prompt', 'reward', 'worst']
    """

    picks: list[dict[str, Any]]

    def pairs(self) -> list[dict[str, str]]:
        """The best of each prompt against the worst, in TRL's columns; prompts whose completions are all equal have none."""
        return [
            {"prompt": one["prompt"], "chosen": one["completion"], "rejected": one["worst"]}
            for one in self.picks
            if one["completion"] != one["worst"]
        ]


@dataclass(frozen=True)
class Rule:
    """A principle: what is wrong with a completion, and the completion without it.

    >>> rule = pref.Rule(
    ...     "no shouting",
    ...     critique=lambda completion, prompt: "It shouts." if completion.isupper() else None,
    ...     revise=lambda completion, critique, prompt: completion.lower(),
    ... )
    """

    name: str
    critique: Callable[[str, str], str | None]
    """`critique(completion, prompt)` says what is wrong; None where nothing is."""
    revise: Callable[[str, str, str], str]
    """`revise(completion, critique, prompt)` gives another text."""


@dataclass(frozen=True)
class Revisions(Training):
    """What became of completions that rules were applied to.

    >>> calm = pref.Rule("calm", lambda text, _: "!" if "!" in text else None, lambda text, *_: text.replace("!", "."))
    >>> done = await pref.critique_and_revise([{"prompt": "Hi", "completion": "Hey!"}], [calm])
    >>> done.pairs()
    [{'prompt': 'Hi', 'chosen': 'Hey.', 'rejected': 'Hey!'}]
    """

    revisions: list[dict[str, Any]]

    def pairs(self) -> list[dict[str, str]]:
        """A pair a completion that was changed: the revised one is preferred."""
        return [
            {"prompt": one["prompt"], "chosen": one["revised"], "rejected": one["original"]}
            for one in self.revisions
            if one["original"] != one["revised"]
        ]

    def demonstrations(self) -> list[dict[str, str]]:
        """What came out, changed or not, where no rule objects any more: for `sft`."""
        return [
            {"prompt": one["prompt"], "completion": one["revised"]}
            for one in self.revisions
            if not one["unresolved"]
        ]


@dataclass(frozen=True)
class IteratedTraining(Training):
    """A policy after rounds of feedback, with all pairs that were collected and the last reward model.

    >>> likes_a = pref.BradleyTerryAnnotator(lambda prompt, text: text.count("a"))
    >>> start = pref.character_policy("ab")
    >>> result = await pref.iterate([""], likes_a, start, steps=1, pairs_per_round=8, markers=["a"], max_completion_length=3)
    >>> len(result.pairs)
    8
    """

    policy: CharacterPolicy
    step: int
    pairs: list[dict[str, Any]] = field(repr=False)
    reward_model: RewardModel | None


async def sample_best_of_n(
    prompts: Sequence[str],
    reward: Reward,
    policy: CharacterPolicy,
    *,
    n: int,
    max_completion_length: int = 16,
    temperature: float = 1.0,
    seed: int = 0,
    on_progress: OnProgress | None = None,
    state: BestPicks | None = None,
) -> BestPicks:
    """Samples n completions of each prompt and keeps the one with the greatest reward, of equals the first.

    What the picks are distributed as is `best_of_n`, in closed form, where there are few completions.

    Args:
        state: goes on from here, where prompts were added at the end; nothing in it is changed.

    >>> picked = await pref.sample_best_of_n(["", ""], lambda texts, _: map(len, texts), pref.character_policy("a"), n=8)
    >>> all(one["reward"] >= one["mean_reward"] for one in picked.picks)
    True
    """
    options = {
        "n": n,
        "maxCompletionLength": max_completion_length,
        "temperature": temperature,
        "seed": seed,
        "state": None if state is None else _picked(state),
    }
    end, every = await run(
        "sampleBestOfN",
        list(prompts),
        reward_for_trainer(reward),
        policy.plan(),
        options=options,
        on_progress=on_progress,
    )
    return BestPicks(**every, picks=end["picks"])


async def critique_and_revise(
    completions: Sequence[dict[str, str]],
    rules: Sequence[Rule],
    *,
    passes: int = 2,
    on_progress: OnProgress | None = None,
    state: Revisions | None = None,
) -> Revisions:
    """Puts each completion before each rule in turn; what a rule criticises, it revises.

    Source: Bai et al. 2022 (Constitutional AI), section 3, with rules in the place of a model.

    Args:
        completions: `{"prompt", "completion"}` each.
        passes: how often all rules are gone over, as a revision may offend against another rule.
        state: goes on from here, where completions were added at the end; nothing in it is changed.

    >>> calm = pref.Rule("calm", lambda text, _: "!" if "!" in text else None, lambda text, *_: text.replace("!", "."))
    >>> done = await pref.critique_and_revise([{"prompt": "Hi", "completion": "Hey!"}], [calm])
    >>> done.demonstrations()
    [{'prompt': 'Hi', 'completion': 'Hey.'}]
    """
    plans = [{"name": rule.name, "critique": rule.critique, "revise": rule.revise} for rule in rules]
    end, every = await run(
        "critiqueAndRevise",
        [dict(one) for one in completions],
        plans,
        options={
            "passes": passes,
            "state": None
            if state is None
            else {"step": len(state.revisions), "revisions": state.revisions},
        },
        on_progress=on_progress,
    )
    return Revisions(**every, revisions=end["revisions"])


async def iterate(
    prompts: Sequence[str],
    annotator: Annotator,
    reference: CharacterPolicy,
    *,
    steps: int = 5,
    pairs_per_round: int = 64,
    keep: Literal["all", "latest"] = "all",
    length: bool = True,
    markers: Sequence[str] = (),
    gold: Reward | None = None,
    max_completion_length: int = 16,
    temperature: float = 1.0,
    seed: int = 0,
    on_progress: OnProgress | None = None,
    state: IteratedTraining | None = None,
) -> IteratedTraining:
    """Rounds of feedback: collect comparisons, fit a reward model, improve the policy by GRPO on it, and again.

    Source: Christiano et al. 2017, section 2.2; Bai et al. 2022a, section 4.5.

    Args:
        annotator: says which of two completions is preferred.
        reference: what the policy starts as, and what the KL is measured from.
        steps: rounds.
        keep: the reward model learns from all rounds' pairs, or from the latest round's.
        length, markers: what the reward model sees of a completion, as in `features`.
        gold: what is meant: it is measured, and nothing learns from it.
        state: goes on from here, up to `steps` rounds in all; nothing in it is changed.

    >>> likes_a = pref.BradleyTerryAnnotator(lambda prompt, text: text.count("a"))
    >>> start = pref.character_policy("ab")
    >>> result = await pref.iterate([""], likes_a, start, steps=2, pairs_per_round=8, markers=["a"], max_completion_length=3)
    >>> [report["step"] for report in result.metrics]
    [1, 2]
    """
    end, every = await run(
        "iterate",
        list(prompts),
        annotator.plan(),
        {"length": length, "markers": list(markers), "fittedOn": []},
        reference.plan(),
        options={
            "steps": steps,
            "pairsPerRound": pairs_per_round,
            "keep": keep,
            "gold": None if gold is None else reward_for_trainer(gold),
            "maxCompletionLength": max_completion_length,
            "temperature": temperature,
            "seed": seed,
            "state": None if state is None else _iterated(state),
        },
        on_progress=on_progress,
    )
    model = end["reward_model"]
    return IteratedTraining(
        **every,
        policy=policy_of(end["policy"]),
        step=end["step"],
        pairs=end["pairs"],
        reward_model=None if model is None else RewardModel(**model),
    )


def _picked(state: BestPicks) -> dict[str, Any]:
    picks = [{camel(name): value for name, value in one.items()} for one in state.picks]
    return {"step": len(picks), "picks": picks}


def _iterated(state: IteratedTraining) -> dict[str, Any]:
    return {
        "step": state.step,
        "policy": state.policy.plan(),
        "pairs": state.pairs,
        "rewardModel": sent_reward_model(state.reward_model),
    }
