"""What a phrase of time says before it is known when it was written."""

from typing import Literal

import msgspec

Kind = Literal[
    "date",  # a year, month or day, whole or in part ("24 نوفمبر", "عام 2013", "نوفمبر الماضي")
    "weekday",  # "يوم الثلاثاء"
    "day",  # so many days from the anchor ("أمس", "غدا")
    "now",  # "الآن"
    "unit",  # "الأسبوع الماضي", "هذا العام"
    "stretch",  # "الأيام القليلة الماضية", "الـ24 ساعة الماضية"
    "offset",  # "منذ يومين", "قبل أسبوع"
    "season",  # "صيف 2014"
    "holiday",  # "عيد الأضحى", "رمضان"
    "decade",  # "تسعينيات القرن الماضي"
    "range",  # from `start` to `end`
    "consecutive",  # "لليوم الثالث على التوالي"
    "told",  # "يومها": the day told last
    "duration",  # "لأكثر من ثلاثين يوما"
    "event",  # hangs on a happening without a date of its own
    "habit",  # "يوميا"
]
Relation = Literal["", "past", "next", "this", "last", "following", "preceding", "same"]


class Expression(msgspec.Struct, frozen=True, kw_only=True):
    """A phrase of time, unresolved: `low` and `high` bound a count, `sign` is -1 for back and 1 for ahead."""

    kind: Kind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    calendar: str = "gregorian"
    unit: str = ""
    low: float | None = None
    high: float | None = None
    sign: int = 0
    relation: Relation = ""
    year_relation: Relation = ""
    part: str = ""
    daypart: str = ""
    about: bool = False
    more: bool = False
    since: bool = False
    future: bool = False
    until: bool = False  # an end that may lie shortly ahead ("حتى 23 آب")
    start: "Expression | None" = None
    end: "Expression | None" = None
    rule: str = ""


class Match(msgspec.Struct, frozen=True):
    """An expression over words `first` to `last` exclusive."""

    first: int
    last: int
    expression: Expression
    joined: bool = False  # whether an attached "و" or "ف" begins it
