"""How records are shown in a terminal: Arabic whole and on lines of its own, so that bidi cannot mix it with ours."""

import json
import sys
from collections.abc import Iterable
from typing import Any

import msgspec
from rich.console import Console
from rich.text import Text

FIRST_STRONG, POP = "\u2068", "\u2069"  # isolates: a terminal with bidi keeps the words in their own order
console = Console(highlight=False, soft_wrap=True)
problems = Console(stderr=True, highlight=False, soft_wrap=True)


def print_json(records: Iterable[Any]) -> None:
    """One record a line, in the form of the published contract."""
    for record in records:
        sys.stdout.write(msgspec.json.encode(record).decode() + "\n")


def print_json_row(row: dict[str, Any]) -> None:
    """A row of plain values as a JSON line."""
    sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


def isolated(words: str) -> str:
    """Words in their own direction, on one line."""
    return f"{FIRST_STRONG}{' '.join(words.split())}{POP}"


def line(*parts: tuple[str, str] | str) -> None:
    """Prints one line of plain and styled parts."""
    console.print(Text.assemble(*parts))


def complain(message: str) -> None:
    """Prints one line of what went wrong, as it is: brackets in it are no markup."""
    problems.print(Text(f"tawatur: {message}"))


def named(name: dict[str, str]) -> str:
    """A name in English with the Arabic beside it, or whichever there is."""
    english, arabic = name.get("en"), name.get("ar")
    if english and arabic and english != arabic:
        return f"{english} ({isolated(arabic)})"
    return english or isolated(arabic or "?")
