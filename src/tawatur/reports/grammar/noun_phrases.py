"""Cuts a noun phrase that has no name of its own: head, adjectives, genitives up to the name that owns it."""

import msgspec

from tawatur.arabic.kept import by_form
from tawatur.arabic.word import Word
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.cursor import Cursor
from tawatur.reports.grammar.measures import measured
from tawatur.reports.grammar.openness import is_closed
from tawatur.reports.grammar.past_adjectives import (
    OTHERS,
    STATEMENTS,
    closed_by_adjective,
    is_of_kind,
    is_target,
    past_adjective,
    so_strong,
    stands_apart,
    told_already,
)
from tawatur.reports.lexicon.senses import deeds_of, index, key

MATTERS = "مهما"
CALLING = frozenset({"داعيه", "واصفه", "رافضه", "نافيه", "شاجبه", "ناصحه"})
ANEW = "جديد"
MODELS = frozenset({"طراز", "نوع"})
MANNERS = frozenset({"شكل", "صوره", "نحو", "طريقه"})
LONGEST_NOUN = 9  # words of a noun phrase without a name


def put_noun(cursor: Cursor, i: int, end: int) -> int:
    """A noun phrase without a name of its own: head, adjectives, genitives up to the name that owns it."""
    words, pointing = cursor.words, cursor.known.demonstratives
    cursor.take_preposition(i)
    j, owner, place = i + 1, None, None
    nationals: list[ActorPhrase] = []
    while j < end and j - i < LONGEST_NOUN:
        word = words[j]
        if word.kind == "punctuation" and _quotes_within(cursor, j, end):
            j += 1
            continue
        actor = cursor.starts.actors.get(j)
        if actor is not None and actor.adjective and (nationals or not word.conjunction):
            nationals.append(actor)
            j = max(actor.last, j + 1)
            if j + 1 < end and words[j].text in ("-", "–") and _national(cursor, j + 1):
                j += 1  # "الاتفاق الروسي - الإيراني"
            continue
        if actor is not None and _like_a_state(words, j, actor):
            nationals.append(msgspec.structs.replace(actor, adjective=True))
            j += 1
            continue
        stem = word.stem_key
        if (stem == MATTERS and _matters(words, j)) or (stem in pointing and _points(cursor, j, end)):
            j += 1
            continue
        if _ends(cursor, i, j, end):
            break
        if actor is not None and j == i + 1 and actor.form == "role" and _two_deeds(words[i]) and not word.prefixes:
            j += 1  # "هجومين انتحاريين": of what kind they were
            continue
        if actor is not None or j in cursor.starts.places:
            if _no_owner(words, i, j, actor) or (cursor.prep and told_already(words, i, j, actor)):
                break
            owner, place = actor, cursor.starts.places.get(j)
            j = max(owner.last if owner else 0, place.last if place else 0, j + 1)
            break
        if not _agrees_or_owns(words[j - 1], word):
            break
        j += 1
    while words[j - 1].kind == "punctuation" and j > i + 1:
        j -= 1
    if owner is None and place is None and j < end:
        owner = _owner_behind(cursor, i, j, end)
    definite = words[i].definite or owner is not None or place is not None
    return cursor.put("noun", i, j, owner=owner, place=place, nationals=tuple(nationals), definite=definite)


def _quotes_within(cursor: Cursor, j: int, end: int) -> bool:
    """Whether a mark is one of quotation with a word behind it: the phrase goes on."""
    words = cursor.words
    return words[j].text in cursor.known.quotes and j + 1 < end and words[j + 1].kind != "punctuation"


def _says_how(words: tuple[Word, ...], i: int, j: int) -> bool:
    """ "استهدفها بشكل مباشر تنظيم الدولة": behind a manner and its adjective no name is a genitive."""
    inner = sum(w.kind == "word" for w in words[i + 1 : j])
    return words[i].stem_key in MANNERS and words[i].preposition == "ب" and not words[i].definite and inner > 0


def _no_owner(words: tuple[Word, ...], i: int, j: int, actor: ActorPhrase | None) -> bool:
    """Whether the name at word `j` is no genitive of the phrase that word `i` heads."""
    if _says_how(words, i, j):
        return True
    closed_before = _closed_by_article(words[j - 1]) or closed_by_adjective(words, i, j)
    closed_before = closed_before or is_of_kind(words, i, j) or so_strong(words, i, j)
    return closed_before or (actor is not None and _accusative(words[j], actor))


def _matters(words: tuple[Word, ...], j: int) -> bool:
    """ "موقعا مهما": an important one, where the same letters open a clause elsewhere."""
    return words[j].stem_key == MATTERS and words[j - 1].stem.endswith("ا")


def _like_a_state(words: tuple[Word, ...], j: int, actor: ActorPhrase) -> bool:
    """ "دعما تركيا": behind an accusative the accusative of "تركي", which is written as the state is."""
    noun, word = words[j - 1], words[j]
    state = actor.klass == "state" and actor.form == "name" and actor.last == j + 1 and word.stem.endswith("يا")
    if not state or word.prefixes or not noun.stem.endswith("ا") or noun.definite or noun.enclitic:
        return False
    return not any(a.derived in ("active", "passive") for a in noun.analyses)  # "متهما تركيا"


def _points(cursor: Cursor, j: int, end: int) -> bool:
    """Whether a demonstrative and its noun are the genitive of the noun before them ("على وقع هذه التطورات")."""
    words = cursor.words
    if words[j].stem_key not in cursor.known.demonstratives or words[j].prefixes or j in cursor.starts.times:
        return False
    behind, left = words[j + 1] if j + 1 < end else words[j], words[j - 1]
    if behind.prefixes != ("ال",) or left.definite or left.enclitic or _nominative(left):
        return False
    return not left.stem.endswith("ا") and left.kind == "word" and left.stem_key not in cursor.known.portions


def _ends(cursor: Cursor, i: int, j: int, end: int) -> bool:
    """Whether the phrase that word `i` heads goes no further than word `j`, whatever that word names."""
    words, word = cursor.words, cursor.words[j]
    if is_closed(word) or cursor.is_verb[j] or j in cursor.starts.times:
        return True
    if measured(cursor, j, end) is not None:
        return True  # "مقتل أكثر من 20 شخصا"
    if word.stem_key == "مصدر" and word.enclitic:
        return True  # "بقصف مصدره قوات النظام"
    if cursor.prep and word.stem.endswith("ا") and word.stem_key.removesuffix("ا") in cursor.known.target_nouns:
        return True  # "استهدف بسيارة مفخخة تجمعا للجيش": another case
    if j == i + 1 and cursor.prep == "من" and words[i].key == ANEW:
        return True  # "قصف الطيران من جديد مواقع التنظيم"
    if past_adjective(cursor, i, j):
        return True
    if cursor.prep and j > i + 1 and words[i].stem_key in STATEMENTS and stands_apart(words, i, j):
        return True  # "قدم خلال اتصال هاتفي التعازي"
    arms = cursor.prep == "ب" and words[i].stem_key in cursor.known.missiles
    if arms and not word.prefixes and (is_target(cursor, j) or word.stem_key in cursor.known.sites):
        return True  # "بصواريخ غراد تجمعات الجيش", "بعبوة ناسفة سيارة القائد"
    if j > i + 1 and words[i].stem_key in MODELS and cursor.prep == "من" and _brings(word):
        return True  # "من طراز تايفون ضربات"
    if j == i + 1 and words[i].stem_key == "طيار" and j in cursor.starts.actors:
        return True  # "طائرة بدون طيار ثلاثة من العناصر"
    if word.kind == "number" and j not in cursor.starts.actors and _counts(cursor, j + 1, end):
        return True  # "غارة أخرى 4 أطقم"
    if words[j - 1].stem_key in OTHERS and j > i + 1 and not word.definite and j in cursor.starts.actors:
        return True  # "استهدفت غارة أخرى مدفعا"
    if j == i + 1 and _adverbial(words[i]) and (_is_object(cursor, j) or _is_aimed_at(cursor, j)):
        return True  # "داعيا تركيا", "مستهدفة مواقع"
    further = j + 1 < end and _adverbial(word) and not _rigged(words[j - 1], word)
    return further and (_is_object(cursor, j + 1) or _is_aimed_at(cursor, j + 1))  # "ألقى خطابا مهددا إسرائيل"


def _counts(cursor: Cursor, j: int, end: int) -> bool:
    """Whether a number stands before a noun that it counts, and is no part of a name ("الفرقة 30")."""
    return j < end and cursor.words[j].kind == "word" and not cursor.words[j].prefixes and not cursor.is_verb[j]


@by_form
def _adverbial(word: Word) -> bool:
    """ "داعيا تركيا", "مطالبين المجلس", "متهمة روسيا": a participle with an object behind it and no genitive."""
    if word.prefixes or word.enclitic or not any(a.derived == "active" for a in word.analyses):
        return False
    if word.stem_key in CALLING:
        return True  # "، داعية مجلس الأمن إلى"
    derived = word.stem.startswith("م") and not any(a.pos == "noun" for a in word.analyses)
    return word.stem.endswith(("ا", "ين")) or (derived and word.stem.endswith("ة"))


def _rigged(thing: Word, word: Word) -> bool:
    """ "سيارة مفخخة", "عبوة ناسفة": of what kind a thing is."""
    return thing.stem_key in closed().missiles and thing.text.endswith("ة") and word.text.endswith("ة")


def _is_object(cursor: Cursor, i: int) -> bool:
    """Whether a definite or named phrase without preposition begins there."""
    word, actor = cursor.words[i], cursor.starts.actors.get(i)
    if word.preposition or word.conjunction or (actor is not None and actor.adjective):
        return False
    return word.definite or actor is not None or i in cursor.starts.places


def _accusative(word: Word, actor: ActorPhrase) -> bool:
    """ "غارة أخرى رتلا": a case that no genitive has."""
    return actor.form == "role" and actor.quantity is None and word.stem.endswith("ا") and not word.definite


def _owner_behind(cursor: Cursor, i: int, j: int, end: int) -> ActorPhrase | None:
    """ "مقرا للفرقة", "ثلاث آليات للحوثيين", "مخزنا لأسلحة التنظيم": whose the target before "ل" is."""
    apart = cursor.words[j].key == "ل"
    if not (apart or cursor.words[j].preposition == "ل") or not any(is_target(cursor, n) for n in range(i, j)):
        return None
    if cursor.words[j - 1].definite and cursor.words[j - 1].stem_key.removesuffix("ه") in cursor.known.leading:
        return None  # "خطوط الإمداد المؤدية لسوريا"
    if apart:
        return _named_in_marks(cursor, j + 1, end)
    own = cursor.starts.actors.get(j)
    if any(a.derived == "masdar" or key(a.lemma) in index().nouns for a in cursor.words[j].analyses):
        return own  # "منزلا لتوقيف سعيد": an aim
    if own is None and j + 1 < end and not cursor.words[j].definite:
        own = cursor.starts.actors.get(j + 1)
        own = None if own is not None and own.adjective else own
    return own


def _named_in_marks(cursor: Cursor, first: int, end: int) -> ActorPhrase | None:
    """ "مواقع لـ«الجماعة»": the name behind a "ل" that stands apart from the marks around it."""
    inner = next((n for n in range(first, min(first + 2, end)) if cursor.words[n].kind != "punctuation"), None)
    return cursor.starts.actors.get(inner) if inner is not None else None


def _brings(word: Word) -> bool:
    """ "ضربات", "هجوما": an attack that nothing makes definite."""
    return not word.prefixes and not word.enclitic and any(e.type == "ASSAULT" for e in deeds_of(word))


def _is_aimed_at(cursor: Cursor, i: int) -> bool:
    return not cursor.words[i].prefixes and is_target(cursor, i)


def _national(cursor: Cursor, i: int) -> bool:
    actor = cursor.starts.actors.get(i)
    return actor is not None and actor.adjective


def _closed_by_article(word: Word) -> bool:
    return "ال" in word.prefixes or bool(word.enclitic)


def _nominative(word: Word) -> bool:
    if not word.stem.endswith("ون") or len(word.stem) < 5:
        return False  # most words
    derived = any(a.derived in ("active", "passive") and a.number == "p" for a in word.analyses)
    return derived or (not word.analyses and word.pos == "adjective")


@by_form
def _two_deeds(word: Word) -> bool:
    """ "غارتين", "هجومان": two acts by their ending."""
    if not word.stem.endswith(("ين", "ان")):
        return False
    single = {word.stem_key[:-2], word.stem_key[:-3] + "ه"}
    if not single.isdisjoint(closed().missiles):
        return True  # "بصاروخين قاعدة"
    return any(key(a.lemma) in single for a in word.analyses) and any(e.type == "ASSAULT" for e in deeds_of(word))


def _agrees_or_owns(before: Word, word: Word) -> bool:
    """Whether a noun goes on: a genitive after an open noun, or an adjective of the same definiteness."""
    if _nominative(before) and not word.stem.endswith("ون"):
        return False  # "مسلحون مجهولون خط أنابيب": with its "ن" a plural has no genitive
    if _two_deeds(before) and not word.stem.endswith(("ين", "ان")):
        return False  # "استهدف بغارتين مبنى": nor has a dual
    if not before.definite or (word.enclitic and word.stem_key in ("ذات", "نفس", "عين")):
        return True  # "الوقت ذاته"
    if not word.definite or (before.enclitic and word.enclitic):
        return False  # "لقائه نظيره": two nouns
    if word.stem_key in closed().extents and "ال" in before.prefixes and word.prefixes == ("ال",):
        return True  # "الهجوم الواسع النطاق الذي": of what its adjective says so
    told = any(a.pos == "noun" for a in before.analyses)  # behind "الاجتماع" a definite word is its adjective
    shaped = word.stem_key.endswith(("ي", "يه", "يين", "يات"))
    return told or shaped or word.pos == "adjective" or any(a.derived in ("active", "passive") for a in word.analyses)
