"""The grammar of times: which phrase begins at a word. The longest way of reading is tried first."""

from collections.abc import Callable

from tawatur.mentions.times.dates import day_number
from tawatur.mentions.times.expression import Expression, Match
from tawatur.mentions.times.offsets import (
    after_phrase,
    before_phrase,
    counted_from_told,
    lasted_phrase,
    lasting_phrase,
    since_phrase,
)
from tawatur.mentions.times.ranges import between_phrase, days_phrase, from_to_phrase, months_phrase, nucleus
from tawatur.mentions.times.scan import Scan

CLOCK = frozenset(
    [
        "دقيقه",
        ")",
        "الساعه",
        "النصف",
        "الربع",
        "الثلث",
        "عشره",
        "الواحده",
        "الثانيه",
        "الثالثه",
        "الرابعه",
        "الخامسه",
        "السادسه",
        "السابعه",
        "الثامنه",
        "التاسعه",
        "العاشره",
    ]
)  # words before "فجرا" that make it part of an hour


ALL_TOLD = frozenset({"since", "from", "between", "this", "same", "day"})  # leads behind whose reading none is left
IDLE = frozenset({"relations", "about"})  # what words alone that only relate or limit say begins no time


def phrase_at(scan: Scan, index: int) -> Match | None:
    """The phrase of time that begins at word `index`, or None."""
    here = scan.senses_by_tag(index)
    lead = here.get("leads")
    if lead is not None and "told" in here and (pointer := pointer_phrase(scan, index)):
        return pointer  # "نفس الفترة"
    if lead is not None:
        found = LEADS[lead.values[0]](scan, index)
        return found or (nucleus(scan, index) if lead.values[0] not in ALL_TOLD else None)
    if here and here.keys() <= IDLE:
        return None
    return (
        (_consecutive(scan, index) if "units" in here else None)
        or (_habit(scan, index) if "habits" in here else None)
        or (_decade(scan, index) if "decades" in here else None)
        or (pointer_phrase(scan, index) if "told" in here else None)
        or nucleus(scan, index)
        or (_daypart(scan, index) if "dayparts" in here else None)
    )


def _daypart(scan: Scan, index: int) -> Match | None:
    """ "ظهرا", "ليلا" alone are of the day that the sentence tells; behind an hour they belong to the clock."""
    part = scan.sense(index, "dayparts")
    if not part or part.definite or part.preposition or not _adverbial(scan.words[index].text):
        return None
    if scan.keys[index + 1] in ("ونهارا", "و"):
        return None  # "ليلا ونهارا"
    before = scan.keys[index - 1]
    if scan.digits(index - 1) is not None or before.removeprefix("و") in CLOCK:
        return None
    return Match(index, index + 1, Expression(kind="told", low=0, rule="daypart_told"))


def _adverbial(text: str) -> bool:
    return text.rstrip("ً").endswith("ا") or text.endswith("ءً")


def _consecutive(scan: Scan, index: int) -> Match | None:
    """ "لليوم الثالث على التوالي", "لليوم الخامس عشر على التوالي"."""
    unit = scan.sense(index, "units")
    if not unit or not unit.definite or unit.values[1] != 1:
        return None
    number = day_number(scan, index + 1) or _feminine_ordinal(scan, index + 1)
    if not number or scan.key(number[1]) != "علي" or scan.key(number[1] + 1) != "التوالي":
        return None
    return Match(
        index, number[1] + 2, Expression(kind="consecutive", unit=unit.values[0], low=number[0], rule="consecutive_day")
    )


def _feminine_ordinal(scan: Scan, at: int) -> tuple[int, int] | None:
    word = scan.sense(at, "ordinals") if scan.keys[at].endswith("ه") else None
    return (word.values[0], at + 1) if word else None


def _decade(scan: Scan, index: int) -> Match | None:
    decade = scan.sense(index, "decades")
    if decade is None:
        return None
    last = index + 1
    if scan.keys[last] == "القرن" and scan.keys[last + 1] in ("الماضي", "العشرين", "الفائت", "المنصرم"):
        last += 2
    elif not decade.definite:
        return None
    return Match(index, last, Expression(kind="decade", year=decade.values[0], rule="decade"))


def pointer_phrase(scan: Scan, index: int) -> Match | None:
    """Words that point back to the day told last ("يومها", "آنذاك"), or to the stretch ("في الفترة نفسها")."""
    sense = scan.sense(index, "told")
    if not sense or sense.preposition:
        return None
    rule = "told_stretch" if sense.rest else "told_then"
    return Match(index, index + 1 + len(sense.rest), Expression(kind="told", low=0, rule=rule))


def _habit(scan: Scan, index: int) -> Match | None:
    return Match(index, index + 1, Expression(kind="habit", rule="habit")) if scan.sense(index, "habits") else None


def _every(scan: Scan, index: int) -> Match | None:
    """ "كل جمعة", "كل يوم": a habit."""
    unit = scan.sense(index + 1, "units")
    weekday = scan.sense(index + 1, "weekdays") or scan.keys[index + 1] in (
        "جمعه",
        "سبت",
        "احد",
        "اثنين",
        "ثلاثاء",
        "اربعاء",
        "خميس",
    )
    daypart = scan.sense(index + 1, "dayparts")
    if weekday or (unit and unit.values[1] == 1 and not unit.definite) or (daypart and not daypart.definite):
        return Match(index, index + 2, Expression(kind="habit", rule="habit"))
    return None


def _this(scan: Scan, index: int) -> Match | None:
    return nucleus(scan, index) if index + 1 in scan.tagged else None


def _same_time(scan: Scan, index: int) -> Match | None:
    """ "بالتزامن مع ذلك", "بالتزامن مع هذا الحادث"."""
    if scan.keys[index + 1] != "مع" or scan.keys[index + 2] not in ("ذلك", "هذا", "هذه"):
        return None
    last = index + (3 if scan.keys[index + 2] == "ذلك" else 4)
    return Match(index, min(last, len(scan.words)), Expression(kind="told", low=0, rule="at_the_same_time"))


LEADS: dict[str, Callable[[Scan, int], Match | None]] = {
    "since": since_phrase,
    "before": before_phrase,
    "after": after_phrase,
    "between": between_phrase,
    "from": from_to_phrase,
    "this": _this,
    "same": _this,
    "day": nucleus,
    "days": days_phrase,
    "months": months_phrase,
    "every": _every,
    "apart": counted_from_told,
    "lasted": lasted_phrase,
    "lasting": lasting_phrase,
    "same_time": _same_time,
}
