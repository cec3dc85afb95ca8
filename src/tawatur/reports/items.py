"""What opens a sentence before its verb, and where the next item of a list of happenings begins.

"وفي محافظة ديالى الواقعة شمال بغداد، قتل مسلحون ثلاثة" opens with its place; "قتل ثلاثة في تعز، وفي مأرب قصف الحوثيون
قرية" has two items, each with a place of its own.
"""

from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.lexicon.senses import key

OPENING = frozenset({"في", "علي", "ب", "الي"})
TURNING = {"الي": frozenset({"ذلك"}), "في": frozenset({"غضون", "مقابل"}), "علي": frozenset({"صعيد"})}
LONGEST = 8  # chunks of an opening
DESCRIBING = ("واقع", "تابع", "كاين", "قريب", "محاذي", "متاخم", "مجاور", "حدودي", "ساحلي", "محاصر", "محتل", "خاضع")
WANTING = frozenset({"رغب", "اعتزم", "خطط", "نوي", "اراد", "استعد", "حاول", "هم", "تاهب"})
APPOSED = frozenset({"عاصمه", "معقل", "مسقط", "مركز", "كبري", "ثاني", "اكبر", "ثالث"})  # "عدن، ثاني أكبر مدن البلاد"


def opens_item(page: Page, index: int) -> bool:
    """ "…، وفي مأرب قتل سبعة", "…، وفي 7 مايو، قتل سبعة": a place or day behind a comma and before a verb."""
    chunk = page.chunks[index]
    if turns_away(page, index):
        return True
    if not chunk.joined or index <= page.sentence_first[index] or page.chunks[index - 1].text not in closed().commas:
        return False
    if chunk.kind != "time" and (chunk.place is None or not _leads(chunk)):
        return False
    for at in range(index + 1, min(index + LONGEST, page.sentence_last[index])):
        behind = page.chunks[at]
        if behind.text in closed().commas or adverbial(page, behind):
            continue
        return is_finite(behind) and not behind.joined
    return False


def turns_away(page: Page, index: int) -> bool:
    """ "…، إلى ذلك تبنت المقاومة", "…، في غضون ذلك قصف": what stands behind a comma and turns to another happening."""
    chunk = page.chunks[index]
    if chunk.kind != "noun" or index <= page.sentence_first[index]:
        return False
    if page.chunks[index - 1].text not in closed().commas:
        return False
    said = TURNING.get(chunk.prep)
    return said is not None and any(w.stem_key in said for w in page.text.words[chunk.head : chunk.last + 1])


def _leads(chunk: Chunk) -> bool:
    return chunk.kind == "noun" and (chunk.prep in OPENING or chunk.prep in closed().place_prepositions)


def adverbial(page: Page, chunk: Chunk) -> bool:
    """Whether a chunk may stand in the opening: a time, a phrase behind a preposition, what describes a place."""
    if chunk.kind in ("time", "particle"):
        return True
    return chunk.kind == "noun" and (bool(chunk.prep) or _of_place(page, chunk))


def _of_place(page: Page, chunk: Chunk) -> bool:
    """ "في حمص وحماة", "في الفاشر عاصمة شمال دارفور", "في القائم، الواقعة على الحدود"."""
    if chunk.joined:
        return chunk.place is not None and _listed(page, chunk)
    before = chunk.index - 1
    if before >= 0 and page.chunks[before].text in closed().commas:
        before -= 1
    if before < page.sentence_first[chunk.index] or page.chunks[before].place is None:
        return False
    apposed = page.word(chunk).stem_key in APPOSED
    described = apposed or (
        "ال" in page.text.words[chunk.first].prefixes and page.word(chunk).stem_key.startswith(DESCRIBING)
    )
    return chunk.place is not None or (described and chunk.actor is None)


def _listed(page: Page, chunk: Chunk) -> bool:
    """Whether a place goes on a list that the opening locates: "في حمص وحماة وإدلب", none "بين اليمن والسعودية"."""
    at = chunk.index - 1
    while at > page.sentence_first[chunk.index] and page.chunks[at].joined and not page.chunks[at].prep:
        at -= 1
    return page.chunks[at].place is not None and _leads(page.chunks[at])


def meant_to(page: Page, index: int) -> bool:
    """ "… شبانا كانوا يرغبون في العمل في مدينة كوباني": what someone only meant to do is elsewhere."""
    if page.chunks[index].text not in closed().copulas or index + 1 >= page.sentence_last[index]:
        return False
    behind = page.chunks[index + 1]
    wants = any(key(a.lemma) in WANTING for a in page.word(behind).analyses if a.pos == "verb")
    return (behind.kind == "verb" and wants) or page.word(behind).stem_key == "صدد"
