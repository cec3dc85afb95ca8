"""Whom an attack hit by the loss that is told with it: "قتل شرطيان في هجوم على مركز للشرطة".

The dead of an attack are its victims, and beside a target that it names too; but who attacks may fall himself.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.consequences import FROM_AFAR, SOLDIERS, UNARMED, may_kill
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.lexicon.senses import suffered

if TYPE_CHECKING:
    from tawatur.reports.events import Telling
    from tawatur.reports.grammar.page import Page

UNNAMED = frozenset({"قتلي", "جرحي", "قتيل", "قتيلا", "جريح", "جريحا", "ضحايا", "مصابين"})
FIGHTS = frozenset({"اشتباكات", "مواجهات", "معارك", "اشتباك", "معركه", "قتال"})
REACH = 6  # chunks behind an attack within which another is joined to it
ATTACKERS = frozenset({
    "مهاجم", "مهاجمين", "مهاجمون", "مهاجمان", "انتحاري", "انتحاريا", "انتحاريين", "انتحاريون", "انتحاريان", "منفذ",
    "منفذي", "منفذا",
})  # fmt: skip


def struck(page: "Page", loss: "Telling", attack: "Telling", *, alone: bool) -> list[ActorPhrase]:
    """Whom a loss adds to those an attack hit; `alone` says that the attack names no one else."""
    if attack.sense.entry.extension == "clash":
        return []
    known = attack.roles.actors + attack.roles.recipients
    fell = [v for v in loss.roles.recipients if v not in known and not _attacks(page, attack, v)]
    if alone:
        return fell
    apart = attack.sense.entry.extension == "capture_ground" or _beside_clash(page, attack)
    return [] if apart or _parted(page, loss, attack) else [v for v in fell if _surely(page, attack, v)]


def _parted(page: "Page", loss: "Telling", attack: "Telling") -> bool:
    """Whether another act is told between a loss and an attack."""
    between = range(page.chunk_of[loss.trigger.word] + 1, page.chunk_of[attack.trigger.word])
    return any(is_finite(page.chunks[n]) and not suffered(page.word(page.chunks[n])) for n in between)


def joined_to(page: "Page", attack: "Telling", attacks: "dict[int, Telling]") -> "Iterator[Telling]":
    """ "قتل خمسة في اشتباكات مع الجيش وغارات": the attacks that "و" joins to the one in which they fell."""
    index = page.chunk_of[attack.trigger.word]
    for position in range(index + 1, min(page.sentence_last[index], index + REACH)):
        chunk = page.chunks[position]
        if chunk.kind not in ("noun", "time", "mark") or (chunk.kind == "mark" and chunk.text not in closed().commas):
            return
        if position in attacks and chunk.joined and chunk.prep in ("", page.chunks[index].prep):
            yield attacks[position]


def leads_in(page: "Page", index: int, preps: frozenset[str]) -> bool:
    """Whether what stands before a phrase says that things happened in it ("خلال يومين فقط من المعارك")."""
    before = index - 1
    while before > page.sentence_first[index] and page.chunks[before].kind == "particle":
        before -= 1
    left = page.chunks[before]
    return left.prep in preps or (left.kind == "time" and page.text.words[left.first].stem_key in preps)


def _beside_clash(page: "Page", attack: "Telling") -> bool:
    """ "أصيب ثلاثة في اشتباكات وقصف للطيران": those who fell may be of either side."""
    index = page.chunk_of[attack.trigger.word]
    left = page.chunks[index - 1]
    joined = page.chunks[index].joined and not page.chunks[index].prep and attack.sense.shape != "verb"
    return joined and page.word(left).stem_key in FIGHTS


def _attacks(page: "Page", attack: "Telling", victim: ActorPhrase) -> bool:
    """ "قتل مهاجمان في الهجوم": who attacks and falls was not attacked."""
    afar = attack.sense.entry.extension in FROM_AFAR
    return not afar and page.text.words[victim.head].stem_key in ATTACKERS


def _surely(page: "Page", attack: "Telling", victim: ActorPhrase) -> bool:
    """Whether the dead are hardly the attackers' own, so that they were hit beside the target that is named."""
    doers, words = attack.roles.actors, page.text.words
    if words[victim.head].stem_key in UNNAMED:
        return False  # "عدد من القتلى والجرحى"
    if doers:
        return all(may_kill(page, attack, d, victim) for d in doers)
    if words[victim.last - 1].enclitic:
        return False  # "ستة من عناصره"
    inner = {a.entity for n in range(victim.first, victim.last) for a in page.actors_at.get(n, ())}
    hit = any(r.entity in inner for r in attack.roles.recipients)
    return hit or victim.klass in UNARMED or words[victim.head].stem_key in SOLDIERS
