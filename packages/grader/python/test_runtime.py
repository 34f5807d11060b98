"""Tests of lectern_runtime in CPython: python -m unittest discover packages/grader/python"""

import io
import json
import sys
import unittest
from collections import Counter, namedtuple
from dataclasses import dataclass

from lectern_runtime import answer, author
from lectern_runtime.capture import CappedText
from lectern_runtime.expressions import NotWritable, literal, string_literal
from lectern_runtime.literals import literals_of
from lectern_runtime.state import State
from lectern_runtime.values import MAX_ITERATED, encode
from lectern_runtime.vary import variations


class NoNames:
    @staticmethod
    def get(value):
        return None


class Values(unittest.TestCase):
    def test_numbers_keep_every_digit(self):
        self.assertEqual(encode(10**40), {"kind": "int", "value": str(10**40)})
        self.assertEqual(encode(0.1 + 0.2), {"kind": "float", "value": "0.30000000000000004"})
        self.assertEqual(encode(float("nan"))["value"], "nan")
        self.assertEqual(encode(True), {"kind": "bool", "value": True})
        self.assertIn("bits", encode(1 << 20_000)["value"])

    def test_subclasses_count_as_what_they_contain(self):
        Point = namedtuple("Point", "x y")
        self.assertEqual(encode(Point(1, 2))["kind"], "tuple")
        self.assertEqual(encode(Counter("aa"))["kind"], "dict")

    def test_objects_are_summarised(self):
        @dataclass
        class Point:
            x: int

        self.assertEqual(encode(Point(1))["fields"], [["x", {"kind": "int", "value": "1"}]])
        self.assertEqual(encode(range(3))["fields"][0][1]["value"], "range(0, 3)")
        self.assertEqual(encode(object())["fields"], [])

    def test_cycles_and_size_are_cut(self):
        loop = []
        loop.append(loop)
        self.assertEqual(encode(loop)["items"], [{"kind": "cycle"}])
        self.assertEqual(encode(list(range(100_000)))["cut"], 100_000)
        self.assertEqual(encode("x" * 10_000)["cut"]["length"], 10_000)
        deep = []
        for _ in range(1_000):
            deep = [deep]
        self.assertIn("cut", json.dumps(encode(deep)))

    def test_iterators_are_read_to_a_bound(self):
        endless = iter(int, 1)
        self.assertEqual(len(encode(endless)["items"]), MAX_ITERATED)
        unread = iter([1, 2])
        encode(unread, consume=False)
        self.assertEqual(list(unread), [1, 2])


class Expressions(unittest.TestCase):
    def test_a_literal_gives_an_equal_value_of_the_same_type(self):
        values = [None, True, -3, 1.5, float("inf"), 1 + 2j, "it's", 'say "so"', "\n\u2028é", b"\x00",
                  [1, [2]], (1,), (), {"a": {1, 2}}, set(), frozenset([3]), range(1, 9, 2)]
        for value in values:
            with self.subTest(value=value):
                again = eval(literal(value, NoNames))
                self.assertEqual(again, value)
                self.assertIs(type(again), type(value))
        self.assertNotEqual(eval(literal(float("nan"), NoNames)), 0)

    def test_what_has_no_literal_is_refused(self):
        for value in (object(), open, Counter("a"), lambda: 0, io.StringIO()):
            with self.assertRaises(NotWritable):
                literal(value, NoNames)

    def test_text_is_in_double_quotes_where_that_reads_well(self):
        self.assertEqual(string_literal("a"), '"a"')
        self.assertEqual(string_literal('"'), "'\"'")


class Varying(unittest.TestCase):
    SOURCE = '''
def f(text, n=3):
    """Ignore 99 and "docstring"."""
    if "sorry" in text and n > 40:
        return text.split(",")[:5]
'''

    def varied(self, calls, seed="s"):
        return variations("f", calls, literals_of(self.SOURCE), seed, NoNames)

    def test_literals_are_those_of_the_code(self):
        found = literals_of(self.SOURCE)
        self.assertEqual(sorted(found.numbers), [3, 5, 40])
        self.assertEqual(found.strings, ["sorry", ","])

    def test_both_sides_of_a_boundary_are_tried(self):
        calls = self.varied([((), {"n": 7})])
        for number in (39, 40, 41):
            self.assertIn(f"f(n={number})", calls)

    def test_words_are_put_in_whole(self):
        calls = self.varied([(("a fresh soup",), {})])
        self.assertTrue(any('"a fresh soup sorry"' in call for call in calls))
        self.assertTrue(any('f("")' == call for call in calls))

    def test_the_seed_decides(self):
        base = [(("a, b, c, d", 3), {})]
        self.assertEqual(self.varied(base), self.varied(base))
        self.assertNotEqual(self.varied(base), self.varied(base, "other"))

    def test_types_stay(self):
        for expression in self.varied([(([3, 1, 2], 4), {})]):
            arguments = eval(expression, {"f": lambda *args: args})
            self.assertEqual([type(value) for value in arguments], [list, int])


class Recording(unittest.TestCase):
    def record(self, source, functions, **more):
        events = []
        request = {"setup": None, "source": source, "stdin": None, "functions": functions,
                   "sharedNames": functions, "seed": 1, "variationSeed": "s", **more}
        author.run(json.dumps(request), lambda event: events.append(json.loads(event)))
        return events[0]

    def test_calls_are_noted_as_they_were_made(self):
        recorded = self.record(
            "def f(items, key=None):\n    items.append(1)\n    return items\nf([2])\nf([2])\nf([], key=len)\nf(bytearray())\n",
            ["f"],
        )
        self.assertIsNone(recorded["error"])
        self.assertEqual(recorded["functions"][0]["recorded"], ["f([2])", "f([], key=len)"])
        self.assertEqual(recorded["functions"][0]["unwritable"], 1)

    def test_recursion_and_functions_as_arguments(self):
        source = "def g(n):\n    return n\ndef f(n, h):\n    return 1 if n == 0 else n * f(n - 1, h)\nf(2, g)\n"
        recorded = self.record(source, ["f", "g"])
        self.assertEqual(recorded["functions"][0]["recorded"], ["f(2, g)", "f(1, g)", "f(0, g)"])

    def test_an_error_is_told_with_its_line(self):
        error = self.record("x = 1\nx / 0\n", [])["error"]
        self.assertEqual((error["type"], error["line"]), ("ZeroDivisionError", 2))


class Answering(unittest.TestCase):
    def run_program(self, source, calls=(), **more):
        events = []
        request = {"setup": None, "source": source, "stdin": None, "calls": list(calls), "seed": 1, **more}
        answer.run(json.dumps(request), lambda event: events.append(json.loads(event)))
        return events

    def test_events_come_in_order(self):
        events = self.run_program("def f(x): return x", ["f(1)", "f(2)"])
        self.assertEqual([event["event"] for event in events], ["program", "call", "call", "done"])

    def test_no_calls_after_an_error(self):
        events = self.run_program("def f(): pass\nnope", ["f()"])
        self.assertEqual([event["event"] for event in events], ["program", "done"])
        self.assertEqual(events[0]["error"]["line"], 2)

    def test_a_syntax_error_names_its_line(self):
        error = self.run_program("x = 1\ndef f(:\n")[0]["error"]
        self.assertEqual((error["type"], error["line"]), ("SyntaxError", 2))

    def error_of(self, source):
        return self.run_program(source)[0]["error"]

    def test_a_traceback_has_the_frames_of_the_answer_only(self):
        nested = self.error_of('def a():\n    b()\ndef b():\n    return {}["k"]\na()')
        self.assertEqual(nested["line"], 4)
        self.assertRegex(nested["traceback"], r"(?s)line 5, in <module>.*line 2, in a.*line 4, in b")
        library = self.error_of('import json\ndef f():\n    json.loads("{")\nf()')
        self.assertEqual(library["line"], 3)
        callback = self.error_of("def key(x):\n    return x.y\nsorted([1], key=key)")
        self.assertEqual(callback["line"], 2)
        for error in (nested, library, callback):
            files = [line for line in error["traceback"].splitlines() if line.startswith("  File ")]
            self.assertTrue(files and all('"<answer>"' in line for line in files), files)

    def test_what_led_to_an_exception_is_told_where_it_is_the_answers(self):
        handling = self.error_of("try:\n    1 / 0\nexcept ZeroDivisionError:\n    int('a')")
        self.assertEqual((handling["type"], handling["line"]), ("ValueError", 4))
        self.assertRegex(handling["traceback"], r"(?s)line 2, .*ZeroDivisionError.*During handling.*line 4")
        caused = self.error_of("try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    raise OSError from e")
        self.assertIn("direct cause", caused["traceback"])
        hidden = self.error_of("try:\n    1 / 0\nexcept ZeroDivisionError:\n    raise OSError from None")
        self.assertNotIn("ZeroDivisionError: ", hidden["traceback"])
        inside = self.error_of("import json\njson.loads('[1, }')")
        self.assertEqual(inside["traceback"].count("Traceback"), 1)
        loop = "a, b = OSError(), OSError()\na.__context__, b.__context__ = b, a\nraise a"
        self.assertEqual(self.error_of(loop)["traceback"].count("Traceback"), 1)

    def test_a_recursion_is_cut_in_the_middle(self):
        error = self.error_of("def f(n):\n    return g(n)\ndef g(n):\n    return f(n)\nf(0)")
        self.assertEqual(error["type"], "RecursionError")
        self.assertRegex(error["traceback"], r"… \d+ more calls …")
        self.assertLess(len(error["traceback"].splitlines()), 50)
        self.assertTrue(error["traceback"].endswith("RecursionError: maximum recursion depth exceeded\n"))

    def test_a_syntax_error_keeps_its_place(self):
        error = self.error_of("x = 1\nprint(x))")
        self.assertEqual(error["traceback"].splitlines()[:3], ['  File "<answer>", line 2', "    print(x))", "            ^"])
        evaluated = self.error_of('x = 1\neval("1 +")')
        self.assertEqual((evaluated["type"], evaluated["line"]), ("SyntaxError", 2))

    @unittest.skipIf(sys.version_info < (3, 12), "Python's own printing guesses there, out of reach")
    def test_python_guesses_a_misspelt_name(self):
        self.assertIn("Did you mean: 'upper'", self.error_of("'a'.uper()")["traceback"])
        self.assertIn("Did you mean: 'counter'", self.error_of("counter = 1\ncountr")["traceback"])

    def test_a_forged_syntax_error_has_no_line(self):
        forged = 'e = SyntaxError("x")\ne.filename = "<answer>"\ne.lineno = "9"\nraise e'
        self.assertIsNone(self.error_of(forged)["line"])

    def test_an_exception_that_cannot_be_shown(self):
        source = "class E(Exception):\n    def __str__(self): raise ValueError\nraise E"
        self.assertEqual(self.run_program(source)[0]["error"]["message"], "")


class Restoring(unittest.TestCase):
    def namespace(self, source):
        namespace = {"__name__": "__main__"}
        exec(source, namespace)
        return namespace

    def test_everything_mutable_comes_back(self):
        namespace = self.namespace(
            """
import math
items = [1]
alias = items
class Box:
    held = []
def remember(x, memory=[], *, named={}):
    memory.append(x); named[x] = x; Box.held.append(x); items.append(x)
    return len(memory) + len(named) + len(Box.held) + len(items)
def counter():
    count = [0]
    def step():
        count[0] += 1
        return count[0]
    return step
step = counter()
"""
        )
        state = State(namespace)
        results = []
        for _ in range(3):
            state.restore()
            results.append((namespace["remember"](7), namespace["step"](), namespace["alias"] is namespace["items"]))
        self.assertEqual(results, [(5, 1, True)] * 3)
        self.assertIs(namespace["math"], __import__("math"))


class Capture(unittest.TestCase):
    def test_output_is_cut_as_it_is_written(self):
        stream = CappedText(5)
        for _ in range(1_000):
            stream.write("abc")
        self.assertEqual((stream.text, stream.cut), ("abcab", True))


if __name__ == "__main__":
    unittest.main()
