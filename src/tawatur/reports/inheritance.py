"""Times and places that a telling takes from another telling of the same happening, by a named rule.

News dates a happening once, mostly in its lead, and tells it again without a date. A report without a time takes that
of a report of the same type in the same sentence, or of one that shares a party and the place; never where those that
it could take it from disagree, and never a plan.
"""

from collections.abc import Sequence

import msgspec

from tawatur.model.draft import Draft
from tawatur.model.reading import ReportTime
from tawatur.reports.grammar.page import Page

KINDRED = (
    frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT"}),
    frozenset({"CONSULT", "COOPERATE", "AGREE"}),
)


def inherit(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the times that they take over."""
    dated = [d for d in drafts if d.time is not None and d.modality == "asserted"]
    return [d if d.time is not None or not _may_take(d) else _taken(page, d, dated) for d in drafts]


def _may_take(draft: Draft) -> bool:
    return draft.kind == "event" and draft.modality in ("asserted", "denied") and draft.specific


def _taken(page: Page, draft: Draft, dated: list[Draft]) -> Draft:
    sentence = page.text.sentence_of(draft.trigger_word)
    near = [
        d for d in dated if sentence.first <= d.trigger_word < sentence.last and _kindred(d.type, draft.type)
    ]
    if near:
        best = min(near, key=lambda d: abs(d.trigger_word - draft.trigger_word))
        return _with(draft, best, "inherited_time:sentence")
    same = [d for d in dated if d.type == draft.type and _shares(d, draft)]
    if same and len({d.time.edtf for d in same if d.time is not None}) == 1:
        return _with(draft, same[0], "inherited_time:retold")
    return draft


def _with(draft: Draft, source: Draft, rule: str) -> Draft:
    assert source.time is not None
    time = ReportTime(edtf=source.time.edtf, span=source.time.span, anchor=source.time.anchor, rule=rule)
    return msgspec.structs.replace(draft, time=time)


def _kindred(one: str, other: str) -> bool:
    return one == other or any(one in group and other in group for group in KINDRED)


def _shares(one: Draft, other: Draft) -> bool:
    """Whether two reports may tell of one happening: two of actor, recipient and place in common, none at odds."""
    actors = {a.entity for a in one.actors} & {a.entity for a in other.actors}
    recipients = {a.entity for a in one.recipients} & {a.entity for a in other.recipients}
    crossed = {a.entity for a in one.actors} & {a.entity for a in other.recipients}
    place = one.place is not None and other.place is not None and one.place.entity == other.place.entity
    if one.place is not None and other.place is not None and not place:
        return False
    return bool(actors and recipients) or (place and bool(actors or recipients or crossed))
