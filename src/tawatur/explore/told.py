"""The sentences that errors say of themselves, in both languages; also those that a case has kept from its builds."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tawatur.knowledge.files import load_yaml

_COMMAND = re.compile(r"((?:--|pip install|tawatur )[\w \[\]'=….-]*[\w\]'=…])", re.ASCII)
_SLOT = re.compile(r"\{(\d)\}")


class Told(NamedTuple):
    """A sentence as pieces: ours at even places, what it quotes (a name, a number) at odd ones."""

    pieces: tuple[str, ...]

    def plain(self) -> str:
        """As text, what it quotes isolated from the writing around it."""
        return "".join(f"\u2068{piece}\u2069" if odd % 2 else piece for odd, piece in enumerate(self.pieces))


def in_arabic(message: str) -> Told | None:
    """An error's sentence in Arabic; None for one that has none."""
    for pattern, arabic in _sentences():
        if found := pattern.fullmatch(message):
            return Told(tuple(_pieces(arabic, found)))
    return None


def _pieces(arabic: str, found: re.Match[str]) -> Iterator[str]:
    """The sentence in pieces; a command to type stands apart from the Arabic like what is filled in."""
    for odd, part in enumerate(_SLOT.split(arabic)):
        if odd % 2:
            yield found[int(part)]
        else:
            yield from _COMMAND.split(part)


@cache
def _sentences() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each sentence with what is filled in as groups; those of most own words first, for they say most."""
    rows = load_yaml("tawatur.explore", "told.yml")["sentences"]
    rows = sorted(rows, key=lambda row: -len(row["en"].replace("{}", "")))
    return tuple((_pattern(row["en"]), row["ar"]) for row in rows)


def _pattern(english: str) -> re.Pattern[str]:
    return re.compile("(.*?)".join(re.escape(part) for part in english.split("{}")), re.DOTALL)
