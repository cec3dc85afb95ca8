"""What the word over an event noun says of its parties: who tries, carries or calls it, and whom its own slots name."""

from tawatur.knowledge.lexicon.entries import LOSSES
from tawatur.reports.grammar.governor import Governor
from tawatur.reports.grammar.groups import coordinated
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.lexicon.senses import Sense, key
from tawatur.reports.roles.agents import taking_part, tells
from tawatur.reports.roles.announced import announces_own, announces_strike, carriers_of
from tawatur.reports.roles.deeds import done_besides
from tawatur.reports.roles.record import Roles, add, add_slots, admitted
from tawatur.reports.roles.undergone import doers_before


def from_governor(
    page: Page, roles: Roles, governor: Governor, mapping: dict[str, str], sense: Sense, *, helped: bool
) -> None:
    """The roles that whoever stands over the noun gives, and who did it before where nobody does."""
    if governor.role == "actor" and helped:
        roles.governor = governor = governor._replace(role="recipient")
    _governed(roles, governor, mapping, sense, page)
    if not roles.actors and roles.places + roles.recipients:
        roles.actors += [a for a in doers_before(page, governor, sense) if a not in roles.recipients]


def objects_of_relative(page: Page, roles: Roles, chunks: list[Chunk], sense: Sense, mapping: dict[str, str]) -> None:
    """ "اللقاء الذي جمع نوابا ووزراء": parties for a symmetric noun, recipients for others."""
    symmetric = "party" in mapping.values()
    for number, chunk in enumerate(chunks):
        add(page, roles, "actor" if symmetric and number == 0 else "recipient", chunk, sense.entry)


def _own_roles(governor: Governor) -> dict[str, str]:
    """The roles that the governing entry itself gives to its slots."""
    return dict(governor.entry.roles) if governor.entry is not None else {}


def _governed(roles: Roles, governor: Governor, mapping: dict[str, str], sense: Sense, page: Page) -> None:
    told = tells(governor.entry)
    unsaid = sense.entry.extension in LOSSES and not roles.recipients  # "أعلن الوزير إصابته"
    own = bool(page.text.words[governor.noun].enclitic) and not unsaid
    own = own or announces_own(page, governor, sense) or announces_strike(page, governor, roles.recipients)
    if told and sense.genitive == "patient" and not own:
        return  # "أعلن المكتب عن مقتل": who tells it did not do it
    if governor.rule == "added_to" and not done_besides(page, roles, sense, governor.word, governor.noun):
        return  # "دمرت القوات آلية إضافة إلى مقتل جندي": what happens is not done
    if governor.role == "actor" and not roles.actors:
        roles.actors += carriers_of(page, governor, sense, roles.recipients)
        roles.rule = governor.rule
    elif governor.role == "recipient":
        for actor in governor.actors:
            if admitted(page, sense.entry, "recipient", actor) and actor not in roles.actors:
                roles.recipients.append(actor)
        roles.rule = governor.rule
    if governor.role in ("recipient", "place") and governor.subject is not None:
        roles.places += [c.place for c in coordinated(page, governor.subject) if c.place is not None]
    if sense.entry.type == "CONSULT" and governor.rule.startswith("aim_of") and not roles.recipients:
        called = governor.slots.get("object", [])  # "استدعى أتباعه لاجتماع"
        objects_of_relative(page, roles, [c for c in called if c.actor is not None], sense, {})
    if governor.rule == "event_verb" and not _own_roles(governor):
        joined = [c for c in governor.slots.get("object", []) if c.head != governor.noun]
        objects_of_relative(page, roles, joined, sense, mapping)  # "جمع اللقاء وزيري"
    for slot, role in _own_roles(governor).items():
        if role == "party":
            joined = [c for c in governor.slots.get(key(slot), []) if c.head != governor.noun]
            objects_of_relative(page, roles, joined, sense, {"": "party"})
            continue  # "أجبروا السكان على": the object of the control verb acts
        for chunk in governor.slots.get(key(slot), []):
            if chunk.index != page.chunk_of[governor.noun]:
                add(page, roles, role, chunk, sense.entry)
    if (allies := taking_part(page, governor, sense)) and not any(a in roles.recipients for a in allies):
        roles.actors += [a for a in allies if a not in roles.actors]
        return
    guest = "ب" if sense.entry.type == "CONSULT" else ""  # whom one meets stands behind the noun itself
    mine = {k: v for k, v in mapping.items() if k not in ("subject", "object", guest)}
    extra = {slot: list(chunks) for slot, chunks in governor.slots.items() if slot in mine}
    if not roles.recipients:
        add_slots(roles, extra, mine, page, sense.entry)
