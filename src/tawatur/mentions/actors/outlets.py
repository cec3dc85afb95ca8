"""Outlets by their bare names, which are common words and count only in quotation marks: «الشرق الأوسط», «الحياة»."""

from functools import cache

from tawatur.arabic.letters import key
from tawatur.mentions.actors.desk import QUOTES, Desk
from tawatur.mentions.actors.known import known

KINDS = frozenset(map(key, ("صحيفة", "جريدة", "قناة", "وكالة", "موقع", "مجلة", "إذاعة", "بوابة")))
LONGEST = 4


@cache
def bare_names() -> dict[tuple[str, ...], str]:
    """The bare names of outlets, as keys of their words: what follows "صحيفة" in a name that they are known by."""
    found: dict[tuple[str, ...], str] = {}
    for actor in known().values():
        if actor.klass != "media" or actor.kind != "media":
            continue
        for name in (actor.name["ar"], *actor.aliases):
            words = tuple(key(word) for word in name.split())
            if len(words) > 1 and words[0] in KINDS:
                found.setdefault(words[1:], actor.id)
    return found


def quoted_outlet(desk: Desk, index: int) -> tuple[int, str] | None:
    """The outlet whose bare name fills the quotation that begins at a word: its end and id."""
    last = index
    while last < desk.size and last - index <= LONGEST and desk.words[last].kind != "punctuation":
        last += 1
    if last >= desk.size or desk.words[last].text not in QUOTES:
        return None
    outlet = bare_names().get(tuple(word.key for word in desk.words[index:last]))
    return None if outlet is None else (last, outlet)
