"""With whose help something was tried, which carries no deed on."""

from tawatur.knowledge.lexicon.entries import LOSSES
from tawatur.reports.grammar.arguments import of_verb, tells_itself
from tawatur.reports.grammar.governor import accompanies
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.pronouns import agrees
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import index as index_of
from tawatur.reports.lexicon.senses import key, lights_of, senses_of, suffered

COLUMNS = frozenset({"رتل", "قافله", "موكب", "حاجز", "دوريه"})
AFTER = frozenset({"بعد", "عقب", "اثر", "فور"})
FORCES = frozenset({"armed", "state", "weapon"})
FORCEFUL = frozenset({"ASSAULT", "COERCE"})
TRIED = 5  # chunks behind "بمساعدة" within which what was tried stands


def with_whose_help(page: Page, verb: int, index: int) -> bool:
    """ "نجح الجيش بمساعدة العشائر في طرد": with whose help, where what was tried stands behind; not "قام بمساعدة"."""
    chunk = page.chunks[index]
    if not accompanies(page, chunk) or (chunk.owner is None and chunk.last > chunk.head + 1):
        return False
    for later in page.chunks[index + 1 : min(index + TRIED, page.sentence_last[index])]:
        if later.kind not in ("noun", "time", "particle") or later.joined:
            return False
        if later.prep in ("في", "من") and tells_itself(page, later):
            return any(e.kind == "control" for e, _ in lights_of(page.word(page.chunks[verb]), as_verb=True))
    return False


def was_struck(page: Page, verb: int, subject: int | None) -> bool:
    """Whether a column or convoy without article stands alone behind a verb of force: it is hit."""
    if subject != verb + 1 or page.word(page.chunks[subject]).definite:
        return False
    forced = any(
        e.type == "ASSAULT"
        for a in page.word(page.chunks[verb]).analyses
        if a.pos == "verb"
        for e in index_of().verbs.get(key(a.lemma), ())
    )
    return forced and page.word(page.chunks[subject]).stem_key in COLUMNS


def is_met(page: Page, verb: int) -> bool:
    """ "نالت المبادرة تأييد", "لقي القرار ترحيبا": the noun right behind is its subject and carries nothing."""
    lights = lights_of(page.word(page.chunks[verb]), as_verb=True)
    return any(e.subject == "recipient" for e, _ in lights) and subject_chunk(page, verb).chunk == verb + 1


def deed_before(page: Page, verb: int, chunk: Chunk) -> bool:
    """ "تمكنت القوات من قطع طرقهم بعد محاصرتهم": what was done to others first, by whoever acts in the clause."""
    word, acting = page.word(chunk), page.word(page.chunks[verb])
    if chunk.prep not in AFTER or word.enclitic not in ("هم", "ها") or chunk.last > chunk.head + 1:
        return False
    if suffered(acting) and "object" not in of_verb(page, verb).slots:
        return False  # "قتل المسلحون بعد محاصرتهم"
    if not _done_to_others(page, verb, chunk):
        return False
    done = [s.entry for s in senses_of(word, as_verb=False) if s.genitive == "patient" and s.masdar is not None]
    if any(e.extension in LOSSES for e in done):
        return False  # "توفوا بعد إصابتهم"
    acts = [e for a in acting.analyses if a.pos == "verb" for e in index_of().verbs.get(key(a.lemma), ())]
    tries = any(e.kind == "control" for e, _ in lights_of(acting, as_verb=True))
    forced = tries or any(e.type in FORCEFUL for e in acts)
    return forced and any(e.type in FORCEFUL for e in done)


def _done_to_others(page: Page, verb: int, chunk: Chunk) -> bool:
    """Whether a pronoun may mean others than the subject: those named between, or none with which "she" agrees."""
    subject = subject_chunk(page, verb).chunk
    who = page.chunks[subject].actor if subject is not None else None
    pronoun = page.word(chunk).enclitic
    if who is None or subject is None or who.klass not in FORCES or (pronoun == "ها" and agrees(pronoun, who)):
        return False
    between = [c for c in page.chunks[verb + 1 : chunk.index] if c.index != subject]
    named = [c.actor or c.owner for c in between]
    return pronoun == "ها" or any(a is not None and (a.number == "p" or a.klass == "armed") for a in named)
