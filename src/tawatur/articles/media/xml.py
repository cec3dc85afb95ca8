"""XML read as a stream of tags and words: no entities of its own, no deep nesting, no outside files."""

from collections.abc import Callable
from xml.parsers import expat

from tawatur.errors import ArticleMalformed

DEEPEST = 200  # tags within tags; a feed has a dozen


def read_xml(
    raw: bytes,
    path: str,
    *,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    words: Callable[[str], None],
) -> None:
    """Hands each tag (local name) and its words over in order. Raises ArticleMalformed."""
    depth = 0

    def opened(name: str, given: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise ArticleMalformed(f"{path}: more than {DEEPEST} tags within each other; not read")
        start(name.rpartition(" ")[2], given)

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(name.rpartition(" ")[2])

    def refused(*_: object) -> None:
        raise ArticleMalformed(
            f"{path}: it declares a document type or entities, which can be a trap; not read, save it without"
        )

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = opened, closed, words
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refused
    parser.buffer_text = True
    try:
        parser.Parse(raw, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise ArticleMalformed(f"{path}: broken XML ({error}); save it again") from error
