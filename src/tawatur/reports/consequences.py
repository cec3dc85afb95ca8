"""Who killed where a loss only follows its attack: "قصف الطيران السوق. وقتل عشرة مدنيين", "… ليقتل سبعة".

The loss has no doer and no cause of its own, opens its clause with "و", "ف", "حيث" or "ل", and stands in the sentence
of the attack or opens the next one. Victims who may be the attackers' own take no doer.
"""

from typing import TYPE_CHECKING

from tawatur.knowledge.lexicon.entries import LOSSES
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.attackers import attacked_themselves
from tawatur.reports.grammar.borders import clause_of, is_finite
from tawatur.reports.grammar.page import Page
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import suffered
from tawatur.reports.lying import within
from tawatur.reports.resumption import another, attack_before, attack_taken_up, series_before

if TYPE_CHECKING:
    from tawatur.reports.events import Telling

FORCES = frozenset({"armed", "weapon", "state", "group", "political"})
RESUMED = frozenset({"shelling", "air_strike", "attack", "ambush", "bombing", "suicide_attack", "car_bomb"})
HITS = frozenset({"shelling", "air_strike", "shooting", "attack", "ambush", "bombing", "suicide_attack", "car_bomb"})
FROM_AFAR = frozenset({"shelling", "air_strike"})
UNARMED = frozenset({"civilians", "media", "group"})
CAUSES = frozenset(
    {"في", "ب", "جراء", "اثر", "نتيجه", "بسبب", "خلال", "عقب", "اثناء", "علي يد", "من قبل", "بعد", "قرب"}
)
SOLDIERS = frozenset({
    "جندي", "جنود", "جنديان", "جنديين", "ضابط", "ضباط", "ضابطان", "ضابطين", "عسكري", "عسكريان", "عسكريين", "عسكريون",
    "شرطي", "شرطيان", "شرطيين", "شرطيون", "مجند", "مجندان", "مجندين", "مجندون",
})  # fmt: skip
ARMIES = frozenset({"جيش", "قوات", "قوه", "جنود", "وحدات", "حرس", "شرطه"})
UNREAL = frozenset({"denied", "planned", "possible"})


def lend_onwards(page: Page, told: "list[Telling]") -> None:
    """Gives losses that follow an attack its doers, by the rule's suffix ":after_attack"."""
    _take_up(page, told)
    attacks: list[Telling] = []
    for telling in sorted(told, key=lambda t: t.trigger.word):
        if telling.type != "ASSAULT":
            continue
        if telling.sense.entry.extension not in LOSSES:
            attacks.append(telling)
            continue
        if not attacks or telling.roles.actors or not _follows(page, telling, attacks[-1]):
            continue
        doers, victims = attacks[-1].roles.actors, telling.roles.recipients
        if doers and victims and all(may_kill(page, attacks[-1], d, v) for d in doers for v in victims):
            telling.roles.actors += doers
            telling.roles.rule += ":after_attack"


def _take_up(page: Page, told: "list[Telling]") -> None:
    """ "شن التنظيم هجوما. … الهجوم على مارع": a definite attack without a side is the one told shortly before."""
    for telling in told:
        roles, shape = telling.roles, telling.sense.shape
        if (roles.actors and (roles.recipients or shape == "phrase")) or not _takes_up(page, telling):
            continue
        here = page.chunk_of[telling.trigger.word]
        attack = attack_before(page, here, told)
        if attack is None and another(page, here):
            attack = series_before(page, here, told, telling.sense.entry.extension)
        said = attack is not None  # "استهدف الطيران المعسكر، وطال القصف القرية": other things may be hit
        if attack is None and _resumes(page, telling, told):
            attack = attack_taken_up(page, here, told)
        if attack is not None and telling.sense.shape == "phrase" and not _of_a_kind(telling, attack):
            continue  # "الهجوم الانتحاري" is no shelling told before
        if attack is None or attack.sense.entry.extension not in RESUMED or unreal(page, attack):
            continue
        own = {a.entity for a in attack.roles.actors} & {r.entity for r in roles.recipients}
        if said and not own and not roles.actors:
            roles.actors += [a for a in attack.roles.actors if a.klass in FORCES]
            roles.rule += ":taken_up"
        elif not said and _alike(page, telling, attack):
            _lend_sides(telling, attack)
        elif not said and not own and not roles.actors and _goes_on(page, telling, attack):
            roles.actors += [a for a in attack.roles.actors if a.klass in FORCES]
            roles.rule += ":taken_up"


def _lend_sides(telling: "Telling", attack: "Telling") -> None:
    """Gives a resumed attack the doers and the named victims that it does not name itself, unless it names others."""
    own, theirs = ({a.entity for a in t.roles.actors} for t in (telling, attack))
    if own and theirs and own.isdisjoint(theirs):
        return
    if not own:
        telling.roles.actors += [a for a in attack.roles.actors if a.klass in FORCES]
        telling.roles.rule += ":taken_up"
    same = telling.sense.entry.lemma.partition(" ")[0] == attack.sense.entry.lemma.partition(" ")[0]
    if same and not telling.roles.recipients:  # "هجوم … الهجوم", and no other word for it
        doers = {a.entity for a in telling.roles.actors}
        hit = [r for r in attack.roles.recipients if r.quantity is None and r.entity not in doers]
        telling.roles.recipients += hit


def _of_a_kind(one: "Telling", other: "Telling") -> bool:
    kinds = {one.sense.entry.extension, other.sense.entry.extension}
    return len(kinds) == 1 or kinds <= FROM_AFAR


def _hits(telling: "Telling", first: int, last: int) -> bool:
    """Whether an attack is told between two words: a definite noun behind it would rather mean that."""
    told = telling.type == "ASSAULT" and telling.sense.entry.extension not in LOSSES
    return told and first <= telling.trigger.word < last


def _takes_up(page: Page, telling: "Telling") -> bool:
    """Whether a telling is a definite attack noun."""
    word = page.text.words[telling.trigger.word]
    told = telling.type == "ASSAULT" and telling.sense.shape in ("noun", "masdar", "phrase")
    noun = told and ("ال" in word.prefixes or another(page, page.chunk_of[word.index]))
    return noun and telling.sense.entry.extension in RESUMED


def _resumes(page: Page, telling: "Telling", told: "list[Telling]") -> bool:
    """Whether no attack is told before a telling in its sentence."""
    word = page.text.words[telling.trigger.word]
    first = page.text.sentence_of(word.index).first
    return not any(_hits(t, first, word.index) for t in told)


def _goes_on(page: Page, telling: "Telling", attack: "Telling") -> bool:
    """ "شن غارات على صنعاء. وقالت إن الغارات استهدفت معسكرا في همدان": the same strikes, told on by their own word."""
    words, here = page.text.words, page.chunk_of[telling.trigger.word]
    first = page.text.sentence_of(telling.trigger.word).first
    near = bool(first) and page.text.sentence_of(first - 1).first <= attack.trigger.word
    if not near or words[telling.trigger.word].stem_key != words[attack.trigger.word].stem_key:
        return False
    beside = [n for n in (here - 1, here + 1) if page.sentence_first[here] <= n < page.sentence_last[here]]
    return any(is_finite(page.chunks[n]) and subject_chunk(page, n).chunk == here for n in beside)


def _alike(page: Page, telling: "Telling", attack: "Telling") -> bool:
    """Whether what two tellings name of place and target does not set them apart, and no one hits himself."""
    hit = {a.entity for a in telling.roles.recipients if a.quantity is None}
    here, there = telling.roles.places, attack.roles.places
    if not hit.isdisjoint(a.entity for a in attack.roles.actors):
        return False
    if here and there and not any(within(page, one, other) for one in here for other in there):
        return False
    return not hit or not hit.isdisjoint(a.entity for a in attack.roles.recipients)


def _follows(page: Page, loss: "Telling", attack: "Telling") -> bool:
    """Whether a loss without a cause of its own goes on from an attack that was told and happened."""
    index, before = page.chunk_of[loss.trigger.word], page.chunk_of[attack.trigger.word]
    chunk, start = page.chunks[index], page.sentence_first[index]
    if loss.sense.shape != "verb" or attack.sense.entry.extension not in HITS or unreal(page, attack):
        return False
    same = page.sentence_first[before] == start
    if not same and (index != start or page.sentence_last[before] != start):
        return False
    if (
        "\n"
        in page.text.original[
            page.text.words[attack.trigger.last - 1].span.end : page.text.words[loss.trigger.word].span.start
        ]
    ):
        return False
    led = chunk.joined or "ل" in page.word(chunk).prefixes or page.chunks[index - 1].text == "حيث"
    between = [page.chunks[n] for n in range(before + 1, index) if is_finite(page.chunks[n])]
    if not led or not all(suffered(page.word(c)) for c in between):
        return False  # another act stands between
    return not any(_is_cause(page, n) for n in range(index + 1, clause_of(page, index).stop))


def unreal(page: Page, attack: "Telling") -> bool:
    """Whether an attack is denied, tried or planned by what stands over or before it."""
    governor = attack.roles.governor
    if governor is not None and governor.entry is not None and governor.entry.modality in UNREAL:
        return True
    word = governor.word if governor is not None else attack.trigger.word
    return any(w.stem_key in ("لم", "لن", "لا", "قد", "سوف") for w in page.text.words[max(word - 1, 0) : word])


def _is_cause(page: Page, number: int) -> bool:
    """Whether a phrase of the clause of a loss tells how or where else it came about."""
    chunk = page.chunks[number]
    told = chunk.kind == "noun" and chunk.prep in CAUSES and chunk.text != "pronoun"
    return told or (chunk.kind == "verb" and not suffered(page.word(chunk)))


def own_soldiers(page: Page, doer: ActorPhrase, victim: ActorPhrase) -> bool:
    """ "قتل أربعة جنود في عملية للجيش": soldiers of whom no more is said are hardly killed by the army."""
    words = page.text.words
    plain = not any(n in page.actors_at for n in range(victim.head + 1, victim.last))
    return plain and words[victim.head].stem_key in SOLDIERS and words[doer.head].stem_key in ARMIES


def may_kill(page: Page, attack: "Telling", doer: ActorPhrase, victim: ActorPhrase) -> bool:
    """Whether the dead are hardly the attackers' own: from the air, civilians, those attacked, soldiers of others."""
    words = page.text.words
    if words[victim.last - 1].enclitic or doer.entity == victim.entity or attacked_themselves(page, victim, [doer]):
        return False  # "ستة من عناصره"
    if doer.klass == "weapon" or attack.sense.entry.extension in FROM_AFAR or victim.klass in UNARMED:
        return True
    inner = {a.entity for n in range(victim.first, victim.last) for a in page.actors_at.get(n, ())}
    if any(a.entity in inner for a in attack.roles.recipients):
        return True
    return words[victim.head].stem_key in SOLDIERS and words[doer.head].stem_key not in ARMIES
