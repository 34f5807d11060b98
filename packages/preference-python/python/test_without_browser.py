"""Outside a browser: importing works, data classes work, and what needs JavaScript says so in one line."""

import asyncio
import dataclasses
import subprocess
import sys
import unittest
from array import array
from pathlib import Path

import lectern.preference as pref
from lectern.preference._html import table
from lectern.preference._reward import checked_scores

HERE = Path(__file__).parent


class WithoutJavaScript(unittest.TestCase):
    def test_importing_brings_nothing_but_the_standard_library(self):
        program = (
            "import sys, lectern.preference\n"
            "own = {name.split('.')[0] for name in sys.modules} - sys.stdlib_module_names\n"
            "print(sorted(name for name in own if not name.startswith('_')))"
        )
        # -S: what an environment's site adds is no business of ours; -I would hide the package.
        done = subprocess.run(
            [sys.executable, "-S", "-c", program], cwd=HERE, capture_output=True, text=True
        )
        self.assertEqual((done.stdout, done.stderr), ("['lectern']\n", ""))

    def test_each_way_in_says_what_it_needs(self):
        for call in (
            lambda: asyncio.run(pref.dpo([0], [1], [0], reference=[[0.0, 0.0]])),
            lambda: pref.dpo_sync([0], [1], [0], reference=[[0.0, 0.0]]),
            lambda: pref.best_of_n([1.0], [1.0], 2),
        ):
            with self.assertRaisesRegex(pref.BrowserKernelNeeded, "needs a Python kernel that runs in a browser"):
                call()

    def test_shapes_are_looked_at_first(self):
        with self.assertRaises(pref.ShapeError):
            asyncio.run(pref.dpo([0], [1, 2], [0], reference=[[0.0, 0.0]]))


class Results(unittest.TestCase):
    policy = pref.TabularPolicy(logits=array("f", [0.0, 0.0, 5.0, 5.0]), responses=2)

    def test_are_frozen(self):
        with self.assertRaises(dataclasses.FrozenInstanceError):
            self.policy.step = 3

    def test_of_a_policy_are_a_table_and_probabilities(self):
        self.assertEqual(self.policy.table.tolist(), [[0.0, 0.0], [5.0, 5.0]])
        self.assertEqual(self.policy.probabilities(), [[0.5, 0.5], [0.5, 0.5]])

    def test_of_a_reward_model_score_rows(self):
        model = pref.RewardModel(weights=array("f", [1.0, -2.0]), step=1, features=2, hidden=0, moments={})
        self.assertEqual(model.rewards([[1.0, 1.0], [0.0, 0.5]]), [-1.0, -1.0])
        with self.assertRaisesRegex(pref.ShapeError, r"\(1, 3\); wanted is \(rows, 2\)"):
            model.rewards([[1.0, 2.0, 3.0]])

    def test_have_columns_and_a_table(self):
        metrics = [{"step": step, "loss": 1 / step} for step in range(1, 21)]
        training = pref.DpoTraining(metrics=metrics, policy=self.policy)
        self.assertEqual(training.history["loss"], [1 / step for step in range(1, 21)])
        html = training._repr_html_()
        self.assertIn("<caption>DpoTraining</caption>", html)
        self.assertIn("12 more", html)
        self.assertEqual(html.count("<tr>"), 1 + 8 + 1)

    def test_a_table_says_names_as_text(self):
        self.assertIn("&lt;b&gt;", table([{"<b>": 1.0}], title="t"))


class Rewards(unittest.TestCase):
    def test_are_one_number_a_completion(self):
        self.assertEqual(checked_scores(iter([1, 2.5]), 2), array("d", [1.0, 2.5]))
        for given, message in (
            ([1.0], "gave 1 scores for 2 completions"),
            (None, "gave NoneType; it must give a list of 2 numbers"),
            ("ab", "gave str"),
            ([1.0, None], "gave None; a score is a number"),
        ):
            with self.assertRaisesRegex(pref.PreferenceError, message):
                checked_scores(given, 2)


if __name__ == "__main__":
    unittest.main()
