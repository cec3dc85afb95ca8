"""Who did what only the clause beside says: "قتل ستة عندما هاجم مسلحون السوق", "اعتقل اثنان في حملة شنتها الشرطة".

A loss takes the doer of the attack that a clause of time behind it tells; what is told without a doer takes that of the
campaign in which it happened, or of those who laid what went off.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tawatur.knowledge.lexicon.entries import LOSSES
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.causes import WITHIN
from tawatur.reports.consequences import HITS, may_kill, own_soldiers, unreal
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.groups import actors_of
from tawatur.reports.grammar.modifiers import is_modifier
from tawatur.reports.grammar.neighbours import carries_object
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import key, lights_of, suffered
from tawatur.reports.resumption import attack_taken_up

if TYPE_CHECKING:
    from tawatur.reports.events import Telling

REACH = 10  # chunks behind what is told within which the other clause begins
WHEN = frozenset({"عندما", "حين", "حينما", "بعدما", "اثر", "لدي"})
FORCES = frozenset({"armed", "weapon", "state", "political", "office"})
FALLS = frozenset({"استشهد", "استشهاد"})  # in a campaign of their own side
RAIDS = frozenset({"مداهمه", "مداهمات", "انزال", "دهم", "كمين", "كماين"})
LAYS = frozenset({"زرع", "نصب", "وضع", "فخخ", "فجر", "اطلق", "القي", "خلف", "ترك", "لغم"})
LAID = frozenset({"لغم", "الغام", "عبوه", "عبوات", "قنبله", "قنابل", "متفجرات", "صاروخ", "صواريخ", "قذيفه", "قذائف"})
HOLDS = frozenset({"arrest"})
BLOWS = frozenset({"attack", "air_strike", "shelling", "bombing", "ambush", "suicide_attack"})
BLASTS = frozenset({"bombing", "mine", "car_bomb"})


def lend_beside(page: Page, told: "Sequence[Telling]") -> None:
    """Gives what is told without a doer that of the clause beside, by the rule's suffix ":beside"."""
    verbs = {page.chunk_of[t.trigger.word]: t for t in told if t.type == "ASSAULT" and t.sense.shape == "verb"}
    for telling in told:
        if telling.roles.actors or telling.type not in ("ASSAULT", "COERCE"):
            continue
        index = page.chunk_of[telling.trigger.word]
        lost = telling.sense.entry.extension in LOSSES
        doers = _while_attacked(page, index, telling, verbs) if lost else []
        if not doers and (lost or telling.sense.entry.extension in BLASTS):
            doers = _laid(page, index)
        fell = key(telling.sense.entry.lemma) in FALLS
        if not doers and not fell and (telling.roles.passive or lost or _undergone(telling)):
            doers = _in_campaign(page, index)
        if not doers and telling.sense.entry.extension in HOLDS:
            doers = _raided(page, telling, told)
        if not doers and telling.sense.entry.extension == "destroy":
            doers = _resulted(page, telling, told)
            if page.text.words[telling.trigger.word].enclitic:  # "نفذ الطيران ضربة على معمل، ما أدى إلى تدميره"
                own = {a.entity for a in doers}
                telling.roles.recipients[:] = [r for r in telling.roles.recipients if r.entity not in own]
        if not doers and telling.sense.entry.extension == "destroy" and telling.roles.passive:
            doers = _in_strike(page, index, told)
        harmed = _named(page, telling.roles.recipients)
        doers = [a for a in doers if a.entity not in harmed]
        doers = [a for a in doers if not any(own_soldiers(page, a, v) for v in telling.roles.recipients)]
        if doers:
            telling.roles.actors += doers
            telling.roles.rule += ":beside"


def _undergone(telling: "Telling") -> bool:
    """ "تم اعتقال خمسة", "جرى تدمير النفق": a verbal noun that a verb without a doer brings."""
    governor = telling.roles.governor
    return telling.sense.shape == "masdar" and governor is not None and governor.rule == "event_verb"


def _named(page: Page, phrases: list[ActorPhrase]) -> frozenset[str]:
    """The entities that phrases name, and those inside them."""
    inner = (a.entity for p in phrases for n in range(p.first, p.last) for a in page.actors_at.get(n, ()))
    return frozenset(p.entity for p in phrases) | frozenset(inner)


def _behind(page: Page, index: int) -> list[Chunk]:
    """The chunks of the clause behind what is told, and of losses that are joined to it."""
    found: list[Chunk] = []
    for position in range(index + 1, min(page.sentence_last[index], index + 1 + REACH)):
        chunk = page.chunks[position]
        joined = is_finite(chunk) and chunk.joined and suffered(page.word(chunk))
        if chunk.kind == "mark" and chunk.text not in ("،", ","):
            break
        found.append(chunk)
        if chunk.kind in ("when", "that", "relative") or (chunk.kind == "verb" and not joined):
            break
    return found


def _while_attacked(page: Page, index: int, loss: "Telling", verbs: "dict[int, Telling]") -> list[ActorPhrase]:
    """ "قتل عشرون عندما هاجم مسلحون سوقا", "بعد أن قصفت الطائرات": who attacked then."""
    clause = _behind(page, index)
    link = clause[-1] if clause else None
    after = link is not None and link.kind == "that" and link.prep == "بعد"
    if link is None or not (after or (link.kind == "when" and link.text in WHEN)):
        return []
    attack = verbs.get(link.index + 1)
    victims = loss.roles.recipients
    if attack is None or attack.sense.entry.extension in LOSSES or unreal(page, attack) or not victims:
        return []
    doers = attack.roles.actors
    return list(doers) if all(may_kill(page, attack, d, v) for d in doers for v in victims) else []


def _in_strike(page: Page, index: int, told: "Sequence[Telling]") -> list[ActorPhrase]:
    """ "دمر المخزن في ضربات نفذتها مقاتلات": who dealt the blow in which a thing was destroyed."""
    blows = {page.chunk_of[t.trigger.word]: t for t in told if t.type == "ASSAULT" and t.sense.shape != "verb"}
    for chunk in _behind(page, index):
        blow = blows.get(chunk.index)
        if blow is not None and chunk.prep in WITHIN and blow.sense.entry.extension in BLOWS and not unreal(page, blow):
            return list(blow.roles.actors)
    return []


def _resulted(page: Page, wreck: "Telling", told: "Sequence[Telling]") -> list[ActorPhrase]:
    """ "أسفر القصف عن تدمير الرتل", "ما أدى إلى تدمير آلية": whose attack had that result."""
    governor = wreck.roles.governor
    if governor is None or governor.entry is None or key(governor.entry.lemma) not in closed().results:
        return []
    verb = page.chunk_of[governor.word]
    whole = page.chunks[verb - 1].kind == "relative" and page.chunks[verb - 1].text in ("ما", "مما")  # "، ما أدى إلى"
    if governor.subject is not None and not whole:
        same = [t for t in told if t.type == "ASSAULT" and page.chunk_of[t.trigger.word] == governor.subject]
        attack = same[0] if same else attack_taken_up(page, governor.subject, told)
    else:
        first = page.text.sentence_of(wreck.trigger.word).first
        near = [t for t in told if t.type == "ASSAULT" and first <= t.trigger.word < governor.word]
        attack = max(near, key=lambda t: t.trigger.word, default=None)
    hit = attack is not None and attack.sense.entry.extension in HITS and not unreal(page, attack)
    return [a for a in attack.roles.actors if a.klass in FORCES] if attack is not None and hit else []


def _laid(page: Page, index: int) -> list[ActorPhrase]:
    """ "بانفجار عبوة زرعها مسلحون": who laid or fired what went off."""
    clause = _behind(page, index)
    verb = _describing(page, clause)
    if verb is None and (doers := _undertook_laying(page, clause)):
        return doers
    if verb is None or not any(key(a.lemma) in LAYS for a in page.word(verb).analyses if a.pos == "verb"):
        return []
    things = [w.stem_key for c in clause[-3:] for w in page.text.words[c.first : c.last]]
    return _subject_behind(page, verb) if not LAID.isdisjoint(things) else []


def _undertook_laying(page: Page, clause: list[Chunk]) -> list[ActorPhrase]:
    """ "انفجار عبوة قامت عناصر مسلحة بزرعها": who undertook to lay what went off."""
    verb = clause[-1] if clause else None
    if verb is None or not is_finite(verb) or verb.joined:
        return []
    if not any("ب" in e.noun and e.subject == "actor" for e, _ in lights_of(page.word(verb), as_verb=True)):
        return []
    things = [w.stem_key for c in clause[-3:] for w in page.text.words[c.first : c.last]]
    behind = page.chunks[verb.index + 1 : min(verb.index + 4, page.sentence_last[verb.index])]
    laid = (c for c in behind if c.prep == "ب" and page.word(c).enclitic)
    if LAID.isdisjoint(things) or not any(key(a.verb) in LAYS for c in laid for a in page.word(c).analyses):
        return []
    return list(actors_of(page, behind[0].index)) if behind[0].bare else []


def _in_campaign(page: Page, index: int) -> list[ActorPhrase]:
    """ "في حملة شنتها الشرطة", "خلال عملية للجيش", "في عملية قوات الأمن": whose campaign it was."""
    clause = _behind(page, index)
    for number, chunk in enumerate(clause):
        stem = page.word(chunk).stem_key
        if (
            _takes_part(page, chunk)
            or chunk.kind != "noun"
            or chunk.prep not in WITHIN
            or (stem not in closed().undertakings and stem not in RAIDS)
        ):
            continue
        if chunk.owner is not None and chunk.owner.klass in FORCES and chunk.owner.definite:
            return [chunk.owner]
        rest = [c for c in clause[number + 1 :] if not is_modifier(page, c)]
        if rest and rest[0].prep == "ل" and rest[0].actor is not None and not chunk.definite:
            return [a for a in actors_of(page, rest[0].index) if a.klass in FORCES]
        verb = _describing(page, clause)
        if verb is not None and carries_object(page.word(verb)):
            return [a for a in _subject_behind(page, verb) if a.klass in FORCES]
    return []


def _takes_part(page: Page, chunk: Chunk) -> bool:
    """ "القوات المشاركة في عملية": the participle before takes the phrase."""
    before = page.text.words[chunk.first - 1] if chunk.first else None
    return before is not None and any(a.derived == "active" for a in before.analyses)


def _describing(page: Page, clause: list[Chunk]) -> Chunk | None:
    """The verb with a pronoun at the end of a clause, which describes the noun before it."""
    last = clause[-1] if clause else None
    if last is not None and last.kind == "relative" and last.index + 1 < page.sentence_last[last.index]:
        last = page.chunks[last.index + 1]
    return last if last is not None and is_finite(last) and page.word(last).enclitic and not last.joined else None


def _subject_behind(page: Page, verb: Chunk) -> list[ActorPhrase]:
    subject = subject_chunk(page, verb.index).chunk
    return list(actors_of(page, subject)) if subject is not None and subject > verb.index else []


def _raided(page: Page, arrest: "Telling", told: "Sequence[Telling]") -> list[ActorPhrase]:
    """ "داهمت القوات المنازل، ما أسفر عن اعتقال عشرة": who raided before took those who are arrested."""
    governor = arrest.roles.governor
    if governor is None or governor.entry is None or key(governor.entry.lemma) not in closed().results:
        return []
    first = page.text.sentence_of(arrest.trigger.word).first
    near = [t for t in told if first <= t.trigger.word < governor.word and t is not arrest]
    last = max(near, key=lambda t: t.trigger.word, default=None)
    if last is None or unreal(page, last) or last.type not in ("ASSAULT", "COERCE"):
        return []
    raids = last.sense.entry.mode == "seize" or last.sense.entry.extension in ("raid", "attack", "arrest")
    return [a for a in last.roles.actors if a.klass in FORCES] if raids else []
