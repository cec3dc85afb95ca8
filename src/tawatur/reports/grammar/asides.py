"""What stands between two commas and may be left out: "، المدعومة بعناصر الجيش،", "، في وقت متأخر من مساء أمس،"."""

from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.modifiers import is_modifier
from tawatur.reports.grammar.page import Chunk, Page

LONGEST = 6  # chunks of an aside between commas


def opening_comma(page: Page, comma: int) -> int | None:
    """The comma that opens the aside which another closes; of several asides in a row that of the first."""
    opening = _opening(page, comma)
    while opening is not None and (further := _opening(page, opening)) is not None:
        opening = further
    return opening


def _opening(page: Page, comma: int) -> int | None:
    start = max(page.sentence_first[comma], comma - LONGEST)
    for position in range(comma - 1, start, -1):
        if page.chunks[position].kind == "mark":
            return position if _may_be_left_out(page, page.chunks[position + 1 : comma]) else None
    return None


def _may_be_left_out(page: Page, chunks: tuple[Chunk, ...]) -> bool:
    """Whether chunks only say when, where, how or with whom, or describe what stands before ("، الواقعة في …،")."""
    if not chunks:
        return False
    if is_modifier(page, chunks[0]) or all(c.kind in ("time", "particle") for c in chunks):
        return True
    if chunks[0].kind == "relative" and chunks[0].text.startswith("ال"):
        return True  # "أجرى الوزير، الذي يزور القاهرة، محادثات"
    if chunks[0].prep and all(c.kind in ("noun", "time", "particle") for c in chunks):
        return True  # "يواصل الجيش، بدعم من الحلفاء، الاستيلاء على"
    return all(
        c.kind in ("time", "particle")
        or (c.kind == "noun" and (bool(c.prep) or c.joined or (n > 0 and is_modifier(page, c))))
        for n, c in enumerate(chunks)
    )


def only_parted(page: Page, verb: int, index: int) -> bool:
    """ "شنت الطائرات أمس، غارات على": a comma behind a verb, its subject and its time parts it from no object."""
    chunk, between = page.chunks[index], page.chunks[verb + 1 : index - 1]
    if not chunk.bare or chunk.joined or chunk.definite or page.chunks[index - 1].text not in closed().commas:
        return False
    bare = [c for c in between if c.bare and not c.joined and not is_modifier(page, c)]
    when = bool(between) and (between[-1].kind == "time" or bool(between[-1].prep))
    return len(bare) == 1 and bare[0].actor is not None and when and all(c.kind in ("noun", "time") for c in between)
