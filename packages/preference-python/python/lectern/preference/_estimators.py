"""Estimators: of the KL from samples, of advantages, of what the KL coefficient should be next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from ._arrays import Matrix, Vector
from ._record import Record, from_typescript


@dataclass(frozen=True)
class Gae(Record):
    """(completions, tokens) each."""

    advantages: list[list[float]]
    returns: list[list[float]]
    whitened: list[list[float]] | None = None


@dataclass(frozen=True)
class GroupAdvantages(Record):
    """Advantages of completions relative to the others of their prompt."""

    advantages: list[float]
    group_mean: list[float]
    group_std: list[float]
    frac_reward_zero_std: float


@dataclass(frozen=True)
class TrlRollout(Record):
    """What TRL's PPO makes of log-probabilities, values and scores, step by step."""

    kl: list[list[float]]
    rewards_before_whiten: list[list[float]]
    rewards: list[list[float]]
    raw_advantages: list[list[float]]
    returns: list[list[float]]
    advantages: list[list[float]]
    mean_kl_sum: float


@from_typescript("k1")
def k1(logp: Any, ref_logp: Any) -> Any:
    """log π − log π_ref of sampled tokens: unbiased, of either sign, no gradient as a loss. Any shape.

    Source: Schulman 2020, "Approximating KL divergence".

    >>> pref.k1([-1.0], [-2.0])
    [1.0]
    """


@from_typescript("k2")
def k2(logp: Any, ref_logp: Any) -> Any:
    """½ (log π − log π_ref)²: biased, but as a loss its gradient is that of KL(π‖π_ref). Any shape.

    >>> pref.k2([-1.0], [-2.0])
    [0.5]
    """


@from_typescript("k3")
def k3(logp: Any, ref_logp: Any) -> Any:
    """e^(−x) − 1 + x: unbiased and never negative; as a loss its gradient is that of KL(π_ref‖π). Any shape.

    >>> pref.k3([-1.0], [-1.0])
    [0.0]
    """


@from_typescript("gaeMasked", grouped=True)
def gae(rewards: Matrix, values: Matrix, mask: Matrix, *, gamma: float = 1.0, lam: float = 0.95) -> Gae:
    """Generalised advantage estimation over completions, each an episode that ends with its last token.

    Source: Schulman et al. 2015, eq. 16. `mask` is 1 for a token that counts; everything outside it is 0.

    >>> pref.gae([[0.0, 1.0]], [[0.0, 0.0]], [[1, 1]], gamma=1.0, lam=1.0).advantages
    [[1.0, 1.0]]
    """
    raise AssertionError


@from_typescript("gaeWithDones", grouped=True)
def gae_with_dones(
    rewards: Matrix,
    values: Matrix,
    dones: Matrix,
    next_value: Vector,
    next_done: Vector,
    *,
    gamma: float = 0.99,
    lam: float = 0.95,
) -> Gae:
    """GAE over a rollout that holds parts of several episodes and is bootstrapped at its end.

    Source: CleanRL's `ppo.py`. `dones` is 1 where the state at t is the first of a new episode.

    >>> pref.gae_with_dones([[1.0]], [[0.0]], [[0]], [2.0], [0], gamma=0.5, lam=1.0).advantages
    [[2.0]]
    """
    raise AssertionError


@from_typescript("trlRollout", grouped=True)
def trl_rollout(
    logprobs: Matrix,
    ref_logprobs: Matrix,
    values: Matrix,
    scores: Vector,
    last_token_index: Vector,
    *,
    gamma: float = 1.0,
    lam: float = 0.95,
    kl_coef: float = 0.05,
    kl_estimator: Literal["k1", "k3"] = "k1",
    whiten_rewards: bool = False,
) -> TrlRollout:
    """From log-probabilities, values and scores to rewards, returns and advantages, as TRL's `PPOTrainer` does it.

    >>> rows = [[-1.0, -1.0]]
    >>> pref.trl_rollout(rows, rows, [[0.0, 0.0]], [1.0], [1]).rewards
    [[0.0, 1.0]]
    """
    raise AssertionError


@from_typescript("maskedWhiten")
def masked_whiten(rows: Matrix, mask: Matrix, *, shift_mean: bool = True) -> list[list[float]]:
    """(x − mean) / √(var + 1e-8) over the entries that `mask` keeps; 0 elsewhere. Source: TRL's `masked_whiten`.

    >>> pref.masked_whiten([[1.0, 3.0, 9.0]], [[1, 1, 0]])[0][2]
    0.0
    """
    raise AssertionError


@from_typescript("groupAdvantages")
def group_advantages(
    rewards: Vector,
    *,
    num_generations: int,
    scale_rewards: Literal["group", "batch", "none"] = "group",
    eps: float = 1e-4,
) -> GroupAdvantages:
    """(r − mean of the group) / (std + eps): GRPO's; `none` leaves the division out (Dr. GRPO).

    Source: Shao et al. 2024, section 4.1.2. Each prompt's completions stand one after another.

    >>> pref.group_advantages([0.0, 2.0], num_generations=2, scale_rewards="none").advantages
    [-1.0, 1.0]
    """
    raise AssertionError


@from_typescript("rlooAdvantages")
def rloo_advantages(rewards: Vector, num_generations: int) -> list[float]:
    """Each reward minus the mean of the others of its group. Source: Ahmadian et al. 2024 (RLOO).

    >>> pref.rloo_advantages([1.0, 2.0, 6.0], 3)
    [-3.0, -1.5, 4.5]
    """
    raise AssertionError


@from_typescript("adaptKlCoef")
def adapt_kl_coef(
    kl_coef: float, kl: float, n_steps: int, *, target: float, horizon: float
) -> float:
    """β · (1 + clip(kl/target − 1, ±0.2) · n_steps / horizon). Source: Ziegler et al. 2019, section 2.2.

    >>> pref.adapt_kl_coef(0.2, 6.0, 100, target=6.0, horizon=1000)
    0.2
    """
    raise AssertionError
