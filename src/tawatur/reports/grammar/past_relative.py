"""Where the main clause goes on behind a relative clause that no comma ends.

"وفي المدينة التي استعادها الجيش الخميس قتل مسلحون ثلاثة": what is told between the verb of the relative clause and the
main verb (here the day) belongs to the relative clause, though no link stands between it and the main verb.
"""

from tawatur.reports.grammar.borders import clause_of, is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Page
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import key

BESIDE = 2  # chunks behind a verb among which the pronoun stands that ties it to the noun before


def inner_of(page: Page, index: int) -> range:
    """The chunks of the relative clause before the main verb whose clause chunk `index` stands in, or none."""
    clause = clause_of(page, index)
    link = clause.start - 1
    if link < page.sentence_first[index] or page.chunks[link].kind != "relative":
        return range(0)
    if page.chunks[link].text in ("ما", "مما"):
        return range(0)
    verbs = [i for i in clause if i <= index and is_finite(page.chunks[i])]
    if len(verbs) < 2 or _results(page, verbs[-1]) or not _main(page, link, verbs[-1]):
        return range(0)
    comma = (i for i in range(verbs[0], verbs[-1]) if page.chunks[i].kind == "mark")
    return range(link, next(comma, verbs[-1]))


def _results(page: Page, verb: int) -> bool:
    """ "المعركة التي جرت في البلدة أمس أسفرت عن": what came of an attack was where and when it was."""
    return any(key(a.lemma) in closed().results for a in page.word(page.chunks[verb]).analyses if a.pos == "verb")


def _main(page: Page, link: int, verb: int) -> bool:
    """Whether a verb is the main one and describes no noun of the relative clause ("معارك استمرت يومين")."""
    if any(is_finite(page.chunks[i]) for i in clause_of(page, link - 1) if i < link):
        return False
    left = verb - 1
    while left > link and page.chunks[left].kind in ("time", "particle"):
        left -= 1
    before, behind = page.chunks[left], page.chunks[verb + 1 : verb + 1 + BESIDE]
    if before.kind != "noun":
        return False
    described = not before.definite and before.place is None and before.actor is None and before.owner is None
    if described or any(c.text == "pronoun" for c in behind):
        return False
    subject = subject_chunk(page, verb).chunk
    return subject is not None and not link < subject < verb
