"""All whom a pronoun means that goes on with the objects of the verb before: "انتقد ألمانيا وهولندا، واتهمهما"."""

import msgspec

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.arguments import of_verb
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.prepositional import Slots
from tawatur.reports.grammar.pronouns import THINGS, agrees
from tawatur.reports.grammar.subjects import subject_chunk

BACK = 16  # chunks to the left within which the verb before stands
FREED = frozenset({"سراح", "سبيل"})  # "أطلقوا سراحهم": with their pronoun they are who is let go
AIMED = ("عن", "علي", "ل", "من", "ب", "الي")


def resume_objects(page: Page, index: int, slots: Slots) -> None:
    """Puts into the slots of a verb all whom its pronouns mean, where they are the objects of the verb before."""
    own = page.word(page.chunks[index])
    if own.enclitic and len(meant := _meant(page, index, own.enclitic)) > 1:
        kept = [c for c in slots.get("object", ()) if c.text != "pronoun" and c.index != index and c.actor is not None]
        slots["object"] = meant + [c for c in kept if c.joined]
    for chunk in slots.get("object", ()):
        word = page.word(chunk)
        if word.stem_key in FREED and word.enclitic and (meant := _meant(page, index, word.enclitic)):
            slots["object"] = meant
            return
    for position in range(index + 1, min(index + 4, page.sentence_last[index])):
        chunk = page.chunks[position]
        if chunk.text == "pronoun" and chunk.prep in AIMED and chunk.kind == "noun":
            meant = _meant(page, index, page.word(chunk).enclitic)
            found = slots.get(chunk.prep, [])
            if len(meant) > 1 or (meant and not found):
                slots[chunk.prep] = [msgspec.structs.replace(c, prep=chunk.prep) for c in meant]
        elif chunk.kind not in ("time", "particle"):
            return


def _meant(page: Page, index: int, pronoun: str) -> list[Chunk]:
    """The objects of the verb before that has the same subject, if the pronoun agrees with them together."""
    subject = subject_chunk(page, index).chunk
    for position in range(index - 1, max(page.sentence_first[index], index - BACK) - 1, -1):
        chunk = page.chunks[position]
        if chunk.kind in ("that", "relative", "when") or subject is None or subject >= index:
            return []
        if is_finite(chunk):
            same = subject_chunk(page, position).chunk == subject
            hit = _objects(page, position, subject) if same else []
            here = page.chunks[index]
            if not _agree(pronoun, hit):
                return []
            return [
                msgspec.structs.replace(
                    here, kind="noun", prep="", joined=False, actor=a, text="pronoun", definite=True
                )
                for a in hit
            ]
    return []


def _objects(page: Page, verb: int, subject: int) -> list[ActorPhrase]:
    slots = of_verb(page, verb).slots
    for slot in ("object", "علي"):
        if named := [c.actor for c in slots.get(slot, ()) if c.actor is not None and c.index != subject]:
            return named
    return []


def _agree(pronoun: str, hit: list[ActorPhrase]) -> bool:
    """Whether a pronoun may stand for several together, or for the one."""
    if len(hit) == 1:
        return agrees(pronoun, hit[0]) and (pronoun != "هما" or hit[0].number == "d")
    if pronoun == "ها":
        return len(hit) > 1 and all(a.klass in THINGS | {"state"} for a in hit)
    return (pronoun == "هما" and len(hit) == 2) or (pronoun == "هم" and len(hit) > 1)
