"""A day of a month told by its relation to the day of writing: "الخامس من الشهر الجاري"."""

from tawatur.mentions.times.dates import day_number, relation_at
from tawatur.mentions.times.expression import Expression, Match, Relation
from tawatur.mentions.times.scan import Scan

LEADS = frozenset({"في", "منذ", "حتي", "يوم", "بتاريخ", "وفي", "من"})  # before "20 الجاري"


def day_of_told_month(scan: Scan, index: int) -> Match | None:
    """ "الخامس من الشهر الجاري", "في الـ20 من الشهر الماضي", "7 من هذا الشهر"."""
    number = day_number(scan, index)
    if not number:
        return None
    led = scan.key(number[1]) == "من"
    at = number[1] + led
    if scan.keys[at] in ("الجاري", "الحالي") and (led or scan.keys[index - 1] in LEADS):
        this = Expression(kind="unit", unit="month", day=number[0], relation="this", rule="day_of_told_month")
        return Match(index, at + 1, this)
    pointed = scan.keys[at] in ("هذا", "ذلك", "نفس", "ذات")
    if scan.keys[at + pointed] != "الشهر":
        return None
    last = at + pointed + 1
    if pointed:
        relation: Relation = "this" if scan.keys[at] == "هذا" else "same"
    elif related := relation_at(scan, last):
        relation, last = related
    elif scan.keys[last] in ("نفسه", "ذاته"):
        relation, last = "same", last + 1
    else:
        return None
    return Match(
        index, last, Expression(kind="unit", unit="month", day=number[0], relation=relation, rule="day_of_told_month")
    )
