"""How common a word form is in written Arabic."""

import gzip
from functools import cache
from importlib.resources import files


def commonness(form: str) -> int:
    """Ten times the zipf value of a form by its key: 20 is one in ten million words, 0 stands for unknown."""
    return (_TABLE or in_use()).get(form, 0)  # asked several times of every new form


_TABLE: dict[str, int] = {}


def in_use() -> dict[str, int]:
    """How common each form in use is, by its key."""
    if not _TABLE:
        _TABLE.update(_table())
    return _TABLE


@cache
def _table() -> dict[str, int]:
    raw = files("tawatur.arabic.frequency").joinpath("words.txt.gz").read_bytes()
    cells = gzip.decompress(raw).decode().replace("\n", "\t").split("\t")
    return dict(zip(cells[::2], map(int, cells[1::2]), strict=True))
