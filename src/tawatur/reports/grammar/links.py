"""Which words link clauses: relatives, complementizers, subordinators; "ما" that denies is none."""

from tawatur.arabic.word import Word
from tawatur.reports.grammar.closed import Closed
from tawatur.reports.grammar.cursor import Cursor
from tawatur.reports.grammar.page import ChunkKind

LASTS = frozenset({"زال", "زالت", "زالوا", "زالا", "زلنا", "يزال", "تزال", "يزالون", "برح", "برحت"})  # "ما زال"


def link_kind(word: Word, known: Closed, cursor: Cursor, i: int) -> ChunkKind | None:
    """What kind of link a word is: a relative, "that", "when", or none ("ما" and "من" may be others)."""
    stem = word.stem_key
    following = cursor.words[i + 1] if i + 1 < len(cursor.words) else None
    left = cursor.chunks[-1] if cursor.chunks else None
    if stem == "ما" and left is not None and left.kind == "relative" and left.last == i:
        return None  # "التي ما زالت": a negation
    if stem == "ما" and following is not None and following.stem_key in LASTS:
        return None  # "الثوار ما زالوا يقصفون"
    if stem == "طالما" and left is not None and left.kind == "relative":
        return "particle"  # "التي طالما نددت"
    if stem in ("من", "ما") or word.key in ("مما", "ممن"):
        return "relative" if following is not None and cursor.is_verb[i + 1] else None
    if stem in known.relatives or word.pos == "relative":
        return "relative"
    if stem in known.complementizers or word.key in known.complementizers:
        return "that"
    if stem == "مهما" and i and cursor.words[i - 1].stem.endswith("ا") and cursor.words[i - 1].pos != "punctuation":
        return None  # "موقعا مهما": it matters
    if stem in known.subordinators or word.pos == "subordinator":
        return "when"
    return None
