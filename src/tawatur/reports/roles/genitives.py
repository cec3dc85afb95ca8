"""Whose act the genitive of an event noun is, and the parties that its adjectives of nationality name."""

from tawatur.knowledge.lexicon.entries import Entry
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.arguments import Arguments, explains
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.lexicon.senses import Sense, key
from tawatur.reports.roles.record import Roles, add, admitted

AIMED = frozenset({"ب", "في", "علي", "ل", "الي"})  # "شارك في قتال التنظيم"


def national_parties(roles: Roles, arguments: Arguments, sense: Sense) -> None:
    """ "اللقاء الروسي الإيراني": adjectives of nationality are the parties of the noun."""
    symmetric = "party" in sense.entry.roles.values()
    for number, national in enumerate(arguments.nationals):
        if number == 0:
            roles.actors.append(national)
        elif symmetric:
            roles.recipients.append(national)
        else:
            roles.actors.append(national)


def genitives(
    page: Page,
    word: int,
    roles: Roles,
    genitive: list[Chunk],
    direct: list[Chunk],
    sense: Sense,
    *,
    dative: bool,
    governed: bool,
    met: bool,
    opposed: bool = False,
) -> None:
    """Puts the genitive of an event noun and the objects behind it into their roles.

    `met` makes it a patient; `opposed` says that a preposition names the other side.
    """
    side = "patient" if met else sense.genitive
    if side == "none" and page.text.words[word].enclitic and sense.entry.roles.get("subject", "actor") == "actor":
        side = "agent"  # "حربها ضد": a pronoun says whose act it is
    if accompanies(page, word):
        side = "agent"
    if not genitive or side == "none":
        for chunk in genitive:
            if chunk.place is not None and chunk.actor is None:
                roles.places.append(chunk.place)
        return
    direct = [c for c in direct if not explains(c, genitive[0])]
    if direct or dative:
        side = "agent"
    elif side == "either":
        side = _side_of(genitive[0], sense, governed)
        aimed = governed or page.chunks[page.chunk_of[word]].prep in AIMED
        side = "agent" if sense.entry.extension == "clash" and (opposed or not aimed) else side
    for chunk in genitive:
        if chunk.owner is not None and chunk.actor is None:
            if _owns_target(page, word, chunk):
                side = "patient"
            _add_actor(page, roles, chunk.owner, "actor" if side == "agent" else "recipient", sense.entry)
            if chunk.place is not None and chunk.place.first != chunk.owner.first:
                roles.places.append(chunk.place)
        else:
            add(
                page,
                roles,
                "actor" if side == "agent" and chunk.actor is not None else "recipient",
                chunk,
                sense.entry,
            )
    for chunk in direct:
        add(page, roles, "recipient", chunk, sense.entry)


def accompanies(page: Page, word: int) -> bool:
    """ "بمساعدة روسيا", "بمشاركة القوات": behind such a "ب" the genitive is who helps."""
    here = page.text.words[word]
    return here.preposition == "ب" and any(key(a.lemma) in closed().accompaniments for a in here.analyses)


def _owns_target(page: Page, word: int, chunk: Chunk) -> bool:
    """ "قصف مواقع الفرقة": whose positions are hit is the recipient."""
    assert chunk.owner is not None
    words = page.text.words[max(word + 1, chunk.first) : chunk.owner.first]
    return any(w.stem_key in closed().target_nouns for w in words)


def _add_actor(page: Page, roles: Roles, actor: ActorPhrase, role: str, entry: Entry) -> None:
    if admitted(page, entry, role, actor):
        (roles.actors if role == "actor" else roles.recipients).append(actor)


def _side_of(chunk: Chunk, sense: Sense, governed: bool) -> str:
    """Whose genitive a two-way noun has: patient when someone else is known to act, agent for weapons."""
    actor = chunk.actor or chunk.owner
    if governed or actor is None:
        return "patient"
    if actor.klass == "weapon" or (
        sense.entry.extension in ("shelling", "air_strike") and actor.klass in ("armed", "state")
    ):
        return "agent"
    return "patient"


def indefinite_target(page: Page, index: int) -> bool:
    """Whether an event noun has a patrol, a post or the like without article as its genitive."""
    hit = page.chunks[index].owner
    if hit is None or hit.quantity is not None or hit.form != "role":
        return False
    word = page.text.words[hit.head]
    return not word.definite and word.stem_key in closed().target_nouns and word.stem_key not in closed().air_arms


def is_guest(chunk: Chunk) -> bool:
    """ "زيارة لوزير الدفاع" is his, "زيارة لبغداد" one to Baghdad."""
    return chunk.actor is not None and chunk.actor.klass != "state"
