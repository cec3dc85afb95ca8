"""Places of an act that a verb beside it tells: where its doer had come, what he did next, whom it hit on the way."""

from tawatur.model.draft import Draft
from tawatur.model.phrases import PlacePhrase
from tawatur.reports.grammar.borders import clause_of, is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Page
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import key
from tawatur.reports.locating import locates
from tawatur.reports.pointing import narrowest

MEANTIME = frozenset({"بينما", "فيما", "حين", "عندما"})
STOOD = frozenset({"كان", "كانت", "كانوا", "كانا"})
COMES = frozenset(
    {
        "انتفض",
        "ثار",
        "تظاهر",
        "احتشد",
        "تجمع",
        "تقدم",
        "وصل",
        "دخل",
        "توغل",
        "انتشر",
        "تسلل",
        "نزل",
        "عبر",
        "توجه",
        "داهم",
        "تحصن",
        "تمركز",
        "وجد",
    }
)
SCENE = 12  # chunks behind "بينما كان" among which it is told where


def beside(page: Page, draft: Draft, own: int) -> PlacePhrase | None:
    """The place that a verb beside an act gives it."""
    return _while(page, own) or _came(page, draft, own) or _shared(page, own)


def _while(page: Page, own: int) -> PlacePhrase | None:
    """ "انفجر لغم بينما كانت قافلة تمر في مدينة …": where those were whom it hit."""
    stop = clause_of(page, own).stop
    if page.chunks[own].kind != "verb" or stop + 1 >= page.sentence_last[own]:
        return None
    link, verb = page.chunks[stop], page.chunks[stop + 1]
    if link.kind != "when" or link.text not in MEANTIME or link.joined or verb.text not in STOOD:
        return None
    found = [
        c for i in range(stop + 2, min(stop + 2 + SCENE, page.sentence_last[own])) if locates(page, c := page.chunks[i])
    ]
    return narrowest(page, found[0].place, -1) if found and found[0].place is not None else None


def _came(page: Page, draft: Draft, own: int) -> PlacePhrase | None:
    """ "تقدم الجيش في الغوطة وقتل عشرة", "وصلوا إلى البلدة وأحرقوا منازل": where its doer was just told to be."""
    if page.chunks[own].kind != "verb" or not page.chunks[own].joined or own <= page.sentence_first[own]:
        return None
    before = page.chunks[own - 1]
    last = own - 2 if before.kind == "mark" and before.text in closed().commas else own - 1
    clause = clause_of(page, last) if last >= page.sentence_first[own] else range(0)
    verbs = [i for i in clause if is_finite(page.chunks[i]) and i < own]
    if len(verbs) != 1 or not any(key(a.lemma) in COMES for a in page.word(page.chunks[verbs[0]]).analyses):
        return None
    subject = subject_chunk(page, verbs[0]).chunk
    doer = page.chunks[subject].actor if subject is not None else None
    named = doer is not None and doer.entity in {a.entity for a in draft.actors}
    if subject is None or not (named or subject_chunk(page, own).chunk == subject):
        return None
    there = [page.chunks[i] for i in range(verbs[0] + 1, own)]
    found = [c for c in there if locates(page, c) or (c.kind == "noun" and c.prep == "الي" and c.place is not None)]
    return narrowest(page, found[0].place, -1) if len(found) == 1 and found[0].place is not None else None


def _shared(page: Page, own: int) -> PlacePhrase | None:
    """ "قتلوا جنديا وأسروا آخر وغنموا أسلحة في بلدة …": the verbs of one doer, without a comma, share the place."""
    if page.chunks[own].kind != "verb" or (doer := subject_chunk(page, own).chunk) is None:
        return None
    at = clause_of(page, own).stop
    while at < page.sentence_last[own]:
        verb = page.chunks[at]
        if verb.kind != "verb" or not verb.joined or subject_chunk(page, at).chunk != doer:
            return None
        clause = clause_of(page, at)
        found = [c for i in clause if i > at and locates(page, c := page.chunks[i])]
        if found and found[0].place is not None:
            place = narrowest(page, found[0].place, at)
            return None if page.chunks[page.chunk_of[place.first]].prep == "من" else place
        at = clause.stop
    return None
