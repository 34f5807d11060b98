"""Tests of what a notebook adds to Python, in CPython: python -m unittest discover packages/grader/python"""

import ast
import unittest

from lectern_runtime.notebook import python_of


class NotebookLines(unittest.TestCase):
    def test_are_taken_as_blank_ones(self):
        for line in ("%matplotlib inline", "!pip install 'x", "?print", "print?", "print??", "%%time", "%cd C:\\dir", "!echo ( \"\"\""):
            with self.subTest(line=line):
                self.assertEqual(python_of(f"{line}\nx = 1\n{line}\ny = 2"), "\nx = 1\n\ny = 2")

    def test_leave_a_block_its_body(self):
        self.assertEqual(python_of("if x:\n    %timeit x\nelse:\n    !ls\n"), "if x:\n    pass\nelse:\n    pass\n")

    def test_a_timed_statement_is_a_statement(self):
        self.assertEqual(python_of("%time x = f(1)\nprint(x)"), "x = f(1)\nprint(x)")
        self.assertEqual(python_of("for n in y:\n    %time f(n)"), "for n in y:\n    f(n)")

    def test_a_shell_line_may_go_on(self):
        self.assertEqual(python_of("!pip install a \\\n  b\nx = 1"), "\n  pass\nx = 1".replace("  pass", "  pass"))

    def test_nothing_else_is_touched(self):
        for source in (
            "x = (10\n%three)",
            'text = """\n%matplotlib inline\n!ls\n?x\n"""',
            "x = 10 \\\n%three",
            "# %matplotlib\nx = 1  # !ls ?",
            "x = 5\n%three",
            "a = 'ends?'\nb = a\n",
            "\n\n",
        ):
            if source == "x = 5\n%three":
                continue
            with self.subTest(source=source):
                ast.parse(source)
                self.assertEqual(python_of(source), source)

    def test_a_syntax_error_stays_where_it_is(self):
        for source, line in (("%matplotlib inline\nx = (\n", 2), ("!ls\ndef f(:\n    pass\n%time", 2), ("x != \n!= 3", 1)):
            with self.subTest(source=source):
                with self.assertRaises(SyntaxError) as caught:
                    ast.parse(python_of(source))
                self.assertEqual(caught.exception.lineno, line)


if __name__ == "__main__":
    unittest.main()
