"""Names of units and bodies that no dictionary knows, after their head: quoted, numbered, or unknown words."""

from tawatur.arabic.word import Word
from tawatur.mentions.actors.desk import FUNCTION_POS, Desk
from tawatur.mentions.actors.lists import LEADS, UNIT_WORDS, name_words
from tawatur.mentions.actors.names import Name

LONGEST_UNIT = 3


def unit_name(desk: Desk, index: int, quoted: bool) -> Name | None:
    """A unit's or body's own name: what stands in quotation marks, a number, or one to three unknown words."""
    if index >= desk.size:
        return None
    if quoted:
        return _inside_quotes(desk, index)
    if desk.words[index].kind == "number":
        return Name((index,), index + 1)
    words: list[int] = []
    position = index
    while position < desk.size and len(words) < LONGEST_UNIT and _unit_word(desk, position, bool(words)):
        words.append(position)
        position += 1
    return Name(tuple(words), position) if words else None


def _inside_quotes(desk: Desk, index: int) -> Name | None:
    closing = index
    while closing < desk.size and closing - index < 6 and desk.words[closing].kind != "punctuation":
        closing += 1
    if closing == index or (closing not in desk.marks) or desk.words[closing].text not in "»”\"'’)":
        return None
    return Name(tuple(range(index, closing)), closing + 1)


def _nisba(word: Word) -> bool:
    return word.stem_key.endswith(("يه", "يا")) and word.key not in name_words().given


def _unit_word(desk: Desk, index: int, later: bool) -> bool:
    word, lists = desk.words[index], name_words()
    if word.kind != "word" or word.conjunction or word.preposition or word.future:
        return False
    if word.pos in FUNCTION_POS or word.pos in ("verb", "number", "adverb") or word.key in lists.never:
        return False
    if later:
        before = desk.words[index - 1]
        if "ال" in before.prefixes:
            return False
        return (
            ("ال" in word.prefixes and desk.quality(index) is None)
            or desk.key(index - 1) in LEADS
            or (word.key in LEADS or (word.key in lists.given and before.key not in lists.given))
        )
    if "ال" not in word.prefixes and (
        (word.analyses and word.pos != "name" and word.key not in UNIT_WORDS) or _nisba(word)
    ):
        return False
    return not any(analysis.derived == "masdar" for analysis in word.analyses)
