"""The roles of a participle: adverbial ("متهماً"), or passive with its agent ("المحاصر من قبل")."""

from tawatur.reports.grammar.agreement import number_of
from tawatur.reports.grammar.arguments import object_of
from tawatur.reports.grammar.borders import clause_of, is_participle
from tawatur.reports.grammar.groups import coordinated
from tawatur.reports.grammar.modifiers import is_modifier
from tawatur.reports.grammar.page import Page
from tawatur.reports.grammar.prepositional import Slots, prepositions
from tawatur.reports.grammar.pronouns import set_apart
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import Sense
from tawatur.reports.roles.deeds import by_way_of
from tawatur.reports.roles.held import HOLDING, fill_held, holds
from tawatur.reports.roles.record import Roles, add_slots, role_map
from tawatur.reports.roles.urged import urged

OURSELVES = frozenset({"نحن", "انا", "اننا", "انني"})


def fill_participle(page: Page, word: int, sense: Sense) -> Roles:
    """ "متهماً", "داعيا": the subject of the main clause; "المحاصر من قبل": the noun before is the patient."""
    index = page.chunk_of[word]
    if sense.shape == "active" and sense.entry.predicate:
        return _predicate(page, word, sense)
    if holds(sense) and (held := fill_held(page, word, sense)) is not None:
        return held
    if sense.shape == "active" and not is_participle(page, page.chunks[index]):
        return Roles(rule="modifier")
    roles, mapping = Roles(rule=f"{sense.shape}_participle"), role_map(sense)
    slots: Slots = {}
    end = clause_of(page, index).stop
    prepositions(page, range(index + 1, end), slots)
    if sense.shape == "active":
        subject = subject_chunk(page, index)
        if subject.chunk is not None and not _outnumbered(page, index, subject.chunk):
            slots["subject"] = list(coordinated(page, subject.chunk))
            roles.subject = subject.chunk
        if (direct := object_of(page, index, None, end)) is not None:
            said = frozenset(c.actor.entity for c in slots.get("subject", ()) if c.actor is not None)
            slots["object"] = [set_apart(page, c, said) or c for c in coordinated(page, direct)]
        if sense.entry.extension in HOLDING and not slots.get("object"):
            return Roles(rule="modifier")  # "ترك الجيش المقاتلين محاصرين": nobody rings himself
    elif "من قبل" not in slots or _parted(page, index, slots["من قبل"][0].index):
        return Roles(rule="modifier")
    else:
        mapping["من قبل"] = "actor"
        before = index - 1 if page.chunks[index].head == word else index
        if before >= page.sentence_first[index] and page.chunks[before].kind == "noun":
            slots["object"] = [page.chunks[before]]
    add_slots(roles, slots, mapping, page, sense.entry)
    by_way_of(page, roles, slots, sense.entry)
    if sense.entry.type == "REQUEST" and sense.entry.with_ and not roles.recipients:
        roles.recipients += [a for a in urged(page, index) if a not in roles.actors]
    return roles


def _parted(page: Page, index: int, doer: int) -> bool:
    """ "استخدام المدنيين المحاصرين دروعا من قبل الحركة": what the clause says of them stands before who does it."""
    between = page.chunks[index + 1 : doer]
    return any(c.bare and not c.joined and not is_modifier(page, c) for c in between)


def _predicate(page: Page, word: int, sense: Sense) -> Roles:
    """ "بلاده مستعدة للحوار", "أنهم مستعدون", "نحن مستعدون": said of who stands right before it, or of the speaker."""
    index = page.chunk_of[word]
    before = page.chunks[index - 1] if index > page.sentence_first[index] else None
    if before is None or page.chunks[index].definite or page.chunks[index].head != word:
        return Roles(rule="modifier")
    roles = Roles(rule="active_participle")
    if before.kind == "noun" and before.bare and before.actor is not None:
        add_slots(roles, {"subject": list(coordinated(page, before.index))}, role_map(sense), page, sense.entry)
        roles.subject = before.index
    elif not (before.kind == "that" and page.word(before).enclitic) and page.word(before).stem_key not in OURSELVES:
        return Roles(rule="modifier")
    return roles


def _outnumbered(page: Page, index: int, subject: int) -> bool:
    """ "محملا", "داعيا" are said of one: several who stand before are not who says it."""
    stem = page.word(page.chunks[index]).stem
    one = stem.endswith("ا") and number_of(page.chunks[subject], page) == "p"
    return one and len(coordinated(page, subject)) == 1
