"""What stands between two phrases that "و" joins, so that the second is still one of the group."""

import msgspec

from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Chunk, Page

PEERS = "نظير"
RANK = "رتبه"
LOCAL = frozenset({"في", "ب"})
APART = frozenset({"state", "source", "media"})  # "في العراق وتركيا", and who only speaks


def sided(chunk: Chunk) -> Chunk:
    """ "ونظيره العماني": whom the adjective of a counterpart names, else the chunk as it is."""
    if chunk.actor is None and chunk.nationals and chunk.owner is None:
        return msgspec.structs.replace(chunk, actor=chunk.nationals[0])
    return chunk


def is_peer(page: Page, chunk: Chunk) -> bool:
    """Whether a phrase is a counterpart whose side an adjective names."""
    return chunk.kind == "noun" and bool(chunk.nationals) and page.word(chunk).stem_key.startswith(PEERS)


def says_rank(page: Page, chunk: Chunk) -> bool:
    """ "وضابط برتبة نقيب ومدنيان"."""
    return chunk.kind == "noun" and chunk.prep == "ب" and page.word(chunk).stem_key == RANK


def past_title(page: Page, named: Chunk, comma: int) -> int | None:
    """ "دعا الزياني، الأمين العام للمجلس، وغريفيث": the joined name past the title between commas, or None."""
    title, last = page.chunks[comma + 1], page.sentence_last[comma]
    one, told = named.actor, title.actor
    if one is None or told is None or one.klass != "person" or one.form == "role" or comma + 3 >= last:
        return None
    if not title.bare or title.joined or told.form not in ("role", "title") or told.number != "s":
        return None
    more = page.chunks[comma + 3]
    closes = page.chunks[comma + 2].text in closed().commas
    people = more.actor is not None and more.actor.klass in ("person", "office", "political", "state")
    return comma + 3 if closes and people and more.bare and more.joined and not _begins(page, comma + 3) else None


def across_place(page: Page, first: Chunk, position: int) -> Chunk | None:
    """ "مقاتلين من الحركة في مأرب ومسلحين من القبائل": one more of the group behind where the first are."""
    where = page.chunks[position]
    if where.kind != "noun" or where.joined or where.actor is not None or where.owner is not None:
        return None
    local = (where.prep in LOCAL or where.prep in closed().place_prepositions) and where.place is not None
    local = local or (where.bare and page.word(where).stem_key in closed().place_prepositions)
    if not local or position + 1 >= page.sentence_last[position] or first.actor is None:
        return None
    more = page.chunks[position + 1]
    if not (more.bare and more.joined) or more.actor is None or more.place is not None:
        return None
    if more.actor.klass in APART or _begins(page, position + 1):
        return None
    return msgspec.structs.replace(more, prep=first.prep)


def _begins(page: Page, number: int) -> bool:
    """ "والجيش يتقدم": whether a joined phrase has a verb of its own behind it."""
    ahead = number + 1
    while ahead < page.sentence_last[number] and page.chunks[ahead].kind in ("particle", "time"):
        ahead += 1
    return ahead < page.sentence_last[number] and is_finite(page.chunks[ahead]) and not page.chunks[ahead].joined
