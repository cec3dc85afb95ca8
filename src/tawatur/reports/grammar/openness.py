"""Which words go on with a noun phrase, open one or end it, by their class and clitics alone."""

from functools import cache

from tawatur.arabic.kept import by_form
from tawatur.arabic.word import Word
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.measures import OPENING

BREAKING = frozenset({"preposition", "relative", "subordinator", "conjunction", "particle", "demonstrative", "pronoun"})


@by_form
def is_open(word: Word) -> bool:
    """Whether a word is in no closed class of the grammar, so that it is a noun where it is no verb."""
    stem, (words, stems) = word.stem_key, _closed_words()
    if word.kind == "punctuation" or stem in words or word.key in words or stem in stems:
        return False
    if word.key in ("مما", "ممن"):
        return False
    adverbial = word.pos == "adverb" and stem.endswith("يا")
    return word.pos not in ("particle", "relative", "subordinator", "demonstrative") and not adverbial


@cache
def _closed_words() -> tuple[frozenset[str], frozenset[str]]:
    """The words of closed classes: by their key or stem, and by their stem alone."""
    known = closed()
    stems = known.prepositions | known.copulas | known.relatives | known.subordinators | known.demonstratives
    words = known.particles | known.agent_prepositions | known.complementizers | OPENING
    return words, stems | {"من", "ما", "عبر"}


@by_form
def is_closed(word: Word) -> bool:
    """Whether a word goes on with no noun phrase, by its clitics or its class."""
    stem = word.stem_key
    if word.kind == "punctuation" or word.conjunction or word.preposition or word.key in ("و", "او", "ام"):
        return True
    return word.pos in BREAKING or stem in _breaking_stems()


@cache
def _breaking_stems() -> frozenset[str]:
    """The stems of closed classes, and of what goes on otherwise ("قصف عنيف انتقاما من")."""
    known = closed()
    linking = known.relatives | known.complementizers | known.subordinators | known.demonstratives
    return known.away | known.prepositions | known.copulas | known.particles | linking
