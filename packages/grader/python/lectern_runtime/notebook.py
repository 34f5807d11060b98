"""What a notebook adds to Python: lines that only IPython reads, `await` at the top level, `display`."""

import ast
import builtins
import inspect
import re
import sys

from .event_loop import drive

_FOR_IPYTHON = re.compile(
    r"""[ \t]*(?:
        %{1,2}[A-Za-z_]             # %matplotlib inline, %%time
        | !{1,2}[^=\s]              # !pip install
        | \?{1,2}[\w.*%]            # ?name
        | %{0,2}[A-Za-z_][\w.]*\?{1,2}[ \t]*\r?$  # name?
    )""",
    re.VERBOSE,
)
_TIMED = re.compile(r"([ \t]*)%time[ \t]+(?=\S)")
_INDENT = re.compile(r"[ \t]*")


def python_of(source):
    """Return `source` with the lines that only IPython understands taken as blank ones; other lines keep their number.

    Python itself says which these are: a line that looks like one and is no syntax error is left as it is, such as
    the second line of an expression, or of a text.
    """
    lines = source.split("\n")
    left = {index for index, line in enumerate(lines) if _FOR_IPYTHON.match(line)}
    while left:
        try:
            ast.parse("\n".join(lines))
            break
        except SyntaxError as error:
            index = (error.lineno or 0) - 1
        if index not in left:
            break
        left.discard(index)
        # A shell's own continuation lines belong to it.
        while lines[index].endswith("\\") and index + 1 < len(lines):
            lines[index] = _without_magic(lines[index][:-1])
            index += 1
        lines[index] = _without_magic(lines[index])
    return "\n".join(lines)


def _without_magic(line):
    timed = _TIMED.match(line)
    if timed is not None:
        return timed[1] + line[timed.end() :]
    # What it is indented under must not be left without a body.
    indent = _INDENT.match(line)[0]
    return f"{indent}pass" if indent else ""


def compile_cell(program, filename):
    """Compile a source or a syntax tree as a notebook would."""
    program = python_of(program) if isinstance(program, str) else program
    return compile(program, filename, "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)


def run_cell(code, namespace):
    if code.co_flags & inspect.CO_COROUTINE:
        drive(eval(code, namespace))
    else:
        exec(code, namespace)


def add_builtins():
    """Add `input`, `display` and `get_ipython`, as far as a program that only has to run needs them; return what was there."""
    had = {name: builtins.__dict__[name] for name in _BUILTINS if name in builtins.__dict__}
    builtins.__dict__.update(_BUILTINS)
    return had


def remove_builtins(had):
    for name in _BUILTINS:
        builtins.__dict__.pop(name, None)
    builtins.__dict__.update(had)


def _read_line(prompt="", /):
    """Read a line from standard input. The prompt is shown beside what is typed, as in a notebook: it is no output."""
    sys.stderr.write(str(prompt))
    line = sys.stdin.readline()
    if line == "":
        raise EOFError("EOF when reading a line")
    return line.removesuffix("\n")


def _display(*objects, **_):
    for shown in objects:
        print(repr(shown))


class _Shell:
    """Takes whatever is asked of IPython's shell, and does nothing."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *args, **kwargs: None


_SHELL = _Shell()


def _get_ipython():
    return _SHELL


for _function, _name in ((_read_line, "input"), (_display, "display"), (_get_ipython, "get_ipython")):
    _function.__name__ = _function.__qualname__ = _name
_BUILTINS = {"input": _read_line, "display": _display, "get_ipython": _get_ipython}
