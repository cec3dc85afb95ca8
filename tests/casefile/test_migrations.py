"""Case files of every past version of the schema open, keep what was decided in them, and grow."""

import gzip
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import MetaData, create_engine, inspect, text

import tawatur
from tawatur.articles.metadata import read_metadata
from tawatur.building.build import build_case
from tawatur.casefile import schema
from tawatur.casefile.case import Case
from tawatur.casefile.checking import check_case
from tawatur.casefile.judgements.storing import all_judgements, states
from tawatur.casefile.search.reader import search
from tawatur.casefile.storage import is_address, make_case
from tawatur.errors import CaseNotACase, CaseTooNew

OLD = Path(__file__).parent / "old"
DEMO = Path(tawatur.__file__).parent / "demo"
STORED = sorted(OLD.glob("v*.tawatur.gz"), key=lambda path: int(path.name[1:].partition(".")[0]))


@pytest.fixture(params=STORED, ids=lambda path: path.name.partition(".")[0])
def old(request: pytest.FixtureRequest, fresh: str, tmp_path: Path) -> str:
    """An old case: the stored file, or its tables in a PostgreSQL database."""
    file = tmp_path / "old.tawatur"
    file.write_bytes(gzip.decompress(request.param.read_bytes()))
    if not is_address(fresh):
        return str(file)
    return copy_tables(file, fresh)


def copy_tables(file: Path, address: str) -> str:
    """The plain tables of a case file, as they were, in an empty database."""
    source, target, found = create_engine(f"sqlite:///{file}"), create_engine(address), MetaData()
    own = [n for n in inspect(source).get_table_names() if not n.startswith(("search_words", "search_parts"))]
    found.reflect(source, only=own)
    with source.connect() as reading, target.begin() as writing:
        found.create_all(writing)
        for table in found.sorted_tables:
            rows = [dict(row._mapping) for row in reading.execute(table.select())]
            if rows:
                writing.execute(table.insert(), rows)
        for name in ("judgements", "search_rows"):
            writing.execute(text(f"SELECT setval(pg_get_serial_sequence('{name}', 'number'), 1000)"))
    source.dispose()
    target.dispose()
    return address


def test_every_past_version_is_stored() -> None:
    assert [int(path.name[1:].partition(".")[0]) for path in STORED] == list(range(1, schema.VERSION + 1)), (
        "run tools/make_old_case.py before the schema's version is raised"
    )


def test_old_case_opens_with_all_that_it_held(old: str) -> None:
    with Case.open(old) as opened:
        assert opened.counts()["articles"] == 8
        assert opened.events(limit=1)[0].reports
        assert [(j.reviewer, j.reason) for j in all_judgements(opened.engine)] == [("Reviewer", "an old decision")]
        assert search(opened.engine, "حلب")
        assert list(check_case(opened.engine)) == []


def test_old_case_has_the_tables_of_a_new_one(old: str, tmp_path: Path) -> None:
    Case.open(old).close()
    one = create_engine(old if is_address(old) else f"sqlite:///{old}")
    two = make_case(str(tmp_path / "new.tawatur"))
    for name in schema.metadata.tables:
        assert columns(one, name) == columns(two, name), name
        assert indexes(one, name) >= indexes(two, name), name
    one.dispose()
    two.dispose()


def columns(engine: object, table: str) -> set[str]:
    return {column["name"] for column in inspect(engine).get_columns(table)}  # type: ignore[union-attr]


def indexes(engine: object, table: str) -> set[tuple[str, ...]]:
    return {tuple(i["column_names"]) for i in inspect(engine).get_indexes(table)}  # type: ignore[union-attr]


def test_old_case_is_built_further_and_keeps_its_decision(old: str) -> None:
    summary = build_case([DEMO / "articles"], old, metadata=read_metadata(DEMO / "metadata.jsonl"))
    assert summary.articles == 8
    with Case.open(old) as opened:
        (made,) = all_judgements(opened.engine)
        assert states(opened.engine) == {made.id: "applied"}
        assert "A title given by a reviewer" in {event.title["en"] for event in opened.events()}
        assert list(check_case(opened.engine)) == []


def test_upgrade_that_fails_leaves_the_old_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "old.tawatur"
    file.write_bytes(gzip.decompress(STORED[0].read_bytes()))

    def fails(_connection: object) -> None:
        raise RuntimeError("planted")

    monkeypatch.setattr("tawatur.casefile.upgrading.make_index", fails)
    with pytest.raises(RuntimeError):
        Case.open(str(file))
    with sqlite3.connect(file) as connection:
        assert connection.execute("SELECT value FROM meta WHERE name = 'schema'").fetchone() == ("1",)
        assert connection.execute("SELECT name FROM sqlite_master WHERE name = 'cells'").fetchone() is None
    monkeypatch.undo()
    Case.open(str(file)).close()


def test_file_of_a_newer_version_is_refused_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "newer.tawatur"
    make_case(str(file)).dispose()
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE meta SET value = '99' WHERE name = 'schema'")
    with pytest.raises(CaseTooNew) as refused:
        Case.open(str(file))
    assert "\n" not in str(refused.value)
    assert "upgrade Tawatur" in str(refused.value)


def test_file_of_another_program_is_refused_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "foreign.tawatur"
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA application_id = 1234")
        connection.execute("CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT)")
        connection.execute("INSERT INTO meta VALUES ('schema', '1')")
    before = file.read_bytes()
    for use in (Case.open, make_case):
        with pytest.raises(CaseNotACase) as refused:
            use(str(file))
        assert "\n" not in str(refused.value)
    assert file.read_bytes() == before
