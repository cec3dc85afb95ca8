"""What stands before a verb: whether a phrase opens its clause, is claimed by another verb, or only counts."""

from collections.abc import Sequence
from typing import NamedTuple

from tawatur.arabic.word import Word
from tawatur.reports.grammar.agreement import Features, features, gender_of, may_precede, number_of
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.groups import head_of_relative
from tawatur.reports.grammar.neighbours import has_resumption, stands_behind
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.lexicon.senses import index as lexicon
from tawatur.reports.lexicon.senses import key, lights_of

ASIDE = 12  # chunks of an aside between commas
CAUSE = 10  # chunks before a verb of results within which its cause stands
NEAR = 4  # chunks before a verb of hitting within which its event stands
REACH = 30  # chunks to the left within which a topic may stand


class Subject(NamedTuple):
    """The chunk that is the subject of a verb (None where none is found) and the rule that found it."""

    chunk: int | None
    rule: str


def indefinite_owner(page: Page, index: int, verb: Features) -> int | None:
    """ "باحتجاز أشخاص ينتقدون": the indefinite name that ends the phrase before is the subject."""
    left = page.chunks[index - 1] if index > page.sentence_first[index] else None
    if left is None or left.kind != "noun" or page.chunks[index].joined:
        return None
    owner = left.owner if left.actor is None else left.actor if left.prep else None
    if owner is None or owner.definite:
        return None
    if verb.number == "p":
        return left.index if owner.number in ("p", "") else None
    agrees = bool(verb.gender) and owner.gender == verb.gender and owner.form == "role"
    return left.index if agrees and verb.tense == "present" else None


def indefinite_event(page: Page, index: int, verb: Features) -> bool:
    """ "في تفجيرات استهدفت الحي": an indefinite event noun behind a preposition is its subject."""
    left = page.chunks[index - 1] if index > page.sentence_first[index] else None
    if left is None or left.kind != "noun" or not left.prep or left.definite:
        return False
    if page.word(left).stem_key in closed().missiles and not page.word(page.chunks[index]).enclitic:
        return not verb.gender or gender_of(left, page) in ("", verb.gender)  # "على صاروخ أطلق"
    if left.actor is not None:
        return False
    word = page.word(page.chunks[index])
    if verb.number == "p" or (word.enclitic and any("object" in e.noun for e, _ in lights_of(word, as_verb=True))):
        return False  # "إثر هجوم شنوه", "معارك خاضتها": the event is what they did
    if has_resumption(page, index) and stands_behind(word, page.chunks[index + 1].prep):
        return False  # "اعتداء قام به"
    last = page.text.words[left.last - 1]
    words = page.text.words[left.head : left.last]
    told = any(a.derived == "masdar" or key(a.lemma) in lexicon().nouns for w in words for a in w.analyses)
    return told and not last.definite and (not verb.gender or gender(words, verb.gender))


def sender_left(page: Page, index: int) -> int | None:
    """ "تلقى اتصالا من نظيره أعرب فيه عن": who called or wrote is the subject of what is said therein."""
    start, last = page.sentence_first[index], page.sentence_last[index]
    behind = page.chunks[index + 1] if index + 1 < last else None
    if page.chunks[index].joined or behind is None or behind.text != "pronoun" or behind.prep not in ("في", "خلال"):
        return None
    position = index - 1
    while position > start and not (page.chunks[position].prep == "من" and _is_someone(page.chunks[position])):
        chunk = page.chunks[position]
        if chunk.kind not in ("time", "mark") and not (chunk.kind == "noun" and (chunk.prep in ("", "في"))):
            return None
        position -= 1
    before = position - 1
    while before > start and page.chunks[before].kind == "time":
        before -= 1
    sent = page.chunks[max(before, start)]
    if position <= start:
        return None
    words = page.text.words[sent.head : sent.last]
    told = any(a.derived == "masdar" or key(a.lemma) in lexicon().nouns for w in words for a in w.analyses)
    return position if sent.bare and not sent.definite and sent.actor is None and told else None


def _is_someone(chunk: Chunk) -> bool:
    return chunk.actor is not None or bool(chunk.nationals)


def event_left(page: Page, index: int, verb: Features) -> int | None:
    """ "في قصف للتحالف استهدف مواقع": the indefinite event to which a verb of hitting belongs, phrases between."""
    lights = [e for e, _ in lights_of(page.word(page.chunks[index]), as_verb=True)]
    if not any("subject" in e.noun and "object" in e.roles for e in lights):
        return None
    if _is_event(page, page.chunks[index - 1], verb):
        return index - 1  # "نفذوا هجوما استهدف الدورية"
    for position in range(index - 2, max(page.sentence_first[index], index - NEAR) - 1, -1):
        left = page.chunks[position]
        if left.kind != "noun" or not page.chunks[position + 1].prep:
            return None
        if _is_event(page, left, verb):
            return position
    return None


def cause_before(page: Page, index: int, verb: Features) -> int | None:
    """ "عقب معارك استمرت، وأوقعت قتلى": a verb of results goes on from the act told last, not from who acts."""
    lemmas = [key(a.lemma) for a in page.word(page.chunks[index]).analyses if a.pos == "verb"]
    if not page.chunks[index].joined or verb.number == "p" or not any(x in closed().results for x in lemmas):
        return None
    behind = page.chunks[index + 1] if index + 1 < page.sentence_last[index] else None
    if behind is not None and behind.prep == "ب" and behind.text == "pronoun":
        return None  # "وأوقعت بهم خسائر": who acts
    for position in range(index - 1, max(page.sentence_first[index], index - CAUSE) - 1, -1):
        left = page.chunks[position]
        if left.kind in ("that", "when"):
            return None
        if left.kind == "noun" and left.actor is None and _tells(page, left) and _goes_with(page, left, verb):
            return position
    return None


def _goes_with(page: Page, chunk: Chunk, verb: Features) -> bool:
    """Whether a verb agrees with an act: those in the plural are feminine ("معارك")."""
    return (number_of(chunk, page) == "p") == (verb.gender == "f") or gender_of(chunk, page) == verb.gender


def _tells(page: Page, chunk: Chunk) -> bool:
    return any(e.type == "ASSAULT" for a in page.word(chunk).analyses for e in lexicon().nouns.get(key(a.lemma), ()))


def _is_event(page: Page, left: Chunk, verb: Features) -> bool:
    """Whether a phrase is an indefinite event of the gender of a verb."""
    if left.kind != "noun" or left.actor is not None or left.definite:
        return False
    words = page.text.words[left.head : left.last]
    told = any(key(a.lemma) in lexicon().nouns or a.derived == "masdar" for w in words for a in w.analyses)
    return told and gender_of(left, page) in ("", verb.gender)


def gender(words: Sequence[Word], gender: str) -> bool:
    return any((w.gender == "f" or w.stem.endswith(("ات", "ة"))) == (gender == "f") for w in words)


def counts(page: Page, index: int) -> bool:
    """ "وقتلت أكثر من مئة": a bare quantity behind a joined verb is rather its object."""
    chunk = page.chunks[index]
    word = page.word(chunk)
    return chunk.actor is None and (word.stem_key in ("اكثر", "نحو", "حوالي", "قرابه", "زهاء") or word.kind == "number")


def is_aspect(page: Page, index: int) -> bool:
    chunk = page.chunks[index]
    entries = lights_of(page.word(chunk), as_verb=True) if chunk.kind == "verb" else ()
    return any(entry.kind == "aspect" for entry, _ in entries)


def governed_group(page: Page, position: int, start: int) -> int | None:
    """The prepositional phrase that a joined phrase continues, if one stands right before it."""
    while position > start and page.chunks[position].joined and page.chunks[position].bare:
        position -= 1
    chunk = page.chunks[position]
    return position if chunk.kind == "noun" and chunk.prep else None


def first_of_group(page: Page, position: int, start: int) -> int:
    """The first of phrases that stand in a row up to `position`: joined by "و", or explaining one another."""
    while position > start and page.chunks[position - 1].bare:
        left, chunk = page.chunks[position - 1], page.chunks[position]
        if not chunk.joined and chunk.actor is not None and not _apposed(left, chunk):
            break
        position -= 1
    return position


def _apposed(left: Chunk, right: Chunk) -> bool:
    """ "الضابط المسؤول عن …": a definite role right behind another describes it."""
    one, other = left.actor, right.actor
    if one is None or other is None or other.form not in ("role", "title") or other.quantity is not None:
        return False
    return one.definite and other.definite and one.number == other.number == "s" and left.last == right.first


def opens(page: Page, position: int, start: int) -> bool:
    """Whether a phrase opens its clause: first of the sentence, after a link, a colon, a stop or a copula."""
    before = position - 1
    while before >= start and page.chunks[before].kind in ("particle", "time"):
        before -= 1
    if before < start:
        return True
    chunk = page.chunks[before]
    if chunk.kind in ("that", "when"):
        return True
    if chunk.kind == "verb":
        return chunk.text in closed().copulas
    return chunk.kind == "mark" and (chunk.text not in closed().commas or page.chunks[position].joined)


def free(page: Page, position: int, start: int) -> bool:
    """Whether no verb on its left claims a phrase."""
    before = position - 1
    while before >= start and (page.chunks[before].kind in ("particle", "time") or page.chunks[before].kind == "noun"):
        before -= 1
    return before < start or page.chunks[before].kind != "verb"


def before_aside(page: Page, comma: int, start: int) -> int | None:
    """If a comma ends an aside that another comma opens ("، وهي قوة مشتركة،"), what stands before the aside."""
    for position in range(comma - 1, max(start, comma - ASIDE) - 1, -1):
        chunk = page.chunks[position]
        if chunk.kind == "mark":
            after = page.text.words[page.chunks[position + 1].head]
            aside = chunk.text in closed().commas and (
                after.pos == "pronoun" or after.stem_key in ("بين", "معظم") or _how(page, position + 1)
            )
            return position - 1 if aside and position + 1 < comma and position > start else None
        if chunk.kind in ("that", "when"):
            return None
    return None


def before_included(page: Page, position: int, start: int) -> int | None:
    """ "57 مدنيا بينهم 12 طفلا وست نساء": what stands before those who are only some of it."""
    while position > start and page.chunks[position - 1].bare and page.chunks[position - 1].text != "pronoun":
        position -= 1
    if position - 1 <= start:
        return None
    among = page.chunks[position - 1]
    told = among.text == "pronoun" and among.prep in ("بين", "ضمن") and not among.joined
    return position - 2 if told else None


def _says_how(page: Page, chunk: Chunk) -> bool:
    """ "جوا، نفذ الطيران", "برا وبحرا،": an accusative alone before a comma tells how or where."""
    word = page.word(chunk)
    alone = chunk.last == chunk.head + 1 and chunk.actor is None and chunk.place is None and not word.definite
    return alone and word.stem.endswith("ا")


def _leads_in(page: Page, position: int, start: int) -> bool:
    """ "ردا على القصف هاجم المسلحون", "في غضون ذلك قصف الجيش": an accusative or "that" before a verb is no subject."""
    chunk, word = page.chunks[position], page.word(page.chunks[position])
    if chunk.actor is not None or chunk.place is not None:
        return False
    if chunk.last == chunk.head + 1 and word.key in closed().demonstratives:
        return True
    after_that = position > start and page.chunks[position - 1].kind in ("that", "verb")  # "إن صاروخا سقط"
    adverb = chunk.bare and not word.definite and word.text.rstrip("ً").endswith("ا") and not after_that
    return adverb and any(a.derived == "masdar" for a in word.analyses)


def before_belief(page: Page, position: int, start: int) -> int:
    """ "طائرات يعتقد أنها إسرائيلية", "مسلحون يرجح أنهم أكراد": the noun of which a phrase only says what it may be."""
    chunk, link = page.chunks[position], page.chunks[position - 1] if position > start else None
    if link is None or link.kind != "that" or not page.word(link).enclitic or position - 3 < start:
        return position
    verb, left = page.chunks[position - 2], page.chunks[position - 3]
    believed = verb.kind == "verb" and not verb.joined and features(page.word(verb)).tense == "present"
    return position - 3 if believed and left.bare and not chunk.definite else position


def _how(page: Page, index: int) -> bool:
    """ "القوات، مدعومة بالطيران، تقتحم": an indefinite passive participle with its preposition tells how they act."""
    chunk = page.chunks[index]
    word = page.word(chunk)
    behind = page.chunks[index + 1] if index + 1 < page.sentence_last[index] else None
    told = chunk.bare and not word.definite and any(a.derived == "passive" for a in word.analyses)
    return told and behind is not None and behind.prep in ("ب", "من")


def before_relative(page: Page, position: int, start: int) -> int | None:
    """If the words before `position` end a relative clause, its head; else None."""
    for p in range(position - 1, max(start, position - REACH) - 1, -1):
        chunk = page.chunks[p]
        if chunk.kind == "relative":
            return head_of_relative(page, p)
        if chunk.kind in ("that", "when") or (chunk.kind == "mark" and chunk.text not in closed().commas):
            return None
    return None


def judge_topic(page: Page, index: int, position: int, start: int, verb: Features, crossed: bool) -> Subject | None:
    """Whether the phrase that a walk to the left of a verb has found is its subject; `crossed`: behind a comma."""
    chunk = page.chunks[position]
    if (crossed and _says_how(page, chunk)) or _leads_in(page, position, start):
        return None
    first = first_of_group(page, position, start)
    at_start = opens(page, first, start)
    if (
        not at_start
        and (jump := before_relative(page, position, start)) is not None
        and page.chunks[position - 1].kind != "mark"
    ):
        outer = page.chunks[jump]
        if outer.kind == "noun" and may_precede(verb, outer, page) and not outer.prep:
            return Subject(jump, "topic_across_relative_clause")
    if not may_precede(verb, chunk, page) and first == position:
        return None
    if at_start:
        return Subject(first, "topic_opens_clause")
    if crossed:
        return None
    if position == index - 1 and verb.tense == "present" and first and is_aspect(page, first - 1):
        return Subject(first, "subject_of_aspect_verb")  # "أخذت المدفعية تقصف"
    if position == index - 1 or not chunk.definite:
        return Subject(first, "phrase_before_verb") if free(page, first, start) or not chunk.definite else None
    return None
