"""Tests of mutants, random calls, batches and cells, in CPython."""

import ast
import json
import sys
import time
import unittest

from lectern_runtime import batch, cells, mutation
from lectern_runtime.generate import random_calls
from lectern_runtime.mutate import MAX_MUTANTS, mutants

SOLUTION = '''\
import math

LIMIT = 40

def grade(points, *, bonus: int = 1):
    """Not 3 mutants of this text."""
    total = points + bonus  # é keeps its place
    if total >= LIMIT and not math.isnan(points):
        return "pass"
    return "fail"

def other(n):
    return n * 2

print(f"{grade(50)} of {3:>2}")
'''


def changes(source, functions=None):
    """Mutant lines by the line that they change."""
    found = {}
    for mutant in mutants(source, functions):
        pairs = zip(source.splitlines(), mutant.source.splitlines())
        number, new = next((n, new) for n, (old, new) in enumerate(pairs, 1) if old != new)
        found.setdefault(number, []).append(new.strip())
    return found


class Mutants(unittest.TestCase):
    def test_change_one_place_and_parse(self):
        for mutant in mutants(SOLUTION):
            ast.parse(mutant.source)
            old, new = SOLUTION.splitlines(), mutant.source.splitlines()
            self.assertEqual(sum(a != b for a, b in zip(old, new)), 1)

    def test_are_what_an_author_gets_wrong(self):
        found = changes(SOLUTION, ["grade"])
        self.assertEqual(set(found), {5, 7, 8, 9, 10})
        self.assertEqual(found[5], ["def grade(points, *, bonus: int = 2):", "def grade(points, *, bonus: int = 0):"])
        self.assertEqual(found[7], ["total = points - bonus  # é keeps its place"])
        self.assertIn("if total > LIMIT and not math.isnan(points):", found[8])
        self.assertIn("if total >= LIMIT or not math.isnan(points):", found[8])
        self.assertIn("if total >= LIMIT and math.isnan(points):", found[8])
        self.assertIn("if not (total >= LIMIT and not math.isnan(points)):", found[8])
        self.assertIn("return None", found[9])

    def test_of_the_whole_program_reach_its_top_level(self):
        found = changes(SOLUTION)
        self.assertEqual(found[3], ["LIMIT = 41", "LIMIT = 39"])
        self.assertIn("pass", found[15])
        self.assertNotIn(6, found)

    def test_off_by_one_and_loops(self):
        found = changes("def f(xs, n):\n    for i in range(n):\n        if xs[i:n]:\n            break")
        self.assertIn("for i in range(n + 1):", found[2])
        self.assertIn("if xs[i:n - 1]:", found[3])
        self.assertIn("continue", found[4])

    def test_only_those_statements_go_whose_loss_is_no_crash(self):
        found = changes("def f(x):\n    y = x\n    y = abs(y)\n    y += 1\n    return y")
        self.assertNotIn(2, found)
        self.assertEqual(found[3], ["pass"])
        self.assertIn("pass", found[4])

    def test_many_are_chosen_from_by_seed(self):
        source = "def f(x):\n" + "".join(f"    x += {n}\n" for n in range(40)) + "    return x"
        self.assertEqual(len(mutants(source, seed="a")), MAX_MUTANTS)
        self.assertEqual(mutants(source, seed="a"), mutants(source, seed="a"))
        self.assertNotEqual(mutants(source, seed="a"), mutants(source, seed="b"))


class RandomCalls(unittest.TestCase):
    def calls(self, *arguments, count=200):
        made = random_calls("f", [(args, {}) for args in arguments], count, "seed", {})
        return [ast.literal_eval(call.removeprefix("f")) for call in made]

    def test_have_the_types_of_the_recorded_ones(self):
        for numbers, text in self.calls(([1, 2.5], "ab cd"), ([], "")):
            self.assertTrue(all(type(number) in (int, float) for number in numbers))
            self.assertIsInstance(text, str)

    def test_are_different_and_the_same_for_a_seed(self):
        made = random_calls("f", [((3,), {"k": "x"})], 500, "seed", {})
        self.assertEqual(len(made), len(set(made)))
        self.assertEqual(made, random_calls("f", [((3,), {"k": "x"})], 500, "seed", {}))

    def test_keep_what_has_a_meaning_by_its_place(self):
        for record, pair in self.calls(({"name": "a", "age": 3}, ("x", 1))):
            self.assertEqual(set(record), {"name", "age"})
            self.assertIsInstance(record["age"], int)
            self.assertIsInstance(pair[1], int)

    def test_of_nothing_are_none(self):
        self.assertEqual(random_calls("f", [], 500, "seed", {}), [])


class Cells(unittest.TestCase):
    def run_cells(self, *sources):
        events, line, given = [], 10, []
        for source in sources:
            given.append({"source": source, "line": line})
            line += 10
        cells.run(json.dumps({"cells": given, "seed": 1}), lambda text: events.append(json.loads(text)))
        self.assertEqual(events.pop(), {"event": "done"})
        return events

    def test_share_their_names_and_go_on_after_an_error(self):
        one, two, three = self.run_cells("x = 1\ndef f():\n    return 1 / 0", "x\nf()", "print(x)")
        self.assertIsNone(one["error"])
        self.assertEqual((two["error"]["type"], two["error"]["line"]), ("ZeroDivisionError", 12))
        self.assertIn("return 1 / 0", two["error"]["traceback"])
        self.assertEqual(three["stdout"], "1\n")

    def test_may_await(self):
        first, later, waits = self.run_cells(
            "import asyncio\nasync def f():\n    await asyncio.sleep(0.01)\n    return 2\ntask = asyncio.create_task(f())\nprint(await f())",
            "print(await task)",
            "await asyncio.Event().wait()",
        )
        self.assertEqual((first["stdout"], first["suspended"]), ("2\n", False))
        self.assertEqual((later["stdout"], later["suspended"]), ("2\n", False))
        self.assertEqual((waits["error"], waits["suspended"]), (None, True))

    def test_are_a_notebooks(self):
        shown, after = self.run_cells("%matplotlib inline\ndisplay([1])", "!ls\n1 / 0")
        self.assertEqual(shown["stdout"], "[1]\n")
        self.assertEqual(after["error"]["line"], 21)


@unittest.skipUnless(hasattr(sys, "monitoring"), "Python before 3.12 cannot stop a program by its loops")
class Batch(unittest.TestCase):
    def run_batch(self, *sources, calls=(), seconds=0.3):
        events = []
        request = {
            "sources": sources, "calls": list(calls), "setup": None, "stdin": None, "seed": 1,
            "timeLimitSeconds": seconds, "baseline": False, "tests": None,
        }
        now = lambda: time.perf_counter() * 1_000
        batch.run(json.dumps(request), lambda text: events.append(json.loads(text)), now)
        return events

    def test_a_program_that_does_not_end_costs_the_next_nothing(self):
        endless = "while True:\n    try:\n        while True:\n            pass\n    except BaseException:\n        pass"
        events = self.run_batch(endless, "def f(x):\n    return x", calls=["f(1)"])
        self.assertEqual([e["end"] for e in events if e["event"] == "source-end"], ["timed-out", "done"])
        self.assertEqual([e["result"]["value"] for e in events if e["event"] == "call"], ["1"])

    def test_a_call_that_does_not_end_is_the_last(self):
        source = "def f(x):\n    while x:\n        pass\n    return 0"
        events = self.run_batch(source, calls=["f(0)", "f(1)", "f(0)"])
        self.assertEqual(sum(e["event"] == "call" for e in events), 1)
        self.assertEqual(events[-2]["end"], "timed-out")


class Mutation(unittest.TestCase):
    def test_gives_mutants_and_calls(self):
        request = {
            "source": SOLUTION, "setup": None, "stdin": None, "seed": 1, "scope": ["grade"],
            "functions": [{"name": "grade", "calls": ["grade(50)", "grade(3, bonus=2)"]}],
            "sharedNames": ["grade"], "randomCalls": 30, "variationSeed": "x",
        }
        events = []
        mutation.run(json.dumps(request), lambda text: events.append(json.loads(text)))
        self.assertEqual([event["event"] for event in events], ["mutation", "done"])
        self.assertEqual(len(events[0]["calls"]), 30)
        self.assertTrue(all(made["line"] in range(5, 11) for made in events[0]["mutants"]))

