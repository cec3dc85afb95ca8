"""Who passes on what others exchange: "كان تبادل المعلومات يتم عبر ضباط من الجيش"."""

from tawatur.reports.grammar.groups import coordinated
from tawatur.reports.grammar.means import MEANS
from tawatur.reports.grammar.page import Page
from tawatur.reports.lexicon.senses import Sense, key
from tawatur.reports.roles.record import Roles, admitted

THROUGH = MEANS - {"ب"}
GOES_ON = frozenset({"جري", "تم", "حصل", "حدث"})
FAR = 7  # chunks behind the exchange among which it is told how it goes on


def go_betweens(page: Page, word: int, roles: Roles, sense: Sense) -> None:
    """An exchange whose sides nobody names is told of those through whom it went alone."""
    if sense.entry.extension != "share_intelligence" or roles.actors or roles.recipients:
        return
    index, verb = page.chunk_of[word], False
    for chunk in page.chunks[index + 1 : min(index + 1 + FAR, page.sentence_last[index])]:
        if chunk.kind in ("mark", "that"):
            return
        if chunk.kind == "verb":
            if verb or not any(key(a.lemma) in GOES_ON for a in page.word(chunk).analyses):
                return
            verb = True
        elif verb and chunk.prep in THROUGH:
            through = [c.actor for c in coordinated(page, chunk.index) if c.actor is not None]
            roles.actors += [a for a in through if admitted(page, sense.entry, "actor", a)]
            return
