"""asyncio in virtual time: waiting moves the clock forward and costs nothing, timers fire in their order.

A loop of a browser cannot block until a coroutine is done, and one of an operating system waits for real; this
one does neither, and is the same in both. What waits for something that never happens is an error, not a hang.
"""

import asyncio
from asyncio import events
# Before a program can replace it. It costs no time in the sandbox, whose clock it moves: a program that
# measures itself sees that it has waited.
from time import sleep

from .summaries import defines


class DeadlockError(RuntimeError):
    """Nothing is left that could wake what is waited for."""


class VirtualLoop(asyncio.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self._selector = self  # all that it selects is how long to wait
        self._clock_resolution = 1e-6
        self._now = 0.0
        self._awaited = None
        self._deadlocked = False

    def time(self):
        return self._now

    def select(self, timeout):
        if timeout is None:
            self._wake_for_nothing()
        elif timeout > 0:
            sleep(timeout)
            self._now += timeout
        return ()

    def run_until_complete(self, future):
        self._check_closed()
        self._check_running()
        outer, self._awaited = self._awaited, asyncio.ensure_future(future, loop=self)
        try:
            return super().run_until_complete(self._awaited)
        except asyncio.CancelledError as cancelled:
            if not self._deadlocked:
                raise
            # With its traceback: the line that waits.
            raise DeadlockError("this waits for something that never happens").with_traceback(
                cancelled.__traceback__
            ) from None
        finally:
            self._deadlocked, self._awaited = False, outer

    def _wake_for_nothing(self):
        if self._awaited is None:
            raise DeadlockError("the event loop waits for something that never happens")
        self._deadlocked = True
        self._awaited.cancel()

    def run_in_executor(self, executor, function, *args):
        """There are no threads: at once, in this one."""
        future = self.create_future()
        try:
            future.set_result(function(*args))
        except Exception as raised:
            future.set_exception(raised)
        return future

    def begin_anew(self):
        """As a new loop, for those who already know this one."""
        self._ready.clear()
        self._scheduled.clear()
        self._asyncgens_shutdown_called = False
        self._now = 0.0

    def __deepcopy__(self, memo):
        return self

    def __del__(self):
        """It holds nothing that has to be closed."""

    def _process_events(self, selected):
        pass

    def _write_to_self(self):
        pass


# Public until Python 3.14, where policies begin to go away.
_Policy = getattr(events, "_AbstractEventLoopPolicy", None) or events.AbstractEventLoopPolicy
_set_policy = getattr(events, "_set_event_loop_policy", None) or events.set_event_loop_policy


class VirtualPolicy(_Policy):
    """One loop for a whole program and the calls into it, as in a notebook; `asyncio.run` makes its own."""

    def __init__(self):
        self._shared = None
        self._current = None

    def get_event_loop(self):
        return self._current or self.shared()

    def set_event_loop(self, loop):
        self._current = loop

    def new_event_loop(self):
        return VirtualLoop()

    def shared(self):
        if self._shared is None or self._shared.is_closed():
            self._shared = VirtualLoop()
        return self._shared

    def end(self):
        """End what was left running, as `asyncio.run` does."""
        loop, self._current = self._shared, None
        if loop is None or loop.is_closed() or loop.is_running():
            return
        left = asyncio.all_tasks(loop)
        for task in left:
            task.cancel()
        if left:
            loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
        if loop._asyncgens:
            loop.run_until_complete(loop.shutdown_asyncgens())
        loop.begin_anew()


_policy = None


def install():
    """Make this the asyncio of the program that is about to run, with nothing left of an earlier one."""
    global _policy
    _policy = VirtualPolicy()
    _set_policy(_policy)
    asyncio._set_running_loop(None)  # Pyodide's own, which gets no turn while a program runs


def drive(awaitable):
    """Run an awaitable to its end, and return its result."""
    loop = _policy.shared()
    if asyncio.iscoroutine(awaitable):
        return loop.run_until_complete(awaitable)
    return loop.run_until_complete(_awaited(awaitable))


async def _awaited(awaitable):
    return await awaitable


def stepped(iterator):
    """The items of an asynchronous iterator, each driven when it is asked for."""
    while True:
        try:
            item = drive(_awaited(type(iterator).__anext__(iterator)))
        except StopAsyncIteration:
            return
        yield item


def end_leftovers():
    """End what a program or a call left running, as `asyncio.run` does."""
    _policy.end()


_ORDINARY = frozenset((type(None), bool, int, float, complex, str, bytes, list, tuple, dict, set))


def is_ordinary(value):
    """For certain: most values are."""
    kind = type(value)
    return type(kind) is type and kind in _ORDINARY


def is_awaitable(value):
    return defines(type(value), "__await__")


def is_asynchronous(value):
    """Whether only `await` or `async for` gets at what it gives."""
    return is_awaitable(value) or defines(type(value), "__anext__")
