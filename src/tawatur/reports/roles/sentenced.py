"""Whom a court sentences, and whose the things are that a verbal noun of force takes ("باقتحام منزل القائد")."""

from tawatur.knowledge.lexicon.entries import Entry
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.groups import counted_people
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.prepositional import Slots
from tawatur.reports.lexicon.senses import Sense
from tawatur.reports.roles.record import Roles, admitted

COURTS = frozenset({"قضى", "حكم", "أصدر", "أيد", "صدر"})
PENALTIES = frozenset({"سجن", "حبس", "اعدام", "معاقبه", "ادانه", "ابعاد", "نفي", "ترحيل"})
TAKEN = frozenset({"COERCE", "SANCTION"})


def add_sentenced(page: Page, roles: Roles, slots: Slots, entry: Entry) -> None:
    """ "قضت محكمة بسجن عشرة من أنصار الحزب": to whom the penalty is done."""
    if entry.type != "COERCE" or entry.mode != "arrest" or entry.lemma not in COURTS or roles.recipients:
        return
    for chunk in (*slots.get("ب", ()), *slots.get("object", ())):
        if page.word(chunk).stem_key not in PENALTIES:
            continue
        counted = counted_people(page, chunk)
        one = chunk.owner or (counted.actor if counted is not None else None)
        if one is not None and one not in roles.actors and admitted(page, entry, "recipient", one):
            roles.recipients.append(one)
            return


def add_owner(page: Page, word: int, roles: Roles, sense: Sense) -> None:
    """ "قام المسلحون باقتحام منزل القائد", "قطع خطوط إمداد الميليشيات": whose the thing is suffers it."""
    entry = sense.entry
    takes = sense.shape == "masdar" and entry.type in TAKEN and entry.roles.get("object") == "none"
    if not takes or not roles.actors or roles.recipients:
        return
    owner = _owner_of_thing(page, page.chunks[page.chunk_of[word]], word)
    known = {a.entity for a in roles.actors}
    if owner is not None and owner.entity not in known and admitted(page, entry, "recipient", owner):
        roles.recipients.append(owner)


def _owner_of_thing(page: Page, chunk: Chunk, word: int) -> ActorPhrase | None:
    """A definite owner behind the thing that stands right behind the verbal noun."""
    owner = chunk.owner
    if owner is None or not owner.definite or owner.first < word + 2:
        return None
    return owner if page.text.words[word + 1].kind == "word" else None
