"""Reads distances and lengths: "منذ يومين", "قبل أسبوع", "بعد ثلاثة أيام من الهجوم", "لأكثر من ثلاثين يوما"."""

import msgspec

from tawatur.mentions.times.counts import Count, count_of
from tawatur.mentions.times.expression import Expression, Kind, Match
from tawatur.mentions.times.ranges import nucleus
from tawatur.mentions.times.scan import Scan
from tawatur.mentions.times.simple import range_of

ENOUGH = frozenset({"فتره", "زمن", "وقت", "مده", "امد", "متي", "ان", "حين"})
EVENT_MARKS = frozenset({"من", "علي"})
UNTIL = frozenset({"حتي", "وحتي", "الي", "والي", "لغايه", "ولغايه"})
BEGINNINGS = frozenset({"date", "weekday", "day", "unit", "season"})  # what a stretch with two ends begins or ends with


def since_phrase(scan: Scan, index: int) -> Match | None:
    """ "منذ يومين", "منذ أكثر من ثلاثة أعوام", "منذ أواخر أيلول الماضي", "منذ أيام"."""
    if scan.keys[index + 1] in ENOUGH:
        return None
    count = count_of(scan, index + 1)
    if count and not (_continues(scan, count.last) or scan.sense(index + 1, "parts") or _names_day(scan, index + 1)):
        rule = "since_count"
        return Match(
            index,
            count.last,
            Expression(
                kind="offset",
                unit=count.unit,
                low=count.low,
                high=count.high,
                sign=-1,
                since=True,
                about=count.about,
                more=count.more,
                rule=rule,
            ),
        )
    found = nucleus(scan, index + 1)
    if found is None:
        return None
    if found.expression.kind in BEGINNINGS and (end := _until(scan, found.last)):
        return range_of(index, end.last, found.expression, end.expression)
    return Match(index, found.last, msgspec.structs.replace(found.expression, since=True))


def _until(scan: Scan, at: int) -> Match | None:
    """The end of what a beginning opened: "منذ 23 سبتمبر 2014، وحتى فجر اليوم"."""
    at += scan.keys[at] in ("،", ",")
    if scan.keys[at] not in UNTIL:
        return None
    end = nucleus(scan, at + 1)
    return end if end and end.expression.kind in BEGINNINGS else None


def _names_day(scan: Scan, at: int) -> bool:
    """Whether "يوم" is no count but opens the name of a day: "منذ يوم الجمعة"."""
    return scan.keys[at] == "يوم" and nucleus(scan, at) is not None


def _continues(scan: Scan, at: int) -> bool:
    """Whether a relation or a year follows, so that nothing is counted ("منذ العام الماضي", "منذ عام 2012")."""
    relation = scan.sense(at, "relations")
    return bool(relation and relation.definite and not relation.conjunction) or scan.year(at) is not None


def before_phrase(scan: Scan, index: int) -> Match | None:
    """ "قبل أسبوع", "قبل عامين من الآن", "قبل ثلاثة أيام من الهجوم"; "قبل عام 2011" names the year."""
    if scan.keys[index + 1] == "ذلك":
        return counted_from_told(scan, index)
    if scan.sense(index, "days") and scan.keys[index + 2] != "الاول":
        return nucleus(scan, index)  # "قبل أمس" is two days back
    count = _count_around(scan, index)
    if count is None:
        return nucleus(scan, index + 1)
    if scan.keys[count.last] == "من":
        if scan.sense(count.last + 1, "now") or scan.keys[count.last + 1] == "اليوم":
            return Match(index, count.last + 2, _offset(count, -1, "before_count"))
        return Match(index, count.last, _offset(count, -1, "count_from_event", "event"))
    return Match(index, count.last, _offset(count, -1, "before_count"))


def after_phrase(scan: Scan, index: int) -> Match | None:
    """ "بعد يومين" of the day told last, "بعد أسبوع من الهجوم" of an event; "بعد غد" is a day."""
    if scan.keys[index + 1] == "ذلك":
        return counted_from_told(scan, index)
    if found := nucleus(scan, index):
        return found
    unit, again = scan.sense(index - 1, "units"), scan.sense(index + 1, "units")
    if unit and again and unit.values == again.values and not again.definite:
        return None  # "يوما بعد يوم"
    count = _count_around(scan, index)
    if count is None:
        return nucleus(scan, index + 1)
    event = scan.keys[count.last] in EVENT_MARKS
    return Match(
        index,
        count.last,
        _offset(count, 1, "count_from_event" if event else "after_count", "event" if event else "offset"),
    )


def _count_around(scan: Scan, index: int) -> Count | None:
    count = count_of(scan, index + 1)
    if count is None or _continues(scan, count.last) or _names_day(scan, index + 1):
        return None
    if count.definite and count.unit in ("day", "hour", "minute"):
        return None
    only = scan.keys[count.last] == "فقط" and scan.keys[count.last + 1] in EVENT_MARKS  # "بعد أسبوعين فقط من الهجوم"
    return msgspec.structs.replace(count, last=count.last + 1) if only else count


def _offset(count: Count, sign: int, rule: str, kind: Kind = "offset") -> Expression:
    return Expression(
        kind=kind,
        unit=count.unit,
        low=count.low,
        high=count.high,
        sign=sign,
        about=count.about,
        more=count.more,
        rule=rule,
    )


def lasted_phrase(scan: Scan, index: int) -> Match | None:
    """ "معارك استمرت نحو أسبوع", "دامت ثلاثة أيام": the length behind a verb of lasting."""
    at = index + 1
    if scan.sense(at, "leads"):
        return None
    count = count_of(scan, at)
    if count is None or count.unit in ("hour", "minute") or _continues(scan, count.last):
        return nucleus(scan, at)
    return Match(at, count.last, _offset(count, -1, "duration", "duration"))


def counted_from_told(scan: Scan, index: int) -> Match | None:
    """ "قبل ذلك بيوم", "بعدها بثلاثة أيام": so many days from the day told last."""
    word = scan.keys[index].removeprefix("و")
    at = index + 1
    if word in ("قبل", "بعد") and scan.keys[at] == "ذلك":
        at += 1
    elif word not in ("قبلها", "بعدها", "قبله", "بعده"):
        return None
    if at >= len(scan.words) or scan.words[at].preposition != "ب":
        return None
    count = count_of(scan, at)
    if count is None or count.low != count.high or count.unit not in ("day", "week"):
        return None
    days = count.low * (7 if count.unit == "week" else 1) * (-1 if word.startswith("قبل") else 1)
    return Match(index, count.last, Expression(kind="told", low=days, rule="counted_from_told"))


def lasting_phrase(scan: Scan, index: int) -> Match | None:
    """ "لأكثر من ثلاثين يوما", "لمدة ثلاثة أيام", "على مدى شهرين": a length of time."""
    at = index if scan.keys[index].endswith("اكثر") else index + 1
    more = at == index
    count = count_of(scan, index + 2) if more and scan.keys[index + 1] == "من" else None if more else count_of(scan, at)
    if count is None or count.definite or _continues(scan, count.last) or scan.sense(index + 1, "holidays"):
        return None if more else nucleus(scan, index + 1)
    expression = msgspec.structs.replace(_offset(count, -1, "duration", "duration"), about=count.about or more)
    return Match(index, count.last, expression)
