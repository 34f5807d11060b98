"""An author's tests as text: which there are, what may be shown of them, and how they are made to run."""

import ast
import dis
import operator
import re
import types

from .answer_proxy import AnswerError, CheckFailed, data_of
from .program import show_in_tracebacks
from .program_text import ProgramText

TESTS_FILE = "<tests>"
PREFIX = "test_"
COMPARE = "__lectern_compare__"
HOLDS = "__lectern_holds__"
OPERATORS = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Is: "is",
    ast.IsNot: "is not",
    ast.In: "in",
    ast.NotIn: "not in",
}
COMPARISONS = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "is": operator.is_,
    "is not": operator.is_not,
    "in": lambda item, container: item in container,
    "not in": lambda item, container: item not in container,
}


class TestsError(Exception):
    """The tests cannot be used as they are written; the message says why."""

    def __init__(self, message, line):
        super().__init__(message)
        self.line = line


def outline(source):
    """Return the tests of `source` in order, and the part of it that a learner may have."""
    tree = ast.parse(source, TESTS_FILE)
    tests = [_test(node) for node in tree.body if _is_test(node)]
    names = [test["name"] for test in tests]
    for node in tree.body:
        if isinstance(node, ast.AsyncFunctionDef) and node.name.startswith(PREFIX):
            raise TestsError(f"{node.name} is async; a test is an ordinary function", node.lineno)
        if _is_test(node) and names.count(node.name) > 1:
            raise TestsError(f"{node.name} is defined twice", node.lineno)
    return {"functions": tests, "public": _public_source(source, tree)}


def _is_test(node):
    return isinstance(node, ast.FunctionDef) and node.name.startswith(PREFIX)


def _test(node):
    points, withheld = 1, False
    for mark in node.decorator_list:
        if isinstance(mark, ast.Name) and mark.id == "hidden":
            withheld = True
        elif isinstance(mark, ast.Call) and isinstance(mark.func, ast.Name) and mark.func.id == "points":
            points = _points(mark)
    if len(node.args.posonlyargs) + len(node.args.args) != 1:
        raise TestsError(f"{node.name} must take one argument, the answer", node.lineno)
    docstring = ast.get_docstring(node)
    return {
        "name": node.name,
        "requirement": " ".join(docstring.split("\n\n")[0].split()) if docstring else None,
        "points": points,
        "withheld": withheld,
        "line": node.lineno,
    }


def _points(mark):
    value = mark.args[0] if len(mark.args) == 1 and not mark.keywords else None
    if not isinstance(value, ast.Constant) or isinstance(value.value, bool):
        raise TestsError("@points takes one number", mark.lineno)
    if not isinstance(value.value, (int, float)) or not 0 < value.value < float("inf"):
        raise TestsError("@points takes a number above 0", mark.lineno)
    return value.value


def _public_source(source, tree):
    """Leave out withheld tests, and every statement that only they have a use for.

    Kept are the other tests, what they mention, what that mentions, and so on. Text between statements goes too,
    once something is withheld: a comment may tell as much as the test below it.
    """
    withheld = [node for node in tree.body if _is_test(node) and _test(node)["withheld"]]
    if not withheld:
        return source
    others = [node for node in tree.body if node not in withheld]
    kept = [node for node in others if _is_test(node)]
    grown = True
    while grown:
        wanted = set().union(*map(_names_read, kept)) if kept else set()
        more = [node for node in others if node not in kept and _serves(node, wanted)]
        kept += more
        grown = bool(more)
    text = ProgramText(source)
    return "\n\n".join(_with_decorators(text, node) for node in others if node in kept) + "\n" if kept else ""


def _serves(node, wanted):
    """It binds a name that is wanted, or (as `cases.append(1)` does) may change what such a name stands for."""
    read, bound = _names(node)
    if "*" in bound or bound & wanted:
        return True
    only_binds = isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom))
    only_binds |= isinstance(node, (ast.Assign, ast.AnnAssign)) and bool(bound)
    return not only_binds and bool(read & wanted)


def _names_read(node):
    return _names(node)[0]


def _names(node):
    """The global names that a statement reads and binds: those of its code, since a local name is nobody's else."""
    code = compile(ast.Module([node], []), TESTS_FILE, "exec", dont_inherit=True)
    read, bound = set(), set()
    pending = [code]
    while pending:
        code = pending.pop()
        pending += [constant for constant in code.co_consts if isinstance(constant, types.CodeType)]
        for instruction in dis.get_instructions(code):
            if instruction.opname in ("LOAD_NAME", "LOAD_GLOBAL", "LOAD_FROM_DICT_OR_GLOBALS"):
                read.add(instruction.argval)
            elif instruction.opname in ("STORE_NAME", "STORE_GLOBAL"):
                bound.add(instruction.argval)
    if isinstance(node, ast.ImportFrom) and any(name.name == "*" for name in node.names):
        bound.add("*")
    return read, bound


def _with_decorators(text, node):
    first = min([node, *getattr(node, "decorator_list", [])], key=lambda part: part.lineno)
    start = text.start(first) - (1 if first is not node else 0)  # the "@" itself
    return text.between(start, text.end(node))


def test_helpers():
    """What a test may use besides Python."""
    return {
        "check": _check,
        "points": lambda _: lambda test: test,
        "hidden": lambda test: test,
        "AnswerError": AnswerError,
        COMPARE: _compare,
        HOLDS: _holds,
    }


def _check(condition, message=""):
    if not condition:
        raise AssertionError(message)


def _compare(left, sign, right, left_source, right_source, is_call):
    if not COMPARISONS[sign](left, right):
        raise CheckFailed(
            {
                "kind": "comparison",
                # The call itself, its arguments written out, says more than its source.
                "shown": None if is_call else _for_learner(left_source),
                "sign": sign,
                "actual": data_of(left),
                "expected": data_of(right),
                "against": _for_learner(right_source),
            }
        )


def _holds(value, source):
    if not value:
        raise CheckFailed({"kind": "false", "shown": _for_learner(source), "actual": data_of(value)})


def _for_learner(source):
    """As a learner would write it: `answer.score("sorry")` is their `score("sorry")`."""
    return re.sub(r"\banswer\.(?=[^\W\d])", "", source)


class CompiledTests:
    """`run` gives the namespace of the tests, made anew."""

    def __init__(self, source, code):
        self._source = source
        self._code = code

    def run(self, given):
        show_in_tracebacks(self._source, TESTS_FILE)
        module = types.ModuleType("__tests__")
        module.__dict__.update(given)
        exec(self._code, module.__dict__)
        return module.__dict__


def compiled_tests(source):
    tree = ast.parse(source, TESTS_FILE)
    tree = ast.fix_missing_locations(_Asserts(source).visit(tree))
    return CompiledTests(source, compile(tree, TESTS_FILE, "exec", dont_inherit=True))


def _is_answer_call(node):
    """`answer.f(…)` itself, its arguments without another call of the answer's."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        return False
    of = node.func.value
    return isinstance(of, ast.Name) and of.id == "answer" and not any(map(_asks, node.args + node.keywords))


def _asks(node):
    return any(isinstance(item, ast.Name) and item.id == "answer" for item in ast.walk(node))


class _Asserts(ast.NodeTransformer):
    """An `assert` without a message says what was compared, and gave what."""

    def __init__(self, source):
        self._source = source

    def visit_Assert(self, node):
        if node.msg is not None:
            return node
        test = node.test
        if isinstance(test, ast.Compare) and len(test.ops) == 1:
            operator = ast.Constant(OPERATORS[type(test.ops[0])])
            arguments = [test.left, operator, test.comparators[0]]
            arguments += [self._text(test.left), self._text(test.comparators[0])]
            is_call = _is_answer_call(test.left) and not _asks(test.comparators[0])
            arguments.append(ast.Constant(is_call))
            call = ast.Call(ast.Name(COMPARE, ast.Load()), arguments, [])
        else:
            call = ast.Call(ast.Name(HOLDS, ast.Load()), [test, self._text(test)], [])
        return ast.copy_location(ast.Expr(call), node)

    def _text(self, node):
        return ast.Constant(ast.get_source_segment(self._source, node) or "")
