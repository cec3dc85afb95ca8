"""What a relative clause tells of the event noun that it describes: "الهجوم الذي شنه أ على ب"."""

import msgspec

from tawatur.arabic.word import Word
from tawatur.reports.grammar.arguments import of_verb
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.neighbours import stands_behind
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.prepositional import Slots, put
from tawatur.reports.grammar.resuming import fallen_behind, has_resumption
from tawatur.reports.lexicon.senses import index, key, lights_of, suffered

NAKED = frozenset({"object", "subject", "clause"})  # slots without a preposition
ASCRIBED = frozenset({"منسوب", "منسوبه"})
ASCRIBING = frozenset({"نسب", "عزا"})
TELLER = 4  # chunks before an act within which the verb stands that ascribes it
JUDGING = frozenset({"ACCUSE", "SUPPORT", "REJECT", "REQUEST", "THREATEN", "PROTEST", "CONCEDE"})


def side_of_subject(verb: Word) -> str:
    """What the subject of a relative verb is to the act that it describes: "شنه" does it, "شهدته" is where it was."""
    lemmas = [key(a.lemma) for a in verb.analyses if a.pos == "verb"]
    if any(x in ASCRIBING for x in lemmas):
        return "told"
    lights = [e for e, _ in lights_of(verb, as_verb=True)]
    for entry in lights:
        if "subject" not in entry.noun:
            return entry.subject or "actor"  # also "تعرض لـ", "قام بـ"
    if lights:
        return "none"  # "معارك اندلعت", "هجوم استهدف": the act itself is the subject
    acts = [e for x in lemmas for e in index().verbs.get(x, ()) if e.kind == "act"]
    speaks = any(x in index().speech for x in lemmas)
    judged = bool(acts) and all(e.type in JUDGING for e in acts)
    return "none" if not lights and (judged or (speaks and not acts)) else "actor"


def _takes_object(verb: Word) -> bool:
    """Whether a verb said of an act may have an object at all ("اندلعت", "دارت" have none)."""
    lights = [e for e, _ in lights_of(verb, as_verb=True)]
    if lights and all(e.kind == "light" and e.noun and NAKED.isdisjoint((*e.noun, *e.roles)) for e in lights):
        return False  # "عناصر ساهمت في الصمود أمام الحرس أتباع الرئيس"
    return not lights or any("subject" not in e.noun or "object" in e.roles for e in lights)


def _scene(chunk: Chunk) -> Chunk:
    """ "أول تفجير شهدته السعودية": the state where it happened was not hit."""
    named = chunk.place is not None and chunk.actor is not None and chunk.actor.klass == "state"
    return msgspec.structs.replace(chunk, actor=None) if named else chunk


def take_ascribed(page: Page, slots: Slots) -> None:
    """ "الهجوم المنسوب إلى التنظيم", "قصف منسوب للحركة": to whom a participle ascribes the act has done it."""
    for slot in ("الي", "ل"):
        for chunk in slots.get(slot, ()):
            before = page.text.words[max(chunk.first - 2, 0) : chunk.first]
            if chunk.actor is not None and any(w.stem_key in ASCRIBED and not w.enclitic for w in before):
                slots.setdefault("من قبل", []).append(chunk)
                others = [c for c in slots.pop(slot) if c is not chunk]
                if others:
                    slots[slot] = others
                return


def take_ascribing(page: Page, index: int, slots: Slots) -> None:
    """ "نسب المصدر الهجوم إلى التنظيم", "عزت الشرطة التفجير إلى الحركة": to whom one ascribes the act has done it."""
    if not page.chunks[index].bare or not slots.get("الي"):
        return
    for position in range(index - 1, max(page.sentence_first[index], index - TELLER) - 1, -1):
        chunk = page.chunks[position]
        if is_finite(chunk):
            if any(key(a.lemma) in ASCRIBING for a in page.word(chunk).analyses if a.pos == "verb"):
                slots.setdefault("من قبل", []).extend(c for c in slots.pop("الي") if c.actor is not None)
            return
        if chunk.kind not in ("noun", "particle", "time"):
            return


def take_relative(page: Page, index: int, slots: Slots) -> None:
    """ "الهجوم الذي شنه أ على ب", "اللقاء الذي جمع أ وب": the noun takes the arguments of its relative clause."""
    end = page.sentence_last[index - 1]
    while index < end and page.chunks[index].kind in ("particle", "time"):
        index += 1
    if index >= end or not is_finite(page.chunks[index]):
        return
    inner = of_verb(page, index)
    verb = page.word(page.chunks[index])
    own = {c.index for c in inner.slots.get("subject", ())}
    side = side_of_subject(verb)
    if side == "told":
        slots.setdefault("من قبل", []).extend(inner.slots.get("الي", ()))  # "هجوم نسبته السلطات إلى التنظيم"
        return
    if (fallen := fallen_behind(page, index)) is not None:
        put(slots, "victims", page, fallen)  # "هجوم راح ضحيته عشرون"
        return
    resumed = has_resumption(page, index) and stands_behind(verb, page.chunks[index + 1].prep)
    if has_resumption(page, index) and suffered(verb) and not verb.enclitic:
        lost = [c for slot in ("subject", "object") for c in inner.slots.get(slot, ()) if c.index > index]
        if len({c.index for c in lost if not c.joined}) == 1:  # "غارات أصابت فيها القوات مدنيين" has a doer
            slots.setdefault("victims", []).extend(lost)  # "هجوم أصيب فيه جنود"
        return
    if resumed:
        slot = "relative_object" if side == "recipient" else "subject"  # "الهجمات التي تعرضت لها المدينة"
        slots.setdefault(slot, []).extend(c for c in inner.slots.get("subject", ()) if c.index != index - 1)
        return
    if verb.enclitic and own and index - 1 not in own and side != "none":
        slot = {"place": "في", "recipient": "relative_object"}.get(side, "subject")
        slots.setdefault(slot, []).extend(_scene(c) if side == "place" else c for c in inner.slots["subject"])
    if "object" in inner.slots and not verb.enclitic and _takes_object(verb):
        results = any(key(a.lemma) in closed().results for a in verb.analyses)  # "معارك خلفت عشرات القتلى"
        slots.setdefault("victims" if results else "relative_object", []).extend(inner.slots["object"])
    for slot, chunks in inner.slots.items():
        if slot not in ("subject", "object"):
            slots.setdefault(slot, []).extend(c for c in chunks if c not in slots.get(slot, []))
