"""What is known exactly: the optimum of reward minus KL, the best of n, divergences, Bradley-Terry fits. Float64."""

from __future__ import annotations

from dataclasses import dataclass

from ._arrays import Matrix, Vector
from ._record import Record, from_typescript


@dataclass(frozen=True)
class Boltzmann(Record):
    """The policy that maximises reward minus β KL, and what it reaches."""

    policy: list[float]
    log_z: float
    expected_reward: float
    kl: float
    objective: float
    implicit_reward_minus_beta_log_z: list[float]


@dataclass(frozen=True)
class BestOfN(Record):
    """The distribution of the best of n samples; KL in nats."""

    policy: list[float]
    kl: float
    kl_bound: float
    bound_minus_kl: float
    expected_reward: float
    win_rate_vs_ref: float
    win_rate_bound: float


@dataclass(frozen=True)
class CategoricalDivergences(Record):
    """Divergences of two distributions, and the moments of the KL estimators."""

    kl_pq: float
    kl_qp: float
    expect_k1: float
    expect_k2: float
    expect_k3: float
    var_k1: float
    var_k3: float
    entropy_p: float
    jsd: float


@dataclass(frozen=True)
class KlTermFixedPoints(Record):
    """Where policy gradients come to rest, by how the KL enters the objective."""

    boltzmann: list[float]
    k3_loss_fixed_point: list[float]
    lambda_: float
    expected_reward_boltzmann: float
    expected_reward_k3: float


@dataclass(frozen=True)
class BradleyTerryMle(Record):
    """Utilities from a table of wins, of mean 0."""

    utilities: list[float]
    nll: float
    mean_nll: float
    standard_errors: list[float]
    win_prob: list[list[float]]


@dataclass(frozen=True)
class EnsembleRewards(Record):
    """The rewards of several models, put together: (rewards) each."""

    mean: list[float]
    min: list[float]
    median: list[float]
    variance: list[float]
    std: list[float]
    uwo_mean_minus_lambda_var: list[float]
    mean_minus_lambda_std: list[float]


@dataclass(frozen=True)
class GaoForm(Record):
    """α and β of one of the forms of Gao et al. 2022."""

    alpha: float
    beta: float


@from_typescript("boltzmannPolicy")
def boltzmann_policy(ref: Vector, rewards: Vector, beta: float) -> Boltzmann:
    """π*(y) = π_ref(y) e^(r(y)/β) / Z, which maximises E[r] − β KL(π‖π_ref).

    Source: Rafailov et al. 2023, eq. 4.

    >>> pref.boltzmann_policy([0.5, 0.5], [0.0, 0.0], 0.1).policy
    [0.5, 0.5]
    """
    raise AssertionError


@from_typescript("bestOfN")
def best_of_n(ref: Vector, rewards: Vector, n: int) -> BestOfN:
    """Of n samples of `ref` the one with the greatest reward, among equals one at random: exactly.

    Source: Stiennon et al. 2020; the bound log n − (n − 1)/n: Hilton & Gao 2022; ties: Beirami et al. 2024.

    >>> pref.best_of_n([0.5, 0.5], [0.0, 1.0], 2).policy
    [0.25, 0.75]
    """
    raise AssertionError


@from_typescript("categoricalDivergences")
def categorical_divergences(p: Vector, q: Vector) -> CategoricalDivergences:
    """KL both ways, Jensen-Shannon, entropy, and the means and variances of k1, k2 and k3 under p. In nats.

    >>> pref.categorical_divergences([0.5, 0.5], [0.5, 0.5]).kl_pq
    0.0
    """
    raise AssertionError


@from_typescript("klTermFixedPoints")
def kl_term_fixed_points(ref: Vector, rewards: Vector, beta: float) -> KlTermFixedPoints:
    """The Boltzmann policy, and where k3 as a loss comes to rest instead: same β, another optimum.

    >>> points = pref.kl_term_fixed_points([0.5, 0.5], [0.0, 1.0], 0.5)
    >>> points.boltzmann != points.k3_loss_fixed_point
    True
    """
    raise AssertionError


@from_typescript("bradleyTerryMle")
def bradley_terry_mle(wins: Matrix, *, l2: float = 0.0) -> BradleyTerryMle:
    """Utilities of maximum likelihood from a square table of how often row beat column. Source: Hunter 2004.

    >>> pref.bradley_terry_mle([[0, 1], [1, 0]]).utilities
    [0.0, 0.0]
    """
    raise AssertionError


@from_typescript("ensembleRewards")
def ensemble_rewards(rewards: Matrix, *, lambda_: float, ddof: int = 0) -> EnsembleRewards:
    """Mean, worst case, median and uncertainty-weighted rewards of (models, rewards). Source: Coste et al. 2023.

    >>> pref.ensemble_rewards([[1.0], [3.0]], lambda_=0.5).min
    [1.0]
    """
    raise AssertionError


@from_typescript("fitGaoBestOfN")
def fit_gao_best_of_n(d: Vector, rewards: Vector) -> GaoForm:
    """α and β of R(d) = d(α − βd), d = √KL, by least squares. Source: Gao et al. 2022, section 1.

    >>> round(pref.fit_gao_best_of_n([1.0, 2.0], [1.0, 0.0]).beta, 6)
    1.0
    """
    raise AssertionError


@from_typescript("fitGaoRl")
def fit_gao_rl(d: Vector, rewards: Vector) -> GaoForm:
    """α and β of R(d) = d(α − β log d), by least squares. Source: Gao et al. 2022, section 1.

    >>> round(pref.fit_gao_rl([1.0, 2.0], [1.0, 2.0]).alpha, 6)
    1.0
    """
    raise AssertionError
