"""Rewrites the records of a module into plain classes, whose attributes compiled code reaches without a look-up.

A msgspec struct is the fastest record that interpreted code can have; compiled code must ask it for every attribute by
name. So the sources keep their structs and only the copy that is compiled has classes: same fields, defaults, equality
and hash. A struct that is decoded from data (`forbid_unknown_fields`) stays beside its class as `…Row`, in a module of
its own, because decoding and its errors are msgspec's (see records.py).
"""

import ast
from dataclasses import dataclass

from compiling.globals import with_imports

STRUCT = "msgspec.Struct"
LEFT = ("dict", "array_like", "tag")  # structs that are more than a record stay as they are, and so does their module
RECORDS = "tawatur.model.compiled_records"
EMPTY = {"list": "[]", "dict": "{}", "set": "set()"}


@dataclass(frozen=True)
class Rewritten:
    """A module's new source, and the source of the module that holds its rows where it has any."""

    source: str
    rows: str | None


def structs_of(tree: ast.Module) -> list[ast.ClassDef]:
    """The structs of a module that can become classes; none where one of them cannot."""
    found = [n for n in tree.body if isinstance(n, ast.ClassDef) and STRUCT in map(ast.unparse, n.bases)]
    return [] if any(k.arg in LEFT for n in found for k in n.keywords) else found


def rewritten(source: str, rows_module: str) -> Rewritten:
    """`source` with classes for structs; `rows_module` is the dotted name under which its rows can be imported."""
    tree = ast.parse(source)
    found = structs_of(tree)
    decoded = [node.name for node in found if "forbid_unknown_fields" in _keywords(node)]
    lines = source.split("\n")
    for node in reversed(found):
        lines[node.lineno - 1 : node.end_lineno] = _class(node, lines, node.name in decoded)
    text = "\n".join(lines).replace("msgspec.structs.replace(", "remade(").replace("msgspec.convert(", "converted(")
    text += "".join(f"\n\nlink({name}Row, {name})\n" for name in decoded)
    needed = [f"from {RECORDS} import {name}" for name in ("converted", "link", "remade") if f"{name}(" in text]
    needed += [f"from {rows_module} import {name}Row" for name in decoded]
    rows = _rows(tree, source, [node for node in found if node.name in decoded]) if decoded else None
    return Rewritten(
        with_imports(text, [*needed, "from typing import Any, ClassVar"]) if found or needed else text, rows
    )


def _class(node: ast.ClassDef, lines: list[str], decoded: bool) -> list[str]:
    """The lines of the class: docstring, fields without defaults, what makes it, what compares it, its own methods."""
    fields = [part for part in node.body if isinstance(part, ast.AnnAssign)]
    names = [ast.unparse(field.target) for field in fields]
    made = [f"class {node.name}:"]
    first = node.body[0]
    if isinstance(first, ast.Expr):
        made += lines[first.lineno - 1 : first.end_lineno]
    made += [f"    {name}: {ast.unparse(field.annotation)}" for name, field in zip(names, fields, strict=True)]
    made.append(f"    __struct_fields__: ClassVar[tuple[str, ...]] = {tuple(names)!r}")
    if decoded:
        made.append(
            f"    __struct_encode_fields__: ClassVar[tuple[str, ...]] = {node.name}Row.__struct_encode_fields__"
        )
    made += _init(fields, only_named="kw_only" in _keywords(node)) + _equality(node.name, names)
    if "frozen" in _keywords(node):
        made += ["", "    def __hash__(self) -> int:", f"        return hash(({_each('self', names)},))"]
    for part in node.body:
        if isinstance(part, ast.FunctionDef):
            start = min([part.lineno, *(d.lineno for d in part.decorator_list)])
            made += ["", *lines[start - 1 : part.end_lineno]]
    return made


def _init(fields: list[ast.AnnAssign], *, only_named: bool) -> list[str]:
    given, body = ["self", *(["*"] if only_named else [])], []
    for field in fields:
        name, kind, default = ast.unparse(field.target), ast.unparse(field.annotation), _default(field)
        if default in ("[]", "{}", "set()"):  # made anew for each record, as msgspec does
            given.append(f"{name}: {kind} | None = None")
            body.append(f"        self.{name} = {default} if {name} is None else {name}")
            continue
        given.append(f"{name}: {kind}" + (f" = {default}" if default is not None else ""))
        body.append(f"        self.{name} = {name}")
    return ["", f"    def __init__({', '.join(given)}) -> None:", *body]


def _default(field: ast.AnnAssign) -> str | None:
    """A field's default as source; None where it has none."""
    value = field.value
    if isinstance(value, ast.Call) and ast.unparse(value.func) == "msgspec.field":
        given = {k.arg: ast.unparse(k.value) for k in value.keywords}
        return EMPTY[given["default_factory"]] if "default_factory" in given else given.get("default")
    return ast.unparse(value) if value is not None else None


def _equality(name: str, fields: list[str]) -> list[str]:
    alike = " and ".join(f"self.{field} == other.{field}" for field in fields)
    return [
        "",
        "    def __eq__(self, other: object) -> bool:",
        "        if self is other:",
        "            return True",
        f"        return isinstance(other, {name}) and bool({alike})",
    ]


def _each(of: str, names: list[str]) -> str:
    return ", ".join(f"{of}.{name}" for name in names)


def _keywords(node: ast.ClassDef) -> set[str]:
    return {k.arg for k in node.keywords if k.arg and ast.unparse(k.value) == "True"}


def _rows(tree: ast.Module, source: str, nodes: list[ast.ClassDef]) -> str:
    """The module of the decoded structs: the imports and named types of theirs, and their fields as they stand."""
    above = [n for n in tree.body if isinstance(n, ast.Import | ast.ImportFrom) or _names_type(n)]
    text = "\n".join(ast.unparse(node) for node in above)
    for node in nodes:
        fields = [part for part in node.body if isinstance(part, ast.AnnAssign)]
        keywords = "".join(f", {k.arg}={ast.unparse(k.value)}" for k in node.keywords)
        text += f"\n\n\nclass {node.name}Row({STRUCT}{keywords}):\n"
        text += "\n".join("    " + _renamed(field, [n.name for n in nodes]) for field in fields)
    return text + "\n"


def _renamed(field: ast.AnnAssign, decoded: list[str]) -> str:
    """A field whose type names the rows of other structs of the module."""
    for part in ast.walk(field.annotation):
        if isinstance(part, ast.Name) and part.id in decoded:
            part.id += "Row"
    return ast.unparse(field)


def _names_type(node: ast.stmt) -> bool:
    return isinstance(node, ast.Assign) and ast.unparse(node.value).startswith("Literal[")
