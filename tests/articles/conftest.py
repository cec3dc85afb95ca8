"""What tests of this room share."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests import kinds


@pytest.fixture
def every_kind() -> Callable[[Path], list[Path]]:
    """Writes a file of each kind into a new folder inside the one given."""
    return lambda folder: kinds.write_all(folder / "every")
