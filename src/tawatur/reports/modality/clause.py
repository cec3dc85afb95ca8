"""The clause of a trigger with the verb that carries it: what every rule of this room asks."""

from typing import NamedTuple

from tawatur.arabic.kept import by_form
from tawatur.arabic.word import Text, Word
from tawatur.model.reading import Modality
from tawatur.reports.modality.words import held_in, lemma_classes

ADJUNCTS = frozenset({
    "بعد", "قبل", "عقب", "اثر", "منذ", "خلال", "اثناء", "غداه", "عشيه", "بسبب", "سبب", "نتيجه", "جراء", "رغم", "خلفيه",
    "ردا", "لدي", "وسط", "حول", "بشان", "لولا",
})  # fmt: skip
LINKS = frozenset({"الذي", "التي", "الذين", "اللذين", "اللتين", "حيث", "اذ", "فيما", "بينما", "عندما", "حين", "لان"})
STOPS = frozenset({".", "؛", ":", "؟", "!", "?"})
THAT = "ان"


class Bend(NamedTuple):
    """A modality, the words that cause it, and whether the act is only imagined."""

    modality: Modality
    first: int
    last: int
    imagined: bool = False


class Clause:
    """The clause of one trigger, with the verb that carries the trigger."""

    def __init__(
        self, text: Text, first: int, last: int, trigger: int, governor: int | None, *, verbal: bool = False
    ) -> None:
        self.text, self.words, self.trigger = text, text.words, trigger
        self.sentence = text.sentence_of(trigger)
        self.first, self.last = max(first, self.sentence.first), min(last, self.sentence.last)
        self.openings, self.stems, self.numbers = held_in(text, self.sentence)
        self.nominal = self.words[trigger].pos != "verb" and not verbal
        self.verb = governor if governor is not None else self._verb()
        self.governed = governor is not None

    def _verb(self) -> int | None:
        """The finite verb that carries the trigger: itself, or the nearest on its left if no adjunct stands between."""
        if not self.nominal:
            return self.trigger
        for j in range(self.trigger - 1, max(self.first, self.trigger - 12) - 1, -1):
            word = self.words[j]
            if (
                word.text in STOPS
                or word.stem_key in LINKS
                or word.stem_key in ADJUNCTS
                or word.text in ("،", ",")
                or word.stem_key == THAT
            ):
                return None
            if word.pos == "verb":
                return j
        return None

    @property
    def definite(self) -> bool:
        """Whether the trigger is a noun with the article: it takes up what was told."""
        return self.nominal and "ال" in self.words[self.trigger].prefixes

    def reach_back(self, index: int, width: int) -> range:
        """The words before `index`, nearest first, up to a stop or link."""
        low = max(self.sentence.first, index - width)
        return range(index - 1, low - 1, -1)

    def openings_before(self, name: str, index: int, width: int) -> list[int]:
        """The words before `index`, nearest first, at which an entry of a class may begin."""
        if name not in self.openings:
            return []
        low = max(self.sentence.first, index - width)
        return [j for j in reversed(self.openings[name]) if low <= j < index]

    def openings_from(self, name: str, first: int, last: int) -> list[int]:
        """The words from `first` to `last` exclusive at which an entry of a class may begin."""
        return [j for j in self.openings[name] if first <= j < last] if name in self.openings else []

    def stopped(self, first: int, last: int) -> bool:
        """Whether a stop stands among the words `first` to `last` exclusive."""
        return not STOPS.isdisjoint([word.text for word in self.words[first:last]])


def bare(word: Word) -> str:
    """The key of a word without its conjunction."""
    return word.key[1:] if word.conjunction else word.key


@by_form
def present(word: Word) -> bool:
    """Whether a verb can only be imperfect: "وقد تكبد" is a past."""
    tenses = {a.tense for a in word.analyses if a.pos == "verb" and not a.derived and a.tense != "imperative"}
    return tenses == {"present"}


def has_lemma(word: Word, name: str) -> bool:
    """Whether a word belongs to a verb of a class of words.yml."""
    return name in lemma_classes(word)
