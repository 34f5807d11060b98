"""The wheels outside a browser: the widget, its settings, and a reward function that answers the front end."""

import base64
import hashlib
import os
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

DIST = Path(__file__).parents[1] / "dist"


INSTALLED = tempfile.TemporaryDirectory()


def setUpModule():
    wheels = list(DIST.glob("*.whl"))
    if not wheels:
        raise AssertionError(f"{DIST} has no wheels: npm run build -w @lectern/preference-python")
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(INSTALLED.name)


def tearDownModule():
    INSTALLED.cleanup()


def run(program):
    """What a program prints that has the built wheels, and nothing else of ours, on its path."""
    done = subprocess.run(
        [sys.executable, "-c", f"import lectern.preference as pref\n{program}"],
        capture_output=True,
        text=True,
        cwd=INSTALLED.name,
        env={**os.environ, "PYTHONPATH": INSTALLED.name},
    )
    return done.stdout + done.stderr.strip().split("\n")[-1]


class Wheels(unittest.TestCase):
    def test_record_every_file_with_its_hash(self):
        for wheel in DIST.glob("*.whl"):
            with zipfile.ZipFile(wheel) as archive:
                self.assertIsNone(archive.testzip())
                names = archive.namelist()
                record = next(name for name in names if name.endswith("/RECORD"))
                lines = [line.split(",") for line in archive.read(record).decode().splitlines()]
                self.assertEqual([name for name, _, _ in lines], names)
                for name, digest, size in lines[:-1]:
                    content = archive.read(name)
                    own = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=")
                    self.assertEqual((digest, size), (f"sha256={own.decode()}", str(len(content))))


class Experiments(unittest.TestCase):
    def test_are_listed_without_the_widget(self):
        said = run("import sys\nprint('over-optimisation' in pref.experiments(), 'anywidget' in sys.modules)")
        self.assertEqual(said, "True False\n")

    def test_are_widgets_with_settings_and_a_script(self):
        said = run(
            "widget = pref.experiment('over-optimisation', seed=3)\n"
            "print(widget.kind, widget.settings, widget.has_reward, widget.result)\n"
            "print('render' in widget._esm)"
        )
        self.assertEqual(said, "over-optimisation {'seed': 3} False {}\nTrue\n")

    def test_that_there_are_not_get_a_suggestion(self):
        self.assertIn(
            'There is no experiment "over-optimization"; did you mean "over-optimisation"?',
            run("pref.experiment('over-optimization')"),
        )
        self.assertIn(
            '"over-optimisation" has no setting "sed"; did you mean "seed"?',
            run("pref.experiment('over-optimisation', sed=3)"),
        )

    def test_ask_a_reward_function_of_texts_or_of_prompts_too(self):
        program = """
sent = []
for reward in ({first}, lambda completions, prompts: [len(text) for text in completions]):
    widget = pref.experiment("over-optimisation", reward=reward)
    widget.send = sent.append
    widget._handle_custom_msg({{"type": "score", "id": "7", "texts": ["a", "bcd"]}}, [])
print(widget.has_reward, *sent, sep="\\n")
"""
        scores = "{'type': 'scores', 'id': '7', 'scores': [1.0, 3.0]}\n"
        by_text = run(program.format(first="lambda texts: map(len, texts)"))
        self.assertEqual(by_text, f"True\n{scores}{scores}")
        failed = run(program.format(first="lambda texts: texts[0].nothing"))
        error = "AttributeError: 'str' object has no attribute 'nothing'"
        self.assertEqual(
            failed, f"True\n{{'type': 'scores', 'id': '7', 'error': \"{error}\"}}\n{scores}"
        )

    def test_wait_for_a_coroutine(self):
        said = run(
            """
import asyncio
async def reward(texts):
    await asyncio.sleep(0)
    return [1.0]
async def main():
    widget = pref.experiment("over-optimisation", reward=reward)
    widget.send = print
    widget._handle_custom_msg({"type": "score", "id": "8", "texts": ["a"]}, [])
    await asyncio.gather(*widget._pending)
asyncio.run(main())
"""
        )
        self.assertEqual(said, "{'type': 'scores', 'id': '8', 'scores': [1.0]}\n")


if __name__ == "__main__":
    unittest.main()
