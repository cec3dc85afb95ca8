"""The verb of the clause in which a phrase tells when something was done, and who is named in a phrase."""

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.page import Page
from tawatur.reports.struck import leads_in

AFTER = frozenset({"بعد", "عقب", "اثر", "خلال", "في", "اثناء", "ب", "جراء", "نتيجه"})
MEETING = frozenset({"person", "office", "political", "armed", "state", "organisation"})
REACH = 9  # chunks before a phrase within which the verb of its clause stands


def verb_around(page: Page, index: int) -> int | None:
    """The finite verb of the clause in which a phrase tells when ("… بعد اشتباكات", "… خلال لقاء")."""
    if page.chunks[index].prep not in AFTER and not (page.chunks[index].prep == "من" and leads_in(page, index, AFTER)):
        return None
    for position in range(index - 1, max(page.sentence_first[index], index - REACH) - 1, -1):
        chunk = page.chunks[position]
        if chunk.kind in ("that", "relative", "when") or (chunk.kind == "mark" and chunk.text not in ("،", ",")):
            return None
        if is_finite(chunk):
            return position
    return None


def named_in(page: Page, phrases: list[ActorPhrase]) -> frozenset[str]:
    """The entities that phrases name, and those inside them ("سبعة من قوات النظام")."""
    return frozenset(
        a.entity
        for phrase in phrases
        for number in range(phrase.first, phrase.last)
        for a in (*page.actors_at.get(number, ()), phrase)
    )
