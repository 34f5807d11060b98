"""The constants that a solution decides by: where its behaviour may change is where calls are worth varying."""

import ast
from dataclasses import dataclass, field


@dataclass
class Literals:
    numbers: list = field(default_factory=list)
    strings: list = field(default_factory=list)


def literals_of(source):
    """Numeric and string constants inside the functions of `source`, docstrings left out, each once, in order."""
    found = Literals()
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return found
    for function in ast.walk(tree):
        if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            _collect(function, found)
    return found


def _collect(function, found):
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(function)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(function):
        if not isinstance(node, ast.Constant) or id(node) in docstrings:
            continue
        value = node.value
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            if value not in found.numbers:
                found.numbers.append(value)
        elif isinstance(value, str) and value and len(value) <= 40:
            if value not in found.strings:
                found.strings.append(value)
