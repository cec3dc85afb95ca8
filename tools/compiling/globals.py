"""Spares compiled code the look-up of what a module names once: in the copy, constants and kept answers are Final.

mypyc asks the module's dictionary for every name that could be given anew, at every use, and calls a function that is
wrapped (`@cache`, `@by_form`) as interpreted code would. It reaches Final names and plain functions directly. So the
copy says of constants that they stay, and has a plain function before each that keeps its answers.
"""

import ast
from collections import Counter

TYPES = frozenset({"TypeVar", "NamedTuple", "NewType", "ParamSpec"})  # called to make a type and no value
IMPORTS = "from typing import Any, Final"
KEPT = "from tawatur.arabic.compiled_kept import NOT_YET, placed"
ONCE = """_kept_{name}: Final[list[{kind}]] = []


def {name}() -> {kind}:
    if not _kept_{name}:
        _kept_{name}.append(_make_{name}())
    return _kept_{name}[0]


{made}"""
BY_FORM = """{made}


_kept_{name}: Final = by_form(_make_{name})


def {name}({word}) -> {kind}:
    found: Any = {asked}.told[_place_{name}]
    answer: {kind} = found if found is not NOT_YET else _kept_{name}({asked})
    return answer


_place_{name}: Final = placed(_kept_{name}, {name})"""


def reached(source: str) -> str:
    """`source` with Final constants, and plain functions for those that keep their answers."""
    lines = source.encode().split(b"\n")  # places in a tree are counted in bytes
    tree = ast.parse(source)
    given = Counter(name.id for node in _at_import(tree) for name in _names(node))
    for node in reversed(tree.body):
        if isinstance(node, ast.Assign | ast.AnnAssign):
            _make_final(lines, node, given)
        elif isinstance(node, ast.FunctionDef):
            _make_plain(lines, node)
    made = b"\n".join(lines).decode()
    needed = [line for line, sign in ((IMPORTS, "Final"), (KEPT, "NOT_YET else _kept_")) if sign in made]
    return with_imports(made, needed)


def with_imports(text: str, needed: list[str]) -> str:
    """`text` with import lines behind its last one, or behind its docstring."""
    tree, lines = ast.parse(text), text.split("\n")
    imports = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)] or tree.body[:1]
    last = imports[-1].end_lineno or 0
    return "\n".join([*lines[:last], *needed, *lines[last:]])


def _at_import(tree: ast.Module) -> list[ast.stmt]:
    """The statements that run when the module is imported, those inside of others included."""
    found, waiting = list[ast.stmt](), list(tree.body)
    while waiting:
        node = waiting.pop()
        found.append(node)
        if not isinstance(node, ast.FunctionDef | ast.ClassDef):
            waiting += [part for part in ast.iter_child_nodes(node) if isinstance(part, ast.stmt)]
    return found


def _names(node: ast.stmt) -> list[ast.Name]:
    """The names to which a statement itself gives a value."""
    if not isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign | ast.For):
        return []
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return [part for target in targets for part in ast.walk(target) if isinstance(part, ast.Name)]


def _make_final(lines: list[bytes], node: ast.Assign | ast.AnnAssign, given: Counter[str]) -> None:
    """Makes the constants of an assignment Final; another name of a type and what is given twice stay."""
    names, value = _names(node), node.value
    if value is None or any(given[n.id] > 1 or not n.id.isupper() for n in names) or _makes_type(value):
        return
    first, last = node.lineno - 1, node.end_lineno or node.lineno
    if isinstance(node, ast.AnnAssign):
        start, end = node.annotation.col_offset, node.annotation.end_col_offset
        if node.annotation.lineno == node.annotation.end_lineno:
            lines[first] = b"Final[".join((lines[first][:start], lines[first][start:end] + b"]" + lines[first][end:]))
    elif len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
        lines[first] = lines[first].replace(b" =", b": Final =", 1)
    elif len(node.targets) == 1 and isinstance(value, ast.Tuple) and len(value.elts) == len(names):
        parts = zip(names, value.elts, strict=True)
        lines[first:last] = [f"{name.id}: Final = {ast.unparse(part)}".encode() for name, part in parts]


def _makes_type(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and ast.unparse(value.func) in TYPES


def _make_plain(lines: list[bytes], node: ast.FunctionDef) -> None:
    """Puts a plain function of the same name before one that keeps its only answer, or its answers by form."""
    wrapped = [ast.unparse(decorator) for decorator in node.decorator_list]
    once = wrapped == ["cache"] and not ast.unparse(node.args)
    if (not once and wrapped != ["by_form"]) or node.returns is None:
        return
    first, last = node.decorator_list[0].lineno - 1, node.end_lineno or node.lineno
    made = b"\n".join(lines[node.lineno - 1 : last]).decode().replace(f"def {node.name}(", f"def _make_{node.name}(", 1)
    asked = "" if once else node.args.args[0].arg
    told = (ONCE if once else BY_FORM).format(
        name=node.name, kind=ast.unparse(node.returns), made=made, word=ast.unparse(node.args), asked=asked
    )
    lines[first:last] = told.encode().split(b"\n")
