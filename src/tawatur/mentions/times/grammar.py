"""The grammar of times: which phrase begins at a word. The longest way of reading is tried first."""

from collections.abc import Callable

import msgspec

from tawatur.mentions.times.counts import Count, count_of
from tawatur.mentions.times.dates import date_at, day_number, month_at, numeric_date
from tawatur.mentions.times.expression import Expression, Kind, Match
from tawatur.mentions.times.relatives import day_phrase, season_phrase, year_or_unit
from tawatur.mentions.times.scan import DASHES, Scan

ENOUGH = frozenset({"فتره", "زمن", "وقت", "مده", "امد", "متي", "ان", "حين"})
EVENT_MARKS = frozenset({"من", "علي"})


def phrase_at(scan: Scan, index: int) -> Match | None:
    """The phrase of time that begins at word `index`, or None."""
    lead = scan.sense(index, "leads")
    if lead is not None:
        found = LEADS[lead.values[0]](scan, index)
        return found or (nucleus(scan, index) if lead.values[0] not in ("since", "from", "between") else None)
    return _consecutive(scan, index) or _habit(scan, index) or _decade(scan, index) or _pointer(scan, index) or nucleus(scan, index)


def nucleus(scan: Scan, index: int) -> Match | None:
    """A time without a preposition that changes it."""
    found = _simple(scan, index)
    if found is None:
        return None
    return _joined(scan, found) or found


def _simple(scan: Scan, index: int) -> Match | None:
    if index >= len(scan.words) or not (scan.senses[index] or scan.words[index].kind == "number"):
        return None
    if scan.words[index].kind == "number":
        return numeric_date(scan, index) or _days_of_month(scan, index) or date_at(scan, index) or year_or_unit(scan, index)
    if scan.sense(index, "parts") and (found := _part(scan, index)):
        return found
    return (_holiday(scan, index) or _word_now(scan, index) or day_phrase(scan, index) or date_at(scan, index)
            or season_phrase(scan, index) or year_or_unit(scan, index))


def _part(scan: Scan, index: int) -> Match | None:
    """"مطلع آب", "منتصف عام 2013", "أواخر الشهر الماضي", "منتصف ليل أمس"."""
    part = scan.sense(index, "parts")
    if not part or part.definite or part.preposition == "ك":
        return None
    at = index + 1
    if (daypart := scan.sense(at, "dayparts")) and daypart.values[0] in ("night", "noon"):
        found = day_phrase(scan, at)
        return Match(index, found.last, found.expression) if found else None
    found = date_at(scan, at) or season_phrase(scan, at) or year_or_unit(scan, at) or _holiday(scan, at)
    if not found or found.expression.day or found.expression.kind not in ("date", "unit", "season", "holiday"):
        return None
    if found.expression.unit in ("day", "hour", "minute"):
        return None
    return Match(index, found.last, msgspec.structs.replace(found.expression, part=part.values[0], rule="part_of_" + found.expression.rule))


def _word_now(scan: Scan, index: int) -> Match | None:
    if scan.sense(index, "now"):
        return Match(index, index + 1, Expression(kind="now", rule="now"))
    return None


def _holiday(scan: Scan, index: int) -> Match | None:
    sense = scan.sense(index, "holidays")
    if not sense:
        return None
    last = index + 1 + len(sense.rest)
    month, first, end = sense.values
    year, last = _holiday_year(scan, last)
    return Match(index, last, Expression(kind="holiday", month=month, low=first, high=end, year=year[0], relation=year[1],  # type: ignore[arg-type]
                                         calendar="hijri", rule="holiday"))


def _holiday_year(scan: Scan, at: int) -> tuple[tuple[int | None, str], int]:
    at += scan.key(at) == "المبارك"
    sense = scan.sense(at, "relations")
    if sense and sense.definite and sense.values[0] in ("past", "next", "this"):
        return (None, sense.values[0]), at + 1
    if scan.year(at) is not None:
        return (scan.year(at), ""), at + 1
    return (None, ""), at


def _since(scan: Scan, index: int) -> Match | None:
    """"منذ يومين", "منذ أكثر من عامين", "منذ أواخر سبتمبر الماضي", "منذ أيام"."""
    if scan.key(index + 1) in ENOUGH:
        return None
    count = count_of(scan, index + 1)
    if count and not _continues(scan, count.last) and not scan.sense(index + 1, "parts"):
        rule = "since_count"
        return Match(index, count.last, Expression(kind="offset", unit=count.unit, low=count.low, high=count.high, sign=-1, since=True,
                                                   about=count.about, more=count.more, rule=rule))
    found = nucleus(scan, index + 1) or _pointer(scan, index + 1)
    if found:
        return Match(index, found.last, msgspec.structs.replace(found.expression, since=True))
    return None


def _continues(scan: Scan, at: int) -> bool:
    """Whether a word of relation or a year follows, so that the unit is not counted ("منذ العام الماضي", "منذ عام 2012")."""
    relation = scan.sense(at, "relations")
    return bool(relation and relation.definite and not relation.conjunction) or scan.year(at) is not None


def _before(scan: Scan, index: int) -> Match | None:
    """"قبل أسبوع", "قبل عامين من الآن", "قبل ثلاثة أيام من الهجوم"; "قبل عام 2011" names the year."""
    count = _count_around(scan, index)
    if count is None:
        return nucleus(scan, index + 1)
    if scan.key(count.last) in EVENT_MARKS:
        if scan.sense(count.last + 1, "now") or scan.key(count.last + 1) == "اليوم":
            return Match(index, count.last + 2, _offset(count, -1, "before_count"))
        return Match(index, count.last, _offset(count, -1, "count_from_event", "event"))
    return Match(index, count.last, _offset(count, -1, "before_count"))


def _after(scan: Scan, index: int) -> Match | None:
    """"بعد يومين" of the day told last, "بعد أسبوع من الهجوم" of an event; "بعد غد" is a day."""
    if found := nucleus(scan, index):
        return found
    count = _count_around(scan, index)
    if count is None:
        return nucleus(scan, index + 1)
    event = scan.key(count.last) in EVENT_MARKS
    return Match(index, count.last, _offset(count, 1, "count_from_event" if event else "after_count", "event" if event else "offset"))


def _count_around(scan: Scan, index: int) -> Count | None:
    count = count_of(scan, index + 1)
    if count is None or _continues(scan, count.last) or (count.definite and count.unit in ("day", "hour", "minute")):
        return None
    return count


def _offset(count: Count, sign: int, rule: str, kind: Kind = "offset") -> Expression:
    return Expression(kind=kind, unit=count.unit, low=count.low, high=count.high, sign=sign, about=count.about, more=count.more, rule=rule)


def _lasting(scan: Scan, index: int) -> Match | None:
    """"لأكثر من عشرين يوما", "لمدة ثلاثة أيام", "على مدى شهرين": a length of time."""
    at = index if scan.key(index).endswith("اكثر") else index + 1
    more = at == index
    count = count_of(scan, index + 2) if more and scan.key(index + 1) == "من" else None if more else count_of(scan, at)
    if count is None or _continues(scan, count.last):
        return None if more else nucleus(scan, index + 1)
    expression = msgspec.structs.replace(_offset(count, -1, "duration", "duration"), about=count.about or more)
    return Match(index, count.last, expression)


def _every(scan: Scan, index: int) -> Match | None:
    """"كل جمعة", "كل يوم": a habit."""
    unit = scan.sense(index + 1, "units")
    weekday = scan.sense(index + 1, "weekdays") or scan.key(index + 1) in ("جمعه", "سبت", "احد", "اثنين", "ثلاثاء", "اربعاء", "خميس")
    daypart = scan.sense(index + 1, "dayparts")
    if weekday or (unit and unit.values[1] == 1 and not unit.definite) or (daypart and not daypart.definite):
        return Match(index, index + 2, Expression(kind="habit", rule="habit"))
    return None


def _habit(scan: Scan, index: int) -> Match | None:
    return Match(index, index + 1, Expression(kind="habit", rule="habit")) if scan.sense(index, "habits") else None


def _this(scan: Scan, index: int) -> Match | None:
    return nucleus(scan, index)


def _same_time(scan: Scan, index: int) -> Match | None:
    """"بالتزامن مع ذلك", "بالتزامن مع هذا الحادث"."""
    if scan.key(index + 1) != "مع" or scan.key(index + 2) not in ("ذلك", "هذا", "هذه"):
        return None
    last = index + (3 if scan.key(index + 2) == "ذلك" else 4)
    return Match(index, min(last, len(scan.words)), Expression(kind="told", low=0, rule="at_the_same_time"))


def _consecutive(scan: Scan, index: int) -> Match | None:
    """"لليوم الثاني على التوالي", "لليوم الخامس عشر على التوالي"."""
    unit = scan.sense(index, "units")
    if not unit or not unit.definite or unit.values[1] != 1:
        return None
    number = day_number(scan, index + 1) or _feminine_ordinal(scan, index + 1)
    if not number or scan.key(number[1]) != "علي" or scan.key(number[1] + 1) != "التوالي":
        return None
    return Match(index, number[1] + 2, Expression(kind="consecutive", unit=unit.values[0], low=number[0], rule="consecutive_day"))


def _feminine_ordinal(scan: Scan, at: int) -> tuple[int, int] | None:
    word = scan.sense(at, "ordinals") if scan.key(at).endswith("ه") else None
    return (word.values[0], at + 1) if word else None


def _decade(scan: Scan, index: int) -> Match | None:
    decade = scan.sense(index, "decades")
    if decade is None:
        return None
    last = index + 1
    if scan.key(last) == "القرن" and scan.key(last + 1) in ("الماضي", "العشرين", "الفائت", "المنصرم"):
        last += 2
    elif not decade.definite:
        return None
    return Match(index, last, Expression(kind="decade", year=decade.values[0], rule="decade"))


def _pointer(scan: Scan, index: int) -> Match | None:
    """Words that point back to the day told last: "يومها", "آنذاك"."""
    sense = scan.sense(index, "told")
    return Match(index, index + 1, Expression(kind="told", low=0, rule="told_then")) if sense and not sense.preposition else None


def _joined(scan: Scan, found: Match) -> Match | None:
    """A second end after a dash, "و" or "إلى": "3 - 5 آذار", "2012-2014" begin elsewhere; here "مارس وأبريل 2014"."""
    mark = scan.key(found.last)
    if mark in DASHES or mark in ("الي", "حتي", "ولغايه", "لغايه", "وحتي"):
        if found.expression.kind not in ("date", "season"):
            return None
        end = date_at(scan, found.last + 1) or numeric_date(scan, found.last + 1) if found.expression.month else None
        if end is None and not found.expression.month and scan.year(found.last + 1) is not None:
            end = Match(found.last + 1, found.last + 2, Expression(kind="date", year=scan.year(found.last + 1), rule="year"))
        if end and (end.expression.day is None) == (found.expression.day is None):
            return _range(found.first, end.last, found.expression, end.expression)
    return None


def _days_of_month(scan: Scan, index: int) -> Match | None:
    """"3 و5 آذار", "3-5 آذار", "3 إلى 5 آذار"."""
    low = day_number(scan, index)
    if not low:
        return None
    at = low[1]
    if not (scan.key(at) in DASHES or scan.key(at) in ("و", "الي", "حتي", "/") or scan.key(at) == "او"):
        return None
    if not day_number(scan, at + 1):
        return None
    end = date_at(scan, at + 1)
    if not end or not end.expression.day or end.expression.day <= low[0]:
        return None
    start = msgspec.structs.replace(end.expression, day=low[0])
    return _range(index, end.last, start, end.expression)


def _range(first: int, last: int, start: Expression, end: Expression) -> Match:
    if start.year is None and not start.year_relation and not start.relation:
        start = msgspec.structs.replace(start, year=end.year, year_relation=end.year_relation, relation=end.relation)
    return Match(first, last, Expression(kind="range", start=start, end=end, rule="range"))


def _between(scan: Scan, index: int) -> Match | None:
    """"بين عامي 2012 و2014", "بين 3 و5 آذار", "ما بين مارس وأبريل 2014"."""
    at = index + 1
    if scan.key(at) in ("عامي", "العامين", "سنتي", "الاعوام", "اعوام"):
        at += 1
    if scan.year(at) is not None and scan.key(at + 1) == "و" and scan.year(at + 2) is not None:
        return _range(index, at + 3, Expression(kind="date", year=scan.year(at), rule="year"),
                      Expression(kind="date", year=scan.year(at + 2), rule="year"))
    days = _days_of_month(scan, at) if at < len(scan.words) and scan.words[at].kind == "number" else None
    if days:
        return Match(index, days.last, days.expression)
    return _two_ends(scan, index, at, ("و",))


def _from_to(scan: Scan, index: int) -> Match | None:
    """"من 3 إلى 5 آذار", "من عام 2011 حتى 2013", "من مارس إلى مايو 2014"."""
    at = index + 1
    if at < len(scan.words) and scan.words[at].kind == "number" and (days := _days_of_month(scan, at)):
        return Match(index, days.last, days.expression)
    return _two_ends(scan, index, at, ("الي", "حتي", "وحتي", "ولغايه", "لغايه"))


def _two_ends(scan: Scan, first: int, at: int, marks: tuple[str, ...]) -> Match | None:
    start = _simple(scan, at)
    if not start or start.expression.kind not in ("date", "weekday", "unit", "day"):
        return None
    at = start.last
    if "و" in marks:
        if at >= len(scan.words) or not (scan.key(at) == "و" or scan.key(at).startswith("و")):
            return None
        at += scan.key(at) == "و"
    elif scan.key(at) in marks:
        at += 1
    else:
        return None
    if scan.year(at) is not None:
        end: Match | None = Match(at, at + 1, Expression(kind="date", year=scan.year(at), rule="year"))
    else:
        end = _month_with_and(scan, at) or _simple(scan, at)
    if not end or end.expression.kind not in ("date", "weekday", "unit", "day", "now"):
        return None
    return _range(first, end.last, start.expression, end.expression)


def _month_with_and(scan: Scan, at: int) -> Match | None:
    return date_at(scan, at) if month_at(scan, at) else None


LEADS: dict[str, Callable[[Scan, int], Match | None]] = {
    "since": _since, "before": _before, "after": _after, "between": _between, "from": _from_to, "this": _this, "same": _this,
    "day": nucleus, "every": _every, "lasting": _lasting, "same_time": _same_time,
}
