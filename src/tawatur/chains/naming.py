"""The name behind an office is the speaker's: "قائد الجبهة في اللاذقية فلان", "الخبير العسكري العميد فلان"."""

import msgspec

from tawatur.arabic.word import Word
from tawatur.chains.lexicon import leading, nouns
from tawatur.chains.voice import Voice, circumstance
from tawatur.chains.voices import Sources
from tawatur.model.span import Span

NO_NAME = frozenset(
    {"اكثر", "اقل", "نحو", "حوالي", "قرابه", "زهاء", "مسووليه", "عدد", "حصيله", "تكلفه"}
)  # "أصدر التحالف أكثر من مئة تصريح", "تبنى تنظيم كذا مسؤولية الهجوم"


def named(sources: Sources, voices: tuple[Voice, ...], stop: int) -> tuple[Voice, ...]:
    """ "قائد الجبهة في اللاذقية فلان", "الخبير العسكري العميد فلان": the name behind an office is the speaker's.

    A name that no phrase covers lengthens the speaker's words.
    """
    words, last = sources.words, voices[-1]
    if last.klass in ("media", "organisation", "state", "text", "civilians") or last.number in ("p", "d"):
        return voices
    j, crossed = last.last, False
    while j < min(stop, last.last + 8):
        word, phrase = words[j], sources.phrase_at(j)
        if word.key in leading() or circumstance(word):
            break  # "قال صالح بحسب موقع كذا إن"
        if (
            phrase is not None
            and phrase.klass == "person"
            and phrase.form in ("name", "title")
            and not word.preposition
            and not word.conjunction
            and words[j - 1].pos != "preposition"
        ):
            return (*voices[:-1], sources.of(phrase))
        if word.stem_key in ("في", "لدي") and not crossed and not word.enclitic:
            crossed, j = True, j + 1
            continue
        if word.preposition == "ب" and not crossed:  # "المتحدث بوزارة الدفاع فلان"
            crossed, j = True, phrase.last if phrase is not None else j + 1
            continue
        if phrase is not None and not crossed and not phrase.adjective and phrase.first == j:
            break  # another phrase: the one spoken to or of
        if (
            word.kind != "word"
            or j in sources.times
            or word.enclitic
            or _another(word, crossed)
            or word.stem_key in nouns()
            or word.stem_key in NO_NAME
            or word.conjunction
            or word.preposition
            or word.pos not in ("noun", "adjective", "name")
            or (not crossed and any(a.derived == "masdar" for a in word.analyses) and not word.definite)
        ):
            break
        j = phrase.last if phrase is not None else j + 1
    while j > last.last and (words[j - 1].pos == "preposition" or (crossed and words[j - 1].pos != "name")):
        j -= 1
    if j - last.last < (3 if crossed else 1) or (last.klass == "source" and crossed):
        return voices
    span = Span(last.span.start, words[j - 1].span.end)
    return (*voices[:-1], msgspec.structs.replace(last, span=span, last=j))


def _another(word: Word, crossed: bool) -> bool:
    """A definite noun behind the speaker is another phrase ("أطلع المبعوث المجلس"), an adjective is his own."""
    if word.pos == "noun" and word.stem.endswith("ا") and not word.definite:
        return True  # "بثت الجبهة شريطا": an object
    return not crossed and "ال" in word.prefixes and word.pos == "noun"
