"""The TypeScript library inside this package: loaded when it is first called, and its errors made Python's."""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Awaitable, Callable
from importlib.resources import files
from inspect import isawaitable
from typing import Any

from ._errors import BrowserKernelNeeded, PreferenceError
from ._wire import Parcel, pack, snake, unpack

_TYPES = {"Float32Array": "f", "Float64Array": "d", "Int32Array": "i"}
_library: Any = None


def call(name: str, *args: Any, rename: bool = True) -> Any:
    """Calls a function of the library by its TypeScript name, and gives back what it returns; every number is a float."""
    library = _loaded(snake(name))
    parcel = pack(args)
    failures: list[BaseException] = []
    proxies = _Proxies([_kept(failures, function) for function in parcel.callables])
    try:
        return _received(
            library.call(name, parcel.json, _sent(parcel), proxies.all), rename=rename, whole=float
        )
    except _js_exception() as error:
        raise _python_error(error, failures) from None
    finally:
        proxies.destroy()


async def train(
    name: str, *args: Any, on_progress: Callable[[dict[str, Any]], object] | None = None
) -> tuple[Any, list[dict[str, Any]]]:
    """Starts a trainer of the library and waits for it; its last argument is a dict of options.

    It stops where the task is cancelled, where the kernel is interrupted, and where a function of the caller's raises:
    then that exception comes out as it is.
    """
    library = _loaded(snake(name))
    import js  # type: ignore[import-not-found]

    parcel = pack(args)
    failures: list[BaseException] = []
    controller = js.AbortController.new()

    def report(text: str) -> None:
        if on_progress is not None:
            on_progress(unpack(text, []))

    proxies = _Proxies(
        _kept(failures, function, controller.abort) for function in [report, *parcel.callables]
    )
    try:
        state, reports = _received(
            await library.train(
                name,
                parcel.json,
                _sent(parcel),
                proxies.all[1:],
                controller.signal,
                proxies.all[0] if on_progress is not None else None,
            )
        )
        return state, reports
    except _js_exception() as error:
        raise _python_error(error, failures) from None
    finally:
        controller.abort()
        proxies.destroy()


def in_browser_kernel() -> bool:
    """Whether JavaScript can be called at all."""
    return sys.platform == "emscripten"


def _loaded(what: str) -> Any:
    global _library
    if not in_browser_kernel():
        raise BrowserKernelNeeded(f"lectern.preference.{what}")
    if _library is None:
        from pyodide.code import run_js  # type: ignore[import-not-found]

        script = files(__package__).joinpath("_lectern_preference.js")
        _library = run_js(script.read_text("utf-8"))
    return _library


def _sent(parcel: Parcel) -> Any:
    """Copies in JavaScript's own memory: a view of Python's would be lost when that grows."""
    import js
    from pyodide.ffi import to_js  # type: ignore[import-not-found]

    copies = []
    for numbers in parcel.arrays:
        name = next(name for name, code in _TYPES.items() if code == numbers.typecode)
        copy = getattr(js, name).new(len(numbers))
        copy.assign(numbers)
        copies.append(copy)
    return to_js(copies)


def _received(answer: Any, *, rename: bool = True, whole: type = int) -> Any:
    arrays = []
    for buffer in answer.buffers:
        numbers: array[Any] = array(_TYPES[buffer.constructor.name])
        numbers.frombytes(buffer.to_bytes())
        arrays.append(numbers)
    return unpack(answer.json, arrays, rename=rename, whole=whole)


class _Proxies:
    """Functions that JavaScript may call until `destroy`."""

    def __init__(self, functions: Any) -> None:
        from pyodide.ffi import create_proxy, to_js

        self._proxies = [create_proxy(function) for function in functions]
        self.all = to_js(self._proxies)

    def destroy(self) -> None:
        for proxy in self._proxies:
            proxy.destroy()


def _kept(
    failures: list[BaseException],
    function: Callable[..., Any],
    stop: Callable[[], object] = lambda: None,
) -> Callable[..., Any]:
    """As `function`; what it raises is kept, since only its text would come through JavaScript."""

    def failed(error: BaseException) -> None:
        failures.append(error)
        stop()

    async def awaited(result: Awaitable[Any]) -> Any:
        try:
            return await result
        except BaseException as error:
            failed(error)
            raise

    def watched(*args: Any) -> Any:
        try:
            result = function(*args)
        except BaseException as error:
            failed(error)
            raise
        return awaited(result) if isawaitable(result) else result

    return watched


def _js_exception() -> type[BaseException]:
    from pyodide.ffi import JsException

    return JsException  # type: ignore[no-any-return]


def _python_error(error: Any, failures: list[BaseException]) -> BaseException:
    if failures:
        return failures[0]
    message = str(error.message).splitlines()[0]
    # Names as they are written in Python: `learningRate is NaN` would name nothing that the caller knows.
    message = re.sub(r"\b[a-z]+(?:[A-Z][a-z0-9]*)+\b", lambda match: snake(match[0]), message)
    if error.name in ("Error", "RangeError", "DataError", "RewardError"):
        return PreferenceError(message)
    return RuntimeError(f"{error.name}: {message}")
