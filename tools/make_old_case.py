"""Stores a case file of today's schema for the tests of migrations: run it before the schema's version is raised.

python tools/make_old_case.py writes tests/casefile/old/vN.tawatur.gz: the demonstration with one reviewer's decision.
A version that is stored already is left alone, for it must stay as it was when users had it.
"""

import gzip
import sqlite3
import sys
import tempfile
from pathlib import Path

from tawatur.building.build import Summary, join_case
from tawatur.casefile import schema
from tawatur.casefile.case import Case
from tawatur.casefile.judgements.storing import judge
from tawatur.demo.demo import build_demo

OLD = Path(__file__).parents[1] / "tests" / "casefile" / "old"


def main() -> int:
    """Stores the file where none of this version is stored."""
    stored = OLD / f"v{schema.VERSION}.tawatur.gz"
    if stored.exists():
        print(f"{stored}: stored already")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "old.tawatur"
        build_demo(case)
        _decide(case)
        with sqlite3.connect(case) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
        connection.close()
        stored.write_bytes(gzip.compress(case.read_bytes(), 9, mtime=0))
    print(f"{stored}: {stored.stat().st_size:,} bytes")
    return 0


def _decide(case: Path) -> None:
    with Case.open(str(case)) as opened:
        event = opened.events(sort="reports", limit=1)[0]
        value = {"field": "title", "to": {"en": "A title given by a reviewer"}}
        judge(
            opened.engine,
            action="correct",
            target=event.id,
            reviewer="Reviewer",
            value=value,
            reason="an old decision",
            made_at="2026-11-01T08:00:00.000+00:00",
        )
        join_case(opened.engine, Summary(case=str(case)), lambda _stage, _number: None)


if __name__ == "__main__":
    sys.exit(main())
