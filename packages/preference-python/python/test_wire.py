"""What crosses to JavaScript and back: names, arrays, functions, and what JSON has no word for."""

import json
import math
import unittest
from array import array

from lectern.preference._wire import camel, pack, snake, unpack


class Names(unittest.TestCase):
    def test_change_their_spelling_and_back(self):
        for python, typescript in [
            ("center_rewards_coefficient", "centerRewardsCoefficient"),
            ("vf_coef", "vfCoef"),
            ("lambda_", "lambda"),
            ("k3", "k3"),
        ]:
            self.assertEqual(camel(python), typescript)
            self.assertEqual(snake(typescript), python)

    def test_of_metrics_stay(self):
        for name in ("rewards/accuracies", "objective/rlhf_reward", "clip_ratio/low_mean"):
            self.assertEqual(snake(name), name)


class Values(unittest.TestCase):
    def test_come_back_as_they_went(self):
        numbers = array("f", [1.0, 2.0])
        value = {"a": [numbers, "text", None, True], "b": {"c": 0.1}}
        parcel = pack(value)
        self.assertEqual(unpack(parcel.json, parcel.arrays), value)

    def test_that_json_has_no_word_for(self):
        parcel = pack([math.inf, -math.inf, math.nan, array("d", [1.0]), {"f": len}])
        json.loads(parcel.json, parse_constant=self.fail)
        self.assertEqual((len(parcel.arrays), parcel.callables), (1, [len]))
        up, down, nothing, _, _ = unpack(parcel.json, parcel.arrays)
        self.assertEqual((up, down), (math.inf, -math.inf))
        self.assertTrue(math.isnan(nothing))

    def test_that_cannot_cross_are_named(self):
        with self.assertRaisesRegex(TypeError, "object cannot be sent"):
            pack([object()])


if __name__ == "__main__":
    unittest.main()
