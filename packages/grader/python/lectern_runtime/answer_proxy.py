"""`answer` as a test sees it: calls that look like calls, and give plain data back."""

import builtins
import math

from .conversation import HANDLE, OPERATORS
from .expressions import NotWritable, literal
from .values import Encoder


class AnswerError(Exception):
    """An exception of the answer that is no built-in one; `type` is its name."""

    type = "Exception"


class CheckFailed(AssertionError):
    """A check that does not hold, and what it looked at."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


class MissingName(BaseException):
    """The answer lacks a name that the test uses; not an Exception, since it is no behaviour of the answer's."""

    def __init__(self, name):
        super().__init__(name)
        self.name = name


class Close(float):
    """A float of the answer's: equal to what it is within the challenge's tolerance of, since a last digit is no mistake."""

    tolerance = 0.0

    def __eq__(self, other):
        if isinstance(other, bool) or not isinstance(other, (int, float)):
            return float.__eq__(self, other)
        if math.isnan(self) or (isinstance(other, float) and math.isnan(other)):
            return math.isnan(self) and math.isnan(other)
        if math.isinf(self) or (isinstance(other, float) and math.isinf(other)):
            return float.__eq__(self, other)
        return abs(float(self) - other) <= type(self).tolerance * max(1.0, abs(other))

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    __hash__ = float.__hash__

    def __reduce__(self):
        return (float, (float(self),))


class Asker:
    """Turns calls on proxies into questions, and outcomes into values."""

    def __init__(self, transport, facts, tolerance):
        self.transport = transport
        self.facts = facts
        self.close = type("float", (Close,), {"tolerance": tolerance})

    def call(self, reference, shown, args, kwargs):
        parts = [(None, value) for value in args] + list(kwargs.items())
        try:
            written = [_argument(key, reference_of(value)) for key, value in parts]
        except NotWritable as problem:
            raise TypeError(
                f"{shown}: a {problem} cannot be handed to the answer. Write the call as text: answer(\"…\")"
            ) from None
        label = f"{shown}({', '.join(_argument(key, label_of(value)) for key, value in parts)})"
        outcome = self.ask(f"{reference}({', '.join(written)})", label)
        self._change(parts, outcome["mutated"])
        return self.value(outcome["result"], label)

    def ask(self, expression, shown):
        outcome = self.transport.ask(expression, shown)
        if outcome["error"] is not None:
            raise _exception(outcome["error"], shown)
        return outcome

    def operate(self, name, proxy, *others, shown):
        arguments = ", ".join([reference_of(proxy), *map(reference_of, others)])
        return self.value(self.ask(f"{OPERATORS}.{name}({arguments})", shown)["result"], shown)

    def value(self, data, shown):
        """A value as data, as the Python value that it is of; what is more than data is a proxy."""
        kind = data["kind"] if data is not None else "none"
        if kind in _PLAIN:
            return _PLAIN[kind](data)
        if kind == "float":
            return self.close(data["value"])
        if kind == "complex":
            return complex(float(data["real"]), float(data["imag"]))
        if kind in _CONTAINERS:
            if "cut" in data:
                raise AnswerError(f"{shown} gives more than a test can look at: {data['cut']} items")
            return _CONTAINERS[kind](self.value(item, shown) for item in data["items"])
        if kind == "dict":
            if "cut" in data:
                raise AnswerError(f"{shown} gives more than a test can look at: {data['cut']} items")
            return {self.value(key, shown): self.value(item, shown) for key, item in data["entries"]}
        if kind == "iterator":
            return self._iterator(data, shown)
        if kind in ("object", "name") and "handle" in data:
            return Remote(self, HANDLE.format(data["handle"]), shown, data)
        raise AnswerError(f"{shown} gives what a test cannot look at: {kind}")

    def _iterator(self, data, shown):
        """The items that are known, then more of them, a question each."""
        for item in data["items"]:
            yield self.value(item, shown)
        if "handle" not in data or len(data["items"]) < FIRST_ITEMS:
            return
        while True:
            try:
                outcome = self.ask(f"next({HANDLE.format(data['handle'])})", f"next({shown})")
            except StopIteration:
                return
            yield self.value(outcome["result"], f"next({shown})")

    def _change(self, parts, mutated):
        """What the call changed of its arguments, it has changed of the test's own objects too."""
        keyed = {key or str(position): value for position, (key, value) in enumerate(parts)}
        for label, data in mutated:
            mine, fresh = keyed.get(label), self.value(data, label)
            if isinstance(mine, list):
                mine[:] = fresh
            elif isinstance(mine, (dict, set)):
                mine.clear()
                mine.update(fresh)
            elif isinstance(mine, bytearray):
                mine[:] = fresh


FIRST_ITEMS = 100


class Remote:
    """An object, a function or a class of the answer's."""

    def __init__(self, asker, reference, shown, data=None):
        vars(self).update(_asker=asker, _reference=reference, _shown=shown, _data=data)

    def __call__(self, *args, **kwargs):
        return self._asker.call(self._reference, self._shown, args, kwargs)

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        shown = f"{self._shown}.{name}"
        outcome = self._asker.ask(f"getattr({self._reference}, {name!r})", shown)
        return self._asker.value(outcome["result"], shown)

    def __setattr__(self, name, value):
        self._asker.ask(
            f"setattr({self._reference}, {name!r}, {reference_of(value)})", f"{self._shown}.{name} = …"
        )

    def __instancecheck__(self, value):
        if not isinstance(value, Remote):
            return False
        return _built_in("isinstance", value, self)

    def __repr__(self):
        return _built_in("repr", self)

    def __str__(self):
        return _built_in("str", self)

    def __len__(self):
        return _built_in("len", self)

    def __bool__(self):
        return _built_in("bool", self)

    def __int__(self):
        return _built_in("int", self)

    def __float__(self):
        return float(_built_in("float", self))

    def __abs__(self):
        return _built_in("abs", self)

    def __iter__(self):
        return iter(_built_in("iter", self))

    def __hash__(self):
        return hash(self._reference)


def _built_in(name, proxy, *others):
    shown = f"{name}({', '.join(map(label_of, [proxy, *others]))})"
    question = f"{name}({', '.join(map(reference_of, [proxy, *others]))})"
    return proxy._asker.value(proxy._asker.ask(question, shown)["result"], shown)


def _comparison(name, sign, otherwise):
    """Only two objects of the answer's may say themselves how they compare: one of them could claim anything."""

    def compare(self, other):
        if not isinstance(other, Remote):
            return otherwise
        shown = sign.format(self._shown, other._shown)
        return self._asker.operate(name, self, other, shown=shown)

    return compare


for _method, _sign, _otherwise in (
    ("eq", "{} == {}", False),
    ("ne", "{} != {}", True),
    ("lt", "{} < {}", NotImplemented),
    ("le", "{} <= {}", NotImplemented),
    ("gt", "{} > {}", NotImplemented),
    ("ge", "{} >= {}", NotImplemented),
):
    setattr(Remote, f"__{_method}__", _comparison(_method, _sign, _otherwise))


def _operator(name, sign):
    def operate(self, other):
        shown = sign.format(self._shown, label_of(other))
        return self._asker.operate(name, self, other, shown=shown)

    return operate


for _method, _sign in {
    "add": "{} + {}", "sub": "{} - {}", "mul": "{} * {}", "truediv": "{} / {}", "floordiv": "{} // {}",
    "mod": "{} % {}", "pow": "{} ** {}", "matmul": "{} @ {}", "and_": "{} & {}", "or_": "{} | {}", "xor": "{} ^ {}",
    "getitem": "{}[{}]", "contains": "{1} in {0}", "delitem": "del {}[{}]",
}.items():  # fmt: skip
    setattr(Remote, f"__{_method.rstrip('_')}__", _operator(_method, _sign))


def _set_item(self, key, value):
    self._asker.operate("setitem", self, key, value, shown=f"{self._shown}[{label_of(key)}] = …")


Remote.__setitem__ = _set_item


class Answer:
    """The answer itself: its functions, classes and variables by name; `answer("f(1)")` for any expression."""

    def __init__(self, asker):
        self._asker = asker
        self.stdout = asker.facts["stdout"]
        self.source = asker.facts["source"]

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        if name in self._asker.facts["functions"]:
            return Remote(self._asker, name, name)
        try:
            outcome = self._asker.ask(f"globals().__getitem__({name!r})", name)
        except KeyError:
            raise MissingName(name) from None
        return self._asker.value(outcome["result"], name)

    def __call__(self, expression):
        outcome = self._asker.ask(f"(lambda: ({expression}))()", expression)
        return self._asker.value(outcome["result"], expression)

    def __repr__(self):
        return "answer"


def answer_for(transport, facts, tolerance):
    return Answer(Asker(transport, facts, tolerance))


class _Names:
    """What stands for something that is no data: a proxy of the answer's, or a built-in."""

    def __init__(self, attribute):
        self._attribute = attribute

    def get(self, value):
        if isinstance(value, Remote):
            return vars(value)[self._attribute]
        name = getattr(value, "__name__", None)
        return name if isinstance(name, str) and getattr(builtins, name, None) is value else None


_REFERENCES, _LABELS = _Names("_reference"), _Names("_shown")


def reference_of(value):
    """Source for the answer's interpreter. Raises NotWritable for what it cannot be handed."""
    return literal(_plain(value), _REFERENCES)


def label_of(value):
    """The same for people."""
    return literal(_plain(value), _LABELS)


def _plain(value):
    """Without the floats of ours."""
    kind = type(value)
    if isinstance(value, Close):
        return float(value)
    if kind in (list, tuple, set, frozenset):
        return kind(map(_plain, value))
    if kind is dict:
        return {_plain(key): _plain(item) for key, item in value.items()}
    return value


def data_of(value):
    """A value of a test's as data, to show it."""
    return ShownEncoder(False).encode(value, 0)


class ShownEncoder(Encoder):
    def encode(self, value, depth):
        if isinstance(value, Remote):
            return value._data or {"kind": "name", "type": "function", "name": value._shown}
        return super().encode(value, depth)


def _argument(keyword, source):
    return source if keyword is None else f"{keyword}={source}"


def _exception(error, shown):
    """The same built-in exception, or an AnswerError that is also the built-in one it descends from."""
    kind = getattr(builtins, error["type"], None)
    if not (isinstance(kind, type) and issubclass(kind, Exception)):
        base = getattr(builtins, error.get("base") or "", None)
        bases = (AnswerError, base) if isinstance(base, type) and issubclass(base, Exception) else (AnswerError,)
        try:
            kind = type(error["type"], bases, {"type": error["type"]})
        except TypeError:  # two layouts that do not go together
            kind = type(error["type"], (AnswerError,), {"type": error["type"]})
    try:
        raised = kind(error["message"])
    except Exception:  # UnicodeDecodeError and its like want more than a message
        raised = AnswerError(error["message"])
    raised.from_answer = {"shown": shown, "error": error}
    return raised


_PLAIN = {
    "none": lambda data: None,
    "bool": lambda data: data["value"],
    "int": lambda data: int(data["value"]) if not data["value"].startswith("0x") else _too_large(data),
    "str": lambda data: data["value"] if "cut" not in data else _too_large(data),
    "bytes": lambda data: data["value"].encode("latin-1") if "cut" not in data else _too_large(data),
}
_CONTAINERS = {"list": list, "tuple": tuple, "set": set, "frozenset": frozenset}


def _too_large(data):
    raise AnswerError(f"the answer gives more {data['kind']} than a test can look at")
