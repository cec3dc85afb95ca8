"""Every sentence of every examples file is read by its room, and must give what it promises."""

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.examples import adapters
from tests.examples.compare import failures

SOURCE = Path(__file__).parents[2] / "src" / "tawatur"
ROOMS = {
    module.ROOM: module
    for name in pkgutil.iter_modules(adapters.__path__)
    for module in [importlib.import_module(f"tests.examples.adapters.{name.name}")]
}


def example_files() -> list[Path]:
    """Every examples.yml and every file of a folder named examples."""
    return sorted([*SOURCE.rglob("examples.yml"), *SOURCE.glob("**/examples/*.yml")])


def room_of(path: Path) -> str:
    """The room whose examples a file holds: an `examples_NAME.yml` or folder belongs to the folder above it."""
    folder = path.parent.parent if path.parent.name == "examples" else path.parent
    return folder.relative_to(SOURCE).as_posix()


def cases() -> Iterator[Any]:
    """One test a sentence, named by file and line of thought."""
    for path in example_files():
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        name = path.relative_to(SOURCE).with_suffix("").as_posix()
        for number, example in enumerate(content["examples"], 1):
            yield pytest.param(room_of(path), example, id=f"{name}:{number}")


@pytest.mark.parametrize(("room", "example"), list(cases()))
def test_example_reads_as_promised(room: str, example: dict[str, Any]) -> None:
    room = example.get("room", room)
    assert room in ROOMS, f"no adapter in tests/examples/adapters says ROOM = {room!r}"
    assert not (bad := failures(example, ROOMS[room].found(example))), "\n".join([example["text"], *bad])
