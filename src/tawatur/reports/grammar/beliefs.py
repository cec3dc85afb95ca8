"""What is only believed of a doer, between a verb and its object: "قتل مسلحون يعتقد أنهم من القاعدة جنديا"."""

from tawatur.reports.grammar.agreement import features
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.modifiers import is_modifier
from tawatur.reports.grammar.page import Page
from tawatur.reports.lexicon.senses import key

BELIEVED = frozenset(map(key, ("اعتقد", "رجح", "ظن", "اشتبه", "زعم", "افترض")))


def past_belief(page: Page, verb: int) -> int | None:
    """The chunk behind "يعتقد أنهم من القاعدة", which describes the indefinite phrase before it; None for others."""
    last = page.sentence_last[verb] if verb < len(page.chunks) else 0
    if verb + 2 >= last or verb <= page.sentence_first[verb] or page.chunks[verb - 1].definite:
        return None
    believed, link, predicate = page.chunks[verb], page.chunks[verb + 1], page.chunks[verb + 2]
    word = page.word(believed)
    if not is_finite(believed) or believed.joined or features(word).tense == "past":
        return None
    told = any(key(a.lemma) in BELIEVED for a in word.analyses if a.pos == "verb")
    if not told or link.kind != "that" or not page.word(link).enclitic or predicate.kind != "noun":
        return None
    behind = verb + 3
    while behind < last and is_modifier(page, page.chunks[behind]):
        behind += 1
    return behind if behind < last else None
