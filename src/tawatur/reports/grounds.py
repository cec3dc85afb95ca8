"""Places that an act takes from the words around its clause: what its relative clause describes, where one stood when.

"من زنجبار التي استعيدت بعد معارك" places the fights in the town; "كان الشرطي في مدينة … حين أطلق مسلحون النار" the
shots where he stood; "سقطت القاعدة بعد هجوم" the attack at what fell. Only localities, where the act names none.
"""

from tawatur.model.draft import Draft
from tawatur.model.phrases import PlacePhrase
from tawatur.reports.grammar.borders import clause_of, is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.relatives import head_of_relative
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import key
from tawatur.reports.locating import locates
from tawatur.reports.pointing import narrowest
from tawatur.reports.same_doer import beside

TIED = frozenset({"بعد", "عقب", "اثر", "خلال", "في", "جراء", "نتيجه", "بسبب", "في اعقاب", "اثناء", "وسط"})
WHEN = frozenset({"حين", "عندما", "حينما", "لحظه"})
SAW = frozenset({"شهد", "عاش", "عايش"})
STOOD = frozenset({"كان", "كانت", "كانوا", "كانا"})
FALLS = frozenset({"سقط", "تحرر", "انهار"})
SCENE = 12  # chunks before "حين" among which it is told who stood where


def ground_of(page: Page, draft: Draft, wide: frozenset[str]) -> PlacePhrase | None:
    """The locality that the words around an act's clause give it, or the region (none of the `wide` countries)."""
    own = page.chunk_of[draft.trigger_word]
    if own < 0:
        return None
    place = _witnessed(page, own) or _described(page, own) or _scene(page, own) or _fallen(page, own)
    if place is not None and place.locality:
        return place
    place = beside(page, draft, own)
    return place if place is not None and place.entity not in wide else None


def _witnessed(page: Page, own: int) -> PlacePhrase | None:
    """ "شهدت تعز مواجهات": the town that saw it, whatever gender its bare name seems to have."""
    first, at = page.sentence_first[own], own - 1
    if page.chunks[own].prep in TIED and (seen := clause_of(page, own).start) + 1 < own:
        at = seen + 1  # "تشهد المدينة توترا بعد مقتل شاب"
        if not page.chunks[at].bare or page.chunks[at].place is None or _has_other(page, own, at):
            return None
    elif not page.chunks[own].bare or page.chunks[own].joined:
        return None
    while at > first and page.chunks[at].bare and page.chunks[at].joined and page.chunks[at].place is not None:
        at -= 1  # "شهدت تعز ومأرب مواجهات"
    verb = at - 1
    if verb > first and page.chunks[verb].text == "pronoun" and page.chunks[verb].prep == "في":
        verb -= 1  # "في وقت شهدت فيه تعز مواجهات"
    if at <= first or not page.chunks[at].bare or page.chunks[verb].kind != "verb":
        return None
    saw = any(key(a.lemma) in SAW for a in page.word(page.chunks[verb]).analyses if a.pos == "verb")
    return page.chunks[at].place if saw else None


def _described(page: Page, own: int) -> PlacePhrase | None:
    """ "من زنجبار التي استعيدت بعد معارك", "البلدة التي دمرتها معارك": the place that the relative clause describes."""
    start = clause_of(page, own).start
    if start == 0 or start <= page.sentence_first[own] or page.chunks[start - 1].kind != "relative":
        return None
    verb = page.chunks[start]
    if not is_finite(verb) or verb.index == own:
        return None
    tied = page.chunks[own].prep in TIED and page.chunks[own - 1].index > start - 1
    beside = page.chunks[own].bare and own == start + 1
    does = bool(page.word(verb).enclitic) and (beside or subject_chunk(page, start).chunk == own)
    head = head_of_relative(page, start - 1) if tied or does else None
    if head is None or page.chunks[head].actor is not None or (tied and _has_other(page, own, head)):
        return None
    place = page.chunks[head].place
    return narrowest(page, place, -1) if place is not None else None


def _has_other(page: Page, own: int, head: int) -> bool:
    """Whether a place stands between the described one and the act: the act is rather there."""
    return any(page.chunks[i].place is not None for i in range(head + 1, own))


def _scene(page: Page, own: int) -> PlacePhrase | None:
    """ "كان الشرطي جالسا في مدينة … حين أطلق مسلحون النار عليه": where one stood when it happened."""
    start, first = clause_of(page, own).start, page.sentence_first[own]
    link = page.chunks[start - 1] if start > first else None
    if link is None or link.kind != "when" or link.text not in WHEN or own > start + 1:
        return None
    if page.text.words[link.first - 1].stem_key in ("في", "ف"):
        return None  # "في حين": meanwhile, elsewhere
    found: Chunk | None = None
    for index in range(start - 2, max(first, start - 2 - SCENE) - 1, -1):
        chunk = page.chunks[index]
        if chunk.kind in ("that", "relative", "when", "mark"):
            return None
        if found is None and locates(page, chunk):
            found = chunk
        if chunk.kind == "verb" and chunk.text in STOOD:
            return narrowest(page, found.place, -1) if found is not None and found.place is not None else None
    return None


def _fallen(page: Page, own: int) -> PlacePhrase | None:
    """ "سقطت القاعدة بعد هجوم شنته القوات": what fell is where the attack was."""
    clause = clause_of(page, own)
    if page.chunks[own].prep not in TIED or page.chunks[clause.start].kind != "verb":
        return None
    verb = page.chunks[clause.start]
    subject = subject_chunk(page, clause.start).chunk
    falls = any(key(a.lemma) in FALLS for a in page.word(verb).analyses if a.pos == "verb")
    fallen = page.chunks[subject] if subject is not None else None
    if not falls or fallen is None:
        behind = page.chunks[clause.start + 1] if falls and clause.start + 1 < clause.stop else None
        fallen = behind if behind is not None and behind.bare else None
    return fallen.place if fallen is not None and not fallen.prep else None


def in_scene(page: Page, first: int, last: int) -> bool:
    """Whether "حين" or "عندما" between two words opens how the loss before it came about ("قتل ثلاثة حين فتح …")."""
    words = page.text.words
    links = [w for w in words[first + 1 : last] if w.stem_key in closed().subordinators]
    one = len(links) == 1 and links[0].stem_key in WHEN and not links[0].conjunction
    return one and words[links[0].index - 1].stem_key not in ("في", "ف") and not links[0].preposition
