"""The losses on batches of numbers: float32, as TRL computes them. Their gradients are the trainers' business."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from ._arrays import Matrix, Vector
from ._record import Record, from_typescript

DpoLossType = Literal[
    "sigmoid", "robust", "hinge", "ipo", "ipo_avg", "sigmoid_norm", "exo_pair", "nca_pair",
    "bco_pair", "sppo_hard", "aot", "aot_unpaired", "apo_zero", "apo_down", "discopop",
]  # fmt: skip
FDivergence = Literal["reverse_kl", "forward_kl", "js_divergence", "alpha_divergence"]
GrpoLossType = Literal["grpo", "bnpo", "dr_grpo", "dapo", "cispo", "sapo"]


@dataclass(frozen=True)
class PairLoss(Record):
    """The loss of a batch of pairs; `metrics` has TRL's names."""

    loss: float
    per_pair: list[float]
    rewards_chosen: list[float]
    rewards_rejected: list[float]
    margins: list[float]
    accuracies: list[float]
    metrics: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class BradleyTerryLoss(Record):
    """The loss of a reward model on a batch of pairs."""

    loss: float
    per_pair_bt: list[float]
    accuracy: float
    mean_margin: float
    min_reward: float
    mean_reward: float
    max_reward: float


@dataclass(frozen=True)
class OrpoLoss(Record):
    """The odds-ratio loss of a batch of pairs."""

    loss: float
    per_pair: list[float]
    log_odds_ratio: list[float]


@dataclass(frozen=True)
class KtoLoss(Record):
    """The loss of a batch of completions that are good or not."""

    loss: float
    per: list[float]
    rewards: list[float]


@dataclass(frozen=True)
class PpoLoss(Record):
    """PPO's loss of a batch of tokens, and its two parts."""

    loss: float
    policy_loss: float
    value_loss: float
    policy_clipfrac: float
    value_clipfrac: float
    metrics: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class GrpoLoss(Record):
    """GRPO's loss of a batch of completions; `metrics` has the shares of clipped ratios."""

    loss: float
    per_token_loss: list[list[float]]
    kl: float | None = None
    metrics: dict[str, float] = field(default_factory=dict)


@from_typescript("bradleyTerryLoss", grouped=True)
def bradley_terry_loss(
    rewards_chosen: Vector,
    rewards_rejected: Vector,
    margin: Vector | None = None,
    weights: Vector | None = None,
    *,
    center_rewards_coefficient: float = 0.0,
    label_smoothing: float = 0.0,
) -> BradleyTerryLoss:
    """−(1 − ε) log σ(z) − ε log σ(−z) with z = r⁺ − r⁻ − margin, averaged over pairs, plus c · mean((r⁺ + r⁻)²).

    Source: Bradley & Terry 1952; Ouyang et al. 2022, eq. 1; margin of Llama 2, eq. 2. Each vector is (pairs).

    >>> round(pref.bradley_terry_loss([1.0], [0.0]).loss, 4)
    0.3133
    """
    raise AssertionError


@from_typescript("dpoLoss", grouped=True)
def dpo_loss(
    policy_chosen_logps: Vector,
    policy_rejected_logps: Vector,
    ref_chosen_logps: Vector,
    ref_rejected_logps: Vector,
    chosen_lengths: Vector | None = None,
    rejected_lengths: Vector | None = None,
    *,
    loss_type: DpoLossType = "sigmoid",
    beta: float = 0.1,
    label_smoothing: float = 0.0,
    f_divergence: FDivergence = "reverse_kl",
    alpha: float = 1.0,
) -> PairLoss:
    """The DPO loss and its variants, from summed log-probabilities in nats, each (pairs).

    Source: Rafailov et al. 2023, eq. 7. `ipo` sums log-probabilities as its paper does, `ipo_avg` averages them as TRL
    does; these and `sigmoid_norm` need no reference of their own but `ipo_avg` and `sigmoid_norm` the lengths in tokens.

    >>> loss = pref.dpo_loss([-12.0], [-14.0], [-13.0], [-13.5], beta=0.1)
    >>> round(loss.metrics["rewards/margins"], 3)
    0.15
    """
    raise AssertionError


@from_typescript("simpoLoss", grouped=True)
def simpo_loss(
    policy_chosen_logps: Vector,
    policy_rejected_logps: Vector,
    chosen_lengths: Vector,
    rejected_lengths: Vector,
    *,
    beta: float = 2.0,
    gamma: float = 1.0,
    label_smoothing: float = 0.0,
) -> PairLoss:
    """−log σ(r⁺ − r⁻ − γ) with the reward β · (log-probability per token). Source: Meng et al. 2024, eq. 6.

    >>> pref.simpo_loss([-4.0], [-8.0], [4], [4]).margins
    [2.0]
    """
    raise AssertionError


@from_typescript("orpoLoss", grouped=True)
def orpo_loss(
    avg_chosen_logps: Vector, avg_rejected_logps: Vector, *, beta: float = 0.1
) -> OrpoLoss:
    """−β log σ(log odds⁺ − log odds⁻), from log-probabilities per token, below 0. Source: Hong et al. 2024.

    >>> pref.orpo_loss([-0.5], [-1.0]).log_odds_ratio[0] > 0
    True
    """
    raise AssertionError


@from_typescript("ktoLoss", grouped=True)
def kto_loss(
    logps: Vector,
    ref_logps: Vector,
    labels: Vector,
    *,
    beta: float = 0.1,
    kl: float = 0.0,
    desirable_weight: float = 1.0,
    undesirable_weight: float = 1.0,
) -> KtoLoss:
    """λ (1 − σ(±β(x − z₀))) with x = log π − log π_ref, `kl` the reference point z₀, `labels` 1 for good, else 0.

    Source: Ethayarajh et al. 2024.

    >>> pref.kto_loss([-1.0, -2.0], [-1.0, -2.0], [1, 0]).loss
    0.5
    """
    raise AssertionError


@from_typescript("ppoLoss", grouped=True)
def ppo_loss(
    new_logprobs: Matrix,
    old_logprobs: Matrix,
    advantages: Matrix,
    policy_mask: Matrix,
    vpred: Matrix,
    old_values: Matrix,
    returns: Matrix,
    value_mask: Matrix,
    *,
    cliprange: float = 0.2,
    cliprange_value: float = 0.2,
    vf_coef: float = 0.1,
) -> PpoLoss:
    """The clipped policy loss + vf_coef · the clipped value loss; every matrix is (completions, tokens).

    Source: Schulman et al. 2017, eq. 7; TRL's `PPOTrainer`.

    >>> rows = [[0.0, 0.0]]
    >>> pref.ppo_loss(rows, rows, [[1.0, 1.0]], [[1, 1]], rows, rows, rows, [[1, 1]]).policy_loss
    -1.0
    """
    raise AssertionError


@from_typescript("grpoLoss", grouped=True)
def grpo_loss(
    logps: Matrix,
    old_logps: Matrix,
    mask: Matrix,
    advantages: Vector,
    ref_logps: Matrix | None = None,
    *,
    loss_type: GrpoLossType = "grpo",
    beta: float = 0.0,
    epsilon: float = 0.2,
    epsilon_high: float = 0.2,
    delta: float | None = None,
    importance_sampling_level: Literal["token", "sequence"] = "token",
    max_completion_length: int | None = None,
    num_items_in_batch: int | None = None,
    bias_correction_kl: bool = False,
) -> GrpoLoss:
    """The clipped objective a token, with a k3 penalty where beta > 0; matrices are (completions, tokens).

    Source: Shao et al. 2024, eq. 3; TRL's `GRPOTrainer`. `dr_grpo` needs `max_completion_length`.

    >>> rows = [[-1.0, -1.0]]
    >>> pref.grpo_loss(rows, rows, [[1, 1]], [1.0]).loss
    -1.0
    """
    raise AssertionError


@from_typescript("sftLoss", grouped=True)
def _sft_loss(logits: Any, labels: Matrix, *, ignore_index: int = -100) -> dict[str, float]:
    raise AssertionError


def sft_loss(logits: Any, labels: Matrix, *, ignore_index: int = -100) -> float:
    """−Σ log softmax(logits)[label] / (number of labels that count). `logits` (batch, tokens, vocabulary).

    >>> round(pref.sft_loss([[[0.0, 0.0]]], [[1]]), 4)
    0.6931
    """
    return _sft_loss(logits, labels, ignore_index=ignore_index)["loss"]
