"""Scripts for TRL: they compile, name arguments that TRL has, and are written whole or not at all."""

import ast
import json
import math
import tempfile
import unittest
import zipfile
from pathlib import Path

from lectern.preference import PreferenceError, export_trl
from lectern.preference._trl_script import FIELDS, TRL_VERSION

PAIRS = [{"prompt": "Hi", "chosen": 'Hello "you"', "rejected": "What?\n"}]
WHEELS = Path(__file__).parents[3] / ".cache/trl-wheels"


def long_ones(completions, prompts):
    return [math.log1p(len(text)) for text in completions]


def source_in_wheel(name, path):
    found = list(WHEELS.glob(f"{name}-*.whl"))
    if not found:
        raise AssertionError(f"{WHEELS} has no {name}: `npm test` downloads it")
    with zipfile.ZipFile(found[0]) as wheel:
        return ast.parse(wheel.read(path))


def fields_of(tree, name):
    """The fields of a dataclass, read from its source."""
    declared = next(
        node for node in ast.walk(tree) if isinstance(node, ast.ClassDef) and node.name == name
    )
    return {
        node.target.id
        for node in declared.body
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    }


def fields_of_trl(kind):
    classes = {"reward": "RewardConfig", "dpo": "DPOConfig", "grpo": "GRPOConfig"}
    own = source_in_wheel("trl", f"trl/trainer/{kind}_config.py")
    base = source_in_wheel("trl", "trl/trainer/base_config.py")
    training = source_in_wheel("transformers", "transformers/training_args.py")
    return (
        fields_of(own, classes[kind])
        | fields_of(base, "_BaseConfig")
        | fields_of(training, "TrainingArguments")
    )


def arguments_in(script):
    """The keyword arguments of the call of the configuration."""
    for node in ast.walk(ast.parse(script)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "").endswith("Config"):
            return {argument.arg: argument.value for argument in node.keywords}
    raise AssertionError("no configuration is made")


class AgainstTrl(unittest.TestCase):
    def test_the_version_is_the_one_that_is_checked(self):
        pinned = (Path(__file__).parents[1] / "trl-wheels.txt").read_text()
        self.assertIn(f"trl=={TRL_VERSION} ", pinned)

    def test_every_argument_that_may_be_set_is_a_field(self):
        for kind, names in FIELDS.items():
            self.assertEqual(set(names) - fields_of_trl(kind), set(), kind)
            self.assertIn("output_dir", fields_of_trl(kind))

    def test_what_a_script_imports_is_there(self):
        exported = zipfile.ZipFile(next(WHEELS.glob("trl-*.whl"))).read("trl/__init__.py").decode()
        for name in ("RewardConfig", "RewardTrainer", "DPOConfig", "DPOTrainer", "GRPOConfig", "GRPOTrainer"):
            self.assertIn(f'"{name}"', exported)


class Scripts(unittest.TestCase):
    def setUp(self):
        self.parent = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.folder = self.parent / "to-trl"

    def export(self, kind="dpo", data=PAIRS, **options):
        export_trl(self.folder, kind=kind, data=data, **options)
        script = (self.folder / "train.py").read_text(encoding="utf-8")
        compile(script, "train.py", "exec")
        return script

    def test_have_the_hyper_parameters_under_trls_names(self):
        script = self.export(steps=300, batch_size=4, beta=0.2, learning_rate=5e-7, seed=None)
        values = {name: ast.unparse(value) for name, value in arguments_in(script).items()}
        values.pop("output_dir")
        self.assertEqual(
            values,
            {
                "max_steps": "300",
                "per_device_train_batch_size": "4",
                "beta": "0.2",
                "learning_rate": "5e-07",
            },
        )

    def test_of_each_kind_name_only_fields_that_trl_has(self):
        for kind, options in {
            "reward": {"center_rewards_coefficient": 0.01, "report_every": 5},
            "dpo": {"label_smoothing": 0.1, "loss_type": ["sigmoid"]},
            "grpo": {"num_generations": 4, "kl_coef": 0.04, "reward": long_ones},
        }.items():
            script = self.export(kind, overwrite=True, **options)
            self.assertLessEqual(set(arguments_in(script)), fields_of_trl(kind))

    def test_hold_the_data_as_it_is(self):
        self.export()
        lines = (self.folder / "dataset.jsonl").read_text(encoding="utf-8").splitlines()
        self.assertEqual([json.loads(line) for line in lines], PAIRS)

    def test_hold_the_reward_function_with_its_imports(self):
        script = self.export("grpo", data=[{"prompt": "Hi"}], reward=long_ones)
        scope = {}
        wanted = ("import math", "def long_ones", "reward = long_ones", "def reward_of_completions")
        kept = [
            node
            for node in ast.parse(script).body
            if ast.unparse(node).startswith(wanted)
        ]
        exec(compile(ast.Module(kept, []), "train.py", "exec"), scope)
        scores = scope["reward_of_completions"](prompts=["Hi"], completions=["abc"], other=1)
        self.assertEqual(scores, long_ones(["abc"], ["Hi"]))

    def test_are_not_written_over_anything_unasked(self):
        self.export(beta=0.1)
        with self.assertRaisesRegex(FileExistsError, "overwrite=True"):
            export_trl(self.folder, kind="dpo", data=PAIRS, beta=0.5)
        self.assertIn("beta=0.1", (self.folder / "train.py").read_text())
        self.assertIn("beta=0.5", self.export(beta=0.5, overwrite=True))

    def test_leave_nothing_behind_where_something_is_wrong(self):
        for message, options in {
            r'data\[1\] has no "rejected"': {"data": [*PAIRS, {"chosen": "a"}]},
            r'data\[0\]\["chosen"\] is 3': {"data": [{"chosen": 3, "rejected": "b"}]},
            "data has no rows": {"data": []},
            'did you mean "label_smoothing"': {"label_smothing": 0.1},
            "kind is \"ppo\"": {"kind": "ppo"},
            "needs a reward function": {"kind": "grpo"},
            "has no use for a reward": {"reward": long_ones},
            'uses "threshold" from outside': {"kind": "grpo", "reward": uses_what_is_outside()},
            "plain def": {"kind": "grpo", "reward": lambda completions, prompts: [0.0]},
        }.items():
            with self.subTest(message), self.assertRaisesRegex(PreferenceError, message):
                self.export(**{"kind": "dpo", **options})
            self.assertEqual(list(self.parent.iterdir()), [])


def uses_what_is_outside():
    threshold = 3

    def reward(completions, prompts):
        return [len(text) > threshold for text in completions]

    return reward


if __name__ == "__main__":
    unittest.main()
