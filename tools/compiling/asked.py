"""What a compiled question kept by form has in place of a wrapper. Copied into the tree that is compiled (tree.py)."""

from collections.abc import Callable
from typing import Any

from tawatur.arabic.kept import NOT_YET, NUMBER_OF
from tawatur.arabic.word import Word

__all__ = ["NOT_YET", "placed"]


def placed(kept: Callable[[Word], Any], plain: Callable[[Word], Any]) -> int:
    """The place of a question's answers with a form; `plain` asks the same question."""
    NUMBER_OF[plain] = NUMBER_OF[kept]
    return NUMBER_OF[kept]
