"""Reads Arabic conflict news and shows on how many independent feet each reported event stands.

`read` reads one article, `build` makes a case of many, `open` opens a case:

    import tawatur
    case = tawatur.open("aleppo.tawatur")
    for event in case.events(actor="hezbollah", type="CONSULT"):
        print(event.title["en"], event.support, event.why["en"])
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tawatur.building.build import Summary
    from tawatur.casefile.case import Case
    from tawatur.model.reading import Reading

__version__ = "0.1.0"
__all__ = ["__version__", "build", "open", "read"]


def read(article: Any, *, published: str | None = None, outlet: str | None = None) -> "Reading":
    """The reading of one article: a path, or the Arabic text itself as `str`.

    `published` (EDTF) and `outlet` are what you know of it. Raises ArticleError for what is no article.
    """
    from tawatur.reading import read_one

    return read_one(article, published=published, outlet=outlet)


def build(sources: Any, case: str, *, metadata: Any = None, jobs: int = 1) -> "Summary":
    """Builds or grows the case at `case` from paths; `metadata` is a JSON Lines file. Raises CaseError."""
    from tawatur.reading import build_from

    return build_from(sources, case, metadata=metadata, jobs=jobs)


def open(case: str) -> "Case":
    """Opens the case at a path or database address. Raises CaseMissing, CaseNotACase, CaseTooNew."""
    from tawatur.casefile.case import Case

    return Case.open(str(case))
