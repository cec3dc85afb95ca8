"""The one door of this room: files, folders and patterns become articles, or a line that says why not."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from glob import glob, has_magic
from pathlib import Path

import msgspec

from tawatur.articles.found import Refused as Refused
from tawatur.articles.kinds import ending_of, is_useful
from tawatur.articles.metadata import MetadataTable
from tawatur.articles.taking import take
from tawatur.model.article import Article


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A file to take in: where it lies, and the path by which the case will know it."""

    file: Path
    path: str
    origin: str


Skip = Callable[[Path], bool]


def find_sources(sources: Iterable[Path], skip: Skip | None = None) -> list[Source]:
    """Every file under the given files, folders and patterns (`news/*.html`), sorted; named by its place in its folder.

    Names that two files share get their folder's name before them. Files of a folder whose ending is of no use
    are left out, and those to `skip`; a file named by the user is always tried.
    """
    found: dict[Path, tuple[str, str]] = {}
    for source in sources:
        origin = source.as_posix()
        for each in _meant(source):
            if each.is_dir():
                for file in sorted(each.rglob("*")):
                    if is_useful(file.name) and _is_meant(file, skip):
                        found.setdefault(file.resolve(), (file.relative_to(each).as_posix(), origin))
            else:
                found.setdefault(each.resolve() if each.exists() else each, (each.name, origin))
    shared = Counter(path for path, _ in found.values())
    named = [
        Source(file=file, path=path if shared[path] == 1 else f"{file.parent.name}/{path}", origin=origin)
        for file, (path, origin) in found.items()
    ]
    return sorted(named, key=lambda source: (source.path, source.file))


def left_out(sources: Iterable[Path], skip: Skip | None = None) -> dict[str, int]:
    """How many files of the folders named are of kinds that are not read, by ending, most first."""
    folders = [each for source in sources for each in _meant(source) if each.is_dir()]
    every = {
        file for folder in folders for file in folder.rglob("*") if not is_useful(file.name) and _is_meant(file, skip)
    }
    endings = Counter(ending_of(file.name) for file in every)
    return dict(sorted(endings.items(), key=lambda pair: (-pair[1], pair[0])))


def _is_meant(file: Path, skip: Skip | None) -> bool:
    """Whether a file of a folder is one that its owner put there to be read."""
    return file.is_file() and not file.name.startswith(".") and not (skip and skip(file))


def _meant(source: Path) -> list[Path]:
    """What a source names: itself, or what its pattern matches where nothing of that name stands."""
    if source.exists() or not has_magic(str(source)):
        return [source]
    return [Path(name) for name in sorted(glob(str(source), recursive=True))] or [source]


def read_articles(
    sources: Iterable[Path],
    *,
    metadata: MetadataTable | None = None,
    columns: Mapping[str, str] | None = None,
    skip: Skip | None = None,
) -> Iterator[Article | Refused]:
    """The articles of files and folders in a fixed order; each refusal names file and reason.

    `columns` says which column of a sheet (or field of JSON Lines) holds which field, where their names do not.
    `skip` tells the files of folders that are none of them, such as a case that stands among its articles.
    """
    for source in find_sources(sources, skip):
        yield from take(source.file, source.path, source.origin, metadata, columns or {})
