"""Which words of an article may tell an act or a tie, and in which sense. One look-up a word."""

from collections.abc import Iterator
from functools import cache
from itertools import compress

import msgspec

from tawatur.arabic.kept import answers, by_form
from tawatur.arabic.word import Word
from tawatur.knowledge.lexicon.entries import Entry
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.lexicon.collocates import bare, keys_of_word
from tawatur.reports.lexicon.senses import Sense, index, key, senses_of
from tawatur.reports.recitation import recited_words
from tawatur.reports.roles.held import holds
from tawatur.reports.tie_rows import nationals_behind

ELATIVES = frozenset({"اهم", "ابرز", "اكبر", "اقرب", "اقوي", "اول", "اوثق", "الد"})
POSSESSED = frozenset({"allied_with", "opposes", "part_of"})
MEN = ("person",)
GAP = 2  # words from one element of a phrase to the next ("غرفة «عمليات")


class Trigger(msgspec.Struct, frozen=True, kw_only=True):
    """A word (or words `word` to `last` exclusive) with the senses that it may have, most bound first."""

    word: int
    last: int
    senses: tuple[Sense, ...]


def triggers_of(page: Page) -> Iterator[Trigger]:
    """Every possible trigger in the order of the text; words of a phrase entry are taken together."""
    covered = -1
    recited = recited_words(page.text)
    words = page.text.words
    for word in compress(words, answers(_may_tell, page.text.told)):
        if word.index in recited:
            continue
        if page.chunk_of[word.index] < 0 or _names(page, word):
            ties = _ties_inside(word, aside=page.chunk_of[word.index] < 0)
            last, phrases = _phrase_at(page, word) if word.index in page.actors_at else (word.index, [])
            if tied := [e for e in phrases if e.kind == "tie"]:  # "لواء X، أحد فصائل الجيش"
                yield Trigger(word=word.index, last=last, senses=tuple(Sense(entry=e, shape="phrase") for e in tied))
            elif ties:
                yield Trigger(word=word.index, last=word.index + 1, senses=ties)
            continue
        if word.stem_key in closed().copulas:
            continue
        if word.index < covered:
            continue
        last, phrase = _phrase_at(page, word) if _phrases_of(word) else (word.index, [])
        senses = senses_of(word, as_verb=_is_verb(page, word))
        senses = _verbal_first(page, word, senses) if len(senses) > 1 else senses
        if phrase:
            covered = last if last - word.index == len(phrase[0].phrase) else covered
            shape_senses = [Sense(entry=e, shape="phrase") for e in phrase]
            yield Trigger(
                word=word.index,
                last=last if covered == last else word.index + 1,
                senses=(*shape_senses, *senses),
            )
        elif senses:
            yield Trigger(word=word.index, last=word.index + 1, senses=senses)


def _verbal_first(page: Page, word: Word, senses: tuple[Sense, ...]) -> tuple[Sense, ...]:
    """ "يجري محاصرة المدينة": an open form that heads its phrase is rather the verbal noun than the participle."""
    shapes = {s.shape for s in senses}
    heads = page.chunks[page.chunk_of[word.index]].head == word.index and not word.definite
    if not heads or "masdar" not in shapes or not shapes & {"active", "passive"}:
        return senses
    return tuple(sorted(senses, key=lambda s: (bool(not s.entry.with_), s.shape in ("active", "passive"))))


def _ties_inside(word: Word, *, aside: bool) -> tuple[Sense, ...]:
    """A name or an aside may hold a tie: "صحيفة X التابعة لـ Y", "(ذراع تنظيم …)", "X زعيم Y"."""
    told = ("active", "passive", "noun") if aside else ("active", "passive")
    return tuple(
        s
        for s in senses_of(word, as_verb=False)
        if s.entry.kind == "tie" and (s.shape in told or (s.shape == "noun" and _of_name(s.entry)))
    )


def _of_name(entry: Entry) -> bool:
    """Titles, units, and nouns that name a man by what he belongs to ("القيادي في الحزب"): names hold them."""
    return entry.type == "commands" or entry.unit or (entry.type == "part_of" and entry.admits.get("actor") == MEN)


def _names(page: Page, word: Word) -> bool:
    """Whether a word only names a place or someone: the head of a phrase, or inside a known name.

    A title ("قائد الفرقة") stays: it tells who commands.
    """
    if word.index in page.place_words:
        return True
    chunk = page.chunks[page.chunk_of[word.index]]
    actor, owner = chunk.actor, chunk.owner
    if actor is None and owner is None:
        return False  # most words
    if owner is not None and owner.form == "name" and owner.head == word.index:
        return True  # "مؤسس طالبان": no two who demand
    if actor is None and owner is not None and owner.first < word.index < owner.last:
        return page.inner_names.get(word.index, False)  # "مؤسس حركة طالبان"
    if actor is None or word.index < actor.first or word.index >= actor.last:
        return False
    if actor.head == word.index and _is_predicate(page, word):
        return False
    return (actor.head == word.index and actor.klass != "person") or page.inner_names.get(word.index, False)


def _is_predicate(page: Page, word: Word) -> bool:
    """ "الحركة فرع تنظيم …": a noun of ties that has a name on either side is said of the first."""
    number = page.chunk_of[word.index]
    if word.enclitic and word.pos != "verb" and _possessed(word):
        return True  # "مع حلفائه الروس", "استخدم ذراعه فيلق X"
    if _may_be_held(word):
        return True  # "كانوا محتجزين لدى الحركة"
    if len({a.entity for a in nationals_behind(page, word.index)}) > 1 and _of_two(word):
        return True  # "التحالف التركي - الأميركي"
    if word.index and page.text.words[word.index - 1].stem_key in ELATIVES:
        return _ties(page, word)  # "أهم حلفاء إيران"
    if word.stem.endswith("ا") and not (word.definite or word.preposition) and word.pos != "verb" and _ties(page, word):
        return True  # "تعتبر أنقرة الوحدات …، فرعا للحزب"
    if word.preposition == "ك" and word.pos != "verb":
        return any(e.kind == "tie" for a in word.analyses for e in index().nouns.get(key(a.lemma), ()))
    left = page.chunks[number - 1] if number > page.sentence_first[number] else None
    if left is not None and left.kind == "that" and page.text.words[word.index - 1].enclitic:
        return _ties(page, word)  # "وصفوه بأنه ذراع إرهابية للجماعة"
    if left is not None and left.text in ("،", ",", "(", "-", "–") and number - 1 > page.sentence_first[number]:
        left = page.chunks[number - 2]  # "الكتائب، الجناح العسكري للحركة"
        marks = page.text.words[left.last : word.index] if left.kind == "noun" and left.actor is not None else ()
        return bool(marks) and all(w.kind == "punctuation" for w in marks) and _ties(page, word)
    if left is not None and word.conjunction and word.enclitic and _only_describes(page, left):
        left = page.chunks[left.index - 1] if left.index > page.sentence_first[number] else left
        return left.kind == "noun" and left.actor is not None and _ties(page, word)
    owned = left is not None and left.owner is not None and left.owner.last == word.index  # "معاقل الحركة وحليفتها X"
    end = word.index - (
        left is not None and left.last < word.index and page.text.words[word.index - 1].text in closed().quotes
    )
    named = left is not None and left.kind == "noun" and (left.actor is not None or owned) and left.last == end
    return named and _ties(page, word)


def _of_two(word: Word) -> bool:
    """A noun of alliance or enmity, whose two sides its adjectives may name."""
    entries = [e for a in word.analyses for e in index().nouns.get(key(a.lemma), ())]
    return any(e.kind == "tie" and "party" in e.roles.values() for e in entries)


@by_form
def _may_be_held(word: Word) -> bool:
    """Whether a word is a participle that says that someone is held or ringed, and a name of people beside."""
    return not word.preposition and any(holds(s) for s in senses_of(word, as_verb=False))


def _possessed(word: Word) -> bool:
    """A wing, an ally or an enemy that a pronoun owns."""
    entries = [e for a in word.analyses for e in index().nouns.get(key(a.lemma), ())]
    return any(e.kind == "tie" and e.type in POSSESSED and not e.unit for e in entries)


def _only_describes(page: Page, chunk: Chunk) -> bool:
    """ "الميليشيات الانقلابية وحليفها": an adjective with the article that no list knows, a chunk of its own."""
    here = page.word(chunk)
    alone = chunk.kind == "noun" and chunk.actor is None and chunk.owner is None and chunk.last == chunk.first + 1
    return alone and here.pos == "adjective" and "ال" in here.prefixes and not here.preposition


def _ties(page: Page, word: Word) -> bool:
    """Whether a noun tells ties and a name stands right behind it."""
    tied = any(e.kind == "tie" for a in word.analyses for e in index().nouns.get(key(a.lemma), ()))
    return tied and any(word.index + step in page.actors_at for step in (1, 2, 3))


def _is_verb(page: Page, word: Word) -> bool:
    return page.chunks[page.chunk_of[word.index]].kind == "verb"


def _phrase_at(page: Page, word: Word) -> tuple[int, list[Entry]]:
    """Phrases are nominal groups: the verb of a word opens none ("تعرض عسكريون" is no parade)."""
    best, end = 0, word.index
    kept: list[Entry] = []
    for entry in _phrases_of(word):
        last = _matches(page, word.index, _elements(entry.phrase))
        if last is not None and len(entry.phrase) >= best:
            kept = [entry] if len(entry.phrase) > best else [*kept, entry]
            best, end = len(entry.phrase), last
    return (end, kept) if kept else (word.index, [])


@by_form
def _may_tell(word: Word) -> bool:
    """Whether a word opens a sense or a phrase of the lexicon, whatever stands around it."""
    known = index()
    if word.kind != "word" or (
        known.openers.isdisjoint(keys_of_word(word))
        and known.openers.isdisjoint([key(a.verb) for a in word.analyses if a.verb])
        and _singular(word.stem_key) not in known.openers
    ):
        return False  # most words
    return bool(_phrases_of(word) or _opens_sense(word))


def _opens_sense(word: Word) -> bool:
    lemmas = index().lemmas
    for analysis in word.analyses:
        if key(analysis.lemma) in lemmas or (analysis.verb and key(analysis.verb) in lemmas):
            return bool(senses_of(word, as_verb=True) or senses_of(word, as_verb=False))
    return False  # most words


@by_form
def _phrases_of(word: Word) -> tuple[Entry, ...]:
    """The entries of several words that a word may begin."""
    known, stem = index().phrases, word.stem_key
    names = [stem, _singular(stem), *[key(a.lemma) for a in word.analyses if a.pos != "verb"]]
    if known.keys().isdisjoint(names):
        return ()
    found = {entry.lemma: entry for name in dict.fromkeys(names) for entry in known.get(name, ())}
    return tuple(entry for entry in found.values() if bare(word) or not entry.bare)


def _singular(stem: str) -> str:
    """ "غرفتي", "غرفتان" as "غرفة"."""
    if not stem.endswith(("تين", "تان", "تي", "تا")):
        return stem  # most words
    ending = 3 if stem.endswith("ن") else 2
    return stem[:-ending] + "ه" if len(stem) > ending + 2 else stem


@cache
def _elements(phrase: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(key(p).removeprefix("ال") if len(p) > 4 else key(p) for p in phrase)


def _matches(page: Page, first: int, elements: tuple[str, ...]) -> int | None:
    """The word after the last element where all stand in order; one word may stand between."""
    words, position = page.text.words, first
    two = words[first].stem_key.endswith(("ين", "ان"))
    for element in elements[1:]:
        for step in range(1, GAP + 1):
            at = position + step
            if at >= len(words):
                return None
            word = words[at]
            if word.kind == "punctuation" and word.text not in ('"', "«", "»"):
                return None
            if element in _spellings(word) or (two and element in _single(word)):
                position = at
                break
            if at in page.actors_at or at in page.place_words:
                return None  # "نشر روسيا قوات": a doer or place between
        else:
            return None
    return position + 1


@by_form
def _spellings(word: Word) -> frozenset[str]:
    """The keys under which a word may stand in a phrase."""
    stem = word.stem_key
    return frozenset([stem, stem.removesuffix("ا"), word.key, *[key(a.lemma) for a in word.analyses]])


@by_form
def _single(word: Word) -> frozenset[str]:
    """ "هجومين انتحاريين", "عمليتين انتحاريتين": the adjective of two, as it describes one."""
    stem = word.stem_key
    if not stem.endswith(("ين", "ان")):
        return frozenset()
    return frozenset([stem[:-2], stem[:-3] + "ه"])
