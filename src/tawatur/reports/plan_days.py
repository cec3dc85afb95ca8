"""Days of what is yet to come: a noun dated ahead is a plan, what one prepares now comes later.

A plan without a day of its own is of the day on which it was announced.
"""

import msgspec

from tawatur.model.draft import Draft
from tawatur.model.reading import ReportTime
from tawatur.reports.grammar.page import Page
from tawatur.reports.spoken_times import announced

FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT"})


def looking_ahead(page: Page, draft: Draft) -> Draft:
    """The draft, with a day ahead taken as that of a plan, and without the "now" of its preparation."""
    return _in_the_past(draft) if _not_yet(page, draft) else _prepared(draft)


def _in_the_past(draft: Draft) -> Draft:
    """A noun dated in the days to come is a plan; a verb of the past has no date there."""
    if draft.rule.partition(":")[0] == "noun":
        return msgspec.structs.replace(draft, modality="planned")
    return msgspec.structs.replace(draft, time=None)


def _prepared(draft: Draft) -> Draft:
    """ "يجري حاليا الإعداد لقمة": now one prepares it, and it comes on another day."""
    now = draft.modality == "planned" and draft.time is not None and draft.time.rule == "now"
    return msgspec.structs.replace(draft, time=None) if now else draft


def _not_yet(page: Page, draft: Draft) -> bool:
    """ "قصفت المواقع تمهيدا لتقدم خلال الساعات المقبلة": what has happened was not in the hours to come."""
    if draft.time is None or draft.modality != "asserted" or draft.type not in FORCE:
        return False
    said = draft.time.span.of(page.text.original)
    return any(word in said for word in ("المقبل", "القادم"))


def with_announcement(page: Page, draft: Draft) -> Draft:
    """A plan without a day of its own, with that of its announcement."""
    if draft.kind != "event" or draft.modality != "planned" or draft.time is not None:
        return draft
    if (told := announced(page, draft)) is None:
        return draft
    time = ReportTime(edtf=told.edtf, span=told.span, anchor=told.anchor, rule="inherited_time:announced")
    return msgspec.structs.replace(draft, time=time)
