"""What `import tawatur` offers: paths and texts in, readings and cases out."""

from collections.abc import Iterable, Mapping
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from tawatur.articles.making import make_article
from tawatur.articles.metadata import Metadata, check_date, read_metadata
from tawatur.articles.reader import Refused, read_articles
from tawatur.errors import ArticleError
from tawatur.model.article import Article
from tawatur.model.reading import Reading
from tawatur.pipeline import read_article

if TYPE_CHECKING:
    from tawatur.building.build import Summary

LONGEST_PATH = 250  # bytes: no file system that we know takes a longer name
Sources = str | PathLike[str] | Iterable[str | PathLike[str]]


def read_one(article: str | PathLike[str] | Article, *, published: str | None, outlet: str | None) -> Reading:
    """The reading of a path (given as Path), a text (given as str) or an Article. Raises ArticleError."""
    if isinstance(article, Article):
        return read_article(article)
    check_date(published, "read()")
    if isinstance(article, str):
        if len(article.encode("utf-8", "replace")) < LONGEST_PATH and "\n" not in article and Path(article).is_file():
            raise ArticleError(f"{article}: text is read from a string, files from a path; give pathlib.Path")
        known = Metadata(path="text", published=published, outlet=outlet)
        return read_article(make_article(article, path="text", raw=article.encode(), encoding="utf-8", known=known))
    found = next(iter(read_articles([Path(article)])))
    if isinstance(found, Refused):
        raise ArticleError(found.message)
    if published or outlet:
        import msgspec

        found = msgspec.structs.replace(found, published=published or found.published, outlet=outlet or found.outlet)
    return read_article(found)


def build_from(
    sources: Sources,
    case: str,
    *,
    metadata: str | PathLike[str] | None,
    jobs: int,
    columns: Mapping[str, str] | None = None,
) -> "Summary":
    """Builds a case from one path or several. Raises CaseError."""
    from tawatur.building.build import build_case  # reading one article needs no database

    several = [sources] if isinstance(sources, str | PathLike) else sources
    table = read_metadata(Path(metadata)) if metadata else None
    return build_case([Path(source) for source in several], str(case), metadata=table, jobs=jobs, columns=columns)
