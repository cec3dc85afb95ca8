"""Which fields a reviewer may correct, and what may stand in them."""

from functools import cache
from typing import Any, get_args

from tawatur.errors import JudgementError
from tawatur.knowledge.files import load_yaml
from tawatur.model.days import days_of
from tawatur.model.reading import Modality

REPORT_FIELDS = ("time", "modality", "type", "extension", "specific", "place")
EVENT_FIELDS = ("time", "title", "modality")


@cache
def known_types() -> frozenset[str]:
    """The ids of all PLOVER and relation types, from the data that defines them."""
    files = ("plover.yml", "relations.yml")
    return frozenset(t["id"] for name in files for t in load_yaml("tawatur.knowledge.types", name)["types"])


def check_value(field: str, to: Any) -> None:
    """Refuses what a field cannot hold. Raises JudgementError that says what it can."""
    if field == "time" and to not in (None, "") and days_of(str(to)) is None:
        raise JudgementError(f"time {to!r}: no EDTF date; write 2016-11-24, 2016-11, 2016 or an interval")
    if field == "modality" and to not in get_args(Modality):
        raise JudgementError(f"modality {to!r}: must be one of {', '.join(get_args(Modality))}")
    if field == "type" and to not in known_types():
        raise JudgementError(f"type {to!r}: no PLOVER or relation type; docs/rooms/reports.md lists them")
    if field == "specific" and not isinstance(to, bool):
        raise JudgementError("specific: must be true or false")
    if field in ("title", "name") and not (isinstance(to, dict) and {"ar", "en"} >= to.keys() and any(to.values())):
        raise JudgementError(f"{field}: give it in Arabic, English or both, as ar and en")
    if field == "place" and to not in (None, ""):
        raise JudgementError("place: can only be taken away; correct the article's reading with a report to us")
