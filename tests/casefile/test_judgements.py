"""Reviewers decide: decisions shape the case, survive builds, can be undone, exported and combined; none is dropped."""

from collections.abc import Callable

import msgspec
import pytest
from sqlalchemy.exc import DBAPIError

from tawatur.building.build import Summary, join_case
from tawatur.casefile.case import Case
from tawatur.casefile.checking import check_case
from tawatur.casefile.judgements.storing import (
    all_judgements,
    import_judgements,
    judge,
    standing,
    states,
    undo,
)
from tawatur.errors import JudgementError
from tawatur.model.case import Event


def rejoin(case: Case) -> Summary:
    summary = Summary(case=case.name)
    join_case(case.engine, summary, lambda _stage, _number: None)
    return summary


def most_told(case: Case) -> Event:
    return case.events(sort="reports", limit=1)[0]


def snapshot(case: Case) -> list[bytes]:
    return [msgspec.json.encode(event) for event in (*case.events(), *case.ties())]


def test_rejected_report_leaves_its_event_and_comes_back_when_undone(case: Case) -> None:
    before, event = snapshot(case), most_told(case)
    made = judge(case.engine, action="reject", target=event.reports[-1].id, reviewer="A", reason="misread")
    rejoin(case)
    assert event.reports[-1].id not in {told.id for e in case.events() for told in e.reports}
    undo(case.engine, made.id, reviewer="A")
    rejoin(case)
    assert snapshot(case) == before


def test_corrected_date_of_an_event_survives_a_build(case: Case, build_demo_in: Callable[[], str]) -> None:
    event = most_told(case)
    made = judge(
        case.engine, action="correct", target=event.id, reviewer="A", value={"field": "time", "to": "2016-11-16"}
    )
    rejoin(case)
    build_demo_in()
    corrected = case.event(event.id)
    assert corrected.time.edtf == "2016-11-16"
    assert corrected.judged == (made.id,)
    assert states(case.engine)[made.id] == "applied"


def test_corrected_report_is_joined_anew(case: Case) -> None:
    told = most_told(case).reports[0]
    judge(case.engine, action="correct", target=told.id, reviewer="A", value={"field": "modality", "to": "denied"})
    rejoin(case)
    (found,) = [t for e in case.events() for t in e.reports if t.trigger == told.trigger and t.article == told.article]
    assert found.modality == "denied"


def test_split_reports_stand_in_another_event_and_merged_ones_in_one(case: Case) -> None:
    event = most_told(case)
    leaving = [told.id for told in event.reports if told.article != event.reports[0].article]
    assert leaving
    judge(case.engine, action="split", target=event.id, reviewer="A", value={"reports": leaving})
    rejoin(case)
    homes = {told.id: e.id for e in case.events() for told in e.reports}
    assert homes[leaving[0]] != homes[event.reports[0].id]


def test_merged_events_are_one(case: Case) -> None:
    first, second = case.events(type="CONSULT")[:2]
    judge(case.engine, action="merge", target=first.id, reviewer="A", value={"with": second.id})
    rejoin(case)
    homes = {told.id: e.id for e in case.events() for told in e.reports}
    assert homes[first.reports[0].id] == homes[second.reports[0].id]


def test_merged_actors_are_one(case: Case) -> None:
    judge(case.engine, action="merge", target="liwa-al-quds", reviewer="A", value={"into": "hezbollah"})
    rejoin(case)
    assert "liwa-al-quds" not in {actor.id for actor in case.actors()}


def test_decision_that_lost_its_object_is_listed_and_not_dropped(case: Case) -> None:
    told = most_told(case).reports[0]
    made = judge(case.engine, action="reject", target=told.id, reviewer="A")
    lost = msgspec.structs.replace(made, id="j" + "0" * 16, target="r" + "0" * 16)
    import_judgements(case.engine, [msgspec.json.encode(lost).decode()])
    summary = rejoin(case)
    assert summary.judgements_lost == 1
    assert states(case.engine) == {made.id: "applied", lost.id: "lost"}
    assert len(all_judgements(case.engine)) == 2


def test_two_people_combine_their_decisions(case: Case) -> None:
    event = most_told(case)
    made = [judge(case.engine, action="accept", target=event.id, reviewer=name) for name in ("A", "B")]
    rows = [msgspec.json.encode(j).decode() for j in made]
    other = msgspec.structs.replace(made[0], id="j" + "1" * 16, reviewer="C")
    assert import_judgements(case.engine, [*rows, msgspec.json.encode(other).decode()]) == (1, 2)
    assert {j.reviewer for j in standing(case.engine)} == {"A", "B", "C"}


@pytest.mark.parametrize(
    ("action", "value"),
    [
        ("correct", {"field": "time", "to": "soon"}),
        ("correct", {"field": "colour", "to": "red"}),
        ("explode", {}),
        ("merge", {}),
    ],
)
def test_senseless_decision_is_refused(case: Case, action: str, value: dict[str, object]) -> None:
    with pytest.raises(JudgementError):
        judge(case.engine, action=action, target=most_told(case).id, reviewer="A", value=value)


def test_decision_needs_a_name_and_an_object(case: Case) -> None:
    with pytest.raises(JudgementError, match="name"):
        judge(case.engine, action="accept", target=most_told(case).id, reviewer=" ")
    with pytest.raises(JudgementError, match="no such"):
        judge(case.engine, action="accept", target="e" + "0" * 16, reviewer="A")


def test_rows_are_only_added(case: Case) -> None:
    event = most_told(case)
    made = judge(case.engine, action="accept", target=event.id, reviewer="A")
    undo(case.engine, made.id, reviewer="B", reason="hasty")
    assert [(j.action, j.reviewer) for j in all_judgements(case.engine)] == [("accept", "A"), ("undo", "B")]
    assert standing(case.engine) == []


def test_case_with_decisions_is_whole(case: Case) -> None:
    event = most_told(case)
    judge(case.engine, action="reject", target=event.id, reviewer="A")
    rejoin(case)
    assert list(check_case(case.engine)) == []


@pytest.mark.parametrize("statement", ["UPDATE judgements SET reviewer = 'B'", "DELETE FROM judgements"])
def test_the_database_itself_keeps_the_trail(case: Case, statement: str) -> None:
    judge(case.engine, action="accept", target=most_told(case).id, reviewer="A")
    with pytest.raises(DBAPIError, match="only ever added"), case.engine.begin() as connection:
        connection.exec_driver_sql(statement)
    assert [j.reviewer for j in all_judgements(case.engine)] == ["A"]


def test_rejected_copy_is_no_longer_followed_and_comes_back_when_undone(case: Case) -> None:
    before = snapshot(case)
    copy = next(c for c in case.copies() if c.from_article and c.rule != "cited_outlet")
    made = judge(case.engine, action="reject", target=copy.id, reviewer="A", reason="each asked the source itself")
    rejoin(case)
    assert copy.id not in {told.copy for event in case.events() for told in event.reports}
    assert states(case.engine)[made.id] == "applied"
    undo(case.engine, made.id, reviewer="A")
    rejoin(case)
    assert snapshot(case) == before


def test_confirmed_copy_changes_nothing_and_is_kept(case: Case) -> None:
    before, copy = snapshot(case), case.copies()[0]
    made = judge(case.engine, action="accept", target=copy.id, reviewer="A")
    rejoin(case)
    assert snapshot(case) == before
    assert states(case.engine)[made.id] == "applied"


def test_split_actor_is_two(case: Case) -> None:
    article = next(a for a in case.articles() if case.reports_of(a["id"]) and "hezbollah" in named(case, a["id"]))
    judge(
        case.engine,
        action="split",
        target="hezbollah",
        reviewer="A",
        value={"articles": [article["id"]], "name": {"ar": "كتيبة أخرى", "en": "Another battalion"}},
    )
    rejoin(case)
    assert "Another battalion" in {actor.name.get("en") for actor in case.actors()}
    assert "hezbollah" in {actor.id for actor in case.actors()}


def named(case: Case, article: str) -> set[str | None]:
    reading = case.article(article)[1]
    assert reading is not None
    return {entity.kb for entity in reading.entities}
