"""How far the phrases behind an event noun belong to it: up to another act, a mark, or what it cannot take."""

from collections.abc import Iterator

from tawatur.reports.grammar.agreement import features, gender_of
from tawatur.reports.grammar.arguments import tells_itself
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.joined_acts import begins_other
from tawatur.reports.grammar.joint_means import second_help
from tawatur.reports.grammar.modifiers import is_modifier
from tawatur.reports.grammar.noun_relatives import ASCRIBING
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.prepositional import resumes
from tawatur.reports.lexicon.senses import index, key, lights_of

LASTING = frozenset(
    map(key, ("استمر", "تواصل", "دار", "جرى", "قام", "احتدم", "اشتعل", "استعر", "تقطع", "مستمر", "متواصل", "دائر"))
)  # what is said of fighting that goes on
FAR_AGENT = 12  # chunks after a noun within which it stands at whose hands it was done
SHOOTING = frozenset({"اطلاق", "تفجير", "قصف", "هجوم"})
FARTHEST = 7  # chunks after a noun within which its prepositions stand


def after_noun(page: Page, index: int) -> Iterator[int]:
    """The chunks behind an event noun up to the first that cannot belong to it."""
    last = min(page.sentence_last[index], index + 1 + FARTHEST)
    for position in range(index + 1, last):
        chunk = page.chunks[position]
        if chunk.kind in ("that", "when"):
            return
        if chunk.kind == "verb":  # "معارك خاضتها القوات": a relative clause without particle
            near = not chunk.joined and position == index + 1 and is_finite(chunk)
            if near and (not page.chunks[index].definite or page.word(chunk).enclitic):
                yield position  # or "اللقاء حضره ضباط": the pronoun is the noun
            elif _carried_by(page, index, chunk):
                yield position  # "هجوم بالأسلحة شنه مسلحون"
            return
        if chunk.kind == "mark" and _told_behind(page, index, position, last):
            yield position + 1  # "هجوم في المدينة، نفذه مسلحون"
            return
        if chunk.kind == "mark" and not (
            chunk.text in closed().commas
            and position + 1 < last
            and (_goes_on_behind(page.chunks[position + 1]) or _only_when(page, position, last))
        ):
            return
        if begins_other(page, index, position):
            return  # "التفجير في سروج والهجمات الأخرى ضد الجيش"
        yield position
        left = page.chunks[position - 1]
        if chunk.bare and chunk.actor is None and left.prep and left.actor is not None and not left.actor.definite:
            continue  # "بقاذفة صواريخ"
        if chunk.bare and not chunk.joined and position == index + 1 and lasts(page, chunk):
            continue  # "المعارك دائرة بين …"
        if chunk.bare and position == index + 1 and page.chunks[index].owner is not None and is_modifier(page, chunk):
            continue  # "إرسال قوات إضافية إلى المدينة"
        if chunk.bare and position == index + 1 and _hit_by(page, page.chunks[index], chunk):
            continue  # "استهداف الطيران سوقا في المدينة"
        if chunk.bare and position == index + 1 and is_given(page, page.chunks[index], chunk):
            continue  # "تحويل الحرس أموالا إلى الحزب"
        if second_help(page, position):
            continue  # "بدعم ومساندة جوية من الطيران"
        met = chunk.bare and position == index + 1 and bool(page.word(page.chunks[index]).enclitic)
        if chunk.kind == "relative" or (chunk.bare and not chunk.joined and not met) or _tells(page, chunk):
            return  # what stands behind another event noun is that noun's


def _goes_on_behind(chunk: Chunk) -> bool:
    """Whether a phrase behind a comma may still belong to the noun: one with a preposition."""
    return chunk.kind == "noun" and bool(chunk.prep) and not chunk.joined


def _only_when(page: Page, comma: int, last: int) -> bool:
    """ "مقتل القيادي، يوم الخميس، على يد مسلحين": an aside that only says when."""
    behind = page.chunks[comma + 1 : last]
    when = next((n for n, c in enumerate(behind) if c.kind != "time"), 0)
    closes = when > 0 and behind[when].kind == "mark" and behind[when].text in closed().commas
    return closes and when + 1 < len(behind) and _goes_on_behind(behind[when + 1])


def far_agent(page: Page, index: int) -> int | None:
    """ "مقتل صحفي في الموصل، شمال العراق، يوم الأحد على يد مسلحين": at whose hands, behind when, where and by what."""
    for position in range(index + 1, min(index + FAR_AGENT, page.sentence_last[index])):
        chunk = page.chunks[position]
        if chunk.prep == "من قبل":
            return position if chunk.actor is not None and chunk.text != "pronoun" else None
        if chunk.kind == "time" or (chunk.kind == "mark" and chunk.text in closed().commas):
            continue
        shot = chunk.prep == "ب" and page.word(chunk).stem_key in closed().shots | SHOOTING
        where = chunk.place is not None and not chunk.joined and (chunk.actor is None or chunk.prep == "في")
        named = position == index + 1 and chunk.bare and not chunk.joined and not _tells(page, chunk)
        if chunk.kind != "noun" or not (shot or where or named):
            return None
    return None


def _told_behind(page: Page, index: int, comma: int, last: int) -> bool:
    """Whether a light verb behind a comma says of an indefinite event noun who did it."""
    if page.chunks[comma].text not in closed().commas or comma + 1 >= last or comma == index + 1:
        return False
    verb = page.chunks[comma + 1]
    return verb.kind == "verb" and bool(page.word(verb).enclitic) and _carried_by(page, index, verb)


def is_given(page: Page, noun: Chunk, chunk: Chunk) -> bool:
    """Whether a thing without a name stands behind an event noun and its doer: to whom it goes stands behind it."""
    thing = chunk.kind == "noun" and chunk.actor is None and chunk.place is None and chunk.owner is None
    told = noun.owner is not None and noun.actor is None and page.word(chunk).pos in ("noun", "number", "")
    if page.word(chunk).kind == "number" and chunk.last == chunk.head + 1:
        return False  # "توقيع اتفاق سلام مينسك 2"
    return thing and told and not chunk.definite and not chunk.joined


def lasts(page: Page, chunk: Chunk) -> bool:
    """Whether a phrase only says of an act that it goes on, or how ("مستمرة", "على أشدها")."""
    told = chunk.kind == "noun" and chunk.actor is None and not chunk.definite
    return told and any(key(a.lemma) in LASTING or key(a.verb) in LASTING for a in page.word(chunk).analyses)


def _tells(page: Page, chunk: Chunk) -> bool:
    """Whether a chunk tells an act of its own, by a verbal noun or by a noun of the lexicon ("بعد هجوم على")."""
    if tells_itself(page, chunk):
        return True
    if chunk.kind != "noun" or chunk.actor is not None or not chunk.prep:
        return False
    return any(e.type == "ASSAULT" for a in page.word(chunk).analyses for e in index().nouns.get(key(a.lemma), ()))


def _carried_by(page: Page, index: int, verb: Chunk) -> bool:
    """Whether a light verb further on means an indefinite event noun by its pronoun."""
    noun, word = page.chunks[index], page.word(verb)
    if noun.definite or verb.joined or not is_finite(verb):
        return False
    if any(key(a.lemma) in ASCRIBING for a in word.analyses):
        return True  # "هجوم في الجنوب نسب إلى التنظيم"
    if not word.enclitic:
        hits = any("subject" in e.noun and "object" in e.roles for e, _ in lights_of(word, as_verb=True))
        return hits and features(word).gender == gender_of(noun, page)  # "هجوم في المدينة استهدف مقرا"
    carries = any("object" in e.noun for e, _ in lights_of(word, as_verb=True))
    return carries and resumes(page, word.enclitic, noun)


def end_of_noun(page: Page, index: int, behind: list[int]) -> int:
    """The chunk past those behind an event noun that belong to it."""
    last = index
    for last in behind:
        if page.chunks[last].kind in ("relative", "verb"):
            return last
    return last + 1


def _hit_by(page: Page, noun: Chunk, chunk: Chunk) -> bool:
    """Whether a site without article stands behind a deed and whoever does it."""
    site = page.word(chunk).stem_key.removesuffix("ا") in closed().sites and not chunk.definite
    return site and noun.owner is not None and chunk.actor is None
