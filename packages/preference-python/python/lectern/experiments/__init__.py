"""Experiments with preference learning: a widget for each, which computes in the browser that shows it.

>>> import lectern.experiments
>>> import lectern.preference as pref
>>> pref.experiment("over-optimisation")
"""

from ._widget import Experiment

__version__ = "0.1.0"
__all__ = ["Experiment"]
