"""Opens and makes case files: SQLite by default (one file), PostgreSQL by address."""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, select
from sqlalchemy.exc import DBAPIError, OperationalError

from tawatur.casefile import schema
from tawatur.casefile.judgements.trail import guard_trail
from tawatur.casefile.search.index import make_index
from tawatur.casefile.upgrading import mark_newest, upgrade_case
from tawatur.errors import CaseBusy, CaseError, CaseMissing, CaseNotACase, CaseTooNew, CaseUnwritable

_FILE_MARK = b"SQLite format 3\x00"
_BESIDE = ("-wal", "-shm", "-journal", ".lock", ".unfinished", ".unfinished-journal")


def is_address(case: str) -> bool:
    """Whether `case` is a database address ("postgresql+psycopg://…") rather than a file."""
    return "://" in case


def open_case(case: str) -> Engine:
    """An engine on a case that exists. Raises CaseMissing, CaseNotACase, CaseTooNew."""
    if not is_address(case):
        _check_file(Path(case))
    engine = _engine(case)
    _check_version(engine, case)
    return engine


def make_case(case: str) -> Engine:
    """An engine on a case, made new where none stands. Raises CaseNotACase when something else stands there."""
    if not is_address(case) and Path(case).exists():
        return open_case(case)
    _check_folder(case)
    if is_address(case):
        engine = _engine(case)
        if inspect(engine).has_table("meta"):
            _check_version(engine, case)
        else:
            _fill(engine)
        return engine
    _make_file(Path(case))
    engine = _engine(case)
    engine.connect().close()  # the first connection turns on the write-ahead log, which the file remembers
    return engine


def _make_file(path: Path) -> None:
    """A new case file, whole or not at all: made beside its place, then moved there."""
    unfinished = path.with_name(f"{path.name}.unfinished")
    for left in (unfinished, unfinished.with_name(f"{unfinished.name}-journal")):
        left.unlink(missing_ok=True)  # of a build that was ended here
    engine = create_engine(f"sqlite:///{unfinished.absolute()}")
    try:
        _fill(engine)
    finally:
        engine.dispose()
    unfinished.replace(path)


def _fill(engine: Engine) -> None:
    """The tables of a new case, in one transaction."""
    with engine.begin() as connection:
        schema.metadata.create_all(connection)
        make_index(connection)
        guard_trail(connection)
        mark_newest(connection)
        connection.execute(schema.meta.insert(), [{"name": "schema", "value": str(schema.VERSION)}])
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA application_id = {schema.APPLICATION}")
            connection.exec_driver_sql(f"PRAGMA user_version = {schema.VERSION}")


def _check_folder(case: str) -> None:
    """Refuses a case whose folder is not there or cannot be written. Raises CaseError."""
    if is_address(case):
        return
    folder = Path(case).absolute().parent
    if not folder.is_dir():
        raise CaseError(f"{case}: the folder {folder} does not exist; make it first")
    if not os.access(folder, os.W_OK):
        raise CaseError(f"{case}: the folder {folder} cannot be written; choose another place")


def _engine(case: str) -> Engine:
    address = case if is_address(case) else f"sqlite:///{Path(case).absolute()}"
    engine = create_engine(address, json_serializer=lambda value: json.dumps(value, ensure_ascii=False))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare)
    return engine


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA busy_timeout = 5000")


def _check_file(path: Path) -> None:
    if not path.exists():
        raise CaseMissing(f"{path}: no such case; make one with `tawatur build SOURCE -o {path}`")
    if not path.is_file():
        raise CaseNotACase(f"{path}: a folder, not a case file; name a file such as aleppo.tawatur")
    if not _is_case(path):
        raise CaseNotACase(f"{path}: not a Tawatur case; name a file that `tawatur build` made")


def _check_version(engine: Engine, case: str) -> None:
    """Refuses what is no case or a newer one, and lets go of it; brings an older one forward."""
    try:
        _read_version(engine, case)
    except CaseError:
        engine.dispose()
        raise


def _read_version(engine: Engine, case: str) -> None:
    try:
        with engine.connect() as connection:
            row = connection.execute(select(schema.meta.c.value).where(schema.meta.c.name == "schema")).scalar()
    except DBAPIError as error:
        raise CaseNotACase(f"{case}: not a Tawatur case, or damaged; try `tawatur check`, or build it anew") from error
    if row is None or not row.isdigit():
        raise CaseNotACase(f"{case}: says no version; not a Tawatur case")
    if int(row) < schema.VERSION:
        upgrade_case(engine)
    if int(row) > schema.VERSION:
        raise CaseTooNew(
            f"{case}: written by a newer Tawatur (schema {row}, this one knows {schema.VERSION}); upgrade Tawatur"
        )


def belongs_to_case(path: Path) -> bool:
    """Whether a file is a case, or one of those that SQLite and a build keep beside one."""
    base = path
    for ending in _BESIDE:
        if path.name.endswith(ending):
            base = path.with_name(path.name.removesuffix(ending))
    if base != path and not base.exists():
        return base.suffix == ".tawatur"
    return base.is_file() and _is_case(base)


def _is_case(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            head = stream.read(72)
    except OSError:
        return False
    return head.startswith(_FILE_MARK) and int.from_bytes(head[68:72], "big") == schema.APPLICATION


@contextmanager
def kept_whole(case: str) -> Iterator[None]:
    """Says in one line that a case could not be written (full disk, lost server). Raises CaseUnwritable."""
    try:
        yield
    except OperationalError as error:
        what = " ".join(str(error.orig).split())
        raise CaseUnwritable(
            f"{case}: cannot be written ({what}); what was written before is kept: make room or reach the server, "
            "then run the same command again"
        ) from error


@contextmanager
def sole_writer(case: str) -> Iterator[None]:
    """Holds the case for one build; a second build at once is told so. Raises CaseBusy. Freed when the process ends."""
    if is_address(case):
        with _address_lock(case):
            yield
        return
    _check_folder(case)
    lock = Path(f"{case}.lock")
    with _locked(lock, case):
        try:
            yield
        finally:
            lock.unlink(missing_ok=True)


def _locked(lock: Path, case: str) -> IO[str]:
    """The lock file, open and held. Raises CaseBusy."""
    import fcntl

    while True:
        stream = lock.open("a")
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # between opening and holding it, the build before may have taken the file away: that one locks out nobody
            with suppress(FileNotFoundError):
                if os.path.samestat(os.fstat(stream.fileno()), lock.stat()):
                    return stream
        except BlockingIOError as error:
            stream.close()
            raise CaseBusy(f"{case}: another build is at work on it; wait for it to end") from error
        stream.close()


@contextmanager
def _address_lock(case: str) -> Iterator[None]:
    engine = _engine(case)
    try:
        with engine.connect() as connection:
            yield from _held(connection, case)
    finally:
        engine.dispose()


def _held(connection: Connection, case: str) -> Iterator[None]:
    got = connection.exec_driver_sql(f"SELECT pg_try_advisory_lock({schema.APPLICATION})").scalar()
    if not got:
        raise CaseBusy(f"{case}: another build is at work on it; wait for it to end")
    try:
        yield
    finally:
        connection.exec_driver_sql(f"SELECT pg_advisory_unlock({schema.APPLICATION})")
