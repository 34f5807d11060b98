"""The state of a program after its top level has run, restored before each call.

A call must not see what an earlier call left behind: a list that grew, a counter,
a mutable default argument, a class attribute.
"""

import copy
import types


class State:
    """Remembers a namespace; `restore` puts it back with fresh copies of everything mutable."""

    def __init__(self, namespace):
        self._namespace = namespace
        memo = {}
        self._names = {name: _copied(value, memo) for name, value in namespace.items()}
        self._functions = [
            (
                function,
                _copied(function.__defaults__, memo),
                _copied(function.__kwdefaults__, memo),
                [(cell, _copied(_contents(cell), memo)) for cell in function.__closure__ or ()],
            )
            for function in self._reachable_functions()
        ]
        self._classes = [
            (owner, name, _copied(value, memo))
            for owner in self._own_classes()
            for name, value in vars(owner).items()
            if isinstance(value, (list, dict, set, bytearray))
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
            clear_cache = getattr(function, "cache_clear", None)
            if callable(clear_cache):
                clear_cache()
        for owner, name, value in self._classes:
            setattr(owner, name, _copied(value, memo))

    def _own_classes(self):
        return [
            value
            for value in self._namespace.values()
            if isinstance(value, type) and value.__module__ == "__main__"
        ]

    def _reachable_functions(self):
        found = {}
        pending = list(self._namespace.values())
        for owner in self._own_classes():
            pending.extend(vars(owner).values())
        while pending:
            value = pending.pop()
            value = getattr(value, "__func__", value)
            wrapped = getattr(value, "__wrapped__", None)
            if wrapped is not None:
                pending.append(wrapped)
            if isinstance(value, types.FunctionType) and id(value) not in found:
                found[id(value)] = value
                pending.extend(_contents(cell) for cell in value.__closure__ or ())
        return list(found.values())


_EMPTY = object()


def _contents(cell):
    try:
        return cell.cell_contents
    except ValueError:
        return _EMPTY


_ATOMIC = frozenset(
    (type(None), bool, int, float, complex, str, bytes, types.FunctionType, types.BuiltinFunctionType)
)


def _holds_atoms(kind, value):
    items = value.values() if kind is dict else value
    return all(type(item) in _ATOMIC for item in items)


def _copied(value, memo):
    kind = type(value)
    if value is _EMPTY or kind in _ATOMIC:
        return value
    # What most programs hold, and `copy` takes long over: containers of plain values.
    if kind in (list, dict, set) and id(value) not in memo and _holds_atoms(kind, value):
        memo[id(value)] = kind(value)
        return memo[id(value)]
    try:
        return copy.deepcopy(value, memo)
    except Exception:  # a module, a generator, a lock: cannot be copied, so it is shared
        return value
