"""Words of direction: beside a place word ("شمال غرب"), behind a name ("الشمالي الغربي"), and the part they make."""

from tawatur.mentions.places.heads import Head, heads
from tawatur.mentions.places.hits import Words

COMPOUND = {
    ("north", "east"): "northeast",
    ("north", "west"): "northwest",
    ("south", "east"): "southeast",
    ("south", "west"): "southwest",
}


def one_side(sides: list[str]) -> str:
    """One direction from the words of direction: "شمال غرب"."""
    return COMPOUND.get((sides[0], sides[1]), sides[0]) if len(sides) > 1 else "".join(sides)


def sides_after(words: Words, at: int, end: int) -> tuple[str, int]:
    """The direction adjectives after a name and where they end: "الشمالي الغربي"."""
    found: list[str] = []
    while at < end and len(found) < 2 and (side := heads().adjectives.get(words[at].key)):
        found.append(side)
        at += 1
    if not found:
        return "", at
    return COMPOUND.get((found[0], found[-1]), found[0]), at


def part_of(typed: Head | None, side: str) -> str:
    if typed is not None and typed.kind == "governorate":
        return ""  # "محافظة أبين الجنوبية": the southern governorate, not its south
    if typed is not None and typed.kind == "countryside":
        return f"countryside-{side}" if side else "countryside"
    return side
