"""The check names every kind of fault, in one line, on both databases; a whole case has none."""

import msgspec
import pytest
from sqlalchemy import select, update

from tawatur.casefile import schema
from tawatur.casefile.case import Case
from tawatur.casefile.checking import check_case
from tawatur.model.article import Article
from tawatur.model.case import Event
from tawatur.model.reading import Reading
from tawatur.model.span import Span


def faults(case: Case) -> list[str]:
    found = list(check_case(case.engine))
    assert all("\n" not in line for line in found)
    return found


def write(case: Case, table: str, id: str, **values: object) -> None:
    target = schema.metadata.tables[table]
    with case.engine.begin() as connection:
        connection.execute(update(target).where(target.c.id == id).values(**values))


def first(case: Case, table: str, *columns: str) -> tuple[str, ...]:
    target = schema.metadata.tables[table]
    with case.engine.connect() as connection:
        row = connection.execute(select(*(target.c[c] for c in ("id", *columns))).order_by(target.c.id).limit(1)).one()
    return tuple(row)


def test_whole_case_has_no_fault(case: Case) -> None:
    assert faults(case) == []


def test_changed_text_is_named(case: Case) -> None:
    id, text = first(case, "articles", "text")
    write(case, "articles", id, text=text + " ")
    assert any("its text was changed" in fault for fault in faults(case))


def test_changed_digest_is_named(case: Case) -> None:
    (id,) = first(case, "articles")
    write(case, "articles", id, sha256="0" * 64)
    assert any("does not follow from its path and content" in fault for fault in faults(case))


def test_record_that_cannot_be_read_is_named(case: Case) -> None:
    (id,) = first(case, "articles")
    write(case, "articles", id, source="{}")
    assert any("its record cannot be read" in fault for fault in faults(case))


def test_reading_that_cannot_be_read_is_named(case: Case) -> None:
    (id,) = first(case, "articles")
    write(case, "articles", id, reading='{"article": 1}')
    assert any("its reading cannot be read" in fault for fault in faults(case))


def test_span_outside_its_article_is_named(case: Case) -> None:
    id, reading = first(case, "articles", "reading")
    read = msgspec.json.decode(reading, type=Reading)
    report = msgspec.structs.replace(read.reports[0], trigger=Span(10**6, 10**6 + 5))
    broken = msgspec.structs.replace(read, reports=(report, *read.reports[1:]))
    write(case, "articles", id, reading=msgspec.json.encode(broken).decode())
    assert any("1000000" in fault for fault in faults(case))


def test_unknown_entity_is_named(case: Case) -> None:
    id, reading = first(case, "articles", "reading")
    read = msgspec.json.decode(reading, type=Reading)
    broken = msgspec.structs.replace(read, entities=())
    write(case, "articles", id, reading=msgspec.json.encode(broken).decode())
    assert any("which is not there" in fault for fault in faults(case))


def test_quote_that_its_article_lacks_is_named(case: Case) -> None:
    id, data = first(case, "events", "data")
    event = msgspec.json.decode(data, type=Event)
    told = msgspec.structs.replace(event.reports[0], quote="لم يقل أحد هذا")
    broken = msgspec.structs.replace(event, reports=(told, *event.reports[1:]))
    write(case, "events", id, data=msgspec.json.encode(broken).decode())
    assert any("quotes what" in fault for fault in faults(case))


def test_event_without_reports_is_named(case: Case) -> None:
    id, data = first(case, "events", "data")
    broken = msgspec.structs.replace(msgspec.json.decode(data, type=Event), reports=())
    write(case, "events", id, data=msgspec.json.encode(broken).decode())
    assert any("follows from no report" in fault for fault in faults(case))


def test_event_whose_rows_differ_from_its_record_is_named(case: Case) -> None:
    id, other = (event.id for event in case.events(limit=2))
    with case.engine.begin() as connection:
        connection.execute(update(schema.reports).where(schema.reports.c.event_id == id).values(event_id=other))
    assert any(f"event {id}: " in fault and "reports" in fault for fault in faults(case))


def test_report_that_no_reading_holds_is_named(case: Case) -> None:
    id, reading = first(case, "articles", "reading")
    read = msgspec.json.decode(reading, type=Reading)
    write(case, "articles", id, reading=msgspec.json.encode(msgspec.structs.replace(read, reports=())).decode())
    assert any("follows from no reading" in fault for fault in faults(case))


@pytest.mark.parametrize(("table", "column"), [("reports", "event_id"), ("reports", "article_id")])
def test_reference_to_nothing_is_named(case: Case, table: str, column: str) -> None:
    (id,) = first(case, table)
    write(case, table, id, **{column: "nowhere"})
    assert any(f"{column} nowhere names nothing" in fault for fault in faults(case))


def test_an_article_record_is_still_one(case: Case) -> None:
    (_, source) = first(case, "articles", "source")
    assert msgspec.json.decode(source, type=Article).path
