"""A large case is joined month by month: only what changed, and the outcome does not depend on how the case grew."""

import json
import random
import sys
from contextlib import suppress
from itertools import combinations
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import Engine, delete, event

from tawatur.building import cutting, joining
from tawatur.building.build import Summary, build_case, join_case
from tawatur.casefile import schema
from tawatur.casefile.case import Case
from tawatur.casefile.checking import check_case
from tawatur.casefile.joined import forget_cells
from tawatur.casefile.judgements.storing import judge, states, undo

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

from generate import articles
from vocabulary import known_names

COUNT = 200  # articles: four a day, January and February 2014


@pytest.fixture(scope="module")
def lines() -> list[str]:
    """Generated articles as lines of a JSONL file; some undated, some that tell of an earlier month."""
    dice, made = random.Random(3), []
    for item, _ in articles(COUNT, names=known_names()):
        head = item.reading.article
        published = head.published.edtf if dice.random() < 0.95 else None
        line = {"path": head.path, "text": item.text, "outlet": head.outlet, "published": published}
        made.append(json.dumps(line, ensure_ascii=False))
    return made


@pytest.fixture
def cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every case is large."""
    monkeypatch.setattr(cutting, "WHOLE", 0)


@pytest.fixture
def joined_cells(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the cells that are joined while the test runs."""
    names: list[str] = []
    real = joining._join_cell

    def noted(engine: object, cell: cutting.Cell, *rest: object) -> None:
        names.append(cell.name)
        real(engine, cell, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(joining, "_join_cell", noted)
    return names


def build(case: Path, lines: list[str]) -> Summary:
    source = case.with_suffix(".jsonl")
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return build_case([source], str(case))


def rejoin(case: Path, *, anew: bool = False) -> None:
    with Case.open(str(case)) as opened:
        join_case(opened.engine, Summary(case=str(case)), lambda _stage, _number: None, anew=anew)


def contents(case: Path) -> list[bytes]:
    with Case.open(str(case)) as opened:
        assert list(check_case(opened.engine)) == []
        return [
            msgspec.json.encode(part)
            for part in (opened.events(), opened.ties(), opened.actors(), opened.copies(), opened.citations())
        ]


@pytest.fixture(scope="module")
def whole(lines: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case built at once, cut by months."""
    case = tmp_path_factory.mktemp("whole") / "whole.tawatur"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cutting, "WHOLE", 0)
        build(case, lines)
    return case


@pytest.fixture
def copied(whole: Path, tmp_path: Path) -> Path:
    """A copy of the whole case for tests that write."""
    case = tmp_path / "copied.tawatur"
    case.write_bytes(whole.read_bytes())
    return case


@pytest.mark.usefixtures("cut")
def test_case_grown_in_any_order_is_the_case_built_at_once(lines: list[str], whole: Path, tmp_path: Path) -> None:
    case, order = tmp_path / "grown.tawatur", list(lines)
    random.Random(1).shuffle(order)
    for end in (COUNT // 3, COUNT // 2, COUNT):
        build(case, order[:end])
    assert contents(case) == contents(whole)


@pytest.fixture(scope="module")
def read(lines: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small case whose articles are read and not yet joined, with decisions on what its joining will find."""
    case = tmp_path_factory.mktemp("read") / "read.tawatur"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cutting, "WHOLE", 0)
        build(case, lines[::8])
        with Case.open(str(case)) as opened:
            one = opened.events(until="2014-01-15", limit=1)[0]
            two = opened.events(since="2014-02-10", limit=1)[0]
            judge(opened.engine, action="merge", target=one.id, reviewer="A", value={"with": two.id})
            for other in [e for e in opened.events(limit=9) if e.id not in (one.id, two.id)][:2]:
                judge(opened.engine, action="reject", target=other.reports[0].id, reviewer="A")
            judge(opened.engine, action="correct", target=opened.actors(limit=1)[0].id, reviewer="A",
                  value={"field": "name", "to": {"en": "Another name"}})  # fmt: skip
            with opened.engine.begin() as connection:
                forget_cells(connection, [])
                for table in (schema.actors, schema.names, schema.citations, schema.judgement_states):
                    connection.execute(delete(table))
                connection.execute(delete(schema.meta).where(schema.meta.c.name != "schema"))
    return case


def ended_at(engine: Engine, moment: int) -> list[int]:
    """Ends what works on the case when it begins its transaction of this number, as a kill would; counts them."""
    count = [0]

    @event.listens_for(engine, "begin")
    def _begin(_connection: object) -> None:
        count[0] += 1
        if count[0] == moment:
            raise KeyboardInterrupt

    return count


@pytest.mark.parametrize("large", [False, True])
def test_a_joining_ended_at_any_moment_goes_on_to_the_same_case(
    large: bool, read: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cutting, "WHOLE", 0 if large else 10_000)

    def joined(moment: int) -> tuple[int, list[bytes], dict[str, str]]:
        case = tmp_path / f"{moment}.tawatur"
        case.write_bytes(read.read_bytes())
        with Case.open(str(case)) as opened:
            count = ended_at(opened.engine, moment)
            with suppress(KeyboardInterrupt):
                join_case(opened.engine, Summary(case=str(case)), lambda _stage, _number: None)
        if moment:
            rejoin(case)
        with Case.open(str(case)) as opened:
            return count[0], contents(case), states(opened.engine)

    moments, *whole = joined(0)
    assert moments > 8
    assert all(state == "applied" for state in whole[1].values()), "the decisions find their objects"
    for moment in range(1, moments + 1):
        assert joined(moment)[1:] == tuple(whole), f"ended at transaction {moment}"


@pytest.mark.usefixtures("cut")
def test_a_month_that_is_gone_leaves_no_actor_behind(
    lines: list[str], whole: Path, copied: Path, joined_cells: list[str]
) -> None:
    late = {"path": "late", "text": json.loads(lines[-1])["text"], "outlet": "موقع الغد", "published": "2014-12-24"}
    build(copied, [*lines, json.dumps(late, ensure_ascii=False)])
    with Case.open(str(copied)) as opened:
        assert "موقع الغد" in {c["outlet_ar"] for c in opened.citations()} | {a.name.get("ar") for a in opened.actors()}
    joined_cells.clear()
    build(copied, lines)
    assert contents(copied) == contents(whole)


@pytest.mark.usefixtures("cut")
def test_nothing_new_joins_nothing(lines: list[str], copied: Path, joined_cells: list[str]) -> None:
    build(copied, lines)
    assert joined_cells == []
    rejoin(copied, anew=True)
    assert "2014-01" in joined_cells


@pytest.mark.usefixtures("cut")
def test_a_new_article_joins_its_month_only(
    lines: list[str], whole: Path, copied: Path, joined_cells: list[str], tmp_path: Path
) -> None:
    late = {"path": "late", "text": json.loads(lines[-1])["text"], "outlet": "موقع الغد", "published": "2014-12-24"}
    build(copied, [*lines, json.dumps(late, ensure_ascii=False)])
    assert "2014-12" in joined_cells
    assert "2014-01" not in joined_cells
    joined_cells.clear()
    build(copied, lines)
    assert "2014-01" not in joined_cells
    assert contents(copied)[:2] == contents(whole)[:2], "a removed article leaves no trace in events"


def test_a_case_that_has_become_large_is_cut(
    lines: list[str], whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = tmp_path / "grown.tawatur"
    build(case, lines)
    monkeypatch.setattr(cutting, "WHOLE", 0)
    build(case, lines)
    assert contents(case) == contents(whole)


@pytest.mark.usefixtures("cut")
def test_months_are_joined_as_the_whole_is(lines: list[str], whole: Path, tmp_path: Path) -> None:
    case = tmp_path / "once.tawatur"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cutting, "WHOLE", 10_000)
        build(case, lines)
    one, two = pairs(case), pairs(whole)
    assert len(one & two) > 0.85 * max(len(one), len(two)) > 100


def pairs(case: Path) -> set[tuple[str, str]]:
    with Case.open(str(case)) as opened:
        told = [sorted(r.id for r in event.reports) for event in (*opened.events(), *opened.ties())]
    assert len({id for ids in told for id in ids}) == sum(map(len, told)), "a report in two events"
    return {pair for ids in told for pair in combinations(ids, 2)}


@pytest.mark.usefixtures("cut")
def test_a_decision_joins_the_months_that_it_touches(copied: Path, whole: Path, joined_cells: list[str]) -> None:
    with Case.open(str(copied)) as opened:
        event = opened.events(since="2014-01-05", until="2014-01-20", sort="reports", limit=1)[0]
        made = judge(opened.engine, action="reject", target=event.id, reviewer="A")
    rejoin(copied)
    assert "2014-01" in joined_cells
    assert "undated" not in joined_cells
    with Case.open(str(copied)) as opened:
        assert states(opened.engine) == {made.id: "applied"}
        gone = {told.id for told in event.reports}
        assert not gone & {told.id for e in opened.events() for told in e.reports}
    joined_cells.clear()
    rejoin(copied)
    assert joined_cells == [], "the decision was followed already"
    with Case.open(str(copied)) as opened:
        undo(opened.engine, made.id, reviewer="A")
    rejoin(copied)
    assert contents(copied) == contents(whole)


@pytest.mark.usefixtures("cut")
def test_events_of_different_months_can_be_merged(copied: Path, lines: list[str]) -> None:
    with Case.open(str(copied)) as opened:
        one = opened.events(until="2014-01-10", type="ASSAULT", limit=1)[0]
        two = opened.events(since="2014-02-10", type="ASSAULT", limit=1)[0]
        made = judge(opened.engine, action="merge", target=one.id, reviewer="A", value={"with": two.id})
    rejoin(copied)
    with Case.open(str(copied)) as opened:
        homes = {told.id: event.id for event in opened.events() for told in event.reports}
        assert len({homes[told.id] for told in (*one.reports, *two.reports)}) == 1
        assert states(opened.engine) == {made.id: "applied"}
    before = contents(copied)
    rejoin(copied, anew=True)
    assert contents(copied) == before


@pytest.mark.usefixtures("cut")
def test_a_build_ended_between_two_months_goes_on_where_it_was(
    lines: list[str], whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, real, done = tmp_path / "broken.tawatur", joining._join_cell, []

    def second_fails(*given: object) -> None:
        done.append(given)
        if len(done) == 2:
            raise KeyboardInterrupt
        real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(joining, "_join_cell", second_fails)
    with pytest.raises(KeyboardInterrupt):
        build(case, lines)
    monkeypatch.setattr(joining, "_join_cell", real)
    build(case, lines)
    assert contents(case) == contents(whole)
