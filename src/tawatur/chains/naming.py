"""The name behind an office is the speaker's: "قائد الجبهة في اللاذقية فلان", "الخبير العسكري العميد فلان"."""

import msgspec

from tawatur.arabic.word import Word
from tawatur.chains.lexicon import leading, nouns
from tawatur.chains.openers import COMMAS
from tawatur.chains.voice import Voice, circumstance
from tawatur.chains.voices import Sources
from tawatur.model.span import Span

OBJECT = 3  # words of whom an office is for, before the comma behind which its holder is named
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
    behind = None if _holds_name(sources, last.first, last.last) else _apposed(sources, last.last, stop)
    if behind is not None:
        return (*voices[:-1], behind)
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
        if j in sources.times or _no_name(word, crossed):
            break
        j = phrase.last if phrase is not None else j + 1
    while j > last.last and (words[j - 1].pos == "preposition" or (crossed and words[j - 1].pos != "name")):
        j -= 1
    if j - last.last < (3 if crossed else 1) or (last.klass == "source" and crossed):
        return voices
    span = Span(last.span.start, words[j - 1].span.end)
    return (*voices[:-1], msgspec.structs.replace(last, span=span, last=j))


def _no_name(word: Word, crossed: bool) -> bool:
    """Whether a word cannot go on with the name of who holds an office."""
    return (
        word.kind != "word"
        or bool(word.enclitic or word.conjunction or word.preposition)
        or _another(word, crossed)
        or word.stem_key in nouns()
        or word.stem_key in NO_NAME
        or word.pos not in ("noun", "adjective", "name")
        or (not crossed and any(a.derived == "masdar" for a in word.analyses) and not word.definite)
    )


def _apposed(sources: Sources, at: int, stop: int) -> Voice | None:
    """ "المتحدث باسم القبائل، محمد الشعباني، إن": the name that a comma parts from the office."""
    words = sources.words
    for j in range(at, min(stop, at + OBJECT)):
        if words[j].text in COMMAS:
            phrase = sources.phrase_at(j + 1) if j + 1 < stop else None
            if phrase is None or phrase.klass != "person" or not _holds_name(sources, phrase.first, phrase.last):
                return None
            first, behind = words[phrase.first], words[phrase.last] if phrase.last < len(words) else None
            title = sources.phrase_at(phrase.last) if behind is not None else None
            ends = title is not None and title.klass == "office"  # "الرئيس، فلان رئيس الجمهورية أن"
            ends = ends or phrase.last >= stop or (behind is not None and behind.text in COMMAS)
            ends = ends or (behind is not None and "ل" in (behind.key, behind.preposition))
            return sources.of(phrase) if ends and not (first.preposition or first.conjunction) else None
        if words[j].kind != "word" or words[j].pos in ("verb", "relative", "subordinator") or words[j].conjunction:
            return None
    return None


def _holds_name(sources: Sources, first: int, last: int) -> bool:
    """Whether a person's name stands among these words ("العميد سمير محمد"), and no rank alone."""
    within = (a for j in range(first, last) for a in sources.page.actors_at.get(j, ()) if a.last <= last)
    return any(a.klass == "person" and a.form == "name" for a in within)


def _another(word: Word, crossed: bool) -> bool:
    """A definite noun behind the speaker is another phrase ("أطلع المبعوث المجلس"), an adjective is his own."""
    if word.pos == "noun" and word.stem.endswith("ا") and not word.definite:
        return True  # "بثت الجبهة شريطا": an object
    return not crossed and "ال" in word.prefixes and word.pos == "noun"
