"""Whether a verb is a passive: printed marks decide; unmarked, what stands around it and what befalls whom."""

from tawatur.knowledge.lexicon.entries import LOSSES
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.agreement import Features, features
from tawatur.reports.grammar.arguments import Arguments
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.groups import counted_people
from tawatur.reports.grammar.neighbours import beside_verb
from tawatur.reports.grammar.objects import own_commander
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.lexicon.senses import Sense
from tawatur.reports.roles.alone import hits_others, stands_alone
from tawatur.reports.roles.fallen import counts_of_them
from tawatur.reports.roles.otherwise import VICTIMS
from tawatur.reports.roles.record import admitted
from tawatur.reports.roles.targets import COLUMNS
from tawatur.reports.roles.voice import is_charged, printed_passive

DESTROYS = frozenset({"shoot_down", "destroy", "attack", "bombing", "shelling", "air_strike"})
THINGS = frozenset({
    "مواقع", "موقع", "اليات", "اليه", "دبابات", "دبابه", "مخازن", "مخزن", "مستودعات", "مستودع", "مقرات", "مقر", "مقار",
    "عربات", "عربه", "مركبات", "ثكنات", "ثكنه", "معسكرات", "معسكر", "اهداف", "سيارات", "منازل", "تحصينات", "نقاط",
    "حواجز", "قواعد", "مبان",
})  # fmt: skip
PEOPLE = frozenset({"ابناء", "اهالي", "افراد", "نساء", "اطفال", "رجال", "شيوخ", "سكان", "ابرياء", "اناس", "كل", "جميع"})
COUNTED = frozenset({"kill", "wound", "arrest", "abduct"})


def is_passive(page: Page, index: int, sense: Sense, arguments: Arguments, mapping: dict[str, str]) -> bool:
    """Printed marks decide; unmarked, one victim and no object make a passive ("قتل ثلاثة مدنيين في غارة")."""
    word = page.word(page.chunks[index])
    verb = features(word)
    if beside_verb(page, index) and _printed(page, index - 1, sense):
        return True
    printed = printed_passive(word, page.text.original, form=sense.entry.form, tense=verb.tense)
    if verb.passive or printed or is_charged(page, index, sense, arguments):
        return True
    by_others = "من قبل" in arguments.slots and "object" not in arguments.slots and not word.enclitic
    if sense.entry.type == "AID" and by_others and mapping["subject"] == "actor" and mapping["object"] == "recipient":
        return True  # "زودت الفصائل بالصواريخ من قبل واشنطن"
    if sense.entry.type not in ("ASSAULT", "COERCE", "MOBILIZE"):
        return False
    if sense.entry.type == "MOBILIZE" and verb.number == "p":
        return False  # "المقاتلون حشدوا": forces that move themselves
    if sense.entry.extension in LOSSES and own_commander(page, index, arguments.slots):
        return True
    if (
        mapping["object"] != "recipient"
        or not stands_alone(page, sense, arguments, goes_on=verb.number == "p" and page.chunks[index].joined)
        or (verb.tense == "present" and verb.person != "3")
    ):
        return False
    if "من قبل" in arguments.slots:
        return True
    if hits_others(page, index, arguments) or _does_to_people(page, arguments):
        return False
    if sense.entry.extension == "deploy" and sense.entry.needs == ("recipient",) and word.enclitic == "":
        sent = arguments.slots.get("subject", [])
        if sent and all(c.actor is not None and c.actor.klass in ("armed", "weapon") for c in sent):
            return True  # "أرسلت قوات إلى المدينة"
    voices = {a.voice for a in word.analyses if a.pos == "verb"}
    subject = arguments.slots.get("subject", [])
    if voices == {"active"} or not subject:
        return False
    if sense.entry.extension in COUNTED and (counted_people(page, subject[0]) or counts_of_them(page, subject[0])):
        return True  # "قتل أربعة من المقاومة الشعبية"
    actor = subject[0].actor or _many_owned(subject[0], arguments, verb)
    if _is_thing(page, subject[0], index) and sense.entry.extension in DESTROYS:
        return True  # "أسقطت طائرة مسيرة", "استهدفت سيارة القائد بصاروخ"
    return actor is not None and admitted(page, sense.entry, "recipient", actor) and _may_befall(actor, sense, verb)


def _does_to_people(page: Page, arguments: Arguments) -> bool:
    """ "قتل التنظيم أبناء القرية": people without a name of their own stand behind whoever does it to them."""
    subject = arguments.slots.get("subject", [])
    behind = subject[0].index + 1 if subject else 0
    if not subject or not subject[0].definite or behind >= page.sentence_last[subject[0].index]:
        return False
    chunk = page.chunks[behind]
    return chunk.bare and not chunk.joined and page.word(chunk).stem_key in PEOPLE and not page.word(chunk).enclitic


def _may_befall(actor: ActorPhrase, sense: Sense, verb: Features) -> bool:
    """Whether the only one whom an unmarked verb names rather suffers the act than does it."""
    if actor.klass in VICTIMS and not (sense.entry.admits.get("actor") and verb.tense == "present"):
        return True
    if actor.form in ("name", "loaded") and actor.klass in ("armed", "political") and actor.number == "s":
        return False  # "قتلت بوكو حرام": a group is not killed
    if actor.klass == "state" and actor.quantity is not None:
        return True  # "قتل فيها 30 أميركيا"
    return actor.klass not in ("state", "weapon") and (
        actor.quantity is not None or not actor.definite or sense.entry.extension == "kill"
    )


def _many_owned(chunk: Chunk, arguments: Arguments, verb: Features) -> ActorPhrase | None:
    """ "جثث أربعة جنود قتلوا": the many at the end of the phrase that the clause of the verb describes."""
    counted = chunk.owner is not None and (chunk.owner.quantity is not None or verb.number == "p")
    return chunk.owner if counted and arguments.rule == "head_of_indefinite_relative" else None


def _is_thing(page: Page, chunk: Chunk, index: int) -> bool:
    """Whether a phrase right behind a verb is a vehicle, an aircraft or a building without article, or someone's."""
    word = page.word(chunk)
    if chunk.index != index + 1 or word.definite:
        return False
    stem = word.stem_key
    arms = chunk.actor is not None and chunk.actor.klass == "weapon" and not chunk.definite
    if chunk.actor is not None and chunk.actor.form == "role" and stem in COLUMNS | THINGS:
        return True  # "استهدف رتل للجيش بعبوة", "دمرت آليات للتنظيم"
    if chunk.actor is None and chunk.owner is not None and stem in THINGS:
        return True
    return (arms and stem in closed().missiles) or (chunk.actor is None and stem in closed().strongholds)


def _printed(page: Page, index: int, sense: Sense) -> bool:
    """Whether the verb beside, which shares its voice, is printed as a passive; forms of both are taken to be alike."""
    word = page.word(page.chunks[index])
    tense = features(word).tense
    return features(word).passive or printed_passive(word, page.text.original, form=sense.entry.form, tense=tense)
