"""Whose the posts are that are hit where only a pronoun says so: "شنت الطائرات غارات على مواقعها"."""

from collections.abc import Iterable

from tawatur.knowledge.lexicon.entries import Entry
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.pronouns import referent
from tawatur.reports.roles.record import HOLDERS, Roles, admitted

HITTING = frozenset({"attack", "air_strike", "shelling", "bombing", "raid", "shooting", "car_bomb", "suicide_attack"})
SITE = "موقع"  # "على موقعه": also one on the web


def add_posts(page: Page, roles: Roles, chunks: Iterable[Chunk], entry: Entry, behind: int = 0) -> None:
    """Adds whoever a pronoun on a post behind the trigger means, if it is not who attacks."""
    if roles.recipients or entry.extension not in HITTING or entry.type != "ASSAULT":
        return
    own = frozenset(a.entity for a in roles.actors)
    for chunk in chunks:
        meant = _holder(page, chunk, own, behind)
        if meant is not None and admitted(page, entry, "recipient", meant):
            roles.recipients.append(meant)
            return


def _holder(page: Page, chunk: Chunk, own: frozenset[str], behind: int) -> ActorPhrase | None:
    if chunk.kind != "noun" or chunk.actor is not None or chunk.owner is not None:
        return None
    for word in page.text.words[max(chunk.first, behind) : chunk.last]:
        hit = word.stem_key in closed().target_nouns and word.stem_key not in closed().missiles | {SITE}
        if hit and word.enclitic in ("ه", "ها", "هم"):
            meant = referent(page, word, own)
            return meant if meant is not None and meant.klass in HOLDERS else None
    return None
