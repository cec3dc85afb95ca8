"""People whom the words beside them show to be named: "المدعو جندب الراشي", "القبض على خالص بيانوك الملقب بـ…"."""

from collections.abc import Iterator
from itertools import compress, count

from tawatur.arabic.kept import answers, by_form
from tawatur.arabic.word import Word
from tawatur.mentions.actors.desk import FUNCTION_POS, QUOTES, Desk
from tawatur.mentions.actors.lists import quantity_words
from tawatur.mentions.actors.names import Name

NAMED = frozenset({"المدعو", "المدعوه"})
ALSO_NAMED = frozenset({"الملقب", "المكني", "الملقبه", "المكناه"})
LONGEST = 3  # words of such a name
GOVERNS = frozenset({"preposition", "verb"})


def called_names(desk: Desk) -> dict[int, Name]:
    """The names that such words announce, by the word at which their phrase begins."""
    found: dict[int, Name] = {}
    for index in compress(count(), answers(_announces, desk.text.told)):
        name = _behind(desk, index) if desk.words[index].key in NAMED else _before(desk, index)
        if name is not None:
            found[name.last - len(name.words) if desk.words[index].key in ALSO_NAMED else index] = name
    return found


@by_form
def _announces(word: Word) -> bool:
    return word.key in NAMED or word.key in ALSO_NAMED


def _behind(desk: Desk, index: int) -> Name | None:
    """The words behind "the one called"."""
    words: list[int] = []
    for position in range(index + 1, min(index + 1 + LONGEST, desk.size)):
        if not _plain(desk, position, first=not words):
            break
        words.append(position)
    return Name(tuple(words), words[-1] + 1) if words else None


def _before(desk: Desk, index: int) -> Name | None:
    """The words between a preposition or verb and "also called"."""
    last = index - (desk.words[index - 1].text in QUOTES) if index else 0
    words = list(_back(desk, last))[::-1]
    before = words[0] - 1 if words else -1
    before -= before >= 0 and desk.words[before].text in QUOTES
    governed = before >= 0 and not desk.words[before].enclitic and _governs(desk.words[before])
    return Name(tuple(words), last) if governed and _plain(desk, words[0], first=True) else None


@by_form
def _governs(word: Word) -> bool:
    """Whether whoever an act is done to may stand right behind: "على", "قتل", "مقتل"."""
    return word.pos in GOVERNS or (word.stem_key in quantity_words().losses and not word.definite)


def _back(desk: Desk, last: int) -> Iterator[int]:
    for position in range(last - 1, max(last - 1 - LONGEST, -1), -1):
        if not _plain(desk, position, first=False):
            return
        yield position


def _plain(desk: Desk, index: int, *, first: bool) -> bool:
    """Whether a word may stand in a name that no list holds: no verb, no noun that heads an actor, no clitics."""
    word = desk.words[index]
    if word.kind != "word" or word.pos in FUNCTION_POS or word.pos in ("verb", "number", "adverb"):
        return False
    attached = bool(word.conjunction or word.preposition or word.enclitic)
    if (attached and (first or word.analyses)) or (first and "ال" in word.prefixes):
        return False  # "بايانجوك": letters of a name
    return desk.looks[index].head is None and desk.looks[index].side is None
