"""Builds the demonstration case from the articles that the package carries."""

from contextlib import ExitStack
from importlib.resources import as_file, files
from pathlib import Path

from tawatur.articles.metadata import read_metadata
from tawatur.building.build import Progress, Summary, build_case


def build_demo(case: Path, *, progress: Progress | None = None) -> Summary:
    """The demonstration case, made or refreshed at `case`."""
    root = files("tawatur.demo")
    with ExitStack() as stack:
        articles = stack.enter_context(as_file(root.joinpath("articles")))
        metadata = stack.enter_context(as_file(root.joinpath("metadata.jsonl")))
        return build_case([articles], str(case), metadata=read_metadata(metadata), progress=progress)


def write_articles(folder: Path) -> int:
    """Writes the demonstration's articles and their metadata into a folder, new if need be; says how many files."""
    root = files("tawatur.demo")
    folder.mkdir(parents=True, exist_ok=True)
    found = [*root.joinpath("articles").iterdir(), root.joinpath("metadata.jsonl")]
    for file in found:
        (folder / file.name).write_bytes(file.read_bytes())
    return len(found)
