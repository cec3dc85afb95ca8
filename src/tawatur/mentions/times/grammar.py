"""The grammar of times: which phrase begins at a word. The longest way of reading is tried first."""

import msgspec

from tawatur.mentions.times.counts import count_of
from tawatur.mentions.times.dates import date_at, day_number, month_at, numeric_date
from tawatur.mentions.times.expression import Expression, Match
from tawatur.mentions.times.relatives import day_phrase, season_phrase, year_or_unit
from tawatur.mentions.times.scan import DASHES, Scan

SINCE = frozenset({"منذ", "ومنذ", "مذ", "فمنذ"})
BEFORE = frozenset({"قبل", "وقبل", "قبيل", "فقبل"})
AFTER = frozenset({"بعد", "وبعد", "فبعد", "عقب", "وعقب"})
LASTING = frozenset({"لمده", "مده", "طوال", "طيله", "علي", "طول"})
ENOUGH = frozenset({"فتره", "زمن", "وقت", "مده", "امد"})
ORDINAL_DAYS = frozenset({"لليوم", "ولليوم", "اليوم", "لليله", "للاسبوع", "للشهر", "للعام", "للسنه", "ليوم", "واليوم"})
NUMBERED = {"الاول": 1, "الثاني": 2, "الثالث": 3, "الرابع": 4, "الخامس": 5, "السادس": 6, "السابع": 7, "الثامن": 8, "التاسع": 9,
            "العاشر": 10, "ثاني": 2, "ثالث": 3, "رابع": 4, "الثانيه": 2, "الثالثه": 3, "الرابعه": 4, "الخامسه": 5, "السادسه": 6}
DECADES = {"خمسينيات": 1950, "خمسينات": 1950, "ستينيات": 1960, "ستينات": 1960, "سبعينيات": 1970, "سبعينات": 1970, "ثمانينيات": 1980,
           "ثمانينات": 1980, "تسعينيات": 1990, "تسعينات": 1990, "اربعينيات": 1940, "اربعينات": 1940, "ثلاثينيات": 1930,
           "ثلاثينات": 1930, "عشرينيات": 1920, "عشرينات": 1920}


def phrase_at(scan: Scan, index: int) -> Match | None:
    """The phrase of time that begins at word `index`, or None."""
    word = scan.key(index)
    if word in SINCE:
        return _since(scan, index)
    if word in BEFORE or word in AFTER:
        return _around(scan, index)
    if word in ORDINAL_DAYS and (found := _consecutive(scan, index)):
        return found
    if word.endswith("ينات") or word.endswith("ينيات"):
        return _decade(scan, index)
    return _between(scan, index) or _from_to(scan, index) or _pointer(scan, index) or nucleus(scan, index)


def nucleus(scan: Scan, index: int) -> Match | None:
    """A time without a preposition that changes it."""
    found = _simple(scan, index)
    if found is None:
        return None
    return _joined(scan, found) or found


def _simple(scan: Scan, index: int) -> Match | None:
    if index >= len(scan.words):
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
    if scan.key(index + 1) in ("ان", "متي") or scan.key(index + 1) in ENOUGH:
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


def _around(scan: Scan, index: int) -> Match | None:
    """"قبل أسبوع", "قبل ثلاثة أيام من الهجوم", "بعد يومين على", "بعد أسبوع"."""
    back = scan.key(index) in BEFORE
    count = count_of(scan, index + 1)
    if count and not _continues(scan, count.last) and not (count.definite and count.unit in ("day", "hour", "minute")):
        anchored = scan.key(count.last) in ("من", "علي") and scan.key(index) not in ("عقب", "وعقب")
        if back and scan.key(count.last) in ("من", "علي") and (scan.key(count.last + 1) in ("الان", "اليوم")):
            return Match(index, count.last + 2, _offset(count, -1, "before_count"))
        if anchored:
            return Match(index, count.last, Expression(kind="event", unit=count.unit, low=count.low, high=count.high, sign=-1 if back else 1,
                                                       about=count.about, more=count.more, rule="count_from_event"))
        return Match(index, count.last, _offset(count, -1 if back else 1, "before_count" if back else "after_count"))
    if not back:
        return _after_next(scan, index)
    return nucleus(scan, index + 1)


def _after_next(scan: Scan, index: int) -> Match | None:
    found = nucleus(scan, index)
    return found or nucleus(scan, index + 1)


def _offset(count: object, sign: int, rule: str) -> Expression:
    from tawatur.mentions.times.counts import Count

    assert isinstance(count, Count)
    return Expression(kind="offset", unit=count.unit, low=count.low, high=count.high, sign=sign, about=count.about, more=count.more, rule=rule)


def _consecutive(scan: Scan, index: int) -> Match | None:
    """"لليوم الثاني على التوالي"."""
    at = index + 1
    number = NUMBERED.get(scan.key(at))
    at += 1
    if number is None:
        found = day_number(scan, index + 1)
        if not found:
            return None
        number, at = found
    if scan.key(at) == "علي" and scan.key(at + 1) == "التوالي":
        at += 2
    elif scan.key(at) in ("تواليا", "توالياً"):
        at += 1
    else:
        return None
    unit = {"لليوم": "day", "ولليوم": "day", "اليوم": "day", "واليوم": "day", "ليوم": "day", "لليله": "day", "للاسبوع": "week", "للشهر": "month"}
    return Match(index, at, Expression(kind="consecutive", unit=unit.get(scan.key(index), "year"), low=number, rule="consecutive_day"))


def _decade(scan: Scan, index: int) -> Match | None:
    word = scan.key(index)
    bare = word.removeprefix("و").removeprefix("ال").removeprefix("ب").removeprefix("ل")
    start = DECADES.get(word, DECADES.get(bare))
    if start is None:
        return None
    last = index + 1
    if scan.key(last) == "القرن" and scan.key(last + 1) in ("الماضي", "العشرين", "الفائت", "المنصرم"):
        last += 2
    return Match(index, last, Expression(kind="decade", year=start, rule="decade"))


def _pointer(scan: Scan, index: int) -> Match | None:
    """Words that point back: "يومها", "بالتزامن مع ذلك", "في الوقت نفسه"."""
    sense = scan.sense(index, "told")
    if sense and not sense.preposition:
        return Match(index, index + 1, Expression(kind="told", low=0, rule="told_then"))
    if scan.key(index) in ("بالتزامن", "وبالتزامن", "تزامنا", "بالتوازي", "وبالتوازي") and scan.key(index + 1) == "مع":
        if scan.key(index + 2) in ("ذلك", "هذا", "هذه"):
            last = index + 3 if scan.key(index + 2) == "ذلك" else index + 4
            return Match(index, min(last, len(scan.words)), Expression(kind="told", low=0, rule="at_the_same_time"))
    return None


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
    if scan.key(index) not in ("بين", "وبين"):
        return None
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
    if scan.key(index) not in ("من", "ومن"):
        return None
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
