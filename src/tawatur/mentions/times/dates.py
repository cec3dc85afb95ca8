"""Reads dates of the calendar: days, months and years, in digits and words, whole or in part."""

import msgspec

from tawatur.mentions.times.called import names_something
from tawatur.mentions.times.expression import Expression, Match, Relation
from tawatur.mentions.times.lexicon import Sense
from tawatur.mentions.times.scan import DASHES, HIJRI_YEARS, YEARS, Scan

YEAR_WORDS = frozenset({"عام", "سنه", "العام", "السنه", "لعام", "لسنه", "بعام", "وعام"})
MONTH_WORDS = frozenset({"شهر", "الشهر", "لشهر", "بشهر", "شهري", "وشهر"})
MONTH_LEADS = frozenset({"في", "منذ", "حتي", "خلال", "وفي", "ومنذ", "بين", "وحتي", "الي", "قبل", "بعد", "من"})
LISTED_YEARS = frozenset({"الاعوام", "اعوام", "عامي", "العامين", "سنتي", "السنوات", "سنوات"})
YEAR_LEADS = ("منذ", "ومنذ", "حتي", "وحتي", "وفي")
HIJRI_MARKS = frozenset({"هـ", "ه", "هجري", "هجريه", "الهجري", "للهجره"})
GREGORIAN_MARKS = frozenset({"م", "ميلادي", "ميلاديه", "الميلادي"})
ORDINALS = {
    "الاول": 1,
    "الثاني": 2,
    "الثالث": 3,
    "الرابع": 4,
    "الخامس": 5,
    "السادس": 6,
    "السابع": 7,
    "الثامن": 8,
    "التاسع": 9,
    "العاشر": 10,
    "العشرين": 20,
    "العشرون": 20,
    "الثلاثين": 30,
    "الثلاثون": 30,
}
TEENS = {
    "الحادي": 1,
    "الثاني": 2,
    "الثالث": 3,
    "الرابع": 4,
    "الخامس": 5,
    "السادس": 6,
    "السابع": 7,
    "الثامن": 8,
    "التاسع": 9,
}


class MonthName(msgspec.Struct, frozen=True, gc=False):
    """A month named at some words, a second name of it and the word "شهر" included."""

    last: int
    month: int
    calendar: str
    needs: str
    told: bool = False  # whether "شهر" stands before it


def month_at(scan: Scan, index: int) -> MonthName | None:
    """A month named at `index`: "شهر آذار", "مايو (أيار)", "آب/أغسطس"."""
    at, told = index, False
    if scan.keys[at] in MONTH_WORDS:
        at, told = at + 1, True
    name = scan.sense(at, "months")
    if not name or (told and name.conjunction) or not _spelled(scan, at, name):
        return None
    calendar, number, needs = name.values
    last = at + 1 + len(name.rest)
    if second := _second_name(scan, last, number):
        last, needs = second, "free"
    return MonthName(last, number, calendar, "free" if told else needs, told)


def _spelled(scan: Scan, at: int, name: Sense) -> bool:
    """ "آب" is written with its madda: without it the letters mean father, or the city of Ibb."""
    if name.written == "آب":
        return "آب" in scan.words[at].text or scan.digits(at - 1) is not None
    return True


def _second_name(scan: Scan, at: int, number: int) -> int | None:
    """The end of a second name for the same month: "(أيار)", "/أغسطس", "- أيار"."""
    mark = scan.keys[at]
    bare = scan.sense(at, "months")
    if bare and bare.values[1] == number and not bare.conjunction and not bare.preposition:
        return at + 1 + len(bare.rest)  # "مايو ايار", as one agency prints it
    if mark not in ("/", "(") and mark not in DASHES:
        return None
    name = scan.sense(at + 1, "months")
    if not name or name.values[1] != number:
        return None
    last = at + 2 + len(name.rest)
    if mark == "(":
        return last + 1 if scan.keys[last] == ")" else None
    return last


def relation_at(scan: Scan, index: int) -> tuple[Relation, int] | None:
    """A definite word of relation at `index` ("الماضي", "من الشهر الجاري" is not one)."""
    sense = scan.sense(index, "relations")
    if sense and sense.definite and not sense.preposition and not sense.conjunction:
        return sense.values[0], index + 1
    return None


def day_number(scan: Scan, index: int) -> tuple[int, int] | None:
    """The number of a day at `index` and where it ends: "24", "الرابع والعشرين", "الـ15"."""
    at = index + 1 if scan.keys[index] in ("ال", "الـ", "بال", "وال", "لل") and scan.digits(index + 1) else index
    value = scan.digits(at)
    if value is not None:
        return (value, at + 1) if 1 <= value <= 31 and len(scan.words[at].text) <= 2 else None
    word = scan.keys[index]
    following = scan.keys[index + 1]
    if word in TEENS and following == "عشر":
        return TEENS[word] + 10, index + 2
    if word in TEENS and following in ("والعشرين", "والعشرون"):
        return TEENS[word] + 20, index + 2
    if word == "الحادي" and following in ("والثلاثين", "والثلاثون"):
        return 31, index + 2
    if word.removeprefix("و").removeprefix("ف") in ORDINALS:
        return ORDINALS[word.removeprefix("و").removeprefix("ف")], index + 1
    return None


def year_at(scan: Scan, index: int, *, bare: bool) -> tuple[Expression, int] | None:
    """A year at `index`: "عام 2013", "من العام الجاري", "1437هـ"; in digits alone only when `bare`."""
    at = index
    if scan.keys[at] in (",", "،") and bare and scan.year(at + 1):
        at += 1
    if scan.keys[at] == "من":
        at += 1
    if scan.keys[at] in ("هذا", "هذه", "نفس", "ذات", "ذلك") and scan.keys[at + 1] in YEAR_WORDS:
        relation: Relation = "this" if scan.keys[at] in ("هذا", "هذه") else "same"
        return Expression(kind="unit", unit="year", relation=relation, rule="year_by_relation"), at + 2
    if scan.keys[at] in YEAR_WORDS:
        if related := relation_at(scan, at + 1):
            if (year := scan.year(related[1])) is not None and not counts(scan, related[1] + 1):
                return Expression(kind="date", year=year, rule="year"), related[1] + 1
            return Expression(kind="unit", unit="year", relation=related[0], rule="year_by_relation"), related[1]
        if scan.keys[at + 1] in ("نفسه", "نفسها", "ذاته", "ذاتها"):
            return Expression(kind="unit", unit="year", relation="same", rule="year_by_relation"), at + 2
        return _year_number(scan, at + 1) or _two_digits(scan, at + 1)
    return _year_number(scan, at) if bare else None


def _year_number(scan: Scan, at: int) -> tuple[Expression, int] | None:
    value = scan.digits(at)
    if value is None or len(scan.words[at].text) != 4:
        return None
    mark = scan.keys[at + 1] if scan.keys[at + 1] != "(" else scan.keys[at + 2]
    if value in HIJRI_YEARS and value not in YEARS:
        return Expression(kind="date", year=value, calendar="hijri", rule="year"), at + 1 + (mark in HIJRI_MARKS)
    if value in YEARS:
        return Expression(kind="date", year=value, rule="year"), at + 1 + (scan.keys[at + 1] in GREGORIAN_MARKS)
    return None


def _two_digits(scan: Scan, at: int) -> tuple[Expression, int] | None:
    """ "عام 67", "سنة 82": a year of the century that is nearest (00-29 is 2000)."""
    value = scan.digits(at)
    if value is None or len(scan.words[at].text) != 2 or scan.keys[at + 1] in HIJRI_MARKS:
        return None
    return Expression(kind="date", year=value + (2000 if value < 30 else 1900), rule="year_of_two_digits"), at + 1


def date_at(scan: Scan, index: int) -> Match | None:
    """A date that begins with a day or a month: "24 نوفمبر 2016", "الثالث من آذار الماضي", "شهر تموز"."""
    day, at = None, index
    if number := day_number(scan, index):
        day, at = number
        at += scan.keys[at] in ("من", "/")
    name = month_at(scan, at)
    written = scan.sense(at, "months")
    if not name or (day is not None and written is not None and written.conjunction):
        return None
    named = index if day is not None else index - 1
    if not name.told and scan.digits(named) is not None and names_something(scan, named, name.last):
        return None
    led = name.needs == "free" or day is not None
    base = Expression(
        kind="date", month=name.month, day=day, calendar=name.calendar, rule="day_of_month" if day else "month"
    )
    return _with_year(scan, index, at, name, base, led)


def _with_year(scan: Scan, index: int, at: int, name: MonthName, base: Expression, led: bool) -> Match | None:
    last, relation = name.last, base.relation
    related = relation_at(scan, last)
    if related and related[0] not in ("preceding", "following", "last"):
        relation, last = related
        led = led or name.needs != "dated"  # "الصيف الماضي" is a season, not the Libyan June
    slashed = scan.keys[last] in ("/", "-") and (
        scan.year(last + 1) is not None or scan.digits(last + 1) in HIJRI_YEARS
    )
    year = year_at(scan, last + slashed, bare=not relation)
    if year and not (year[0].kind == "unit" and scan.keys[last] != "من" and scan.keys[last] not in YEAR_WORDS):
        expression, last = year
        calendar = expression.calendar if expression.kind == "date" else base.calendar
        if calendar != base.calendar:
            return None
        base = msgspec.structs.replace(
            base, year=expression.year, year_relation=expression.relation if expression.kind == "unit" else ""
        )
        led = True
    before = scan.keys[index - 1]
    if not led and name.needs == "led":
        led = before in MONTH_LEADS or scan.sense(index - 1, "parts") is not None
    if not led:
        return None
    if relation != base.relation:
        base = msgspec.structs.replace(base, relation=relation)
    return Match(index, last, base)


def year_phrase(scan: Scan, index: int) -> Match | None:
    """A year by itself: "عام 2013", "العام الماضي", "في 2013", "(2011)", "منذ 2011"."""
    if scan.keys[index] in YEAR_WORDS or (scan.keys[index] in ("هذا", "هذه") and scan.keys[index + 1] in YEAR_WORDS):
        found = year_at(scan, index, bare=False)
        return Match(index, found[1], found[0]) if found else None
    if scan.year(index) is None or (scan.adjacent(index) and scan.keys[index - 1] in DASHES):
        return None
    before, after = scan.keys[index - 1], scan.keys[index + 1]
    parted = _parted(scan, index)  # "في بداية 2012 احتجاجا": nothing is counted
    listed = before == "و" and scan.year(index - 2) is not None and scan.keys[index - 3] in LISTED_YEARS
    led = listed or before in YEAR_LEADS or before in LISTED_YEARS or before == "في" or parted
    bracketed = before == "(" and after == ")"
    if (led or bracketed) and (parted or before in YEAR_LEADS[:2] or not counts(scan, index + 1)):
        year = scan.year(index)
        return Match(index, index + 1, Expression(kind="date", year=year, rule="year_in_context"))
    return None


def _parted(scan: Scan, index: int) -> bool:
    """Whether a part of a year stands before it: "مطلع 2012", "النصف الثاني من 2012"."""
    if scan.keys[index - 1] != "من":
        return scan.sense(index - 1, "parts") is not None
    part = scan.sense(index - 3, "parts")
    return part is not None and len(part.rest) == 2


def counts(scan: Scan, index: int) -> bool:
    """Whether the word after a number is what the number counts: an indefinite noun stands there."""
    if index >= len(scan.words):
        return False
    word = scan.words[index]
    if word.kind != "word" or "ال" in word.prefixes or word.conjunction or word.preposition:
        return False
    return word.key in COUNTED or (word.pos == "noun" and not word.enclitic)


COUNTED = frozenset(
    {
        "كيلومتر",
        "متر",
        "كم",
        "شخص",
        "قتيل",
        "دولار",
        "مقاتل",
        "جندي",
        "اسره",
        "عائله",
        "مدني",
        "طن",
        "صفحه",
        "سنه",
        "عام",
    }
)
