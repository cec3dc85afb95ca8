"""Where clauses begin and end: over chunks, from a trigger outwards."""

from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Chunk, Page

OPENERS = ("that", "when", "relative")
ASIDE = 14  # chunks of an aside with a verb of its own, between two commas


def clause_of(page: Page, index: int) -> range:
    """The chunk numbers of the clause that chunk `index` stands in, links left out."""
    found = page.clauses.get(index)
    if found is None:
        found = page.clauses[index] = range(_left(page, index), _right(page, index))
    return found


def _left(page: Page, index: int) -> int:
    first, position = page.sentence_first[index], index
    if page.chunks[index].kind == "verb" and page.chunks[index].joined:
        return index
    while position > first:
        before = page.chunks[position - 1]
        if before.kind in OPENERS or (
            before.kind == "mark" and (before.text in closed().stops or _begins(page, position))
        ):
            break
        position -= 1
        if before.kind == "verb" and before.joined:
            break
    return position


def _right(page: Page, index: int) -> int:
    of_verb, aside, last = page.chunks[index].kind == "verb", _in_aside(page, index), page.sentence_last[index]
    for position in range(index + 1, last):
        chunk = page.chunks[position]
        if (
            aside
            and chunk.text in closed().commas
            and position + 1 < last
            and _resumes(page, page.chunks[position + 1])
        ):
            return position
        if chunk.kind in OPENERS or (
            chunk.kind == "mark" and (chunk.text in closed().stops or _begins(page, position + 1))
        ):
            return position
        if chunk.kind == "verb" and (of_verb or chunk.joined) and is_finite(chunk):
            return position
    return page.sentence_last[index]


def _in_aside(page: Page, index: int) -> bool:
    """ "أجرى الوزير، الذي يزور القاهرة، محادثات": a relative clause that a comma opens ends at the next."""
    link = _left(page, index) - 1
    opened = link > page.sentence_first[index] and page.chunks[link].kind == "relative"
    return opened and page.chunks[link].text.startswith("ال") and page.chunks[link - 1].text in closed().commas


def _resumes(page: Page, chunk: Chunk) -> bool:
    """Whether a bare phrase behind the aside goes on with the sentence; times and numbers may be the aside's."""
    return chunk.kind == "noun" and chunk.bare and not chunk.joined and page.word(chunk).kind != "number"


def _begins(page: Page, position: int) -> bool:
    """Whether a clause begins at a chunk that follows a comma."""
    if position >= len(page.chunks):
        return True
    chunk = page.chunks[position]
    if chunk.kind == "particle" and position + 1 < len(page.chunks):
        chunk = page.chunks[position + 1]
    return chunk.kind in ("verb", "that", "when", "relative") or is_participle(page, chunk)


def is_finite(chunk: Chunk) -> bool:
    """A finite verb that is no copula."""
    return chunk.kind == "verb" and chunk.text not in closed().copulas


def is_participle(page: Page, chunk: Chunk) -> bool:
    """An adverbial participle: indefinite, active, in the accusative ("متهما", "داعيا")."""
    if not chunk.bare or chunk.actor is not None:
        return False
    word = page.word(chunk)
    return (
        not word.definite and word.stem.endswith(("ا", "ة", "ين")) and any(a.derived == "active" for a in word.analyses)
    )


def evidence_of(page: Page, clause: range) -> tuple[int, int]:
    """The words of a clause, marks at its ends left out."""
    chunks = [page.chunks[i] for i in clause]
    while chunks and chunks[-1].kind == "mark":
        chunks.pop()
    while chunks and chunks[0].kind == "mark":
        chunks.pop(0)
    return (chunks[0].first, chunks[-1].last) if chunks else (page.chunks[clause[0]].first, page.chunks[clause[0]].last)


def beyond_aside(page: Page, clause: range) -> range | None:
    """ "شدد الوزير، الذي زار البلدة أمس، على ضرورة": what goes on behind an aside that holds a verb of its own."""
    stop, last = clause.stop, page.sentence_last[clause.start]
    if stop >= last or not _opens_aside(page, clause):
        return None
    for position in range(stop + 1, min(stop + ASIDE, last - 1)):
        chunk = page.chunks[position]
        if chunk.kind == "that" or (chunk.kind == "mark" and chunk.text in closed().stops):
            return None
        if chunk.kind == "mark" and chunk.text in closed().commas and position + 1 < len(page.chunks):
            behind = page.chunks[position + 1]
            goes_on = behind.kind == "noun" and not behind.joined and not is_participle(page, behind)
            return range(position + 1, _right(page, position + 1)) if goes_on else None
    return None


def _opens_aside(page: Page, clause: range) -> bool:
    """Whether a clause breaks off at a relative or a verb that stands in an aside which a comma of the clause opens."""
    stop = clause.stop
    if page.chunks[stop].kind == "mark":
        opens = page.chunks[stop].text in closed().commas and stop + 1 < len(page.chunks)
        return opens and page.chunks[stop + 1].kind == "relative"
    if page.chunks[stop].kind not in ("relative", "verb") or page.chunks[stop].joined:
        return False
    for position in range(stop - 1, clause.start, -1):
        chunk = page.chunks[position]
        if chunk.kind == "mark":
            return chunk.text in closed().commas and bool(page.chunks[position + 1].prep)
        if chunk.kind != "noun":
            return False
    return False
