# === whole numbers
# call: f(0)
# call: f(7)
# call: f(4000)
# call: f(200000)
def f(n):
    return [10**n, -(2**n), n % -7, divmod(-n, 5)]

# === floats
# call: f()
def f():
    nan, inf = float("nan"), float("inf")
    return [0.1 + 0.2, 1e300 * 10, -0.0, 5e-324, 1 / 3, nan, inf, -inf, 2.0**70, round(2.5), round(2.675, 2)]

# === functions of the C library
# call: f(0.1)
# call: f(2.5)
# call: f(1000.25)
import cmath
import math
def f(x):
    names = "sin cos tan exp2 log log2 log10 sqrt cbrt gamma lgamma erf sinh tanh atan".split()
    return {name: getattr(math, name)(x) for name in names}, cmath.exp(complex(0, x)), math.pow(x, 0.3), x**x

# === sums
# call: f()
import fractions
import math
import statistics
def f():
    data = [0.1] * 10 + [1e16, 1.0, -1e16]
    return sum(data), math.fsum(data), statistics.mean(data), statistics.stdev(data), fractions.Fraction(0.1)

# === complex
# call: f()
def f():
    return [complex("1-0j"), 1j * 1j, complex(float("nan"), float("inf")), abs(3 + 4j), (-1) ** 0.5]

# === texts
# call: f()
def f():
    return ["it's", 'say "so"', "tab\there", "né\u0301", "\U0001f600", "\x00\x7f\u2028", "\ud800", "straße".upper(), "İ".lower()]

# === long texts
# call: f(3999)
# call: f(4001)
# call: f(500000)
def f(n):
    return "é" * n

# === bytes
# call: f()
def f():
    return [bytes(range(256)), bytearray(b"ab"), memoryview(b"cd"), "né".encode("utf-16"), b"x" * 5000]

# === containers
# call: f()
def f():
    return {"a": [1, (2, {3}), {"k": None}], (1, 2): frozenset("ab"), 3.5: {}, None: [[]], True: ()}

# === sets of texts in the order of their hashes
# call: f()
# call: g()
def f():
    return "".join({"pear", "apple", "fig", "plum", "cherry", "date", "lime", "kiwi"})
def g():
    return [hash("a"), hash(1.5), hash((1, "b")), hash(None), hash(10**30), hash(frozenset([1, 2]))]

# === large containers
# call: f(1999)
# call: f(2001)
# call: f(50000)
# call: g(5000)
def f(n):
    return list(range(n))
def g(n):
    return {f"k{i}": {i} for i in reversed(range(n))}

# === cycles and shared items
# call: f()
# call: g()
def f():
    a = [1]
    a.append(a)
    b = {"a": a}
    b["b"] = b
    return [a, b, a]
def g():
    deep = []
    for _ in range(500):
        deep = [deep, deep]
    return deep

# === dataclasses
# call: f()
from dataclasses import dataclass, field
@dataclass
class Inner:
    x: float
@dataclass(frozen=True, slots=True, order=True)
class Outer:
    inner: Inner
    note: str = field(default="left out", compare=False)
    hidden: int = field(default=2, repr=False)
def f():
    return [Outer(Inner(0.5)), Outer(Inner(1), "n", 3)]

# === plain objects
# call: f()
class Slots:
    __slots__ = ("b", "__p", "unset")
    def __init__(self):
        self.b, self.__p = 1, 2
class Both(Slots):
    def __init__(self):
        super().__init__()
        self.a = [self]
def f():
    return Both(), object(), type("Made", (), {"x": 1})()

# === classes and functions
# call: f()
import functools
class C:
    def m(self):
        pass
def f():
    return [C, C.m, C().m, int, len, str.upper, "".join, functools.partial(len), functools.cache(f), lambda: 0, functools, Ellipsis]

# === enums and records
# call: f()
import collections
import enum
class Colour(enum.Enum):
    RED = 1
class Flags(enum.Flag):
    A = enum.auto()
    B = enum.auto()
def f():
    Point = collections.namedtuple("Point", "x y")
    return Colour.RED, Flags.A | Flags.B, Point(1, 2), collections.Counter("abca"), collections.OrderedDict(b=1, a=2)

# === of the standard library
# call: f()
import array, datetime, decimal, fractions, pathlib, re, types, uuid
from collections import ChainMap, defaultdict, deque
def f():
    return [
        range(0, 10, 3), range(10**20), slice(1, 2), deque([1, 2], 3), array.array("d", [0.5]), defaultdict(list, a=[1]),
        decimal.Decimal("1.500"), decimal.Decimal(1) / 3, fractions.Fraction(2, 6), datetime.datetime(2026, 1, 2, 3),
        datetime.timedelta(days=-1.5), datetime.timezone.utc, pathlib.Path("a") / "b", re.search("b+", "abbc"),
        re.compile("x", re.I), types.SimpleNamespace(a=1), uuid.UUID(int=5), {1: 2}.items(), {1: 2}.keys(), ChainMap({1: 2}),
        types.MappingProxyType({"k": 1}),
    ]

# === exceptions as values
# call: f()
def f():
    class Own(ValueError):
        def __init__(self, code):
            super().__init__("text", code)
            self.code = code
    return [KeyError("k"), Own(5), ExceptionGroup("g", [ValueError(1)]), StopIteration(), OSError(2, "no", "file")]

# === iterators
# call: f("map")
# call: f("zip")
# call: f("endless")
# call: f("raises")
# call: f("own")
import itertools
class Own:
    n = 0
    def __iter__(self):
        return self
    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration
        return self.n
def raising():
    yield 1
    yield [2]
    raise LookupError("third")
def f(kind):
    return {"map": map(str, [1, 2]), "zip": zip("ab", [1, 2]), "endless": itertools.count(0.5), "raises": raising(), "own": Own()}[kind]

# === changed arguments
# call: f([3, 1, 2])
# call: g({"a": 1}, key=[1])
# call: h([1, 2])
def f(items):
    items.sort()
    return items is not None
def g(table, key):
    table["b"] = key
    key.clear()
def h(items):
    while items:
        yield items.pop()

# === objects that misbehave
# call: f(0)
# call: f(1)
# call: f(2)
# call: f(3)
# call: f(4)
# call: f(5)
# call: f(6)
class Meta(type):
    def __getattr__(cls, name):
        raise RuntimeError(name)
    def __eq__(cls, other):
        raise RuntimeError("eq")
class Odd(metaclass=Meta):
    pass
class Lies:
    __class__ = property(lambda self: list)
class Loops:
    def __getattribute__(self, name):
        return self.anything
class Raises:
    @property
    def __dict__(self):
        raise ValueError("dict")
class NoRepr:
    __slots__ = ()
    def __repr__(self):
        raise ValueError("repr")
class Text(str):
    def __str__(self):
        raise ValueError("str")
    __len__ = __repr__ = __hash__ = __str__
class Items(list):
    def __iter__(self):
        raise ValueError("iter")
    __len__ = __iter__
def f(n):
    return (Odd, Lies, Loops, Raises, NoRepr, lambda: Text("a"), lambda: Items([1]))[n]()

# === chance
# call: f()
# prints: "nothing like it"
import random
def f():
    rng = random.Random(5)
    return [random.random(), random.randint(1, 9), random.sample(range(50), 5), random.gauss(0, 1), rng.choice("abc"), random.getrandbits(70)]
print(random.random(), random.choices("abc", k=5))

# === formatting
# call: f()
def f():
    x = 1234.56789
    return f"{x:.3f} {x:10.2e} {x:g} {x!r:>15} {10**20:,} {255:#x} {0.1:%} {x:n}", "%5.1f|%-6s|%+d" % (x, "ab", 3), repr(1e22), str(1e16)

# === json and text tools
# call: f()
import json, re, string, textwrap, unicodedata
def f():
    return json.dumps({"é": [1.0, None, True]}, indent=1), textwrap.fill("a bb ccc dddd " * 3, 12), re.split(r"\W+", "a, b;c"), unicodedata.name("é"), sorted("Bäaé", key=str.casefold), string.capwords("ab cd")

# === instances between functions
# call: total(3)
# call: make(2)
class Account:
    fee = 0.5
    def __init__(self, owner, balance=0):
        self.owner, self.balance, self._log = owner, balance, []
    def pay(self, amount):
        if amount < 0:
            raise ValueError("negative")
        self.balance += amount - self.fee
        self._log.append(amount)
        return self
    @property
    def rich(self):
        return self.balance > 1
def make(n):
    return [Account(str(i)).pay(i) for i in range(n)]
def total(n):
    return sum(account.balance for account in make(n)), any(account.rich for account in make(n))
