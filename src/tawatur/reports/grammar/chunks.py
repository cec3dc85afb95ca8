"""Cuts the words of an article into chunks. One pass; every word is looked at a bounded number of times."""

from functools import cache

import msgspec

from tawatur.arabic.word import Text, Word
from tawatur.model.phrases import ActorPhrase, Named
from tawatur.reports.grammar.closed import Closed, closed
from tawatur.reports.grammar.cursor import Cursor
from tawatur.reports.grammar.delegations import sent_by_two
from tawatur.reports.grammar.honours import LETTERS, OPENING, ORIGIN, honoured, leads_to_origin, shortened
from tawatur.reports.grammar.links import link_kind
from tawatur.reports.grammar.measures import measured
from tawatur.reports.grammar.noun_phrases import put_noun
from tawatur.reports.grammar.openness import is_open
from tawatur.reports.grammar.page import Page
from tawatur.reports.grammar.same_name import name_of
from tawatur.reports.grammar.verbal_nouns import is_masdar

AIM = "من اجل"
BUT = "ولكن"
LONGEST_ASIDE = 14  # words between brackets that are stepped over


def cut(text: Text, named: Named) -> Page:
    """The page of an article."""
    cursor = Cursor(text, named)
    firsts: list[int] = []
    lasts: list[int] = []
    for sentence in text.sentences:
        start, position = len(cursor.chunks), sentence.first
        while position < sentence.last:
            position = _next(cursor, position, sentence.last)
        cursor.prep, cursor.prep_first, cursor.joined = "", -1, False
        firsts += [start] * (len(cursor.chunks) - start)
        lasts += [len(cursor.chunks)] * (len(cursor.chunks) - start)
    chunk_of = [-1] * len(text.words)
    for chunk in cursor.chunks:
        for word in range(chunk.first, chunk.last):
            chunk_of[word] = chunk.index
    starts: dict[int, list[ActorPhrase]] = {}
    for actor in named.actors:
        starts.setdefault(actor.first, []).append(actor)
    return Page(
        text=text,
        named=named,
        chunks=tuple(cursor.chunks),
        chunk_of=tuple(chunk_of),
        sentence_first=tuple(firsts),
        sentence_last=tuple(lasts),
        actors_at={k: tuple(v) for k, v in starts.items()},
        inner_names=_inner_names(named),
        place_words=frozenset(n for p in named.places for n in range(p.first, p.last)),
        kbs={e.id: e.kb for e in named.entities if e.kb},
        subjects={},
        clauses={},
        borders=[],
        groups={},
        arguments={},
    )


def _inner_names(named: Named) -> dict[int, bool]:
    """The words of the shortest phrases that are names themselves ("حزب الله", not what surrounds it)."""
    found: dict[int, bool] = {}
    for actor in sorted(named.actors, key=lambda a: a.first - a.last):
        for word in range(actor.first, actor.last):
            found[word] = actor.form == "name" or (actor.form == "loaded" and actor.rule == "known_name")
    return found


def _pronoun(cursor: Cursor, i: int, word: Word) -> int | None:
    if i and cursor.words[i - 1].stem_key == "ها" and not word.prefixes:
        return i + 1  # "ها هي الميليشيات تحشد"
    if word.stem_key.startswith("ايا"):
        return cursor.put("noun", i, i + 1, text="pronoun", definite=True)  # "متهما إياها"
    return None


def _next(cursor: Cursor, i: int, end: int) -> int:
    words, known, starts = cursor.words, cursor.known, cursor.starts
    word = words[i]
    named = i in starts.actors or i in starts.places
    if word.key == BUT and i + 1 < end and (i + 1 in starts.actors or i + 1 in starts.places):
        return cursor.put("particle", i, i + 1, text="لكن")  # "ولكن تركيا لن تسمح"
    if word.text in LETTERS and not named and (past := shortened(cursor, i, end)) is not None:
        return past
    if word.kind == "punctuation" and not named:  # a name may begin with its quotation mark
        return _mark(cursor, i, end)
    alone = word.key in {"و", "او", "أو", "ام"} and not named  # "أم درمان" is a city
    if (word.conjunction and not cursor.prep) or alone:
        cursor.joined = True
        if alone and word.key in {"و", "او", "ام"}:
            return i + 1
    time = starts.times.get(i)
    if time is not None:
        return cursor.put("time", i, time.last, time=time)
    if word.stem_key == ORIGIN and word.enclitic and leads_to_origin(cursor, i, end):
        cursor.prep, cursor.prep_first = "من قبل", i  # "قصف مصدره قوات النظام"
        return i + 1
    if named and (stop := _phrase(cursor, i)) is not None:
        return stop
    if not named and word.stem_key in OPENING and (stop := honoured(cursor, i)) is not None:
        return stop
    if word.pos == "pronoun" and (stop := _pronoun(cursor, i, word)) is not None:
        return stop
    opens = i + 1 < end and words[i + 1].key in _second_words()
    if is_open(word) and not cursor.is_verb[i] and not opens:
        return put_noun(cursor, i, end)  # half of all words
    stem = word.stem_key
    if word.key in known.particles and word.key != stem and not cursor.prep:
        return cursor.put("particle", i, i + 1, text=word.key)
    by = word.key in known.agent_prepositions and i + 1 < end
    if by and words[i + 1].stem_key not in known.complementizers:
        cursor.prep, cursor.prep_first = "من قبل", i  # "بيد قوات النظام"
        return i + 1
    if (counted := measured(cursor, i, end)) is not None:
        cursor.take_preposition(i)
        return counted
    expresses = cursor.is_verb[i] and (stem == "عبر" or word.stem.startswith("آ"))  # "آثر" is not "إثر"
    leads = stem in known.prepositions and not expresses and "ال" not in word.prefixes  # "في هذه الأثناء"
    if (width := _compound(cursor, i, end) if opens else 0) or (leads and _governs(cursor, i, end)):
        return _preposition(cursor, i, width)
    return _of_closed_class(cursor, i, end)


def _of_closed_class(cursor: Cursor, i: int, end: int) -> int:
    """A verb, a link, a particle or a demonstrative; whatever else is left is a noun."""
    word, known = cursor.words[i], cursor.known
    stem = word.stem_key
    if cursor.is_verb[i] or (stem in known.copulas and not cursor.prep):  # "في ظل" is no copula
        return cursor.put("verb", i, i + 1, text=stem)
    if (kind := link_kind(word, known, cursor, i)) is not None:
        return cursor.put(kind, i, i + 1, text=stem)
    if _is_particle(word, known):
        return cursor.put("particle", i, i + 1, text=stem) if not cursor.prep else i + 1
    if stem in known.demonstratives or word.pos == "demonstrative":
        return _demonstrative(cursor, i, end)
    return put_noun(cursor, i, end)


def _is_particle(word: Word, known: Closed) -> bool:
    """Whether a word is a particle or an adverb like one ("حاليا")."""
    stem = word.stem_key
    adverb = word.pos == "adverb" and stem.endswith("يا")
    return stem in known.particles or word.key in known.particles or word.pos == "particle" or adverb


def _mark(cursor: Cursor, i: int, end: int) -> int:
    mark = cursor.words[i].text
    if mark in ("-", "–") and _inside_word(cursor, i):
        if i + 1 < end and cursor.words[i + 1].kind == "number" and cursor.chunks and cursor.chunks[-1].kind == "noun":
            cursor.chunks[-1] = msgspec.structs.replace(cursor.chunks[-1], last=i + 2)
            return i + 2  # "سوخوي-34"
        return i + 1
    if mark in cursor.known.quotes:
        return i + 1
    if mark in "()" and _names_in_brackets(cursor, i):
        return i + 1
    if mark in ("(", "[", "-", "–", "—"):
        close = {"(": ")", "[": "]"}.get(mark, mark)
        for j in range(i + 1, min(end, i + LONGEST_ASIDE)):
            if j in cursor.starts.times and not cursor.prep and mark == "(":
                cursor.put("time", j, cursor.starts.times[j].last, time=cursor.starts.times[j])
            if cursor.words[j].text == close:
                return j + 1
    cursor.prep, cursor.prep_first, cursor.joined = "", -1, False
    return cursor.put("mark", i, i + 1, text=mark)


def _names_in_brackets(cursor: Cursor, i: int) -> bool:
    """ "شن (حزب الله) هجوما", "هاجم (داعش)": brackets stand as marks around a name that a verb or preposition needs."""
    if cursor.words[i].text == ")":
        left = cursor.chunks[-1] if cursor.chunks else None
        if left is None or left.actor is None or left.last != i:
            return False
        opening = left.actor.first - 1
        return opening >= 0 and cursor.words[opening].text == "(" and _names_in_brackets(cursor, opening)
    name = cursor.starts.actors.get(i + 1)
    if name is None or name.last >= len(cursor.words) or cursor.words[name.last].text != ")" or not i:
        return False
    return cursor.is_verb[i - 1] or bool(cursor.prep) or cursor.words[i - 1].stem_key in cursor.known.complementizers


def _inside_word(cursor: Cursor, i: int) -> bool:
    """A hyphen without a blank beside it ("سوخوي-34") is no mark."""
    words = cursor.words
    after = i + 1 < len(words) and words[i + 1].span.start == words[i].span.end
    return after or (i > 0 and words[i - 1].span.end == words[i].span.start)


def _governs(cursor: Cursor, i: int, end: int) -> bool:
    """A preposition governs what follows; "من" and "ما" before a verb are relatives, "بعد أن" is a link."""
    word = cursor.words[i]
    if word.enclitic:
        return True
    following = cursor.words[i + 1] if i + 1 < end else None
    return following is not None and not cursor.is_verb[i + 1]


SIDES = frozenset({"جانب", "طرف"})


def _compound(cursor: Cursor, i: int, end: int) -> int:
    """How many words make a preposition with the one behind, which may end one; 0 for none."""
    word, after = cursor.words[i], cursor.words[i + 1]
    if i + 1 in cursor.starts.places or i + 1 in cursor.starts.actors:
        return 0
    pair = f"{word.key.removeprefix('و')} {after.key}"
    if after.key == "جانب" and i + 2 < end and cursor.words[i + 2].stem_key in ("اخر", "ثان", "واحد"):
        return 0  # "من جانب آخر" is no agent
    if after.key in SIDES and i + 2 < end and cursor.words[i + 2].conjunction:
        return 0  # "بين القوات من جانب والمسلحين من جانب آخر"
    return (
        2
        if pair in cursor.known.compound_prepositions and not (after.stem_key == "قبل" and i + 2 in cursor.starts.times)
        else 0
    )


@cache
def _second_words() -> frozenset[str]:
    """The words with which a preposition of two words ends."""
    return frozenset(pair.partition(" ")[2] for pair in closed().compound_prepositions)


def _preposition(cursor: Cursor, i: int, width: int) -> int:
    word, known = cursor.words[i], cursor.known
    if width:
        cursor.prep = f"{word.key.removeprefix('و')} {cursor.words[i + 1].key}"
        cursor.prep = "من قبل" if cursor.prep in known.agent_prepositions else cursor.prep
        if cursor.prep == AIM and i + 2 < len(cursor.words) and is_masdar(cursor.words[i + 2]):
            cursor.prep = "ل"  # "من أجل استعادة البلدة": as "لاستعادتها"
    else:
        cursor.prep = word.stem_key
    cursor.prep_first = i
    if word.enclitic:
        return cursor.put("noun", i, i + 1, text="pronoun", definite=True)
    return i + (width or 1)


def _demonstrative(cursor: Cursor, i: int, end: int) -> int:
    """ "هذا اللقاء" is one phrase; a demonstrative alone stands for a noun."""
    following = cursor.words[i + 1] if i + 1 < end else None
    if following is not None and "ال" in following.prefixes:
        if cursor.prep_first < 0 and (lead := cursor.words[i].preposition):
            cursor.prep, cursor.prep_first = lead, i
        return i + 1
    return cursor.put("noun", i, i + 1, text="demonstrative", definite=True)


def _past_place(cursor: Cursor, actor: ActorPhrase) -> int:
    """ "رئاسة إقليم كردستان العراق": a place whose name a phrase breaks off goes with it to its end."""
    for word in range(actor.first + 1, actor.last):
        place = cursor.starts.places.get(word)
        if place is not None and place.last > actor.last:
            return place.last
    return actor.last


def _phrase(cursor: Cursor, i: int) -> int | None:
    """A chunk of a named actor or place that begins at word i."""
    actor, place = cursor.starts.actors.get(i), cursor.starts.places.get(i)
    if actor is not None and actor.adjective:
        actor = None
    if actor is None and place is None:
        return None
    if actor is not None and (last := name_of(cursor, i, actor)) is not None:
        return last
    if actor is not None and (last := sent_by_two(cursor, i, actor)) is not None:
        return last
    cursor.take_preposition(i)
    if place is not None and not cursor.prep and cursor.words[i].stem_key in cursor.known.place_prepositions:
        cursor.prep, cursor.prep_first = cursor.words[i].stem_key, i  # "غرب اليمن" says where
    if actor is not None and (place is None or actor.last >= place.last):
        return cursor.put(
            "noun",
            i,
            _past_place(cursor, actor),
            head=actor.head,
            actor=actor,
            place=place if place is not None and place.last == actor.last else None,
            definite=actor.definite,
        )
    assert place is not None
    return cursor.put("noun", i, max(place.last, i + 1), place=place, definite=True)
