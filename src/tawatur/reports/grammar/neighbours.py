"""What stands right before and behind a verb: the phrase that may be its subject, an event, a verb beside it."""

from tawatur.arabic.word import Word
from tawatur.reports.grammar.agreement import Features, features, may_follow, number_of
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.comings import may_stand_behind
from tawatur.reports.grammar.modifiers import is_modifier
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.lexicon.senses import deeds_of, key, lights_of, suffered
from tawatur.reports.lexicon.senses import index as nouns

NEAREST = 9  # chunks to the left within which plural people are taken up
MANY = frozenset({"armed", "group", "civilians", "political"})
WAITING = frozenset({"اخر", "كل", "جميع", "معظم", "بعض", "بقايا", "عدد", "عشرات", "مئات", "احد", "اول", "اكبر", "ابرز"})
MEETINGS = frozenset({"لقاء", "استقبال", "زياره", "زيارت", "اجتماع", "لقاي", "لقاا", "لقاؤ"})
AMONG = frozenset({"من", "بين", "ضمن"})
BOUND = frozenset({"object", "subject"})
TIMES = frozenset({"وقت", "يوم", "حين", "ليله", "لحظه", "ساعه"})
APART = "ايا"  # the pronoun that stands by itself as an object ("إياها")
ENDED = frozenset({"قتيل", "قتلي", "جريح", "جرحي", "صريع", "شهيد", "اسير", "مضرج"})  # how a blow leaves someone
ASIDE = 3  # prepositional phrases that may stand between a verb and its subject


def counts_victims(page: Page, index: int, verb: Features) -> bool:
    """ "وأصيب ثلاثة", "وقتل أكثر من مئة": a bare number behind a verb of losses, which is masculine in the passive."""
    return verb.gender == "m" and suffered(page.word(page.chunks[index]))


def beside_verb(page: Page, index: int) -> bool:
    """ "سيدرب ويمول": a verb that "و" joins right to another shares its subject, its voice and what follows."""
    if index <= page.sentence_first[index] or not page.chunks[index].joined:
        return False
    left = page.chunks[index - 1]
    one, other = features(page.word(left)), features(page.word(page.chunks[index]))
    same = one.tense == other.tense and (one.number == other.number or not (one.number and other.number))
    return left.kind == "verb" and left.text not in closed().copulas and same


def before_verb(page: Page, index: int, start: int) -> int | None:
    """The chunk before a verb, past particles and times."""
    position = index - 1
    while position >= start and page.chunks[position].kind in ("particle", "time"):
        position -= 1
    return position if position >= start else None


def after(page: Page, index: int, verb: Features) -> int | None:
    """The first bare phrase after a verb that may be its subject."""
    asides, met, end = 0, -1, page.sentence_last[index]
    for position in range(index + 1, end):
        chunk = page.chunks[position]
        if chunk.kind in ("time", "particle") or (position == index + 1 and beside_verb(page, position)):
            continue  # "سلحتهم ودربتهم الدولة"
        if position == index + 1 and set_apart(page, position):
            continue  # "الأسلحة التي أعطتهم إياها الدولة"
        if chunk.kind == "noun" and chunk.prep and asides < ASIDE:
            asides += 1
            met = position if page.word(chunk).enclitic and page.word(chunk).stem_key in MEETINGS else met
            met = position if _lists_some(page, index, position) else met
            continue
        if chunk.bare and met >= 0 and not chunk.joined:
            met = -1  # "ودعا خلال لقائه المبعوث إلى": whom he met
            continue
        if asides and page.chunks[position - 1].text != "pronoun" and is_modifier(page, chunk):
            continue  # "سيطرت على منطقة عتمة التابعة للمحافظة": it describes what stands behind the preposition
        if chunk.text != "pronoun" and verb.gender == "m" and page.word(chunk).key == "اخري":
            return None  # "وأغرق سفينة وهاجم أخرى"
        if asides and chunk.bare and position > index + 1 and _owns_behind(page, page.chunks[position - 1]):
            return None  # "تمكنت من طرد آخر جيوب الحوثيين"
        if chunk.bare and page.word(page.chunks[index]).enclitic and ends_as(page.word(chunk)):
            return None
        if chunk.bare and not chunk.joined:
            return position if may_stand_behind(page, index, chunk, verb) else None
        return None
    return None


def _lists_some(page: Page, verb: int, position: int) -> bool:
    """ "سيطرت على مناطق منها بلدة أريحا", "بينها": what stands behind is some of those just named, no subject."""
    chunk, left = page.chunks[position], page.chunks[position - 1]
    return chunk.text == "pronoun" and chunk.prep in AMONG and position > verb + 1 and left.kind == "noun"


def _owns_behind(page: Page, chunk: Chunk) -> bool:
    """Whether a phrase ends in a verbal noun, or a word for some or the last, without its genitive ("من طرد آخر")."""
    last = page.text.words[chunk.last - 1]
    bare = chunk.actor is None and chunk.owner is None and chunk.place is None and not last.definite
    if not chunk.prep or chunk.text == "pronoun" or not bare or last.enclitic or last.pos == "adjective":
        return False
    deed = any(a.derived == "masdar" for a in page.word(chunk).analyses)
    return deed and (chunk.last == chunk.head + 1 or last.stem_key in WAITING)


def title_behind(page: Page, right: int) -> int | None:
    """ "دعا فلان، وزير الإعلام، الأطراف إلى": the title between commas stands for a name that no dictionary holds."""
    name, last = page.chunks[right], page.sentence_last[right]
    if name.actor is not None or name.place is not None or page.word(name).definite or right + 2 >= last:
        return None
    title = page.chunks[right + 2]
    told = title.actor is not None and title.actor.form in ("role", "title") and title.actor.number == "s"
    set_off = page.chunks[right + 1].text in closed().commas and title.bare and not title.joined and title.definite
    return right + 2 if told and set_off and not any(a.derived for a in page.word(name).analyses) else None


def late_subject(page: Page, index: int, right: int) -> int | None:
    """ "اغتال قائد الشرطة في عدن مسلحون": the nominative further on is the subject, the phrase before it the object."""
    if (blow := _blow_behind(page, index, right)) is not None:
        return blow
    first = page.text.words[page.chunks[right].head].stem
    if first.endswith(("ون", "ان")):
        return None
    for position in range(right + 1, page.sentence_last[index]):
        chunk = page.chunks[position]
        if chunk.kind not in ("noun", "time", "particle") or (chunk.bare and chunk.joined):
            return None
        if chunk.bare and chunk.actor is not None:
            word, role = page.text.words[chunk.actor.head], chunk.actor.form == "role" and chunk.actor.quantity is None
            nominative = word.stem.endswith("ون") and len(word.stem) > 4 and chunk.actor.first == chunk.actor.head
            return position if role and nominative else None
    return None


def _blow_behind(page: Page, index: int, right: int) -> int | None:
    """ "استهدفت تلك التعزيزات غارة جوية": the attack behind what it hits, where acts are subjects of the verb."""
    hit, blow = page.chunks[right], right + 1
    if blow >= page.sentence_last[index] or not hit.definite or not page.chunks[blow].bare or page.chunks[blow].joined:
        return None
    named = page.chunks[blow].actor is not None or page.chunks[blow].definite
    aims = any(
        "subject" in e.noun and e.roles.get("object") for e, _ in lights_of(page.word(page.chunks[index]), as_verb=True)
    )
    act = any(e.type == "ASSAULT" for e in deeds_of(page.word(page.chunks[blow])))
    own = any(e.type == "ASSAULT" for e in deeds_of(page.word(hit)))
    return blow if aims and act and not named and not own else None


def carries(page: Page, index: int, right: int) -> bool:
    """ "كما نفذت عملية إنزال": an event right behind a verb that only carries events is what is done, no doer."""
    phrase = page.chunks[right]
    if phrase.actor is not None or phrase.place is not None:
        return False
    lights = [e for e, _ in lights_of(page.word(page.chunks[index]), as_verb=True)]
    if not any("object" in e.noun for e in lights) or any("subject" in e.noun or e.kind == "aspect" for e in lights):
        return False
    behind = page.chunks[right + 1] if right + 1 < page.sentence_last[index] else None
    led = behind is not None and (behind.prep in ("الي", "ل") or (behind.bare and not behind.joined))
    if led and any(key(e.lemma) in closed().results for e in lights):
        return False  # "وأدى الانفجار إلى مقتل", "أوقعت الغارات قتلى"
    known = phrase.definite or page.word(phrase).enclitic
    if known and all(e.subject == "recipient" for e in lights if "object" in e.noun):
        return False  # "لقي الهجوم إدانة": what is met with something is no event that its verb carries
    words = page.text.words[phrase.head : phrase.last]
    return any(a.derived == "masdar" or key(a.lemma) in nouns().nouns for w in words for a in w.analyses)


def carrier_behind(page: Page, index: int, right: int, verb: Features) -> int | None:
    """ "وتبنى الهجوم تنظيم داعش": behind the attack with the article that a verb carries stands who dealt it."""
    attack, behind = page.word(page.chunks[right]), right + 1
    known = "ال" in attack.prefixes and page.chunks[right].owner is None
    if not known or behind >= page.sentence_last[index] or not carries(page, index, right):
        return None
    chunk = page.chunks[behind]
    named = chunk.bare and not chunk.joined and chunk.actor is not None and chunk.text != "pronoun"
    dealt = any(e.type == "ASSAULT" for e in deeds_of(attack))
    return behind if named and dealt and may_follow(verb, chunk, page, adjacent=False) else None


def carries_object(verb: Word) -> bool:
    """Whether a light verb has its event as its object ("شن", "نفذ", "خاض")."""
    return any("object" in e.noun for e, _ in lights_of(verb, as_verb=True))


def set_apart(page: Page, index: int) -> bool:
    """ "إياها", "إياهم": an object that is no part of its verb."""
    return page.chunks[index].text == "pronoun" and page.word(page.chunks[index]).stem_key.startswith(APART)


def ends_as(word: Word) -> bool:
    """ "فأرداه قتيلا", "وأردتهم قتلى": behind a pronoun, how it left them, and nobody who acts."""
    return word.stem_key.removesuffix("ا") in ENDED


def nearest_many(page: Page, index: int) -> int | None:
    """ "دعم صالح المسلحين عندما احتلوا": a plural verb without another subject takes the nearest plural people."""
    for position in range(index - 1, max(page.sentence_first[index], index - NEAREST) - 1, -1):
        actor = page.chunks[position].actor
        if actor is not None and page.text.words[actor.head].stem_key in closed().strongholds:
            continue  # "استهدفوا النقاط والحواجز، حيث دمروا": posts do nothing
        many = actor is not None and number_of(page.chunks[position], page) == "p"
        if actor is not None and many and actor.klass in MANY and actor.gender != "f":
            return position
    return None


def lender_of(page: Page, before: int, start: int) -> int | None:
    """The verb that governs a clause without subject: right before it, or before its "أن"."""
    for position in range(before, max(start, before - 8) - 1, -1):
        chunk = page.chunks[position]
        if chunk.kind == "verb" and _of_statement(page, position):
            continue  # "قالت البعثة في بيان تلقته الوكالة إنها"
        if chunk.kind == "verb":
            return position
        if chunk.kind == "relative" or (chunk.kind == "mark" and not (chunk.text == ":" and position == before - 1)):
            return None
    return None


def _of_statement(page: Page, verb: int) -> bool:
    """Whether a verb with a pronoun only tells who got or printed the statement before it ("بيان تلقته الوكالة")."""
    left = page.chunks[verb - 1] if verb > page.sentence_first[verb] else None
    described = left is not None and left.prep in ("في", "ب") and left.kind == "noun" and not left.definite
    return described and bool(page.word(page.chunks[verb]).enclitic) and not page.chunks[verb].joined


def stands_behind(verb: Word, preposition: str) -> bool:
    """Whether a light verb has its event behind a preposition ("قام بـ")."""
    return any(preposition in e.noun for e, _ in lights_of(verb, as_verb=True))


def takes_no_object(page: Page, index: int) -> bool:
    """ "المناطق التي نجحت المقاومة في استعادتها": the name behind such a verb is no object."""
    head = page.chunks[index - 2] if index > page.sentence_first[index] + 1 else None
    if head is not None and page.chunks[index - 1].kind == "relative" and page.word(head).stem_key in TIMES:
        return True  # "في الوقت الذي واصلت الطائرات غاراتها"
    lights = [e for e, _ in lights_of(page.word(page.chunks[index]), as_verb=True)]
    behind = page.chunks[index + 1] if index + 1 < page.sentence_last[index] else None
    named = behind is not None and behind.bare and behind.actor is not None
    return (
        named
        and bool(lights)
        and all(e.kind == "control" and BOUND.isdisjoint(e.noun) and "object" not in e.roles for e in lights)
    )


def behind_alone(page: Page, index: int) -> bool:
    """Whether a verb of losses has one phrase behind it at most: it is passive then."""
    behind = page.chunks[index + 2] if index + 2 < page.sentence_last[index] else None
    return features(page.word(page.chunks[index])).gender == "m" and not (behind is not None and behind.bare)
