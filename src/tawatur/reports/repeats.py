"""One act is told once in a clause: which of two triggers of the same act stays and takes what the other found."""

from typing import TYPE_CHECKING

from tawatur.arabic.letters import key
from tawatur.knowledge.lexicon.entries import LOSSES
from tawatur.reports.another_act import another_act, answers_elsewhere
from tawatur.reports.gate import DEEDS
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.page import Page
from tawatur.reports.grammar.purposes import is_loss
from tawatur.reports.grammar.relatives import head_of_relative
from tawatur.reports.lexicon.collocates import folded, keys_of
from tawatur.reports.lexicon.senses import index, lights_of
from tawatur.reports.no_act import asked_for, by_accident, is_toll
from tawatur.reports.resumption import its_toll, none_fell
from tawatur.reports.same_act import aims_on, exchanged, locks, same_doers

if TYPE_CHECKING:
    from tawatur.model.draft import Draft
    from tawatur.model.phrases import ActorPhrase
    from tawatur.reports.events import Telling

CARRIED = 3  # words from a noun to the one that it carries
REFUSES = "رفض"
ORDERS = frozenset(map(key, ("أمر", "وجه", "أوعز", "كلف", "أصدر", "أعطى")))  # what is ordered is planned
HELP = frozenset({"AID", "SUPPORT"})  # "الدعم السياسي الذي قدمته": one help, whatever its noun and verb are called
PREDICATES = frozenset({"held", "under_way"})  # said of someone as a verb is: they take nothing a verb found
UNDOING = frozenset({"RETREAT", "SANCTION", "REJECT"})  # their verbs end or refuse what their object names
HARMING = DEEDS - HELP


def without_repeats(page: Page, found: "list[Telling]") -> "list[Telling]":
    """The tellings without those that a noun or another verb of the same clause already tells."""
    told = [t for t in found if t.sense.shape != "verb" and t.kind == "event" and t.roles.rule not in PREDICATES]
    nouns = {page.chunk_of[t.trigger.word]: t for t in told}
    asking = [t for t in found if t.type == "REQUEST" and t.sense.shape == "verb"]
    requests = {page.chunk_of[t.trigger.word] for t in asking if not _orders(t)}
    verbs = {page.chunk_of[t.trigger.word]: t for t in found if t.sense.shape == "verb" and t.kind == "event"}
    given = {_head_of(page, t) for t in found if t.type == "AID" and t.sense.shape == "verb" and t.kind == "event"}
    kept: list[Telling] = []
    for telling in found:
        if telling.kind == "relation" and page.chunk_of[telling.trigger.word] in given:
            continue  # "الدعم الذي قدمته إيران للنظام": an act, no tie
        if _undone(page, telling, verbs):
            continue
        if telling.kind == "event" and (
            _told_by_noun(page, telling, nouns)
            or _is_means(page, telling, kept)
            or _told_by_carrier(page, telling, kept)
            or aims_on(page, telling, kept)
            or _told_by_verb(page, telling, verbs)
            or exchanged(page, telling, verbs)
            or by_accident(page, telling, kept)
            or is_toll(page, telling, kept)
            or asked_for(page, telling, requests)
        ):
            continue
        kept.append(telling)
    return kept


def _told_by_noun(page: Page, telling: "Telling", nouns: "dict[int, Telling]") -> bool:
    """ "شن هجوما", "الغارات استهدفت", "اللقاء حضره ضباط": the noun tells it, and takes what the verb found."""
    if telling.sense.shape != "verb" or _orders(telling):
        return False
    if (described := _described(page, telling, nouns)) is not None:
        _lend(page, telling, described)
        return True
    for number in telling.clause:
        other = nouns.get(number)
        if other is None or other is telling:
            continue
        word = page.text.words[other.trigger.word]
        if its_toll(page, telling, other, number):
            none, clash = none_fell(page, telling), other.sense.entry.extension == "clash"
            if none or clash or word.index > telling.trigger.word:
                other.tolls += [] if none else [telling]
                return True
        if word.index > telling.trigger.word:
            if telling.sense.entry.extension in LOSSES and page.chunks[number].prep not in ("", "ب"):
                continue  # "أصيب جنديان في هجوم": a loss and the attack in which it happened
            if another_act(page, telling, other, number) or (telling.type == "ACCUSE" and other.type == "ASSAULT"):
                continue  # "نسبت الشرطة الهجوم إلى الحركة": to accuse is one act, the attack another
            if _breaks_up(telling, other) or _undone(page, other, {page.chunk_of[telling.trigger.word]: telling}):
                continue
            if locks(page, telling, other) and not other.sense.weak and telling.sense.entry.extension != "repel":
                _lend(page, telling, other)
                return True
            if telling.roles.subject == number and other.type == telling.type and _hits(page, telling):
                _lend(page, telling, other)
                return True  # "استهدفت غارات التحالف الميناء"
        elif _stops_it(telling, other):
            continue  # "هجوم بطائرتين أسقطتهما الدفاعات"
        elif other.type == telling.type and (
            telling.roles.subject == number
            or page.text.words[telling.trigger.word].enclitic
            or _describes(page, telling, number)
        ):
            _lend(page, telling, other)
            return True
    return False


def _is_means(page: Page, telling: "Telling", kept: "list[Telling]") -> bool:
    """ "شنوا هجوما على قاعدة بسيارة مفخخة": with what the attack of the clause was made is no other attack."""
    chunk = page.chunks[page.chunk_of[telling.trigger.word]]
    if telling.sense.entry.extension != "car_bomb" or chunk.prep != "ب" or chunk.head != telling.trigger.word:
        return False  # "بتفجير سيارة مفخخة" tells of the bomb
    attacks = (t for t in kept if t.type == "ASSAULT" and t.sense.entry.extension not in LOSSES)
    return any(t.trigger.word < telling.trigger.word and t.clause == telling.clause for t in attacks)


def _described(page: Page, telling: "Telling", nouns: "dict[int, Telling]") -> "Telling | None":
    """ "الاتفاق الذي وقعته الحكومة": the noun of the same act that the relative clause of a verb describes."""
    head = _head_of(page, telling) if telling.type not in HARMING else None
    other = nouns.get(head) if head is not None else None
    alike = other is not None and (other.type == telling.type or {other.type, telling.type} == HELP)
    return other if alike else None


def _head_of(page: Page, telling: "Telling") -> int | None:
    """The noun that a relative clause describes which begins with this verb."""
    before = page.chunk_of[telling.trigger.word] - 1
    return head_of_relative(page, before) if before >= 0 and page.chunks[before].kind == "relative" else None


def _orders(telling: "Telling") -> bool:
    """ "أمر الجيش بالانسحاب": who orders tells one act, what is ordered is another."""
    return telling.type == "REQUEST" and key(telling.sense.entry.lemma) in ORDERS


def _breaks_up(verb: "Telling", noun: "Telling") -> bool:
    """ "فضت الشرطة الاعتصام": who breaks up a protest does not protest."""
    return verb.type == "COERCE" and noun.type == "PROTEST"


def _stops_it(verb: "Telling", noun: "Telling") -> bool:
    """Whether a verb tells how what attacked was brought down, which is another act than the attack."""
    return verb.sense.entry.extension == "shoot_down" and noun.sense.entry.extension != "shoot_down"


def _hits(page: Page, telling: "Telling") -> bool:
    """Whether a verb has acts as subjects and whom they hit as object ("استهدف", "طال")."""
    lights = [e for e, _ in lights_of(page.text.words[telling.trigger.word], as_verb=True)]
    return any("subject" in e.noun and e.roles.get("object") == "recipient" for e in lights)


def _describes(page: Page, telling: "Telling", noun: int) -> bool:
    """ "هجوما استهدف دورية": a verb of which acts are subjects, right behind an indefinite noun of one."""
    index = page.chunk_of[telling.trigger.word]
    beside = noun == index - 1 and not page.chunks[noun].definite and not page.chunks[index].joined
    return beside and any(
        "subject" in e.noun for e, _ in lights_of(page.text.words[telling.trigger.word], as_verb=True)
    )


def _told_by_verb(page: Page, telling: "Telling", verbs: "dict[int, Telling]") -> bool:
    """ "ألقى القبض", "نفت اتهامات": a weak noun that locks the sense of its verb is told by the verb."""
    if telling.sense.shape == "verb" or not telling.sense.weak:
        return False
    own = page.chunk_of[telling.trigger.word]
    for position in range(own - 1, max(page.sentence_first[own], own - 7) - 1, -1):
        if (verb := verbs.get(position)) is not None:
            how = verb.sense.entry.extension in LOSSES and page.chunks[own].prep not in ("", "ب")
            told = locks(page, verb, telling) or _idiom(page, verb, telling)
            return told and not how  # "لقي حتفه جراء ضربات": the loss and the strikes
        if is_finite(page.chunks[position]) or page.chunks[position].kind in ("that", "relative", "when"):
            return False
    return False


def _undone(page: Page, telling: "Telling", verbs: "dict[int, Telling]") -> bool:
    """ "علق التحالف غاراته", "أوقفت تمويل الوكالة": what a verb ends is no act, unless another did it."""
    if telling.sense.shape == "verb":
        return False
    index = page.chunk_of[telling.trigger.word]
    for position in range(index - 1, max(page.sentence_first[index], index - 4) - 1, -1):
        verb = verbs.get(position)
        if verb is not None:
            doers = {a.entity for a in verb.roles.actors}
            if key(verb.sense.entry.lemma) == REFUSES and telling.type != "REJECT" and same_doers(telling, verb):
                return True  # "رفض السماح بدخول المراقبين": to refuse is the act
            others = telling.type in ("ASSAULT", "PROTEST") and any(a.entity not in doers for a in telling.roles.actors)
            return (
                (verb.type in UNDOING or _breaks_up(verb, telling))
                and verb.type != telling.type
                and locks(page, verb, telling)
                and not others
            )
        if is_finite(page.chunks[position]) or page.chunks[position].kind in ("that", "relative", "when", "mark"):
            return False
    return False


def _told_by_carrier(page: Page, telling: "Telling", kept: "list[Telling]") -> bool:
    """ "توقيع اتفاق", "حملة اعتقالات": the noun that a noun before it locks on tells nothing new."""
    if telling.sense.shape == "verb" or not kept or telling.sense.entry.kind != "act":
        return False
    carrier = kept[-1]
    after = max([a.last for a in carrier.roles.actors if carrier.trigger.last <= a.first], default=carrier.trigger.last)
    near = 0 < telling.trigger.word - carrier.trigger.last + 1 <= CARRIED or telling.trigger.word == after
    if not near or carrier.sense.shape == "verb" or carrier.type != telling.type or not locks(page, carrier, telling):
        return False
    within = page.chunks[page.chunk_of[telling.trigger.word]].prep
    if within and carrier.sense.entry.extension in LOSSES and telling.sense.entry.extension not in LOSSES:
        return False  # "إصابة سبعة في الاشتباكات": the loss and the fight
    if within == "من":  # "استعادة البلدة من سيطرة التنظيم"
        held = carrier.roles.recipients + carrier.roles.actors
        carrier.roles.recipients += [a for a in telling.roles.actors if a not in held]
    else:
        _lend(page, telling, carrier)
    return True


def _idiom(page: Page, verb: "Telling", noun: "Telling") -> bool:
    """ "لقي خمسة مصرعهم": a noun that locks another sense of the verb, and means the same act."""
    same = verb.sense.entry.extension == noun.sense.entry.extension
    entries = index().verbs.get(key(verb.sense.entry.lemma), ()) if same else ()
    own = keys_of([page.text.words[noun.trigger.word]])
    return any(not folded(e.with_).isdisjoint(own) for e in entries)


def _lend(page: Page, verb: "Telling", noun: "Telling") -> None:
    owned = verb.type != noun.type and is_loss(page.text.words[noun.trigger.word])  # "اعترف الحزب بمقتل قائده"
    if not noun.roles.actors and not owned:
        noun.roles.actors += [a for a in verb.roles.actors if a not in noun.roles.recipients]
    noun.roles.places += verb.roles.places
    if answers_elsewhere(page, verb, noun):
        return
    held = noun.roles.recipients + noun.roles.actors
    noun.roles.recipients += [r for r in verb.roles.recipients if r not in held]


def told_once(page: Page, drafts: "list[Draft]") -> "list[Draft]":
    """A standing tie between the same names is one, however often the article repeats it; acts stay as told."""
    if all(draft.kind == "event" for draft in drafts):
        return drafts
    known = frozenset(e.id for e in page.named.entities if e.kb is not None)
    seen: set[tuple[str, frozenset[str], frozenset[str]]] = set()
    kept: list[Draft] = []
    for draft in drafts:
        if draft.kind == "relation":
            tie = (draft.type, _names(page, draft.actors, known), _names(page, draft.recipients, known))
            if tie in seen:
                continue
            seen.add(tie)
        kept.append(draft)
    return kept


def _names(page: Page, actors: "tuple[ActorPhrase, ...]", known: frozenset[str]) -> frozenset[str]:
    return frozenset(a.entity if a.entity in known else key(a.span.of(page.text.original)) for a in actors)
