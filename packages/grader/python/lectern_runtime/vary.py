"""Varies recorded calls: boundary values, literals put in and taken out, lengths, order, sign, empty.

The result is source text again. Text is put in as whole words, so that an answer which splits words and one which searches substrings are treated alike.
"""

import random

from .expressions import NotWritable, call_expression

MAX_VARIED = 48
MAX_LENGTH_VARIED = 40


def variations(function, calls, literals, seed, names):
    """Return up to MAX_VARIED call expressions, made from `calls` (pairs of args and kwargs), chosen by `seed`."""
    rng = random.Random(f"{seed}:{function}")
    bases = [(list(args), kwargs) for args, kwargs in calls]
    rng.shuffle(bases)

    # One variation of each kind for each argument of each base first, then pairs of variations.
    rounds = []
    for values, named in bases:
        for key in [*range(len(values)), *named]:
            value = values[key] if isinstance(key, int) else named[key]
            options = [(kind, new) for kind, new in varied(value, literals) if not _same(new, value)]
            rng.shuffle(options)
            rounds.append([(values, named, key, new) for _, new in _spread(options)])

    chosen = {}
    for values, named, key, new in _interleave(rounds):
        _add(chosen, function, *_replaced(values, named, key, new), names)
        if len(chosen) >= MAX_VARIED * 2 // 3:
            break
    attempts = 0
    while bases and len(chosen) < MAX_VARIED and attempts < 4 * MAX_VARIED:
        attempts += 1
        values, named = rng.choice(bases)
        for _ in range(2):
            keys = [*range(len(values)), *named]
            if not keys:
                break
            key = rng.choice(keys)
            value = values[key] if isinstance(key, int) else named[key]
            options = [new for _, new in varied(value, literals)]
            if options:
                values, named = _replaced(values, named, key, rng.choice(options))
        _add(chosen, function, values, named, names)
    return list(chosen)


def varied(value, literals):
    """Yield (kind, new value) for one plain value."""
    kind = type(value)
    if kind is bool:
        yield "sign", not value
    elif kind is int:
        yield from _varied_int(value, literals)
    elif kind is float:
        yield from _varied_float(value, literals)
    elif kind is str:
        yield from _varied_text(value, literals)
    elif kind is list:
        yield from _varied_list(value, literals)
    elif kind is tuple:
        for position, item in enumerate(value):
            for what, new in varied(item, literals):
                yield what, (*value[:position], new, *value[position + 1 :])
    elif kind is dict:
        yield from _varied_dict(value, literals)
    elif kind in (set, frozenset):
        yield "empty", kind()
        for item in sorted(value, key=repr):
            yield "length", value - {item}


def _varied_int(value, literals):
    yield "sign", -value
    yield "empty", 0
    for new in (value - 1, value + 1):
        yield "step", new
    for number in literals.numbers:
        if isinstance(number, int) or float(number).is_integer():
            for new in (int(number) - 1, int(number), int(number) + 1):
                if abs(new) <= max(1_000, 4 * abs(value)):
                    yield "boundary", new


def _varied_float(value, literals):
    yield "sign", -value
    yield "empty", 0.0
    for new in (value / 2, value * 2, value + 1.0):
        yield "step", new
    for number in literals.numbers:
        step = 0.5 if abs(number) >= 1 else abs(number) / 4 or 0.25
        for new in (number - step, float(number), number + step):
            yield "boundary", float(new)


def _varied_text(value, literals):
    yield "empty", ""
    words = [text for text in literals.strings if _is_word(text)]
    separators = [text for text in literals.strings if not _is_word(text)]
    for word in words:
        yield "insert", f"{value} {word}" if value else word
        yield "insert", f"{word} {value}" if value else word
        if word in value:
            yield "remove", value.replace(word, "").strip()
    for separator in separators:
        if separator in value:
            yield "remove", value.replace(separator, " ")
        pieces = [piece for piece in value.split(separator) if piece] or ["a"]
        for length in _lengths(len(pieces), literals):
            yield "length", separator.join(_cycled(pieces, length))
        yield "insert", value + separator
    tokens = value.split(" ")
    if len(tokens) > 1:
        yield "order", " ".join(reversed(tokens))
        yield "length", " ".join(tokens[:-1])
        yield "length", " ".join(tokens[1:])
        yield "length", f"{value} {value}"
    elif value:
        yield "order", value[::-1]
        yield "length", value[:-1]
        yield "length", value + value[-1]
    if value and not separators:
        for length in _lengths(len(value), literals):
            yield "length", "".join(_cycled(value, length))


def _varied_list(value, literals):
    yield "empty", []
    if not value:
        return
    yield "order", value[::-1]
    try:
        yield "order", sorted(value)
    except TypeError:
        pass
    yield "length", value[:1]
    yield "length", value[:-1]
    yield "length", value[1:]
    yield "length", value + value[:1]
    for length in _lengths(len(value), literals):
        yield "length", _cycled(value, length)
    for position, item in enumerate(value[:8]):
        for kind, new in varied(item, literals):
            yield kind, [*value[:position], new, *value[position + 1 :]]


def _varied_dict(value, literals):
    yield "empty", {}
    if len(value) > 1:
        yield "order", dict(reversed(value.items()))
    for key in list(value)[:8]:
        yield "remove", {other: item for other, item in value.items() if other != key}
        for kind, new in varied(value[key], literals):
            yield kind, {**value, key: new}


def _is_word(text):
    return any(character.isalnum() for character in text)


def _lengths(length, literals):
    """Lengths on each side of the solution's own whole numbers, and of this one."""
    wanted = {length - 1, length + 1}
    for number in literals.numbers:
        if isinstance(number, int) and 0 <= number < MAX_LENGTH_VARIED:
            wanted |= {number - 1, number, number + 1}
    return sorted(size for size in wanted if 0 < size <= MAX_LENGTH_VARIED)


def _cycled(items, length):
    return [items[position % len(items)] for position in range(length)]


def _same(left, right):
    return type(left) is type(right) and repr(left) == repr(right)


def _replaced(values, named, key, new):
    if isinstance(key, int):
        return [*values[:key], new, *values[key + 1 :]], named
    return values, {**named, key: new}


def _spread(options):
    """Reorder (kind, value) pairs so that every kind comes up before any comes twice."""
    kinds = {}
    for kind, new in options:
        kinds.setdefault(kind, []).append((kind, new))
    return _interleave(list(kinds.values()))


def _interleave(rows):
    """First items of all rows, then all second ones, …"""
    result = []
    for position in range(max(map(len, rows), default=0)):
        result.extend(row[position] for row in rows if position < len(row))
    return result


def _add(chosen, function, values, named, names):
    try:
        chosen[call_expression(function, values, named, names)] = None
    except NotWritable:
        pass
