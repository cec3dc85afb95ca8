"""Whose attack it was in which people died: a loss without a doer takes the doer of the attack that it is told within.

"قتل سبعة مدنيين في غارات للتحالف", "مقتل جندي في كمين نصبه مسلحون", "سقط قتلى في اشتباكات مع الجيش".
"""

from typing import TYPE_CHECKING

from tawatur.knowledge.lexicon.entries import LOSSES
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.around import MEETING, named_in, verb_around
from tawatur.reports.attackers import attacked_themselves
from tawatur.reports.circumstances import place_of
from tawatur.reports.consequences import own_soldiers
from tawatur.reports.gate import counted_loss
from tawatur.reports.grammar.arguments import tells_itself
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.going_on import says_only
from tawatur.reports.grammar.groups import actors_of, coordinated
from tawatur.reports.grammar.page import Page
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import deeds_of, lights_of, suffered
from tawatur.reports.meetings import meets_one, met_with
from tawatur.reports.modality.anew import COUNTED
from tawatur.reports.resumption import attack_taken_up
from tawatur.reports.struck import joined_to, leads_in, struck

if TYPE_CHECKING:
    from tawatur.reports.events import Telling

WITHIN = frozenset({"في", "ب", "جراء", "اثر", "نتيجه", "بسبب", "خلال", "عقب", "من جراء", "اثناء"})
SIDES = frozenset({"armed", "state", "weapon"})
FALLEN = frozenset(
    {
        "قتيل",
        "قتلي",
        "قتيلين",
        "قتيلان",
        "جريح",
        "جرحي",
        "جريحين",
        "جريحان",
        "مصاب",
        "مصابين",
        "شخص",
        "اشخاص",
        "اخرين",
        "اخرون",
        "ضحايا",
    }
)
OTHERS = frozenset({"اخرين", "اخرون"})
BOTH = frozenset({"طرفين", "جانبين"})
REACH = 9  # chunks behind a loss within which its attack stands


def lend_doers(page: Page, told: "list[Telling]") -> None:
    """Gives the losses without a doer that of the attack told behind them, by the rule's suffix ":in_attack"."""
    phrases: dict[int, list[Telling]] = {}
    for one in told:
        if one.type == "ASSAULT" and one.sense.shape != "verb" and one.sense.entry.extension not in LOSSES:
            phrases.setdefault(page.chunk_of[one.trigger.word], []).append(one)
    attacks = {index: same[-1] for index, same in phrases.items()}
    for attack in attacks.values():
        if attack.sense.entry.extension != "clash" or attack.roles.actors:
            continue
        if attack.roles.recipients:
            attack.roles.actors += _clashing(page, attack)
        else:
            _fought(page, attack, told)
    for meeting in told:
        if meeting.type == "CONSULT" and meeting.roles.recipients and not meeting.roles.actors:
            meeting.roles.actors += met_with(page, meeting)
        elif meeting.type == "CONSULT" and meets_one(page, meeting) and (guest := met_with(page, meeting)):
            meeting.roles.actors, meeting.roles.recipients = guest, meeting.roles.actors
    bare: set[int] = set()
    dealt: dict[int, list[ActorPhrase]] = {}
    for loss in told:
        if loss.sense.entry.extension not in LOSSES:
            continue
        index = page.chunk_of[loss.trigger.word]
        within = behind = _attack_behind(page, index, attacks)
        if within is None and (within := _taken_up(page, index, told)) is not None:
            within.tolls.append(loss)
        if within is None:
            continue
        if not within.roles.recipients or id(within) in bare:
            bare.add(id(within))  # "قتل ضابط وأصيب جنديان في هجوم": it hit both
        if id(within) in bare or within is behind:
            within.roles.recipients += struck(page, loss, within, alone=id(within) in bare)
        same = phrases[page.chunk_of[within.trigger.word]] if within is behind else []  # "تفجير سيارة مفخخة"
        joined = joined_to(page, within, attacks) if within is behind else ()
        for more in (*(t for t in same if t is not within), *joined):
            more.roles.recipients += struck(page, loss, more, alone=not more.roles.recipients)
        if _many_fell(page, loss) and _one_fight(page, within) and COUNTED not in within.roles.rule:
            within.roles.rule += COUNTED
        if not loss.roles.places and (there := place_of(page, within)) is not None:
            loss.roles.places.append(there)
        doers = [] if loss.roles.actors else _doers(page, loss, within)
        others = [page.text.words[v.head].stem_key for v in loss.roles.recipients]
        if not (doers or loss.roles.actors) and others and OTHERS.issuperset(others):
            doers = dealt.get(id(within), [])  # "قتل أربعة من الحركة وأصيب آخرون": whoever killed the first
        dealt[id(within)] = doers
        if doers:
            loss.roles.actors += doers
            loss.roles.rule += ":in_attack"
        _turn(page, loss, within)


def _many_fell(page: Page, loss: "Telling") -> bool:
    """ "قتل سبعة في غارة": so many were killed in one attack; "مقتل المدنيين في الغارات" may be any."""
    told = loss.sense.shape == "verb" or loss.roles.governor is None
    counted = counted_loss(page, page.text.words[loss.trigger.word], loss.sense)
    return told and (counted or any(r.quantity is not None and not r.definite for r in loss.roles.recipients))


def _one_fight(page: Page, attack: "Telling") -> bool:
    """Whether an attack may be the one in which the counted fell: "القتال" goes on for months, a rout kills no one."""
    word = page.text.words[attack.trigger.word]
    several = word.definite and (attack.sense.entry.extension == "clash" or word.number == "p")
    return not several and attack.sense.entry.extension not in ("repel", "capture_ground")


def _turn(page: Page, loss: "Telling", clash: "Telling") -> None:
    """ "قتل خمسة مسلحين في اشتباكات مع الجيش": of a clash that names one side only, that side did it to the dead."""
    victims = loss.roles.recipients
    if clash.sense.entry.extension != "clash" or not victims or not clash.roles.recipients:
        return
    if all(r in victims for r in clash.roles.recipients):
        return
    if clash.roles.actors and _group_of(page, victims, clash) == clash.roles.actors:
        return
    if all(a in victims for a in clash.roles.actors):
        clash.roles.actors, clash.roles.recipients = clash.roles.recipients, list(victims)


def nameless(page: Page, victim: ActorPhrase) -> bool:
    """Whether a phrase only counts the fallen ("28 قتيلا", "آخرون") and names no side."""
    words = page.text.words[victim.head + 1 : victim.last]
    if any(w.stem_key in BOTH for w in words):
        return True  # "عشرون مقاتلا من الطرفين"
    inside = any(w.index in page.actors_at and w.stem_key not in BOTH for w in words)
    return page.text.words[victim.head].stem_key.removesuffix("ا") in FALLEN and not inside


def _clashing(page: Page, clash: "Telling") -> list[ActorPhrase]:
    """ "بسطت المقاومة سيطرتها بعد اشتباكات مع الحوثيين": who acts in the clause clashed with whom it names."""
    verb = verb_around(page, page.chunk_of[clash.trigger.word])
    subject = subject_chunk(page, verb).chunk if verb is not None else None
    if verb is None or subject is None or says_only(page.word(page.chunks[verb])):
        return []  # "أعلن التحالف مقتل جندي في اشتباكات مع المسلحين"
    if suffered(page.word(page.chunks[verb])):
        victims = list(actors_of(page, subject))  # "لقي خمسة مصرعهم باشتباكات مع الجيش": whom they met did it
        if group := _group_of(page, victims, clash):
            return group
        whose = _whose_dead(page, subject) if victims and all(nameless(page, v) for v in victims) else []
        victims = [a for a in whose if page.text.words[a.head].stem_key not in BOTH] or victims
        others = [a for a in clash.roles.recipients if a not in victims]
        if others and victims and all(nameless(page, v) for v in victims):
            return []  # "قتل أربعة من الحركة وأصيب آخرون في اشتباكات مع الجيش": the first say whose they are
        clash.roles.recipients = victims if others else clash.roles.recipients
        return others
    there = named_in(page, clash.roles.recipients)
    return [a for a in actors_of(page, subject) if a.klass in ("armed", "state") and a.entity not in there]


def _fought(page: Page, clash: "Telling", told: "list[Telling]") -> None:
    """ "سيطرت القوات على البلدة بعد معارك": who takes ground, kills or arrests in a clash fought those who lose it."""
    verb = verb_around(page, page.chunk_of[clash.trigger.word])
    for other in told:
        if other.type not in ("ASSAULT", "COERCE") or other is clash or verb is None:
            continue
        own = page.chunk_of[other.trigger.word]
        if own != verb and not (verb < own < page.chunk_of[clash.trigger.word] and other.roles.governor is not None):
            continue
        clash.roles.actors += [a for a in other.roles.actors if a.klass in SIDES]
        sides = [r for r in other.roles.recipients if r.klass in SIDES and r not in clash.roles.actors]
        clash.roles.recipients += [r for r in sides if not nameless(page, r)]
        return


def _whose_dead(page: Page, subject: int) -> list[ActorPhrase]:
    """ "سقط مئات القتلى والجرحى من الحركة في المعارك": of whom the fallen are."""
    behind = coordinated(page, subject)[-1].index + 1
    if behind >= page.sentence_last[subject] or page.chunks[behind].prep != "من" or page.chunks[behind].joined:
        return []
    return [a for a in actors_of(page, behind) if a.klass in MEETING]


def _group_of(page: Page, victims: list[ActorPhrase], clash: "Telling") -> list[ActorPhrase]:
    """ "قتل أحد العناصر في «فيلق الرحمن» أثناء معركة مع الجيش": the group by name to which the dead belong fought."""
    there = named_in(page, clash.roles.recipients)
    groups = [
        inner
        for victim in victims
        for number in range(victim.first + 1, victim.last)
        for inner in page.actors_at.get(number, ())
        if inner.form in ("name", "loaded") and inner.klass == "armed" and inner.entity not in there
    ]
    return groups[:1]


def _attack_behind(page: Page, index: int, attacks: "dict[int, Telling]") -> "Telling | None":
    """The first attack in which the loss happened, in its clause or that of a verb beside it."""
    for position in range(index + 1, min(page.sentence_last[index], index + REACH)):
        chunk = page.chunks[position]
        if chunk.kind in ("that", "relative", "when") or (chunk.kind == "mark" and chunk.text not in ("،", ",")):
            return None
        if (is_finite(chunk) and not chunk.joined) or (chunk.prep == "مع" and tells_itself(page, chunk)):
            return None
        if is_finite(chunk) and any(e.kind == "control" for e, _ in lights_of(page.word(chunk), as_verb=True)):
            return None  # "أصيب تسعة في انفجار، مع تكثيف التنظيم هجومه"
        joined = chunk.joined and (
            position - 1 == index or not _strikes(page, position - 1)
        )  # "بقتل الناس وتدمير البيوت"
        behind = leads_in(page, position, WITHIN) and not joined
        if position in attacks and (chunk.prep in WITHIN or behind):
            return attacks[position]
    return None


def _strikes(page: Page, index: int) -> bool:
    """ "جراء ضربات وغارات التحالف" are of one, "في اشتباكات وقصف" of two, "في حلب وقصف على إدلب" tells of another."""
    kinds = {e.extension for e in deeds_of(page.word(page.chunks[index])) if e.type == "ASSAULT"}
    return bool(kinds) and "clash" not in kinds


def _taken_up(page: Page, index: int, told: "list[Telling]") -> "Telling | None":
    """ "وقتل في الهجوم ثلاثة": the attack of a sentence before, in which the loss is said to have happened."""
    for position in range(index + 1, min(page.sentence_last[index], index + REACH)):
        chunk = page.chunks[position]
        if is_finite(chunk) or chunk.kind in ("that", "relative", "when", "mark"):
            return None
        if chunk.prep in WITHIN and (attack := attack_taken_up(page, position, told)) is not None:
            return attack
    return None


def _doers(page: Page, loss: "Telling", attack: "Telling") -> list[ActorPhrase]:
    """Who attacked: of two sides that clash the one to which the victims do not belong."""
    actors, others = attack.roles.actors, attack.roles.recipients
    dead = _whose_dead(page, loss.roles.subject) if loss.roles.subject is not None else []
    if any(page.text.words[d.head].stem_key in BOTH for d in dead):
        return []  # "قتلى وجرحى من الطرفين"
    victims = named_in(page, [*loss.roles.recipients, *dead])
    if attack.sense.entry.extension == "clash" or "party" in attack.sense.entry.roles.values():
        if actors and others and all(nameless(page, o) for o in others):
            pass  # "قتل أربعة من الحركة وأصيب آخرون في اشتباكات مع الجيش": it met both
        elif actors and others:
            inside = [bool(named_in(page, side) & victims) for side in (actors, others)]
            actors = others if inside == [True, False] else actors if inside == [False, True] else []
        elif not actors:
            actors = others
    own = [a for a in actors if a.form == "anaphor" and a.klass == "armed"] if _of_group(page, loss) else []
    own += actors if any(attacked_themselves(page, v, actors) for v in loss.roles.recipients) else []
    others = [a for a in actors if a.entity not in victims and a not in loss.roles.recipients + own]
    return [a for a in others if not any(own_soldiers(page, a, v) for v in loss.roles.recipients)]


def _of_group(page: Page, loss: "Telling") -> bool:
    """ "مقتل عشرة من الحركة في هجوم شنه التنظيم": members of a group are hardly killed by "the organisation"."""
    inner = [a for r in loss.roles.recipients for n in range(r.first + 1, r.last) for a in page.actors_at.get(n, ())]
    return any(a.klass == "armed" and a.form in ("name", "loaded") for a in inner)
