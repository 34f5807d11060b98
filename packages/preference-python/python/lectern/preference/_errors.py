"""What can go wrong, each with one line that says what, where and what to do."""


class PreferenceError(ValueError):
    """The library refused its input; the message says which and why.

    >>> pref.boltzmann_policy([1.0], [1.0], 0.0)
    Traceback (most recent call last):
    lectern.preference.PreferenceError: boltzmann_policy: beta must be above 0; got 0.
    """


class ShapeError(PreferenceError):
    """An argument has another shape than is wanted.

    >>> await pref.fit_reward_model([1.0, 2.0], [[1.0]])
    Traceback (most recent call last):
    lectern.preference.ShapeError: chosen has shape (2,); wanted is (pairs, features).
    """

    def __init__(self, argument: str, shape: str, wanted: str) -> None:
        super().__init__(f"{argument} has shape {shape}; wanted is {wanted}.")
        self.argument = argument
        self.shape = shape
        self.wanted = wanted


class BrowserKernelNeeded(RuntimeError):
    """What was called computes in JavaScript, and there is none here.

    >>> raise pref.BrowserKernelNeeded("lectern.preference.dpo")
    Traceback (most recent call last):
    lectern.preference.BrowserKernelNeeded: lectern.preference.dpo needs a Python kernel that runs in a browser (Pyodide); here only data classes, export_trl and experiment widgets work.
    """

    def __init__(self, what: str) -> None:
        super().__init__(
            f"{what} needs a Python kernel that runs in a browser (Pyodide); "
            "here only data classes, export_trl and experiment widgets work."
        )
