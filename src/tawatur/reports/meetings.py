"""Who met whom a meeting names alone: "غادر المبعوث بعد لقاء الرئيس", "وأضاف خلال زيارة إلى …"."""

from typing import TYPE_CHECKING

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.around import MEETING, named_in, verb_around
from tawatur.reports.grammar.agreement import features
from tawatur.reports.grammar.going_on import says_only, speaks_on
from tawatur.reports.grammar.groups import actors_of
from tawatur.reports.grammar.page import Page
from tawatur.reports.grammar.purposes import TRAVELS
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import key
from tawatur.reports.roles.record import SPOKESMEN

if TYPE_CHECKING:
    from tawatur.reports.events import Telling

MEETS = "لقاء"
SPEAK_FOR_OTHERS = SPOKESMEN | {"مصدر"}


def met_with(page: Page, meeting: "Telling") -> list[ActorPhrase]:
    """ "قال الوزير خلال لقاء مع نظيره": who speaks or acts in the clause met whom it names."""
    verb = None if meeting.sense.shape == "verb" else verb_around(page, page.chunk_of[meeting.trigger.word])
    subject = subject_chunk(page, verb).chunk if verb is not None else None
    if subject is None and verb is not None and says_only(page.word(page.chunks[verb])):
        form = features(page.word(page.chunks[verb]))  # "وأضاف خلال زيارة إلى …": who spoke before
        subject = speaks_on(page, verb, form, lambda n: subject_chunk(page, n).chunk)
    there = named_in(page, meeting.roles.recipients or meeting.roles.actors)
    found = actors_of(page, subject) if subject is not None else ()
    return [a for a in found if a.klass in MEETING and a.entity not in there]


def meets_one(page: Page, meeting: "Telling") -> bool:
    """ "غادر المبعوث صنعاء بعد لقاء زعيم الجماعة": of a meeting one man is named, whom someone else met."""
    roles, word = meeting.roles, page.text.words[meeting.trigger.word]
    if roles.recipients or len(roles.actors) != 1 or word.stem_key != MEETS or word.enclitic or word.definite:
        return False
    host = roles.actors[0]
    one = host.first == word.index + 1 and host.number == "s" and _is_man(host)
    verb = verb_around(page, page.chunk_of[word.index])
    if not one or verb is None:
        return False
    lemmas = {key(a.lemma) for a in page.word(page.chunks[verb]).analyses if a.pos == "verb"}
    subject = subject_chunk(page, verb).chunk
    who = page.chunks[subject].actor if subject is not None else None
    man = who is not None and _is_man(who) and page.text.words[who.head].stem_key not in SPEAK_FOR_OTHERS
    return man and (not lemmas.isdisjoint(TRAVELS) or says_only(page.word(page.chunks[verb])))


def _is_man(actor: ActorPhrase) -> bool:
    """Whether a phrase names a man, be it by his office ("الملك", "زعيم الحركة")."""
    return actor.klass in ("person", "office") or (actor.klass in ("state", "political") and actor.form == "role")
