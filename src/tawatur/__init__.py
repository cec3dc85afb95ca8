"""Reads Arabic conflict news and shows on how many independent feet each reported event stands.

`read` reads one article, `build` makes a case of many, `open` opens a case:

    import tawatur
    case = tawatur.open("aleppo.tawatur")
    for event in case.events(actor="hezbollah", type="CONSULT"):
        print(event.title["en"], event.support, event.why["en"])
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from os import PathLike

    from tawatur.building.build import Summary
    from tawatur.casefile.case import Case
    from tawatur.model.article import Article
    from tawatur.model.reading import Reading
    from tawatur.reading import Sources

__version__ = "0.1.0"
__all__ = ["__version__", "build", "open", "read"]


def read(
    article: "str | PathLike[str] | Article", *, published: str | None = None, outlet: str | None = None
) -> "Reading":
    """The reading of one article: a path as `Path`, or the Arabic text itself as `str`.

    `published` (EDTF) and `outlet` are what you know of it. Of a file with several articles the first is read.
    Raises ArticleError for what is no article.
    """
    from tawatur.reading import read_one

    return read_one(article, published=published, outlet=outlet)


def build(
    sources: "Sources",
    case: "str | PathLike[str]",
    *,
    metadata: "str | PathLike[str] | None" = None,
    columns: "Mapping[str, str] | None" = None,
    jobs: int = 1,
) -> "Summary":
    """Builds or grows the case at `case` from a path or several: files, folders, patterns.

    `metadata` is a JSON Lines file of what you know of the articles. `columns` says which column of a CSV sheet, or
    field of JSON Lines, holds which field: `{"text": "body"}`. `jobs` processes read at once. What could not be taken
    in is listed in the summary. Raises CaseError.
    """
    from tawatur.reading import build_from

    return build_from(sources, str(case), metadata=metadata, columns=columns, jobs=jobs)


def open(case: "str | PathLike[str]") -> "Case":
    """Opens the case at a path or database address. Raises CaseMissing, CaseNotACase, CaseTooNew."""
    from tawatur.casefile.case import Case

    return Case.open(str(case))
