"""What compiled records have in place of msgspec's own functions. Copied into the tree that is compiled (tree.py)."""

from typing import Any, TypeVar

import msgspec

Kind = TypeVar("Kind")
_ROWS: dict[Any, Any] = {}  # class -> the struct that is decoded for it
_CLASSES: dict[Any, Any] = {}


def link(row: Any, kind: Any) -> None:
    """Says that `kind` is decoded as `row`."""
    _ROWS[kind], _CLASSES[row] = row, kind


def converted(raw: object, kind: type[Kind]) -> Kind:
    """`msgspec.convert`, for classes too. Raises msgspec.ValidationError as it does."""
    made: Any = lifted(msgspec.convert(raw, _ROWS.get(kind, kind)))
    return made  # type: ignore[no-any-return]


def lifted(value: Any) -> Any:
    """The class's record for a row, also for those in a tuple; anything else as it is."""
    if isinstance(value, tuple):
        return tuple([lifted(each) for each in value])
    kind = _CLASSES.get(type(value))
    return value if kind is None else kind(**{name: lifted(getattr(value, name)) for name in value.__struct_fields__})


def remade(old: Kind, **changes: Any) -> Kind:
    """`msgspec.structs.replace`, for classes too."""
    record: Any = old
    if isinstance(record, msgspec.Struct):
        made: Any = msgspec.structs.replace(record, **changes)
    else:
        kept = {name: getattr(record, name) for name in record.__struct_fields__}
        kept.update(changes)
        made = type(record)(**kept)
    return made  # type: ignore[no-any-return]
