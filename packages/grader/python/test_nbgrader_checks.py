"""Tests of the checks that nbgrader's grade cells use, as a notebook would use them."""

import unittest
from collections import Counter

import nbgrader_checks
from nbgrader_checks import lectern


def notebook(*cells, seconds=10, stdin=None, setup=""):
    """What IPython's `In` holds when a check runs after these cells."""
    nbgrader_checks.In = ["", f'{setup}lectern.begin("c")']
    lectern.begin("c", seconds=seconds, stdin=stdin)
    nbgrader_checks.In += [*cells, 'lectern.check_calls("c")']


def complaint(function, calls, **options):
    try:
        lectern.check_calls("c", function, calls, **options)
    except AssertionError as error:
        return str(error)
    return None


class Calls(unittest.TestCase):
    def test_what_the_function_gives(self):
        notebook("def f(x):\n    return x / 3")
        self.assertIsNone(complaint("f", [("f(1)", 0.33333333), ("f(0)", 0)]))
        self.assertEqual(complaint("f", [("f(1)", 0.333)]), "f(1) gave 0.3333333333333333, expected 0.333.")

    def test_the_function_must_be_there(self):
        notebook("g = 1")
        self.assertEqual(complaint("f", []), "There is no function f in your answer.")
        notebook("def f():\n    return 1\nnope")
        self.assertIn("Your code stopped: NameError", complaint("f", [("f()", 1)]))

    def test_a_cell_that_stops_with_an_error_does_not_count_and_others_do(self):
        notebook("def f():\n    return 1", "f() + nope")
        self.assertIsNone(complaint("f", [("f()", 1)]))

    def test_the_setup_runs_first_and_the_kernel_keeps_its_main_module(self):
        import __main__

        notebook("def f():\n    return base + 1", setup="base = 2\n")
        self.assertIsNone(complaint("f", [("f()", 3)]))
        import __main__ as after

        self.assertIs(after, __main__)

    def test_each_call_starts_from_the_state_after_the_program(self):
        notebook(
            "seen = []\ndef f(x, kept=[]):\n    seen.append(x)\n    kept.append(x)\n    return len(seen) + len(kept)\nf(0)"
        )
        self.assertIsNone(complaint("f", [("f(1)", 4), ("f(1)", 4)]))

    def test_exceptions_by_type(self):
        notebook("def f(x):\n    raise ValueError('no')")
        self.assertIsNone(complaint("f", [("f(1)", lectern.outcome(raises="ValueError"))]))
        self.assertEqual(complaint("f", [("f(1)", 1)]), "f(1) stopped with ValueError: no.")
        self.assertEqual(
            complaint("f", [("f(1)", lectern.outcome(raises="KeyError"))]), "f(1) stopped with ValueError: no."
        )
        notebook("def f(x):\n    return x")
        self.assertEqual(
            complaint("f", [("f(1)", lectern.outcome(raises="KeyError"))]), "f(1) should raise KeyError."
        )

    def test_changed_arguments(self):
        notebook("def f(x):\n    x.sort()")
        self.assertIsNone(complaint("f", [("f([2, 1])", lectern.outcome(changes={0: [1, 2]})), ("f([1, 2])", None)]))
        self.assertIn("leave alone", complaint("f", [("f([2, 1])", None)]))
        self.assertIn(
            "in place to [[3]]", complaint("f", [("f([2, 1])", lectern.outcome(changes={0: [3]}))])
        )
        notebook("def f(x, key):\n    key.clear()")
        self.assertIsNone(complaint("f", [("f(1, key={1})", lectern.outcome(changes={"key": set()}))]))

    def test_what_is_printed_during_the_call(self):
        notebook("def f():\n    print('a ')\nprint('of the program')")
        self.assertIsNone(complaint("f", [("f()", lectern.outcome(prints="a\n"))]))
        self.assertIn("printed", complaint("f", [("f()", None)]))

    def test_input_reads_what_the_challenge_gives(self):
        notebook("def f():\n    return input('? ')", stdin="yes\n")
        self.assertIsNone(complaint("f", [("f()", lectern.outcome("yes", prints="? "))]))
        notebook("def f():\n    return input()")
        self.assertIsNone(complaint("f", [("f()", lectern.outcome(raises="EOFError"))]))

    def test_time_is_limited_even_where_everything_is_caught(self):
        notebook("def f():\n    while True: pass", seconds=0.2)
        self.assertEqual(complaint("f", [("f()", 1)]), "f takes too long: it did not finish within 0.2 s.")
        notebook("while True: pass", seconds=0.2)
        self.assertIn("did not finish", complaint("f", [("f()", 1)]))
        notebook("def f():\n    while True:\n        try:\n            while True: pass\n        except Exception: pass", seconds=0.2)
        self.assertIn("takes too long", complaint("f", [("f()", 1)]))

    def test_chance_is_seeded_for_each_call(self):
        notebook("import random\ndef f():\n    return random.random()")
        first = complaint("f", [("f()", None)])
        self.assertEqual(complaint("f", [("f()", None)]), first)

    def test_without_the_setup_cell(self):
        with self.assertRaisesRegex(AssertionError, "Run the setup cell"):
            lectern.check_output("other", "a")


class Values(unittest.TestCase):
    def same(self, actual, expected, tolerance=1e-6):
        return lectern.same(lectern.plain(actual), lectern.plain(expected), tolerance)

    def test_numbers(self):
        nan, inf = float("nan"), float("inf")
        for actual, expected in [(1, 1.0), (1 + 1e-7, 1), (1e9 + 100, 1e9), (nan, nan), (inf, inf), (2 + 0j, 2), (10**400, 10**400)]:
            self.assertTrue(self.same(actual, expected), (actual, expected))
        for actual, expected in [(1, 2), (10**7 + 1, 10**7), (True, 1), (1, True), (nan, 1.0), (inf, -inf), (1, "1"), (0.1, 0.2), (10**400, 1.0)]:
            self.assertFalse(self.same(actual, expected), (actual, expected))

    def test_containers(self):
        for actual, expected in [
            ([1, (2,)], [1.0, (2,)]),
            ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
            ({1, 2}, frozenset([2, 1])),
            (Counter("aa"), {"a": 2}),
            (iter([1, 2]), iter((1, 2))),
            (bytearray(b"a"), b"a"),
        ]:
            self.assertTrue(self.same(actual, expected), (actual, expected))
        for actual, expected in [([1], (1,)), ([1], [1, 1]), ({"a": 1}, {"a": 2}), ({1}, [1]), (iter([1]), [1]), (b"a", "a")]:
            self.assertFalse(self.same(actual, expected), (actual, expected))

    def test_objects_and_names(self):
        class Point:
            def __init__(self, x):
                self.x = x

        kind = Point.__qualname__
        self.assertTrue(self.same(Point(1), lectern.object(kind, {"x": 1})))
        self.assertFalse(self.same(Point(2), lectern.object(kind, {"x": 1})))
        self.assertTrue(self.same(int, lectern.name("type", "int")))
        self.assertFalse(self.same(int, lectern.name("type", "float")))

    def test_size_and_cycles_have_a_bound(self):
        loop = []
        loop.append(loop)
        self.assertEqual(lectern.plain(loop), ("list", (("cycle",),)))
        self.assertFalse(self.same(list(range(10_000)), []))


class Output(unittest.TestCase):
    def complaint(self, printed, expected, compare="lines", **options):
        notebook(f"print({printed!r}, end='')")
        try:
            lectern.check_output("c", expected, compare=compare, **options)
        except AssertionError as error:
            return str(error)
        return None

    def test_modes(self):
        for compare, printed, expected in [
            ("lines", "a \r\nb\n\n", "a\nb"),
            ("exact", "a\r\nb\n", "a\nb"),
            ("tokens", "a\n b", "a b"),
            ("unordered", "b\na", "a\nb"),
            ("contains", "x a b y", "a b"),
            ("regex", "x12y", r"\d+"),
            ("numbers", "pi: 3.1415927", "pi: 3.14159265"),
        ]:
            self.assertIsNone(self.complaint(printed, expected, compare), compare)
            self.assertIsNotNone(self.complaint("q", expected, compare), compare)
        for printed, expected, same in [
            ("-0.0 1e3 inf", "0.0 1000.0 inf", True),
            ("\u22125", "-5", True),
            ("10000001", "10000000", False),
            ("x1", "x2", False),
            ("3-4", "3 - 4", True),
        ]:
            self.assertEqual(self.complaint(printed, expected, "numbers") is None, same, printed)
        self.assertIn("Expected: 'a'", self.complaint("b", "a"))
        self.assertEqual(self.complaint("", "a"), "Your code printed nothing. Expected: 'a'.")

    def test_sealed(self):
        import hashlib

        digest = hashlib.sha256(b"salt\na").hexdigest()
        self.assertIsNone(self.complaint("a \n", None, sealed=("salt", digest)))
        self.assertEqual(self.complaint("b", None, sealed=("salt", digest)), "It printed 'b'.")

    def test_any_cell_of_the_answer_may_print_it_after_what_the_setup_prints(self):
        notebook("print('b')", "print('scratch')", setup="print('a')\n")
        lectern.check_output("c", "a\nb")

    def test_a_cell_that_stops_with_an_error_prints_nothing(self):
        notebook("print('a')\nnope")
        with self.assertRaisesRegex(AssertionError, "NameError"):
            lectern.check_output("c", "a")


if __name__ == "__main__":
    unittest.main()
