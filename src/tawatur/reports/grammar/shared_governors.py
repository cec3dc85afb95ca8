"""What governs an event noun that no verb of its own carries: it goes on from another, or is one of its deeds."""

from tawatur.reports.grammar.additions import forces
from tawatur.reports.grammar.agreement import features
from tawatur.reports.grammar.arguments import tells_itself
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.going_on import says_only
from tawatur.reports.grammar.governor import Governor
from tawatur.reports.grammar.governors import governor_of
from tawatur.reports.grammar.groups import actors_of
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import key, suffered

BACK = 4  # chunks between two verbal nouns that "و" joins
ROWS = {"بدءا": "من", "ابتداء": "من", "بدايه": "من", "مرورا": "ب", "انتهاء": "ب", "وصولا": "الي"}
UNDERTAKES = frozenset({"قام", "اقدم", "استمر", "واصل", "شرع"})
LONG = 16  # the same for a row of deeds
FAR = 8  # chunks between a verb and what is counted among its deeds


def governing(page: Page, word: int) -> Governor | None:
    """The governor of an event noun: its own, that of the noun it goes on from, or of the verb that it explains."""
    index = page.chunk_of[word]
    own = governor_of(page, index)
    if own is not None or page.chunks[index].head != word:
        return own
    return _gone_on(page, index) or _counted_in(page, index)


def _gone_on(page: Page, index: int) -> Governor | None:
    """ "عبر تدريب جنوده وتجهيز وحداته", "تسعى لجذبها، وتمويلها ماليا": the second deed is governed as the first."""
    chunk = page.chunks[index]
    if not chunk.joined or chunk.prep or not tells_itself(page, chunk):
        return None
    for position in range(index - 1, max(page.sentence_first[index], index - BACK) - 1, -1):
        left = page.chunks[position]
        if left.kind == "mark" and left.text in closed().commas:
            continue
        if left.kind == "verb" and left.joined and any(a.derived == "masdar" for a in page.word(left).analyses):
            continue  # "ودعمه", which may be a verb
        if left.kind not in ("noun", "particle"):
            return None
        if left.kind == "noun" and left.actor is None and tells_itself(page, left):
            if ("ال" in page.word(left).prefixes) != ("ال" in page.word(chunk).prefixes):
                return None  # "لتجاوز مرحلة الركود والتساهل"
            found = governor_of(page, position) or _gone_on(page, position)
            shared = found is not None and found.role == "actor" and bool(found.actors)
            shared = shared and found is not None and not _of_noun(found, own=bool(page.word(chunk).enclitic))
            return found._replace(noun=chunk.head) if found is not None and shared else None
    return None


def _of_noun(governor: Governor, *, own: bool) -> bool:
    """Whether a noun governs: "رسالة الرئيس لإدخال المساعدات وتوزيعها" tells not who gives them out."""
    entry = governor.entry
    if governor.rule == "control_noun" and entry is not None and key(entry.lemma) in UNDERTAKES:
        return own  # "قيام القوات بتمشيط المنطقة واعتقال خمسة"
    return governor.rule in ("aim_of_owner", "aim_of_subject", "control_noun")


def _counted_in(page: Page, index: int) -> Governor | None:
    """ "قدمت مساعدة للجيش، بما في ذلك تدريب وحداته": who does the whole does the part."""
    opening = index - 2
    row = index - 1 > page.sentence_first[index] and _in_row(page, index)
    opening = index - 1 if row else opening
    if opening <= page.sentence_first[index] or not (
        row or _included(page, page.chunks[opening], page.chunks[index - 1])
    ):
        return None
    for position in range(opening - 1, max(page.sentence_first[index], opening - (LONG if row else FAR)) - 1, -1):
        if page.chunks[position].kind in ("that", "when") or (page.chunks[position].kind == "relative" and not row):
            return None
        if not is_finite(page.chunks[position]):
            continue
        subject, verb = subject_chunk(page, position).chunk, page.word(page.chunks[position])
        if subject is None or features(verb).passive or (row and not _carries_row(page, position, opening)):
            return None
        head, doers = page.chunks[index].head, actors_of(page, subject)
        return Governor(None, verb.index, "actor", doers, None, {}, "means_of_subject", head) if doers else None
    return None


def _in_row(page: Page, index: int) -> bool:
    """ "بدءا من قصف القرى، مرورا باعتقال …، وصولا إلى تهجير": the first, a next and the last of a row of deeds."""
    left = page.word(page.chunks[index - 1]).stem_key
    return page.chunks[index - 1].kind in ("noun", "particle") and page.chunks[index].prep == ROWS.get(left)


def _carries_row(page: Page, verb: int, opening: int) -> bool:
    """Whether a verb tells a deed of force or of help that goes on in a row, which nothing between only aims at."""
    aimed = any(c.prep == "ل" and tells_itself(page, c) for c in page.chunks[verb + 1 : opening])
    word = page.word(page.chunks[verb])
    return not aimed and not suffered(word) and not says_only(word) and forces(word)


def _included(page: Page, opening: Chunk, behind: Chunk) -> bool:
    """ "بما في ذلك", "بما فيها"."""
    within = behind.prep == "في" and (behind.text == "pronoun" or page.word(behind).stem_key in closed().demonstratives)
    return opening.kind == "relative" and page.text.words[opening.first].key == "بما" and within
