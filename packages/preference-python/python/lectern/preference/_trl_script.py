"""The text of a script for TRL, and the names of the hyper-parameters that it may be given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

TRL_VERSION = "1.16.0"
"""What the scripts are checked against."""

TRL_NAMES = {
    "steps": "max_steps",
    "batch_size": "per_device_train_batch_size",
    "report_every": "logging_steps",
    "kl_coef": "beta",
}
"""Hyper-parameters of the trainers here that TRL names otherwise."""

_EVERY = (
    "gradient_accumulation_steps",
    "learning_rate",
    "logging_steps",
    "lr_scheduler_type",
    "max_steps",
    "num_train_epochs",
    "per_device_train_batch_size",
    "seed",
    "warmup_steps",
    "weight_decay",
)

FIELDS: dict[str, tuple[str, ...]] = {
    "reward": (*_EVERY, "center_rewards_coefficient", "max_length"),
    "dpo": (
        *_EVERY,
        "beta",
        "f_alpha_divergence_coef",
        "f_divergence_type",
        "label_smoothing",
        "loss_type",
        "max_length",
    ),
    "grpo": (
        *_EVERY,
        "beta",
        "delta",
        "epsilon",
        "epsilon_high",
        "importance_sampling_level",
        "loss_type",
        "max_completion_length",
        "num_generations",
        "num_iterations",
        "scale_rewards",
        "temperature",
    ),
}
"""By kind, the fields of TRL's configuration that a script may set."""

_CLASSES = {
    "reward": ("RewardConfig", "RewardTrainer"),
    "dpo": ("DPOConfig", "DPOTrainer"),
    "grpo": ("GRPOConfig", "GRPOTrainer"),
}


def script(kind: str, *, model: str, arguments: Mapping[str, Any], reward: str | None) -> str:
    """A whole program; values are written as Python literals."""
    config, trainer = _CLASSES[kind]
    set_fields = "".join(f"    {name}={value!r},\n" for name, value in arguments.items())
    functions = "    reward_funcs=reward_of_completions,\n" if reward is not None else ""
    return f'''"""Trains {model} with TRL. Needed: pip install trl=={TRL_VERSION}"""

from pathlib import Path

from datasets import load_dataset
from trl import {config}, {trainer}

HERE = Path(__file__).parent
{_reward_part(reward)}
config = {config}(
    output_dir=str(HERE / "output"),
{set_fields})
trainer = {trainer}(
    model={model!r},
    args=config,
{functions}    train_dataset=load_dataset("json", data_files=str(HERE / "dataset.jsonl"), split="train"),
)

if __name__ == "__main__":
    trainer.train()
    trainer.save_model()
'''


def _reward_part(reward: str | None) -> str:
    if reward is None:
        return ""
    return f'''

{reward}

def reward_of_completions(prompts, completions, **columns):
    """As TRL calls it."""
    return reward(completions, prompts)

'''
