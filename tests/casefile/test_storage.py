"""A case opens when it is one, and says in one line what it is otherwise."""

import sqlite3
from pathlib import Path

import pytest

from tawatur.casefile import schema
from tawatur.casefile.case import Case
from tawatur.casefile.storage import make_case, open_case, sole_writer
from tawatur.errors import CaseBusy, CaseError, CaseMissing, CaseNotACase, CaseTooNew


def test_new_case_opens_again(fresh: str) -> None:
    make_case(fresh).dispose()
    with Case.open(fresh) as opened:
        assert opened.counts() == {"articles": 0, "reports": 0, "events": 0, "ties": 0, "actors": 0}


def test_missing_case_is_named(tmp_path: Path) -> None:
    with pytest.raises(CaseMissing, match="no such case"):
        open_case(str(tmp_path / "none.tawatur"))


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\x00" + bytes(100)])
def test_other_files_are_no_cases(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.tawatur"
    path.write_bytes(content)
    with pytest.raises(CaseNotACase):
        open_case(str(path))


def test_other_sqlite_file_is_no_case(tmp_path: Path) -> None:
    path = tmp_path / "x.tawatur"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE meta (name, value)")
    with pytest.raises(CaseNotACase):
        make_case(str(path))


def test_folder_is_no_case(tmp_path: Path) -> None:
    with pytest.raises(CaseNotACase):
        open_case(str(tmp_path))


def test_case_in_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="does not exist"):
        make_case(str(tmp_path / "no" / "x.tawatur"))


def test_newer_case_is_refused(fresh: str) -> None:
    engine = make_case(fresh)
    with engine.begin() as connection:
        connection.execute(schema.meta.update().where(schema.meta.c.name == "schema").values(value="99"))
    engine.dispose()
    with pytest.raises(CaseTooNew, match="newer"):
        open_case(fresh)


def test_second_writer_is_told_and_leaves(fresh: str) -> None:
    make_case(fresh).dispose()
    with sole_writer(fresh), pytest.raises(CaseBusy), sole_writer(fresh):
        pass
    with sole_writer(fresh):
        pass


def test_sqlite_case_carries_its_mark_and_version(tmp_path: Path) -> None:
    path = tmp_path / "x.tawatur"
    make_case(str(path)).dispose()
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA application_id").fetchone()[0] == schema.APPLICATION
        assert connection.execute("PRAGMA user_version").fetchone()[0] == schema.VERSION
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def test_lock_that_was_taken_away_locks_out_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The build before removes its lock file just as this one opens it: this one must hold the file that others see."""
    import fcntl

    case, real, calls = str(tmp_path / "x.tawatur"), fcntl.flock, []

    def removed_meanwhile(stream: object, how: int) -> None:
        if not calls:
            Path(f"{case}.lock").unlink()
        calls.append(how)
        real(stream, how)  # type: ignore[arg-type]

    monkeypatch.setattr(fcntl, "flock", removed_meanwhile)
    with sole_writer(case):
        assert len(calls) == 2
        with pytest.raises(CaseBusy), sole_writer(case):
            pass
