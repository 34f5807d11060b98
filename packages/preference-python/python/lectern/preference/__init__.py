"""Preference learning in the notebook: reward models, DPO, PPO and GRPO, as exact as TRL and in your browser.

>>> import lectern.preference as pref
>>> result = await pref.dpo([0, 0], [1, 2], [0, 0], reference=[[0, 0, 0]], beta=0.1)
>>> result
"""

from ._dpo import DpoTraining, TabularPolicy, dpo, dpo_sync
from ._errors import BrowserKernelNeeded, PreferenceError, ShapeError
from ._reward_model import (
    RewardModel,
    RewardModelTraining,
    fit_reward_model,
    fit_reward_model_sync,
)
from ._training import Training

__version__ = "0.1.0"
__all__ = [
    "BrowserKernelNeeded",
    "DpoTraining",
    "PreferenceError",
    "RewardModel",
    "RewardModelTraining",
    "ShapeError",
    "TabularPolicy",
    "Training",
    "dpo",
    "dpo_sync",
    "fit_reward_model",
    "fit_reward_model_sync",
]
