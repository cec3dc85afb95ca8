"""Where clauses begin and end: over chunks, from a trigger outwards."""

from bisect import bisect_left, bisect_right

from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Borders, Chunk, Page

OPENERS = ("that", "when", "relative")
ASIDE = 14  # chunks of an aside with a verb of its own, between two commas

STATE = "حاله"  # "، حالة الطوارئ": a noun that only looks like one


def clause_of(page: Page, index: int) -> range:
    """The chunk numbers of the clause that chunk `index` stands in, links left out; none for a word in no chunk."""
    found = page.clauses.get(index)
    if found is None and index < 0:
        return range(0)
    if found is None:
        found = page.clauses[index] = range(_left(page, index), _right(page, index))
    return found


def _left(page: Page, index: int) -> int:
    chunk = page.chunks[index]
    if chunk.kind == "verb" and chunk.joined:
        return index
    borders = _borders(page)
    before = bisect_left(borders.links, index)
    return max(page.sentence_first[index], borders.begun[before - 1]) if before else page.sentence_first[index]


def _right(page: Page, index: int) -> int:
    borders, last = _borders(page), page.sentence_last[index]
    ends = borders.ends_of_verbs if page.chunks[index].kind == "verb" else borders.ends
    behind = bisect_right(ends, index)
    stop = min(ends[behind], last) if behind < len(ends) else last
    if _in_aside(page, index):
        for position in range(index + 1, min(stop, last - 1)):
            if page.chunks[position].text in closed().commas and _resumes(page, page.chunks[position + 1]):
                return position
    return stop


def _borders(page: Page) -> Borders:
    if not page.borders:
        page.borders.append(_found(page))
    return page.borders[0]


def _found(page: Page) -> Borders:
    """The borders of all clauses of an article: most are asked for, and one pass finds them all."""
    found, stops, copulas = Borders([], [], [], []), closed().stops, closed().copulas
    for index, chunk in enumerate(page.chunks):
        kind = chunk.kind
        if kind == "noun":
            if chunk.prep == "في" and _while(page, chunk):
                found.links.append(index)
                found.begun.append(index + 1)
                found.ends_of_verbs.append(index)
                found.ends.append(index)
            continue  # most chunks
        if kind == "verb":
            if chunk.joined:
                found.links.append(index)
                found.begun.append(index)
            if chunk.text not in copulas:
                found.ends_of_verbs.append(index)
                if chunk.joined:
                    found.ends.append(index)
        elif kind in OPENERS or (kind == "mark" and (chunk.text in stops or _begins(page, index + 1))):
            found.links.append(index)
            found.begun.append(index + 1)
            found.ends_of_verbs.append(index)
            found.ends.append(index)
    return found


def _while(page: Page, chunk: Chunk) -> bool:
    """ "في وقت أعلن فيه الجيش", "في وقت كان": a verb behind "at a time" begins a clause as "while" does."""
    if page.word(chunk).stem_key != "وقت" or chunk.definite or chunk.last != chunk.head + 1:
        return False
    behind = page.chunks[chunk.index + 1 : chunk.index + 3]
    return any(
        c.kind == "verb" and not c.joined for c in behind[: 1 + (behind[:1] != () and behind[0].kind == "particle")]
    )


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
        word.stem_key != STATE
        and not word.definite
        and word.stem.endswith(("ا", "ة", "ين"))
        and any(a.derived == "active" for a in word.analyses)
    )


def evidence_of(page: Page, clause: range) -> tuple[int, int]:
    """The words of a clause, marks at its ends left out."""
    chunks, start, stop = page.chunks, clause.start, clause.stop
    while stop > start and chunks[stop - 1].kind == "mark":
        stop -= 1
    while start < stop and chunks[start].kind == "mark":
        start += 1
    if start == stop:
        return chunks[clause.start].first, chunks[clause.start].last
    return chunks[start].first, chunks[stop - 1].last


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
