"""Every test of this room runs on SQLite and on PostgreSQL."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

import tawatur
from tawatur.articles.metadata import read_metadata
from tawatur.building.build import build_case
from tawatur.casefile.case import Case

DEMO = Path(tawatur.__file__).parent / "demo"


@pytest.fixture(params=["sqlite", "postgresql"])
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The path or address of a case that does not exist yet."""
    if request.param == "sqlite":
        return str(tmp_path / "new.tawatur")
    server: str = request.getfixturevalue("postgres")
    name = f"t{abs(hash(str(tmp_path))):x}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return server.replace("/postgres?", f"/{name}?")


@pytest.fixture
def build_demo_in(fresh: str) -> Callable[[], str]:
    """Builds the demonstration articles into the fresh case."""

    def build() -> str:
        build_case([DEMO / "articles"], fresh, metadata=read_metadata(DEMO / "metadata.jsonl"))
        return fresh

    return build


@pytest.fixture
def case(build_demo_in: Callable[[], str]) -> Iterator[Case]:
    """A built case of the test's own, open."""
    with Case.open(build_demo_in()) as opened:
        yield opened
