"""What stands beside a verb of trying or getting and carries no deed on: with whose help, and what was met with."""

from tawatur.reports.grammar.arguments import tells_itself
from tawatur.reports.grammar.governor import accompanies
from tawatur.reports.grammar.page import Page
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import lights_of

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


def is_met(page: Page, verb: int) -> bool:
    """ "نالت المبادرة تأييد", "لقي القرار ترحيبا": the noun right behind is its subject and carries nothing."""
    lights = lights_of(page.word(page.chunks[verb]), as_verb=True)
    return any(e.subject == "recipient" for e, _ in lights) and subject_chunk(page, verb).chunk == verb + 1
