"""The words of a text with their senses of time beside them, for the grammar to walk on."""

from collections.abc import Sequence
from itertools import compress

import msgspec

from tawatur.arabic.kept import answers, by_form
from tawatur.arabic.word import Text, Word
from tawatur.mentions.times.lexicon import Sense, lexicon

YEARS = range(1900, 2101)
HIJRI_YEARS = range(1300, 1500)
DASHES = frozenset("-–—ـ")

_NONE: dict[str, Sense] = {}


class Scan(msgspec.Struct, frozen=True):
    """Words, and for each the senses whose further words really follow."""

    words: Sequence[Word]
    keys: tuple[str, ...]
    senses: dict[int, tuple[Sense, ...]]  # of the words that have any
    tagged: dict[int, dict[str, Sense]]  # of `starts`, the longest form of each tag; numbers may have none
    starts: tuple[int, ...]  # the words at which a phrase of time may begin

    def sense(self, index: int, tag: str) -> Sense | None:
        """The sense of that tag of word `index`, its longest form."""
        tagged = self.tagged.get(index)
        return None if tagged is None else tagged.get(tag)

    def senses_by_tag(self, index: int) -> dict[str, Sense]:
        """The longest sense of each tag that word `index` has."""
        return self.tagged.get(index, _NONE)

    def key(self, index: int) -> str:
        """The key of word `index`, empty outside the text."""
        return self.keys[index]

    def digits(self, index: int) -> int | None:
        """The whole number written in digits at `index`."""
        if 0 <= index < len(self.words) and self.words[index].kind == "number":
            text = self.words[index].text
            return int(text) if text.isdigit() and len(text) < 9 else None
        return None

    def year(self, index: int) -> int | None:
        """A plausible year in digits at `index`."""
        value = self.digits(index)
        if value is None or value not in YEARS:
            return None  # a range looks through all its numbers for what is none
        return value if len(self.words[index].text) == 4 else None

    def adjacent(self, index: int) -> bool:
        """Whether word `index` follows the one before without a space."""
        return 0 < index < len(self.words) and self.words[index].span.start == self.words[index - 1].span.end


def scan(text: Text) -> Scan:
    """The scan of a text: one dictionary look-up a word."""
    table, words = lexicon(), text.words
    possible = list(compress(range(len(words)), answers(_may_begin, text.told)))
    senses: dict[int, tuple[Sense, ...]] = {}
    tagged: dict[int, dict[str, Sense]] = {}
    for at in possible:
        told = _senses(table.get(words[at].key, ()), words, at)
        if told:
            senses[at] = told
            tagged[at] = {told[0].tag: told[0]} if len(told) == 1 else {sense.tag: sense for sense in told[::-1]}
        elif words[at].kind == "number":
            tagged[at] = {}
    return Scan(words, text.keys, senses, tagged, tuple(tagged))


@by_form
def _may_begin(word: Word) -> bool:
    """Whether a phrase of time may begin with a word; with most none can."""
    return word.kind == "number" or word.key in lexicon()


def _senses(found: tuple[Sense, ...], words: Sequence[Word], index: int) -> tuple[Sense, ...]:
    if not found or (len(found) == 1 and not found[0].rest):
        return found
    return tuple([s for s in found if not s.rest or _follows(words, index + 1, s.rest)])


def _follows(words: Sequence[Word], index: int, rest: tuple[str, ...]) -> bool:
    return index + len(rest) <= len(words) and all(words[index + n].key == k for n, k in enumerate(rest))
