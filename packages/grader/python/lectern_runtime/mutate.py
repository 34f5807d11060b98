"""Mutants of a solution: the same program with one small mistake each.

A mutant is made by replacing as little of the text as the mistake needs, at the place that the syntax
tree names, so that its difference from the solution is one that an author recognises.
"""

import ast
import itertools
import random
import re
from dataclasses import dataclass

from .program_text import ProgramText

MAX_MUTANTS = 40


@dataclass
class Mutant:
    source: str
    line: int
    operator: str


def mutants(source, functions=None, seed=""):
    """Return the mutants of `source`, in the order of its lines, at most MAX_MUTANTS, chosen by `seed`.

    `functions`: names of the top-level functions to mutate; None mutates the whole program.
    """
    text = ProgramText(source)
    tree = ast.parse(source)
    whole = ast.dump(tree)
    found = {}
    for node in _scope(tree, functions):
        for operator, line, edited in _mutations(node, text):
            dump = _dump(edited)
            if dump is not None and dump != whole:
                found.setdefault(dump, Mutant(edited, line, operator))
    return _chosen(list(found.values()), seed)


def _dump(source):
    try:
        return ast.dump(ast.parse(source))
    except SyntaxError:
        return None


def _chosen(found, seed):
    """As many of each operator as there is room for."""
    if len(found) > MAX_MUTANTS:
        rng = random.Random(f"{seed}:mutants")
        by_operator = {}
        for mutant in found:
            by_operator.setdefault(mutant.operator, []).append(mutant)
        for group in by_operator.values():
            rng.shuffle(group)
        rounds = itertools.zip_longest(*by_operator.values())
        found = [mutant for row in rounds for mutant in row if mutant is not None][:MAX_MUTANTS]
    return sorted(found, key=lambda mutant: mutant.line)


def _scope(tree, functions):
    """The nodes to mutate; each is walked with everything inside it."""
    if functions is None:
        return [node for node in tree.body if not _is_main_guard(node)]
    return [
        node
        for node in tree.body
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name in functions
    ]


def _is_main_guard(node):
    return isinstance(node, ast.If) and "__name__" in ast.unparse(node.test)


def _mutations(root, text):
    """Yield (operator, line, whole edited text) for everything under `root`."""
    skipped = _not_code(root)
    assigned = set()
    for node in ast.walk(root):
        if id(node) in skipped:
            continue
        for operator, edited in _of_node(node, text, assigned):
            yield operator, _line(node), edited


def _line(node):
    # The `for … if …` of a comprehension has no place of its own.
    return node.target.lineno if isinstance(node, ast.comprehension) else node.lineno


def _not_code(root):
    """Docstrings, annotations, decorators and the fixed text of f-strings: changing them changes no behaviour worth a test."""
    skipped = set()
    for node in ast.walk(root):
        roots = [getattr(node, "annotation", None), getattr(node, "returns", None)]
        roots += getattr(node, "decorator_list", [])
        if isinstance(node, ast.JoinedStr):
            roots += [part for part in node.values if isinstance(part, ast.Constant)]
        if isinstance(node, ast.FormattedValue):
            roots.append(node.format_spec)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            roots.append(node)
        for part in roots:
            if part is not None:
                skipped.update(id(inner) for inner in ast.walk(part))
    return skipped


def _of_node(node, text, assigned):
    match node:
        case ast.Constant():
            yield from _constant(node, text)
        case ast.Compare():
            yield from _compare(node, text)
        case ast.BinOp():
            yield from _operator(node.op, node.left, node.right, text)
        case ast.BoolOp():
            yield from _boolean(node, text)
        case ast.UnaryOp(op=ast.Not() | ast.USub()):
            yield "operator", text.replaced(node, _grouped(node.operand, text))
        case ast.AugAssign():
            yield from _operator(node.op, node.target, node.value, text, suffix="=")
            yield "removed statement", text.replaced(node, "pass")
        case ast.If() | ast.IfExp():
            yield from _negated(node.test, text)
        case ast.comprehension():
            for test in node.ifs:
                yield from _negated(test, text)
        case ast.Return(value=value) if value is not None and not _is_none(value):
            yield "removed statement", text.replaced(node, "return None")
        case ast.Raise() | ast.Delete() | ast.Assert():
            yield "removed statement", text.replaced(node, "pass")
        case ast.Expr(value=ast.Call() | ast.Await() | ast.Yield() | ast.YieldFrom()):
            yield "removed statement", text.replaced(node, "pass")
        case ast.Assign():
            yield from _assignment(node, text, assigned)
        case ast.Break():
            yield "removed statement", text.replaced(node, "continue")
        case ast.Continue():
            yield "removed statement", text.replaced(node, "break")
        case ast.Call():
            yield from _call(node, text)
        case ast.Subscript(slice=ast.Slice() as bounds):
            for bound in (bounds.lower, bounds.upper):
                if bound is not None:
                    yield from _off_by_one(bound, text)


def _negated(test, text):
    # One comparison with a plain opposite is negated as a comparison.
    if isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], _WITH_OPPOSITE):
        return
    yield "swapped branches", text.replaced(test, f"not {_grouped(test, text)}")


_WITH_OPPOSITE = (ast.Eq, ast.NotEq, ast.In, ast.NotIn, ast.Is, ast.IsNot)


def _grouped(node, text):
    """The text of an operand, in parentheses where it needs them."""
    simple = (ast.Name, ast.Call, ast.Attribute, ast.Subscript, ast.Constant)
    return text.of(node) if isinstance(node, simple) else f"({text.of(node)})"


def _is_none(node):
    return isinstance(node, ast.Constant) and node.value is None


def _constant(node, text):
    value = node.value
    if isinstance(value, bool):
        yield "constant", text.replaced(node, str(not value))
    elif isinstance(value, int):
        for new in (value + 1, value - 1):
            yield "constant", text.replaced(node, str(new))
    elif isinstance(value, float):
        for new in (value + 1.0, value * 0.9 if value else -1.0):
            yield "constant", text.replaced(node, repr(new))
    elif isinstance(value, str):
        yield "constant", text.replaced(node, repr(f"XX{value}XX"))


_COMPARISONS = {
    ast.Lt: ["<=", ">="],
    ast.LtE: ["<", ">"],
    ast.Gt: [">=", "<="],
    ast.GtE: [">", "<"],
    ast.Eq: ["!="],
    ast.NotEq: ["=="],
    ast.In: ["not in"],
    ast.NotIn: ["in"],
    ast.Is: ["is not"],
    ast.IsNot: ["is"],
}
_SYMBOLS = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.In: "in",
    ast.NotIn: r"not\s+in",
    ast.Is: "is",
    ast.IsNot: r"is\s+not",
    ast.And: "and",
    ast.Or: "or",
    ast.Add: r"\+",
    ast.Sub: "-",
    ast.Mult: r"\*",
    ast.Div: "/",
    ast.FloorDiv: "//",
    ast.Mod: "%",
    ast.Pow: r"\*\*",
}
_OPERATORS = {
    ast.Add: ["-"],
    ast.Sub: ["+"],
    ast.Mult: ["/"],
    ast.Div: ["*"],
    ast.FloorDiv: ["/"],
    ast.Mod: ["//"],
    ast.Pow: ["*"],
}


def _between(left, right, symbol, new, text):
    """The text with `symbol`, which stands between two operands, replaced; None where it cannot be found for certain."""
    start, end = text.end(left), text.start(right)
    gap = text.between(start, end)
    if "#" in gap or len(re.findall(symbol, gap)) != 1:
        return None
    return text.spliced(start, end, re.sub(symbol, new, gap))


def _compare(node, text):
    operands = [node.left, *node.comparators]
    for left, op, right in zip(operands, node.ops, operands[1:]):
        for new in _COMPARISONS[type(op)]:
            edited = _between(left, right, _SYMBOLS[type(op)], new, text)
            if edited is not None:
                yield "comparison", edited


def _operator(op, left, right, text, suffix=""):
    for new in _OPERATORS.get(type(op), []):
        edited = _between(left, right, _SYMBOLS[type(op)] + suffix, new + suffix, text)
        if edited is not None:
            yield "operator", edited


def _boolean(node, text):
    new = "or" if isinstance(node.op, ast.And) else "and"
    for left, right in zip(node.values, node.values[1:]):
        edited = _between(left, right, rf"\b{_SYMBOLS[type(node.op)]}\b", new, text)
        if edited is not None:
            yield "operator", edited


def _assignment(node, text, assigned):
    """One that makes a name is left: without it the program only stops. One that changes a name or a container is removed."""
    names = {target.id for target in node.targets if isinstance(target, ast.Name)}
    if not names or names & assigned:
        yield "removed statement", text.replaced(node, "pass")
    assigned |= names


_TWINS = {"min": "max", "max": "min", "any": "all", "all": "any"}


def _call(node, text):
    if not isinstance(node.func, ast.Name):
        return
    name = node.func.id
    if name in _TWINS:
        yield "operator", text.replaced(node.func, _TWINS[name])
    if name == "range" and not any(isinstance(part, ast.Starred) for part in node.args):
        for bound in node.args[:2]:
            yield from _off_by_one(bound, text)


def _off_by_one(node, text):
    # Constants are changed by one already.
    if isinstance(node, (ast.Constant, ast.UnaryOp)):
        return
    for change in ("+ 1", "- 1"):
        yield "off by one", text.replaced(node, f"{_grouped(node, text)} {change}")
