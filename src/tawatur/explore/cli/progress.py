"""A progress bar of a build, on stderr and only for a person's eyes."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from tawatur.articles.reader import find_sources
from tawatur.explore.cli.output import problems

ROWS = frozenset({".jsonl", ".ndjson", ".csv", ".tsv"})
PIECE = 1 << 20  # bytes read at a time when rows are counted


@contextmanager
def build_progress(sources: Sequence[Path]) -> Iterator[Callable[[str, int], None]]:
    """Gives the function that a build tells where it stands; the bar disappears when the build is done."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=problems, transient=True, disable=not problems.is_terminal) as shown:
        task = shown.add_task("reading" if sources else "joining", total=articles_about(sources))

        def tell(stage: str, number: int) -> None:
            if stage == "reading":
                shown.update(task, completed=number)
            else:  # how long joining and writing take is not known beforehand: the bar only moves
                shown.update(task, description=stage, total=None)

        yield tell


def articles_about(sources: Sequence[Path]) -> int | None:
    """About how many articles the sources hold: a file each, a row each in sheets; None where nothing is there."""
    return sum(_rows(source.file) if source.file.suffix in ROWS else 1 for source in find_sources(sources)) or None


def _rows(file: Path) -> int:
    if not file.is_file():
        return 1
    with file.open("rb") as stream:
        return sum(piece.count(b"\n") for piece in iter(lambda: stream.read(PIECE), b"")) or 1
