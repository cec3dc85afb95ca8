"""Sides of an attack that only the sentences beside name: both of a clash told on, who is repelled, who claims it.

"وتركزت الاشتباكات في القرية" is between those who clashed before, "وتصدى الجيش للهجوم" against those whose attack it
was, and "وتبنى التنظيم الهجوم" says who did what was told without a doer.
"""

from typing import TYPE_CHECKING

from tawatur.arabic.letters import key
from tawatur.knowledge.lexicon.entries import LOSSES
from tawatur.reports.attackers import spare_attackers
from tawatur.reports.causes import BOTH, FALLEN, WITHIN
from tawatur.reports.consequences import may_kill, unreal
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Page
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import suffered
from tawatur.reports.modality.anew import TAKEN_UP
from tawatur.reports.resumption import attack_taken_up
from tawatur.reports.roles.record import HOLDERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.reports.events import Telling

REACH = 3  # chunks behind a repulse within which the attack stands that it met
ROOTS = ("هجم", "غار", "قصف", "عدا")  # letters that the words for one attack share
CLAIMS = frozenset({key("تبنى"), "مسووليه", "مسووليت"})
ASKING = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
SAID = frozenset(
    {"اتهام", "اتهامات", "تهمه", "تهم", "ادعاء", "ادعاءات", "مزاعم", "طلب", "طلبات", "مطالب", "مطلب", "دعوه", "دعوات"}
)
CLAIMANTS = frozenset({"armed", "political"})


def lend_known_sides(page: Page, told: "Sequence[Telling]") -> None:
    """Gives clashes, repulses and claimed attacks the sides that the sentence beside tells."""
    for telling in told:
        if telling.type == "REJECT":
            _answered(page, telling, told)
        if telling.type != "ASSAULT" or unreal(page, telling):
            continue
        if telling.sense.entry.extension in LOSSES:
            _share_toll(page, telling, told)
            _share_means(page, telling, told)
        elif telling.sense.entry.extension == "clash":
            _clash_again(page, telling, told)
        elif telling.sense.entry.extension == "repel":
            _met(page, telling, told)
        else:
            _claimed(page, telling, told)
    spare_attackers(page, told)  # once all losses have lent their dead


def _answered(page: Page, answer: "Telling", told: "Sequence[Telling]") -> None:
    """ "اتهمت واشنطن طهران … ونفت طهران الاتهام": whoever was charged or asked answers who charged or asked him."""
    roles = answer.roles
    if roles.recipients or not roles.actors or not _answers(page, answer):
        return
    here = page.text.sentence_of(answer.trigger.word).first
    first = page.text.sentence_of(here - 1).first if here else here
    own = {a.entity for a in roles.actors}
    for asked in told:
        if asked.type not in ASKING or not first <= asked.trigger.word < answer.trigger.word:
            continue
        if unreal(page, asked) or own.isdisjoint(r.entity for r in asked.roles.recipients):
            continue
        roles.recipients += [a for a in asked.roles.actors if a.entity not in own]
        return


def _answers(page: Page, answer: "Telling") -> bool:
    """Whether what is refused or denied is what was said before: "الاتهام", "هذا الطلب", "ما نفته"."""
    index = page.chunk_of[answer.trigger.word]
    before = page.chunks[index - 1] if index > page.sentence_first[index] else None
    if before is not None and before.kind == "relative" and before.text in ("ما", "مما"):
        return True  # "وهو ما نفته"
    for chunk in page.chunks[index + 1 : min(index + 1 + REACH, answer.clause.stop)]:
        word = page.word(chunk)
        said = word.stem_key in SAID and chunk.bare and "ال" in word.prefixes
        if said and chunk.last == chunk.head + 1 and chunk.owner is None and not chunk.nationals:
            return True
    return False


def _clash_again(page: Page, clash: "Telling", told: "Sequence[Telling]") -> None:
    """ "الاشتباكات اندلعت في القرية": a definite clash without a side is between those who clashed before."""
    if clash.roles.actors or clash.roles.recipients or clash.sense.shape == "verb":
        return
    word, here = page.text.words[clash.trigger.word], page.chunk_of[clash.trigger.word]
    before = attack_taken_up(page, here, told) if "ال" in word.prefixes and _is_told_on(page, here) else None
    if before is None or before.sense.entry.extension != "clash" or unreal(page, before):
        return
    sides = [*before.roles.actors, *before.roles.recipients]
    unnamed = any(page.text.words[s.head].stem_key.removesuffix("ا") in FALLEN | BOTH for s in sides)
    if before.roles.actors and before.roles.recipients and not unnamed:
        clash.roles.actors += before.roles.actors
        clash.roles.recipients += before.roles.recipients
        clash.roles.rule += TAKEN_UP


def _is_told_on(page: Page, index: int) -> bool:
    """Whether a clash is what its clause is about, or that in which something happens: no "ينقل المعارك من …"."""
    if page.chunks[index].prep:
        return page.chunks[index].prep in WITHIN
    beside = [n for n in (index - 1, index + 1) if page.sentence_first[index] <= n < page.sentence_last[index]]
    return any(is_finite(page.chunks[n]) and subject_chunk(page, n).chunk == index for n in beside)


def _met(page: Page, repulse: "Telling", told: "Sequence[Telling]") -> None:
    """ "وتصدى الجيش للهجوم", "وصدت القوات الهجوم": those whose attack was told before."""
    if repulse.roles.recipients or not repulse.roles.actors:
        return
    here = page.chunk_of[repulse.trigger.word]
    for index in range(here, min(here + 1 + REACH, repulse.clause.stop)):
        attack = attack_taken_up(page, index, told)
        if attack is None or not _of_root(page, index, attack):
            continue
        own = {a.entity for a in repulse.roles.actors}
        doers = [] if unreal(page, attack) else attack.roles.actors
        if own.isdisjoint(a.entity for a in doers):
            repulse.roles.recipients += [a for a in doers if a.klass in HOLDERS]
        return


def _of_root(page: Page, index: int, attack: "Telling") -> bool:
    """Whether the attack told before is called so again: "هاجم … الهجوم", "غارات … الغارة"."""
    stem, lemma = page.word(page.chunks[index]).stem_key, key(attack.sense.entry.lemma.partition(" ")[0])
    root = next((r for r in ROOTS if set(r) <= set(stem)), None)
    return root is not None and set(root) <= set(lemma) and attack.sense.entry.extension != "clash"


def _share_toll(page: Page, loss: "Telling", told: "Sequence[Telling]") -> None:
    """ "وأسفر الهجوم عن مقتل سبعة": the dead of an attack that was taken up are those of its doers."""
    here = loss.trigger.word
    near = range(page.text.sentence_of(here).first, here)
    attacks = [t for t in told if t.type == "ASSAULT" and t.trigger.word in near and t is not loss]
    attack = max(
        (t for t in attacks if t.sense.entry.extension not in LOSSES), key=lambda t: t.trigger.word, default=None
    )
    if loss.roles.actors or attack is None or TAKEN_UP not in attack.roles.rule:
        return
    words = page.text.words[near.start : here]
    results = any(a.pos == "verb" and key(a.lemma) in closed().results for w in words for a in w.analyses)
    if attack.sense.entry.extension == "clash" or not results:
        return
    doers, victims = attack.roles.actors, loss.roles.recipients
    if doers and victims and all(may_kill(page, attack, d, v) for d in doers for v in victims):
        loss.roles.actors += doers
        loss.roles.rule += ":in_attack"


def _share_means(page: Page, loss: "Telling", told: "Sequence[Telling]") -> None:
    """ "قتل متظاهران وأصيب 40 برصاص الشرطة": of two losses right behind each other what ends them did both."""
    stop, own = loss.clause.stop, page.chunk_of[loss.trigger.word]
    if loss.roles.actors or not loss.roles.passive or loss.sense.shape != "verb" or stop >= page.sentence_last[own]:
        return
    second = page.chunks[stop]
    between = page.chunks[own + 1 : stop]
    caused = any(c.kind == "noun" and c.prep in WITHIN and (c.prep != "في" or c.place is None) for c in between)
    if caused or not (second.kind == "verb" and second.joined and suffered(page.word(second))):
        return
    pair = next((t for t in told if page.chunk_of[t.trigger.word] == stop and t.type == "ASSAULT"), None)
    if pair is None or not pair.roles.passive or pair.sense.entry.extension not in LOSSES:
        return
    hit = {r.entity for r in loss.roles.recipients}
    named = [a for a in pair.roles.actors if a.first > pair.trigger.word and a.entity not in hit]
    loss.roles.actors += [a for a in named if page.text.words[a.head].stem_key not in BOTH]
    loss.roles.rule += ":with_next" if loss.roles.actors else ""


def _claimed(page: Page, claim: "Telling", told: "Sequence[Telling]") -> None:
    """ "وتبنى التنظيم الهجوم", "أعلنت الحركة مسؤوليتها عن التفجير": who says that he did what was told before."""
    if not claim.roles.actors or claim.sense.shape == "verb" or not _claims(page, claim):
        return
    attack = attack_taken_up(page, page.chunk_of[claim.trigger.word], told)
    claimants = [a for a in claim.roles.actors if a.klass in CLAIMANTS]
    if attack is None or not claimants or attack is claim:
        return
    hit = {r.entity for r in attack.roles.recipients}
    if not hit.isdisjoint(a.entity for a in claimants):
        return
    claim.roles.rule += TAKEN_UP
    first = page.text.sentence_of(attack.trigger.word)
    beside = (t for t in told if first.first <= t.trigger.word < first.last and t.type == "ASSAULT")
    for one in beside:
        lost = one.sense.entry.extension in LOSSES
        theirs = lost and all(may_kill(page, attack, d, v) for d in claimants for v in one.roles.recipients)
        if (one is attack or theirs) and not one.roles.actors and not unreal(page, one):
            one.roles.actors += claimants
            one.roles.rule += ":claimed"


def _claims(page: Page, claim: "Telling") -> bool:
    """Whether the words before a definite attack claim it."""
    words = page.text.words
    first = page.text.sentence_of(claim.trigger.word).first
    near = words[max(first, claim.trigger.word - 6) : claim.trigger.word]
    return any(w.stem_key in CLAIMS or any(key(a.lemma) in CLAIMS for a in w.analyses) for w in near)
