"""Fitting a linear reward model to preference pairs."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import Any

from ._arrays import Matrix, Vector, floats, shape_of
from ._bridge import call
from ._errors import ShapeError
from ._training import Backend, OnProgress, Training, run, wait


@dataclass(frozen=True)
class RewardModel:
    """r(x) = w·x, or a hidden layer's, and what is needed to go on with its training.

    >>> result = await pref.fit_reward_model([[1.0, 0.0]], [[0.0, 0.0]], steps=10)
    >>> result.model.rewards([[2.0, 5.0]]) == [2 * result.model.weights[0]]
    True
    """

    weights: array[float]
    """(features), float32, of a linear one; `numpy.asarray(model.weights)` is a view of them. With a hidden layer
    W (features, hidden) row by row, then b (hidden), then v (hidden)."""
    step: int
    features: int
    hidden: int
    """Units of the hidden layer; 0: none."""
    moments: dict[str, array[float]] = field(repr=False)

    def rewards(self, features: Matrix) -> list[float]:
        """The reward of each row of `features` (rows, features)."""
        width = self.features
        numbers, (rows, columns) = floats("features", features, f"(rows, {width})", 2)
        if columns != width:
            raise ShapeError("features", shape_of(features), f"(rows, {width})")
        if self.hidden > 0:
            return list(call("rewardsOf", sent_reward_model(self), numbers))
        return [
            sum(w * x for w, x in zip(self.weights, numbers[row * width : (row + 1) * width]))
            for row in range(rows)
        ]


@dataclass(frozen=True)
class RewardModelTraining(Training):
    """A reward model, and how it was trained.

    >>> result = await pref.fit_reward_model([[1.0]], [[0.0]], steps=20)
    >>> list(result.weights) == list(result.model.weights)
    True
    """

    model: RewardModel

    @property
    def weights(self) -> array[float]:
        """(features) of the model."""
        return self.model.weights


async def fit_reward_model(
    chosen: Matrix,
    rejected: Matrix,
    *,
    margins: Vector | None = None,
    hidden: int = 0,
    backend: Backend = "auto",
    steps: int = 200,
    learning_rate: float | None = None,
    batch_size: int | None = None,
    seed: int = 0,
    center_rewards_coefficient: float = 0.0,
    report_every: int = 10,
    on_progress: OnProgress | None = None,
    state: RewardModel | RewardModelTraining | None = None,
) -> RewardModelTraining:
    """Fits r(x) = w·x, or a hidden layer, by Adam on the Bradley-Terry loss.

    Source: Ouyang et al. 2022, eq. 1; metrics as TRL's `RewardTrainer`. The same arguments give the same result.

    Args:
        chosen: (pairs, features) of the preferred completions.
        rejected: (pairs, features) of the others.
        margins: (pairs) by how much the chosen reward should exceed the other (Llama 2).
        hidden: units of a hidden layer; 0 is a linear reward.
        backend: what computes; the same arguments give the same bits on one backend.
        learning_rate: 0.05 by default, 0.005 with a hidden layer.
        steps: in all, those of `state` included.
        batch_size: pairs a step; all of them by default.
        center_rewards_coefficient: c of c · mean((r⁺ + r⁻)²), which holds rewards near 0.
        report_every: report after each so many steps, and after the last.
        on_progress: called with each report; what it raises stops the training.
        state: goes on from here; nothing in it is changed.

    Raises:
        ShapeError: where shapes do not fit.
        PreferenceError: where a number is not finite, or an option is out of range.

    >>> result = await pref.fit_reward_model([[1.0, 0.2], [0.9, 0.1]], [[0.1, 0.3], [0.0, 0.2]], steps=100)
    >>> result.metrics[-1]["accuracy"]
    1.0
    """
    good, (pairs, features) = floats("chosen", chosen, "(pairs, features)", 2)
    bad, shape = floats("rejected", rejected, f"({pairs}, {features}), as chosen", 2)
    if shape != (pairs, features):
        raise ShapeError("rejected", str(shape), f"({pairs}, {features}), as chosen")
    data: dict[str, Any] = {"chosen": good, "rejected": bad, "features": features}
    if margins is not None:
        data["margins"], shape = floats("margins", margins, f"({pairs},), one a pair", 1)
        if shape != (pairs,):
            raise ShapeError("margins", str(shape), f"({pairs},), one a pair")
    end, every = await run(
        "fitRewardModel",
        data,
        options={
            "steps": steps,
            "learningRate": learning_rate,
            "batchSize": batch_size,
            "seed": seed,
            "hidden": hidden,
            "backend": backend,
            "centerRewardsCoefficient": center_rewards_coefficient,
            "reportEvery": report_every,
            "state": sent_reward_model(state),
        },
        on_progress=on_progress,
    )
    return RewardModelTraining(**every, model=RewardModel(**end))


def fit_reward_model_sync(chosen: Matrix, rejected: Matrix, **options: Any) -> RewardModelTraining:
    """As `fit_reward_model`, without `await`; where the browser cannot wait it says so.

    >>> pref.fit_reward_model_sync([[1.0]], [[0.0]], steps=10).weights[0] > 0
    True
    """
    return wait("fit_reward_model", fit_reward_model(chosen, rejected, **options))


def sent_reward_model(state: RewardModel | RewardModelTraining | None) -> dict[str, Any] | None:
    """What is sent to the library to go on from."""
    if state is None:
        return None
    model = state.model if isinstance(state, RewardModelTraining) else state
    return {
        "weights": model.weights,
        "step": model.step,
        "features": model.features,
        "hidden": model.hidden,
        "moments": model.moments,
    }
