"""Direct preference optimisation of a tabular policy."""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ._arrays import Matrix, Vector, floats, indices
from ._errors import ShapeError
from ._training import Backend, OnProgress, Training, run, wait


@dataclass(frozen=True)
class TabularPolicy:
    """A softmax over each prompt's responses, and what is needed to go on with its training.

    >>> result = await pref.dpo([0], [1], [0], reference=[[0.0, 0.0]], beta=0.1, steps=50)
    >>> result.policy.probabilities()[0][1] > 0.5
    True
    """

    logits: array[float]
    """(prompts · responses), row by row, float32; `table` has the rows."""
    responses: int
    step: int = 0
    moments: dict[str, array[float]] | None = field(default=None, repr=False)

    @property
    def table(self) -> memoryview[float]:
        """The logits as a view of shape (prompts, responses); `numpy.asarray(policy.table)` copies nothing."""
        rows = len(self.logits) // self.responses
        return memoryview(self.logits).cast("B").cast("f", (rows, self.responses))

    def probabilities(self) -> list[list[float]]:
        """(prompts, responses): each row sums to 1."""
        width = self.responses
        starts = range(0, len(self.logits), width)
        return [_softmax(self.logits[start : start + width]) for start in starts]


@dataclass(frozen=True)
class DpoTraining(Training):
    """A policy, and how it was trained.

    >>> result = await pref.dpo([0], [1], [0], reference=[[0.0, 0.0]], steps=20)
    >>> result.policy.table.shape
    (1, 2)
    """

    policy: TabularPolicy


async def dpo(
    prompts: Vector,
    chosen: Vector,
    rejected: Vector,
    *,
    reference: Matrix | TabularPolicy,
    beta: float = 0.1,
    label_smoothing: float = 0.0,
    backend: Backend = "auto",
    steps: int = 200,
    learning_rate: float = 0.05,
    batch_size: int | None = None,
    seed: int = 0,
    report_every: int = 10,
    on_progress: OnProgress | None = None,
    state: TabularPolicy | DpoTraining | None = None,
) -> DpoTraining:
    """Minimises the DPO loss of a tabular policy by Adam, from the reference.

    Source: Rafailov et al. 2023, eq. 7; metrics as TRL's `DPOTrainer`. The same arguments give the same result.

    Args:
        prompts: (pairs) the row of each pair's prompt.
        chosen: (pairs) the column of the preferred response.
        rejected: (pairs) the column of the other.
        reference: (prompts, responses) logits of the policy that the KL is measured from; they need not be normalised.
        beta: how strongly the policy is held to the reference.
        label_smoothing: ε in [0, 0.5), the probability that a label is wrong (conservative DPO).
        backend: what computes; the same arguments give the same bits on one backend.
        steps: in all, those of `state` included.
        batch_size: pairs a step; all of them by default.
        report_every: report after each so many steps, and after the last.
        on_progress: called with each report; what it raises stops the training.
        state: goes on from here; nothing in it is changed.

    Raises:
        ShapeError: where shapes do not fit.
        PreferenceError: where an index is out of range, a number is not finite, or an option is out of range.

    >>> result = await pref.dpo([0, 0], [1, 2], [0, 0], reference=[[0, 0, 0]], beta=0.1, steps=100)
    >>> [round(p, 2) for p in result.policy.probabilities()[0]]
    [0.0, 0.5, 0.5]
    """
    pairs = {"prompts": indices("prompts", prompts, "(pairs,)")}
    count = len(pairs["prompts"])
    for name, value in (("chosen", chosen), ("rejected", rejected)):
        pairs[name] = indices(name, value, f"({count},), as prompts")
        if len(pairs[name]) != count:
            raise ShapeError(name, f"({len(pairs[name])},)", f"({count},), as prompts")
    end, every = await run(
        "dpo",
        pairs,
        _reference(reference),
        options={
            "beta": beta,
            "labelSmoothing": label_smoothing,
            "backend": backend,
            "steps": steps,
            "learningRate": learning_rate,
            "batchSize": batch_size,
            "seed": seed,
            "reportEvery": report_every,
            "state": _sent(state),
        },
        on_progress=on_progress,
    )
    return DpoTraining(**every, policy=TabularPolicy(**end))


def dpo_sync(prompts: Vector, chosen: Vector, rejected: Vector, **options: Any) -> DpoTraining:
    """As `dpo`, without `await`; where the browser cannot wait it says so.

    >>> pref.dpo_sync([0], [1], [0], reference=[[0, 0]], beta=0.1, steps=10).metrics[-1]["step"]
    10
    """
    return wait("dpo", dpo(prompts, chosen, rejected, **options))


def _reference(value: Matrix | TabularPolicy) -> dict[str, Any]:
    if isinstance(value, TabularPolicy):
        return {"logits": value.logits, "responses": value.responses}
    logits, (_, responses) = floats("reference", value, "(prompts, responses)", 2)
    return {"logits": logits, "responses": responses}


def _sent(state: TabularPolicy | DpoTraining | None) -> dict[str, Any] | None:
    if state is None:
        return None
    policy = state.policy if isinstance(state, DpoTraining) else state
    moments = policy.moments
    if moments is None:
        nothing = array("f", bytes(4 * len(policy.logits)))
        moments = {"first": nothing, "second": nothing}
    return {
        "logits": policy.logits,
        "responses": policy.responses,
        "step": policy.step,
        "moments": moments,
    }


def _softmax(logits: Sequence[float]) -> list[float]:
    most = max(logits)
    weights = [math.exp(logit - most) for logit in logits]
    total = sum(weights)
    return [weight / total for weight in weights]
