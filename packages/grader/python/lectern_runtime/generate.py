"""Calls made up from the types of recorded ones: random, and unlike the grader's own variations.

They tell whether a mutant that the checks let through does anything else than the solution. A generator
that shared the checks' way of choosing would share their blind spots.
"""

import random
import string

from .expressions import NotWritable, call_expression

MAX_TRIES = 20


def random_calls(function, calls, count, seed, names):
    """Return up to `count` different call expressions of `function`, shaped like `calls` (pairs of args and kwargs)."""
    rng = random.Random(f"{seed}:{function}:random")
    shapes = {}
    for args, kwargs in calls:
        shapes.setdefault((len(args), tuple(sorted(kwargs))), []).append((args, kwargs))
    makers = []
    for (length, keys), group in shapes.items():
        positional = [Kind([args[position] for args, _ in group]) for position in range(length)]
        keyword = {key: Kind([kwargs[key] for _, kwargs in group]) for key in keys}
        makers.append((positional, keyword))
    chosen = {}
    for _ in range(count * MAX_TRIES if makers else 0):
        positional, keyword = rng.choice(makers)
        try:
            expression = call_expression(
                function,
                [kind.random(rng) for kind in positional],
                {key: kind.random(rng) for key, kind in keyword.items()},
                names,
            )
        except NotWritable:
            continue
        chosen[expression] = None
        if len(chosen) >= count:
            break
    return list(chosen)


class Kind:
    """What values of one place look like: their types, sizes, and the vocabulary of their texts."""

    def __init__(self, values):
        self._by_type = {}
        for value in values:
            self._by_type.setdefault(type(value), []).append(value)
        self._makers = [_maker(kind, group) for kind, group in self._by_type.items()]

    def random(self, rng):
        return rng.choice(self._makers)(rng)


def _maker(kind, values):
    make = _MAKERS.get(kind)
    return make(values) if make is not None else lambda rng: rng.choice(values)


def _bools(values):
    return lambda rng: rng.random() < 0.5


def _ints(values):
    reach = max(10, 2 * max(abs(value) for value in values))
    lowest = -reach if any(value < 0 for value in values) else -2

    def make(rng):
        scale = rng.choice((3, 10, reach))
        return rng.randint(max(lowest, -scale), min(reach, scale))

    return make


def _floats(values):
    finite = [abs(value) for value in values if value == value and abs(value) != float("inf")]
    reach = max(1.0, 2 * max(finite, default=1.0))
    signed = any(value < 0 for value in values)

    def make(rng):
        value = rng.choice((1.0, reach)) * rng.random()
        if signed and rng.random() < 0.5:
            value = -value
        return rng.choice((value, round(value, 1), float(round(value))))

    return make


def _texts(values):
    words = sorted({word for value in values for word in value.split()})
    letters = "".join(sorted(set("".join(values)))) or string.ascii_lowercase
    longest = max((len(value) for value in values), default=0) + 3

    def word(rng):
        if words and rng.random() < 0.7:
            return rng.choice(words)
        return "".join(rng.choice(letters) for _ in range(rng.randint(1, 6)))

    def make(rng):
        # Whole texts as they were: equal ones meet only so.
        if rng.random() < 0.5:
            return rng.choice(values)
        if rng.random() < 0.4:
            return "".join(rng.choice(letters) for _ in range(rng.randint(0, min(longest, 30))))
        text = " ".join(word(rng) for _ in range(rng.randint(0, 6)))
        return rng.choice((text, text, text.upper(), text.title(), text + rng.choice(string.punctuation)))

    return make


def _sequence(build):
    def maker(values):
        items = [item for value in values for item in value]
        kind = Kind(items) if items else None
        lengths = [len(value) for value in values]

        def make(rng):
            if kind is None:
                return build([])
            return build([kind.random(rng) for _ in range(rng.randint(0, max(lengths) + 3))])

        return make

    return maker


def _tuples(values):
    lengths = {len(value) for value in values}
    # Of one length, each place has a meaning of its own; of several, they are a sequence.
    if len(lengths) > 1:
        return _sequence(tuple)(values)
    kinds = [Kind([value[position] for value in values]) for position in range(lengths.pop())]
    return lambda rng: tuple(kind.random(rng) for kind in kinds)


def _dicts(values):
    keys = [key for value in values for key in value]
    items = [item for value in values for item in value.values()]
    if not keys:
        return lambda rng: {}
    known = list(dict.fromkeys(keys))
    new_key, item = Kind(keys), Kind(items)
    # The same keys everywhere: a record, whose values have meanings of their own.
    if all(set(value) == set(known) for value in values):
        kinds = {key: Kind([value[key] for value in values]) for key in known}
        return lambda rng: {key: kind.random(rng) for key, kind in kinds.items()}

    def make(rng):
        chosen = [key for key in known if rng.random() < 0.6]
        if rng.random() < 0.3:
            chosen.append(new_key.random(rng))
        return {key: item.random(rng) for key in chosen}

    return make


def _hashable(build):
    def maker(values):
        make = _sequence(list)(values)
        return lambda rng: build(make(rng))

    return maker


_MAKERS = {
    bool: _bools,
    int: _ints,
    float: _floats,
    str: _texts,
    list: _sequence(list),
    tuple: _tuples,
    dict: _dicts,
    set: _hashable(set),
    frozenset: _hashable(frozenset),
}
