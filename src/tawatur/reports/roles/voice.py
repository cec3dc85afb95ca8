"""The voice that printed vowel marks show ("قُتل", "يُقتل", "سيدرَّب"), that of charges, and the roles of a passive."""

from tawatur.arabic.word import Word
from tawatur.knowledge.lexicon.entries import LOSSES
from tawatur.reports.grammar.arguments import Arguments
from tawatur.reports.grammar.page import Page
from tawatur.reports.grammar.prepositional import Slots
from tawatur.reports.lexicon.senses import Sense
from tawatur.reports.roles.fallen import counts_of_them, of_both

DAMMA, FATHA, KASRA, SHADDA = "\u064f", "\u064e", "\u0650", "\u0651"
LEADING_ALIF = (8, 10)  # forms whose passive shows on their third letter
MARKS = frozenset(DAMMA + FATHA + KASRA + SHADDA + "\u064b\u064c\u064d\u0652\u0670")


def printed_passive(word: Word, original: str, *, form: int, tense: str) -> bool:
    """Whether the marks on a verb make it passive; without marks that tell, False."""
    letters = _letters(word.stem_span.of(original))
    if len(letters) < 3:
        return False
    first = letters[0][1]
    if tense == "past":
        if form in LEADING_ALIF and DAMMA in letters[2][1]:
            return True  # "اعتُقل", "استُهدف"
        return DAMMA in first and (form != 1 or FATHA not in letters[1][1])
    if form == 1:
        return DAMMA in first
    before_last = letters[-3][1] if letters[-1][0] == "\u0646" else letters[-2][1]
    return form in (2, 3, 4) and FATHA in before_last and KASRA not in before_last


def _letters(text: str) -> list[tuple[str, str]]:
    """Each letter with the marks behind it."""
    found: list[tuple[str, str]] = []
    for character in text:
        if character in MARKS and found:
            found[-1] = (found[-1][0], found[-1][1] + character)
        elif character != "\u0640":
            found.append((character, ""))
    return found


def is_charged(page: Page, index: int, sense: Sense, arguments: Arguments) -> bool:
    """Whether the subject of a verb of charging is whom it charges."""
    if sense.entry.extension != "charge":
        return False
    return _lone(index, sense, arguments) or _described(page, index, arguments)


def _lone(index: int, sense: Sense, arguments: Arguments) -> bool:
    """ "اتهمت القوات بارتكاب انتهاكات", "الضباط الذين اتهموا بالفساد": who charges names whom, else he is charged."""
    subject = arguments.slots.get("subject", [])
    near = bool(subject) and (subject[0].index == index + 1 or arguments.rule == "head_of_relative_clause")
    of, direct = arguments.slots.get("ب", []), arguments.slots.get("object", [])
    lone = near and bool(of) and (arguments.alone or (bool(direct) and direct[0].index > of[0].index))
    return lone and not sense.entry.with_ and sense.entry.roles.get("ب") == "none"


def _described(page: Page, index: int, arguments: Arguments) -> bool:
    """ "اعتقلوا ثلاثين شخصا اتهموا بالانتماء": behind whom it is about, and with no one between verb and charge."""
    chunk = page.chunks[index]
    if "object" in arguments.slots or page.word(chunk).enclitic or chunk.joined:
        return False
    behind = page.chunks[index + 1] if index + 1 < page.sentence_last[index] else None
    subject = arguments.slots.get("subject", [])
    before = bool(subject) and subject[0].index < index
    return before and behind is not None and behind.prep == "ب" and behind.actor is None


def as_passive(page: Page, index: int, slots: Slots, mapping: dict[str, str], sense: Sense) -> None:
    """Gives the slots of a passive the roles of its voice."""
    if mapping["subject"] != "recipient":  # "منيت الجماعة بهزيمة": it suffers in any voice
        _turn_passive(page, index, slots, mapping, sense)
    if slots.get("object") and counts_of_them(page, slots["object"][0]):
        slots.pop("من", None)  # "جرح أربعة منهم"
    if sense.entry.extension in LOSSES and "من" in slots:
        slots["من"] = [c for c in slots["من"] if not of_both(page, c)]


def _turn_passive(page: Page, index: int, slots: Slots, mapping: dict[str, str], sense: Sense) -> None:
    """ "قُتل مسلح من قبل الجيش": the subject of a passive is its object, and who acts stands behind a preposition."""
    mapping["من قبل"] = "actor"
    mapping.setdefault("من", "actor")
    subject = slots.get("subject", [])
    earlier = bool(subject) and subject[0].index < index and page.chunks[index].joined
    if earlier and slots.get("object"):
        slots.pop("subject")  # "أن مسلحا قُتل واعتقل ستة": whom the second verb is about stands behind it
    slots["object"] = slots.pop("subject", []) or slots.get("object", [])
    mapping["object"] = mapping.get("object", "recipient") if sense.entry.passive != "subject" else "actor"
