"""What the case can vouch for about each article: a sheet for whoever keeps the originals."""

from pathlib import Path

from tawatur.casefile.case import Case
from tawatur.casefile.custody import Custody, custody
from tawatur.explore.exports.format import Column, Format, Wish, fields_of, write_sheet

COLUMNS: tuple[Column[Custody], ...] = (
    Column("id", "the article's id in the case", lambda a: a.id),
    Column("path", "its path under the folder or archive that was named", lambda a: a.path),
    Column("sha256", "of the original bytes: a file, a page of an archive, the text of a row", lambda a: a.sha256),
    Column("text_sha256", "of its text as decoded, in UTF-8: spans count code points of this text",
           lambda a: a.text_sha256),
    Column("origin", "the file or folder as it was named", lambda a: a.origin),
    Column("url", "its address, where known", lambda a: a.url),
    Column("retrieved", "when its bytes were obtained (ISO 8601)", lambda a: a.retrieved.at if a.retrieved else None),
    Column("retrieved_basis", "who says so: metadata (the user), capture (the web archive), archive (the date in a "
           "ZIP), file (its last change)", lambda a: a.retrieved.basis if a.retrieved else None),
    Column("media", "what kind of file it came from", lambda a: a.media),
    Column("encoding", "how its bytes spelled text", lambda a: a.encoding),
    Column("found_by", "who told a web page's article from the page around it: own, or a program with its version",
           lambda a: a.found_by.reader if a.found_by else None),
    Column("found_sure", "whether the page left no doubt where its article stands; empty for what is no web page",
           lambda a: a.found_by.sure if a.found_by else None),
    Column("title", "its headline", lambda a: a.title),
    Column("outlet", "who published it, where known", lambda a: a.outlet),
    Column("published", "when (EDTF); empty for unknown", lambda a: a.published),
    Column("published_basis", "stated, metadata, inferred or unknown", lambda a: a.published_basis),
)  # fmt: skip


def write(case: Case, target: Path, wish: Wish) -> int:
    """Writes every article that stands, whatever the filters of events."""
    return write_sheet(custody(case.engine).values(), COLUMNS, target, bom=wish.bom)


FORMAT = Format(
    name="articles",
    summary="CSV of the articles: digests, addresses, when and by whose word each was obtained",
    reader="any CSV reader, Excel",
    fields=fields_of(COLUMNS),
    write=write,
)
