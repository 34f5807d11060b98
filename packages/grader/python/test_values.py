"""Tests of the values that leave an interpreter, in CPython: python -m unittest discover packages/grader/python"""

import array
import collections
import datetime
import decimal
import enum
import fractions
import functools
import json
import pathlib
import re
import sys
import types
import unittest
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from dataclasses import dataclass, field

from lectern_runtime import answer, event_loop
from lectern_runtime.values import MAX_ITERATED, IterationFailed, encode


def made_by(source, *calls):
    """The outcomes of calls into a program."""
    events = []
    request = {"setup": None, "source": source, "stdin": None, "calls": list(calls), "seed": 1}
    answer.run(json.dumps(request), lambda event: events.append(json.loads(event)))
    assert events[0]["error"] is None, events[0]["error"]["traceback"]
    return events[1:-1]


def value_of(source, call="f()"):
    (outcome,) = made_by(source, call)
    return outcome["result"]


def fields_of(value):
    return {name: item.get("value", item) for name, item in value["fields"]}


class Plain(unittest.TestCase):
    def test_numbers_keep_every_digit(self):
        self.assertEqual(encode(10**40), {"kind": "int", "value": str(10**40)})
        self.assertEqual(encode(0.1 + 0.2), {"kind": "float", "value": "0.30000000000000004"})
        self.assertEqual([encode(float(text))["value"] for text in ("nan", "inf", "-inf", "-0.0")], ["nan", "inf", "-inf", "-0.0"])
        self.assertEqual(encode(complex("1-0j")), {"kind": "complex", "real": "1.0", "imag": "-0.0"})
        self.assertEqual(encode(True), {"kind": "bool", "value": True})
        self.assertIn("bits", encode(1 << 20_000)["value"])

    def test_subclasses_count_as_what_they_contain(self):
        Point = namedtuple("Point", "x y")
        for value, plain in [
            (Point(1, 2), (1, 2)),
            (Counter("aa"), {"a": 2}),
            (defaultdict(list, a=[1]), {"a": [1]}),
            (OrderedDict(a=1), {"a": 1}),
            (type("L", (list,), {})([1]), [1]),
            (type("S", (str,), {})("a"), "a"),
            (type("I", (int,), {})(3), 3),
            (bytearray(b"ab"), b"ab"),
        ]:
            self.assertEqual(encode(value), encode(plain))

    def test_shared_items_are_items_and_cycles_are_said(self):
        row = [1]
        self.assertEqual(encode([row, row]), encode([[1], [1]]))
        loop = []
        loop.append(loop)
        self.assertEqual(encode(loop)["items"], [{"kind": "cycle"}])
        table = {}
        table["me"] = [table]
        self.assertEqual(encode(table)["entries"][0][1]["items"], [{"kind": "cycle"}])


class Cut(unittest.TestCase):
    def test_what_is_large_says_how_large_it_was(self):
        self.assertEqual(encode(list(range(100_000)))["cut"], 100_000)
        self.assertEqual(encode({n: n for n in range(5_000)})["cut"], 5_000)
        self.assertEqual(encode("x" * 10_000)["cut"]["length"], 10_000)
        self.assertEqual(encode(types.SimpleNamespace(**{f"a{n}": n for n in range(3_000)}))["cut"], 3_000)
        deep = []
        for _ in range(1_000):
            deep = [deep]
        self.assertIn('"cut"', json.dumps(encode(deep)))

    def test_the_digest_tells_what_was_cut_apart_where_equal_items_have_equal_texts(self):
        one, other = list(range(5_000)), [*range(4_999), 0]
        self.assertNotEqual(encode(one)["sha256"], encode(other)["sha256"])
        self.assertNotIn("sha256", encode([0.5] * 5_000))

    def test_what_has_no_order_is_cut_in_one(self):
        forward, back = range(5_000), range(4_999, -1, -1)
        self.assertEqual(encode({f"{n}" for n in forward}), encode({f"{n}" for n in back}))
        self.assertEqual(encode({n: "a" for n in forward}), encode({n: "a" for n in back}))

    def test_all_together_stays_small(self):
        many = ["x" * 3_999 + str(n) for n in range(1_900)]
        self.assertLess(len(json.dumps(encode(many))), 1_000_000)
        exponential = [0]
        for _ in range(60):
            exponential = [exponential, exponential]
        self.assertLess(len(json.dumps(encode(exponential))), 100_000)


class Objects(unittest.TestCase):
    def test_dataclasses_by_their_compared_fields(self):
        @dataclass
        class Inner:
            x: int

        @dataclass(frozen=True, **({"slots": True} if sys.version_info >= (3, 10) else {}))
        class Outer:
            inner: Inner
            note: str = field(default="", compare=False)
            hidden: int = field(default=3, repr=False)

        encoded = encode(Outer(Inner(1), "anything"))
        self.assertEqual((encoded["kind"], encoded["type"]), ("object", "Outer"))
        self.assertEqual(list(fields_of(encoded)), ["inner", "hidden"])
        self.assertEqual(fields_of(encoded["fields"][0][1]), {"x": "1"})

    def test_own_objects_by_their_attributes_slots_too(self):
        source = """
class Base:
    __slots__ = ("b", "__private", "unset")
    def __init__(self):
        self.b, self.__private = 1, 2
class Both(Base):
    def __init__(self):
        super().__init__()
        self.a = 3
def f():
    return Both()
"""
        self.assertEqual(fields_of(value_of(source)), {"a": "3", "b": "1", "_Base__private": "2"})

    def test_what_the_standard_library_has(self):
        class Colour(enum.Enum):
            RED = 1

        for value, kind, fields in [
            (range(0, 3, 2), "range", {"0": "0", "1": "4", "2": "2"}),
            (range(5, 6, 9), "range", {"0": "5", "1": "6"}),
            (range(10**30), "range", {"0": "0", "1": str(10**30)}),
            (decimal.Decimal("1.50"), "Decimal", {"0": "1.5"}),
            (decimal.Decimal("100"), "Decimal", {"0": "100"}),
            (decimal.Decimal("-0.00"), "Decimal", {"0": "0"}),
            (decimal.Decimal("NaN"), "Decimal", {"0": "NaN"}),
            (decimal.Decimal(1) / 3 * 3, "Decimal", {"0": "1"}),
            (fractions.Fraction(2, 6), "Fraction", {"repr": "Fraction(1, 3)"}),
            (Colour.RED, "Colour", {"name": "RED", "value": "1"}),
            (datetime.date(2026, 1, 2), "date", {"repr": "datetime.date(2026, 1, 2)"}),
            (datetime.timedelta(hours=1), "timedelta", {"repr": "datetime.timedelta(seconds=3600)"}),
            (pathlib.PurePosixPath("a") / "b", "PurePosixPath", {"repr": "PurePosixPath('a/b')"}),
            (re.match("a", "ab"), "Match", {"repr": "<re.Match object; span=(0, 1), match='a'>"}),
            (types.SimpleNamespace(a=1), "SimpleNamespace", {"a": "1"}),
            (slice(1, 2), "slice", {"repr": "slice(1, 2, None)"}),
            (NotImplemented, "NotImplementedType", {"repr": "NotImplemented"}),
            (object(), "object", {}),
        ]:
            with self.subTest(value=value):
                encoded = encode(value)
                self.assertEqual((encoded["kind"], encoded["type"], fields_of(encoded)), ("object", kind, fields))

    def test_containers_of_the_standard_library_by_their_items(self):
        one = [{"kind": "int", "value": "1"}]
        for value, kind, item in [
            (deque([1], 5), "deque", {"kind": "list", "items": one}),
            ({1: 2}.keys(), "dict_keys", {"kind": "set", "items": one}),
            ({2: 1}.values(), "dict_values", {"kind": "list", "items": one}),
            ({1: 1}.items(), "dict_items", {"kind": "dict", "entries": [one + one]}),
            (types.MappingProxyType({1: 1}), "mappingproxy", {"kind": "dict", "entries": [one + one]}),
            (memoryview(b"a"), "memoryview", {"kind": "bytes", "value": "a"}),
        ]:
            with self.subTest(value=value):
                encoded = encode(value)
                self.assertEqual((encoded["type"], encoded["fields"][0][1]), (kind, item))
        self.assertEqual(encode(array.array("i", [1]))["fields"][1][1]["items"], one)
        for value in (collections.UserDict(a=1), collections.ChainMap({1: 1})):
            self.assertEqual(encode(value)["kind"], "object")

    def test_exceptions_by_what_they_were_made_with(self):
        self.assertEqual(fields_of(encode(ValueError("no", 3))), {"0": "no", "1": "3"})
        source = "class E(Exception):\n    def __init__(self, code):\n        super().__init__('text')\n        self.code = code\ndef f():\n    return E(5)"
        self.assertEqual(fields_of(value_of(source)), {"0": "text", "code": "5"})

    def test_classes_and_functions_are_names(self):
        for value, kind, name in [
            (int, "type", "int"),
            (enum.Enum, "type", "Enum"),
            (len, "builtin_function_or_method", "len"),
            (str.upper, "method_descriptor", "str.upper"),
            (functools.partial(len), "partial", ""),
            (functools.lru_cache(len), "_lru_cache_wrapper", "len"),
            (json, "module", "json"),
        ]:
            self.assertEqual(encode(value), {"kind": "name", "type": kind, "name": name})


class Iterators(unittest.TestCase):
    def test_are_read_to_a_bound(self):
        endless = iter(int, 1)
        self.assertEqual(len(encode(endless)["items"]), MAX_ITERATED)
        unread = iter([1, 2])
        encode(unread, consume=False)
        self.assertEqual(list(unread), [1, 2])
        for lazy in (map(int, "1"), zip([1]), filter(None, [1]), enumerate([1]), reversed([1]), (x for x in [1])):
            encoded = encode(lazy)
            self.assertEqual((encoded["kind"], len(encoded["items"])), ("iterator", 1))

    def test_what_came_before_an_error_is_kept(self):
        (outcome,) = made_by("def f():\n    yield 1\n    yield 2\n    raise KeyError('x')", "f()")
        self.assertEqual([item["value"] for item in outcome["result"]["items"]], ["1", "2"])
        self.assertEqual((outcome["error"]["type"], outcome["error"]["line"]), ("KeyError", 4))
        with self.assertRaises(IterationFailed) as caught:
            encode([map(int, ["x"])])
        self.assertIsInstance(caught.exception.__cause__, ValueError)
        self.assertIsNone(caught.exception.partial)

    def test_arguments_are_looked_at_after_the_reading(self):
        (outcome,) = made_by("def f(items):\n    while items:\n        yield items.pop()", "f([1, 2])")
        self.assertEqual(outcome["mutated"], [["0", {"kind": "list", "items": []}]])
        self.assertEqual(len(outcome["result"]["items"]), 2)

    def test_an_item_is_what_it_was_when_it_came(self):
        source = "def f():\n    row = []\n    for n in range(3):\n        row.append(n)\n        yield row"
        self.assertEqual([len(item["items"]) for item in value_of(source)["items"]], [1, 2, 3])

    def test_of_an_own_class(self):
        source = "class Count:\n    def __init__(self):\n        self.n = 0\n    def __iter__(self):\n        return self\n    def __next__(self):\n        self.n += 1\n        return self.n\ndef f():\n    return Count()"
        self.assertEqual(len(value_of(source)["items"]), MAX_ITERATED)


HOSTILE = """
class Meta(type):
    def __eq__(self, other):
        raise RuntimeError("eq")
    def __getattr__(self, name):
        raise RuntimeError("getattr")
    __hash__ = None
class Class(metaclass=Meta):
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
    __len__ = __eq__ = __iter__ = __hash__ = __repr__ = __str__
class Items(list):
    def __iter__(self):
        raise ValueError("iter")
    __len__ = __getitem__ = __eq__ = __repr__ = __iter__
class Table(dict):
    def __iter__(self):
        raise ValueError("iter")
    items = keys = __len__ = __getitem__ = __eq__ = __iter__
class Number(int):
    def __int__(self):
        raise ValueError("int")
    __index__ = __repr__ = __str__ = __eq__ = __format__ = bit_length = __int__
class Some(set):
    def __iter__(self):
        raise ValueError("iter")
    __len__ = __contains__ = __eq__ = __iter__
class Bytes(bytes):
    def __bytes__(self):
        raise ValueError("bytes")
    decode = __len__ = __getitem__ = __bytes__
class Hash:
    def __init__(self):
        self.__dict__[3] = self.__dict__["y"] = 1
    def __hash__(self):
        raise ValueError("hash")
    __eq__ = __hash__
def partial():
    class Odd(Exception):
        args = property(lambda self: 1 / 0)
    return Odd("x")
class Method:
    def __call__(self):
        pass
    def __getattr__(self, name):
        raise ValueError(name)
def f(kind):
    import types
    return {
        "method": lambda: types.MethodType(Method(), 1), "class": lambda: Class, "meta": Class, "lies": Lies,
        "loops": Loops, "raises": Raises, "repr": NoRepr, "text": lambda: Text("a"), "items": lambda: Items([1]),
        "table": lambda: Table(a=1), "number": lambda: Number(7), "set": lambda: Some([1]),
        "bytes": lambda: Bytes(b"a"), "hash": Hash, "exception": partial,
        "name": lambda: type("N" * 10_000_000, (), {})(),
        "attribute": lambda: types.SimpleNamespace(**{"N" * 10_000_000: 1}),
    }[kind]()
"""


class Hostile(unittest.TestCase):
    def test_nothing_breaks_the_encoder(self):
        expected = {
            "method": {"kind": "name", "type": "method", "name": ""},
            "class": {"kind": "name", "type": "type", "name": "Class"},
            "meta": {"kind": "object", "type": "Class", "fields": [["unreadable", encode("RuntimeError")]]},
            "lies": {"kind": "object", "type": "Lies", "fields": []},
            "loops": {"kind": "object", "type": "Loops", "fields": []},
            "raises": {"kind": "object", "type": "Raises", "fields": [["unreadable", {"kind": "str", "value": "ValueError"}]]},
            "repr": {"kind": "object", "type": "NoRepr", "fields": [["unreadable", {"kind": "str", "value": "ValueError"}]]},
            "text": {"kind": "str", "value": "a"},
            "items": encode([1]),
            "table": encode({"a": 1}),
            "number": encode(7),
            "set": encode({1}),
            "bytes": encode(b"a"),
            "hash": {"kind": "object", "type": "Hash", "fields": [["y", encode(1)]]},
            "exception": {"kind": "object", "type": "Odd", "fields": [["0", encode("x")]]},
        }
        outcomes = made_by(HOSTILE, *(f"f({kind!r})" for kind in expected))
        for (kind, want), outcome in zip(expected.items(), outcomes):
            with self.subTest(kind=kind):
                self.assertIsNone(outcome["error"])
                self.assertEqual(outcome["result"], want)

    def test_long_names_are_cut(self):
        for outcome in made_by(HOSTILE, "f('name')", "f('attribute')"):
            self.assertLess(len(json.dumps(outcome)), 2_000)


class Awaited(unittest.TestCase):
    def setUp(self):
        self.slept, event_loop.sleep = [], lambda seconds: self.slept.append(seconds)

    def tearDown(self):
        from time import sleep

        event_loop.sleep = sleep

    def stdout(self, source):
        events = []
        request = {"setup": None, "source": source, "stdin": None, "calls": [], "seed": 1}
        answer.run(json.dumps(request), lambda event: events.append(json.loads(event)))
        return events[0]["stdout"], events[0]["error"]

    def test_a_coroutine_is_driven_to_its_end(self):
        source = "import asyncio\nasync def f(n):\n    await asyncio.sleep(n)\n    if n > 5:\n        raise ValueError\n    return [n]"
        good, bad = made_by(source, "f(3)", "f(7)")
        self.assertEqual((good["result"], good["awaited"]), (encode([3]), True))
        self.assertEqual((bad["error"]["type"], bad["error"]["line"]), ("ValueError", 5))
        self.assertNotIn("awaited", made_by("def f():\n    return 1", "f()")[0])

    def test_asynchronous_generators_are_iterators(self):
        source = "import asyncio\nasync def f(n):\n    while True:\n        await asyncio.sleep(1)\n        yield n\n        n += 1"
        (outcome,) = made_by(source, "f(0)")
        self.assertEqual((len(outcome["result"]["items"]), outcome["awaited"]), (MAX_ITERATED, True))
        (outcome,) = made_by("async def f():\n    yield 1\n    1 / 0", "f()")
        self.assertEqual((len(outcome["result"]["items"]), outcome["error"]["type"]), (1, "ZeroDivisionError"))

    def test_await_at_the_top_level(self):
        source = "import asyncio\nasync def f():\n    return 1\nprint(await f())\nasync with asyncio.Lock():\n    print(2)\nasync def g():\n    yield 3\nprint(*[n async for n in g()])"
        self.assertEqual(self.stdout(source), ("1\n2\n3\n", None))

    def test_what_asyncio_has(self):
        source = """
import asyncio
async def work(name, seconds):
    await asyncio.sleep(seconds)
    print(name, asyncio.get_running_loop().time())
    return name
async def main():
    print(await asyncio.gather(work("b", 2), work("a", 1)))
    try:
        await asyncio.wait_for(work("late", 9), 3)
    except TimeoutError:
        print("timeout")
    task = asyncio.create_task(work("task", 1))
    queue = asyncio.Queue()
    async def produce():
        for n in range(3):
            await asyncio.sleep(0.5)
            await queue.put(n)
    asyncio.create_task(produce())
    print([await queue.get() for _ in range(3)], await task)
    print(await asyncio.to_thread(max, 1, 2))
    for done in asyncio.as_completed([work("y", 2), work("x", 1)]):
        print(await done)
asyncio.run(main())
asyncio.run(main())
"""
        printed, error = self.stdout(source)
        self.assertIsNone(error)
        once = "a 1.0\nb 2.0\n['b', 'a']\ntimeout\ntask 6.0\n[0, 1, 2] task\n2\nx 7.5\nx\ny 8.5\ny\n"
        self.assertEqual(printed, once * 2)
        self.assertEqual(sum(self.slept), 17.0)

    def test_the_rules_of_asyncio_hold(self):
        nested = "import asyncio, warnings\nwarnings.simplefilter('ignore')\nasync def f():\n    asyncio.run(f())\nasyncio.run(f())"
        self.assertEqual(self.stdout(nested)[1]["type"], "RuntimeError")
        cleaned = "import asyncio\nasync def f():\n    try:\n        await asyncio.sleep(9)\n    finally:\n        print('cancelled')\nasync def main():\n    asyncio.create_task(f())\n    await asyncio.sleep(1)\nasyncio.run(main())\nprint('end')"
        self.assertEqual(self.stdout(cleaned), ("cancelled\nend\n", None))
        left = "import asyncio\nasync def f():\n    try:\n        await asyncio.sleep(9)\n    finally:\n        print('cancelled')\ntask = asyncio.create_task(f())\nawait asyncio.sleep(1)"
        self.assertEqual(self.stdout(left), ("cancelled\n", None))
        older = "import asyncio\nasync def f():\n    return 1\nprint(asyncio.get_event_loop().run_until_complete(f()))"
        self.assertEqual(self.stdout(older), ("1\n", None))

    def test_what_never_happens_is_an_error_on_its_line(self):
        for source, line in [
            ("import asyncio\nasync def f():\n    await asyncio.Queue().get()\nasyncio.run(f())", 3),
            ("import asyncio\nawait asyncio.Event().wait()", 2),
            ("import asyncio\nasync def f():\n    async with lock:\n        async with lock:\n            pass\nlock = asyncio.Lock()\nawait asyncio.gather(f(), f())", 4),
        ]:
            error = self.stdout(source)[1]
            self.assertEqual((error["type"], error["line"]), ("DeadlockError", line))
            self.assertIn("never happens", error["message"])

    def test_calls_know_nothing_of_each_other(self):
        source = """
import asyncio
queue = asyncio.Queue()
await asyncio.sleep(3)
async def f(n):
    asyncio.create_task(later())
    await queue.put(n)
    return queue.qsize(), asyncio.get_running_loop().time()
async def later():
    await asyncio.sleep(1)
    await queue.put(0)
"""
        self.assertEqual([outcome["result"] for outcome in made_by(source, "f(1)", "f(2)")], [encode((1, 0.0))] * 2)


if __name__ == "__main__":
    unittest.main()
