"""The state of a program after its top level has run, restored before each call.

A call must not see what an earlier call left behind: a list that grew, a counter,
a mutable default argument, a class attribute.
"""

import copy
import functools
import types


class State:
    """Remembers a namespace; `restore` puts it back with fresh copies of everything mutable."""

    def __init__(self, namespace):
        self._namespace = namespace
        memo = {}
        self._names = {name: _copied(value, memo) for name, value in namespace.items()}
        functions, self._caches = self._reachable()
        self._functions = [
            (
                function,
                _copied(function.__defaults__, memo),
                _copied(function.__kwdefaults__, memo),
                [(cell, _copied(_contents(cell), memo)) for cell in function.__closure__ or ()],
            )
            for function in functions
        ]
        self._classes = [
            (owner, name, _copied(value, memo))
            for owner in self._own_classes()
            for name, value in vars(owner).items()
            if issubclass(type(value), (list, dict, set, bytearray))
        ]

    def restore(self):
        memo = {}
        self._namespace.clear()
        for name, value in self._names.items():
            self._namespace[name] = _copied(value, memo)
        for function, defaults, keyword_defaults, cells in self._functions:
            function.__defaults__ = _copied(defaults, memo)
            function.__kwdefaults__ = _copied(keyword_defaults, memo)
            for cell, contents in cells:
                if contents is not _EMPTY:
                    cell.cell_contents = _copied(contents, memo)
        for cache in self._caches:
            cache.cache_clear()
        for owner, name, value in self._classes:
            type.__setattr__(owner, name, _copied(value, memo))

    def _own_classes(self):
        return [
            value
            for value in self._namespace.values()
            if issubclass(type(value), type) and type.__getattribute__(value, "__module__") == "__main__"
        ]

    def _reachable(self):
        """Functions, and caches around them. Nothing else is asked for its attributes: it may give ever new ones."""
        functions, caches = {}, []
        pending = list(self._namespace.values())
        for owner in self._own_classes():
            pending.extend(vars(owner).values())
        while pending:
            value = pending.pop()
            kind = type(value)
            if any(kind is around for around in _AROUND_FUNCTIONS):
                pending.append(value.__func__)
            elif kind is property:
                pending += [value.fget, value.fset, value.fdel]
            elif kind is functools._lru_cache_wrapper:
                caches.append(value)
                pending.append(value.__wrapped__)
            elif kind is types.FunctionType and id(value) not in functions:
                functions[id(value)] = value
                pending.extend(_contents(cell) for cell in value.__closure__ or ())
                pending.append(value.__dict__.get("__wrapped__"))
        return list(functions.values()), caches


_AROUND_FUNCTIONS = (types.MethodType, staticmethod, classmethod)
_EMPTY = object()


def _contents(cell):
    try:
        return cell.cell_contents
    except ValueError:
        return _EMPTY


_ATOMIC = frozenset(
    (
        *(type(None), bool, int, float, complex, str, bytes),
        *(type, types.FunctionType, types.BuiltinFunctionType, types.ModuleType),
    )
)


def _is_atomic(kind):
    # A class with a class of its own may not even have a hash.
    return type(kind) is type and kind in _ATOMIC


def _holds_atoms(kind, value):
    items = value.values() if kind is dict else value
    return all(_is_atomic(type(item)) for item in items)


def _copied(value, memo):
    kind = type(value)
    if value is _EMPTY or _is_atomic(kind):
        return value
    # What most programs hold, and `copy` takes long over: containers of plain values.
    if (kind is list or kind is dict or kind is set) and id(value) not in memo and _holds_atoms(kind, value):
        memo[id(value)] = kind(value)
        return memo[id(value)]
    try:
        return copy.deepcopy(value, memo)
    except Exception:  # a module, a generator, a lock: cannot be copied, so it is shared
        return value
