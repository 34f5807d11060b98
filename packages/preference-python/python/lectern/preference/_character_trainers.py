"""SFT, PPO and GRPO of character policies."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from ._character_policy import CharacterPolicy, Demonstration, policy_of
from ._losses import GrpoLossType
from ._reward import Reward, reward_for_trainer
from ._training import OnProgress, Training, run, wait
from ._wire import camel


@dataclass(frozen=True)
class CharacterTraining(Training):
    """A policy, how it was trained, and what is needed to go on.

    >>> start = pref.character_policy("ab")
    >>> result = await pref.sft([{"prompt": "", "completion": "ab"}], start, steps=50)
    >>> result.metrics[-1]["mean_token_accuracy"]
    1.0
    """

    policy: CharacterPolicy
    step: int
    updates: int
    moments: dict[str, array[float]] = field(repr=False)
    kl_coef: float | None = None
    """β now, of PPO."""


async def sft(
    demonstrations: Sequence[Demonstration],
    start: CharacterPolicy,
    *,
    steps: int = 200,
    learning_rate: float | None = None,
    batch_size: int | None = None,
    seed: int = 0,
    report_every: int = 10,
    on_progress: OnProgress | None = None,
    state: CharacterTraining | None = None,
) -> CharacterTraining:
    """Imitates demonstrations: −Σ log π(token) / tokens over the completions, by Adam. TRL: `SFTTrainer`.

    Args:
        learning_rate: 0.05 for a bigram, 0.003 for a transformer by default.
        batch_size: demonstrations a step; all by default.
        state: goes on from here; nothing in it is changed.

    >>> start = pref.character_policy("ab")
    >>> result = await pref.sft([{"prompt": "", "completion": "ab"}], start, steps=50)
    >>> result.metrics[-1]["loss"] < result.metrics[0]["loss"]
    True
    """
    return await _trained(
        "sft",
        [dict(one) for one in demonstrations],
        start.plan(),
        options=_options(steps, learning_rate, seed, report_every, state, batch_size=batch_size),
        on_progress=on_progress,
    )


async def ppo(
    prompts: Sequence[str],
    reward: Reward,
    reference: CharacterPolicy,
    *,
    steps: int = 50,
    learning_rate: float | None = None,
    batch_size: int = 64,
    num_ppo_epochs: int = 4,
    num_mini_batches: int = 1,
    max_completion_length: int = 16,
    temperature: float = 1.0,
    kl_coef: float = 0.05,
    adaptive_kl: tuple[float, float] | None = None,
    kl_estimator: Literal["k1", "k3"] = "k1",
    gamma: float = 1.0,
    lam: float = 0.95,
    cliprange: float = 0.2,
    cliprange_value: float = 0.2,
    vf_coef: float = 0.1,
    whiten_advantages: bool = True,
    whiten_rewards: bool = False,
    missing_eos_penalty: float | None = None,
    ptx: tuple[Sequence[Demonstration], float] | None = None,
    seed: int = 0,
    report_every: int = 10,
    on_progress: OnProgress | None = None,
    state: CharacterTraining | None = None,
) -> CharacterTraining:
    """Proximal policy optimisation, a token at a time; the score at the end, −β KL at each token. TRL: `PPOTrainer`.

    Source: Schulman et al. 2017; for text Ziegler et al. 2019 and Ouyang et al. 2022.

    Args:
        prompts: `[""]` is one.
        reward: `reward(completions, prompts)` gives a score for each; it may be a coroutine function. What it raises
            comes out as it is.
        reference: what the policy starts as, and what the KL is measured from.
        batch_size: completions a step.
        adaptive_kl: (target, horizon) of the controller that steers β.
        ptx: (demonstrations, coefficient): PPO-ptx, which imitates them beside.

    >>> def many_a(completions, prompts):
    ...     return [text.count("a") for text in completions]
    >>> options = dict(steps=10, max_completion_length=4, batch_size=32)
    >>> result = await pref.ppo([""], many_a, pref.character_policy("ab"), report_every=1, **options)
    >>> result.metrics[-1]["objective/scores"] > result.metrics[0]["objective/scores"]
    True
    """
    own = dict(
        batch_size=batch_size,
        num_ppo_epochs=num_ppo_epochs,
        num_mini_batches=num_mini_batches,
        max_completion_length=max_completion_length,
        temperature=temperature,
        kl_coef=kl_coef,
        adaptive_kl=adaptive_kl and {"target": adaptive_kl[0], "horizon": adaptive_kl[1]},
        kl_estimator=kl_estimator,
        gamma=gamma,
        lam=lam,
        cliprange=cliprange,
        cliprange_value=cliprange_value,
        vf_coef=vf_coef,
        whiten_advantages=whiten_advantages,
        whiten_rewards=whiten_rewards,
        missing_eos_penalty=missing_eos_penalty,
        ptx=ptx and {"demonstrations": [dict(one) for one in ptx[0]], "coef": ptx[1]},
    )
    return await _trained(
        "ppo",
        list(prompts),
        reward_for_trainer(reward),
        reference.plan(),
        options=_options(steps, learning_rate, seed, report_every, state, **own),
        on_progress=on_progress,
    )


async def grpo(
    prompts: Sequence[str],
    reward: Reward,
    reference: CharacterPolicy,
    *,
    steps: int = 50,
    learning_rate: float | None = None,
    num_generations: int = 8,
    prompts_per_step: int = 8,
    num_iterations: int = 1,
    steps_per_generation: int = 1,
    max_completion_length: int = 16,
    temperature: float = 1.0,
    loss_type: GrpoLossType = "dapo",
    scale_rewards: Literal["group", "batch", "none"] = "group",
    beta: float = 0.0,
    epsilon: float = 0.2,
    epsilon_high: float = 0.2,
    delta: float | None = None,
    importance_sampling_level: Literal["token", "sequence"] = "token",
    mask_truncated_completions: bool = False,
    seed: int = 0,
    report_every: int = 10,
    on_progress: OnProgress | None = None,
    state: CharacterTraining | None = None,
) -> CharacterTraining:
    """Group relative policy optimisation: completions of a prompt learn from being better than their group.

    Source: Shao et al. 2024. TRL: `GRPOTrainer`; a step is one generation.

    Args:
        reward: as in `ppo`.
        num_generations: completions a prompt.
        loss_type: TRL's default is `dapo`.
        beta: of the k3 penalty; 0 leaves it out.

    >>> async def many_a(completions, prompts):
    ...     return [text.count("a") for text in completions]
    >>> options = dict(steps=10, max_completion_length=4, report_every=1)
    >>> result = await pref.grpo([""], many_a, pref.character_policy("ab"), **options)
    >>> result.metrics[-1]["reward"] > result.metrics[0]["reward"]
    True
    """
    own = dict(
        num_generations=num_generations,
        prompts_per_step=prompts_per_step,
        num_iterations=num_iterations,
        steps_per_generation=steps_per_generation,
        max_completion_length=max_completion_length,
        temperature=temperature,
        loss_type=loss_type,
        scale_rewards=scale_rewards,
        beta=beta,
        epsilon=epsilon,
        epsilon_high=epsilon_high,
        delta=delta,
        importance_sampling_level=importance_sampling_level,
        mask_truncated_completions=mask_truncated_completions,
    )
    return await _trained(
        "grpo",
        list(prompts),
        reward_for_trainer(reward),
        reference.plan(),
        options=_options(steps, learning_rate, seed, report_every, state, **own),
        on_progress=on_progress,
    )


def sft_sync(
    demonstrations: Sequence[Demonstration], start: CharacterPolicy, **options: Any
) -> CharacterTraining:
    """As `sft`, without `await`; where the browser cannot wait it says so.

    >>> pref.sft_sync([{"prompt": "", "completion": "a"}], pref.character_policy("a"), steps=5).step
    5
    """
    return wait("sft", sft(demonstrations, start, **options))


def ppo_sync(
    prompts: Sequence[str], reward: Reward, reference: CharacterPolicy, **options: Any
) -> CharacterTraining:
    """As `ppo`, without `await`; where the browser cannot wait it says so.

    >>> pref.ppo_sync([""], lambda texts, _: [len(text) for text in texts], pref.character_policy("a"), steps=1).step
    1
    """
    return wait("ppo", ppo(prompts, reward, reference, **options))


def grpo_sync(
    prompts: Sequence[str], reward: Reward, reference: CharacterPolicy, **options: Any
) -> CharacterTraining:
    """As `grpo`, without `await`; where the browser cannot wait it says so.

    >>> pref.grpo_sync([""], lambda texts, _: [len(text) for text in texts], pref.character_policy("a"), steps=1).step
    1
    """
    return wait("grpo", grpo(prompts, reward, reference, **options))


def _options(
    steps: int,
    learning_rate: float | None,
    seed: int,
    report_every: int,
    state: CharacterTraining | None,
    **own: Any,
) -> dict[str, Any]:
    every = dict(steps=steps, learning_rate=learning_rate, seed=seed, report_every=report_every)
    sent = {camel(name): value for name, value in {**every, **own}.items()}
    return {**sent, "state": None if state is None else _state(state)}


def _state(training: CharacterTraining) -> dict[str, Any]:
    beta = {} if training.kl_coef is None else {"klCoef": training.kl_coef}
    return {
        "step": training.step,
        "policy": training.policy.plan(),
        "updates": training.updates,
        "moments": training.moments,
        **beta,
    }


async def _trained(
    name: str, *data: Any, options: dict[str, Any], on_progress: OnProgress | None
) -> CharacterTraining:
    end: dict[str, Any]
    end, every = await run(name, *data, options=options, on_progress=on_progress)
    policy = policy_of(end.pop("policy"))
    return CharacterTraining(**every, policy=policy, **end)
