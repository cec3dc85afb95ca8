"""Whom help is for that no verb before it carries: "بدعم من الطائرات سيطرت القوات", "المسنودين بغطاء جوي"."""

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.groups import actors_of
from tawatur.reports.grammar.page import Page
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import Sense
from tawatur.reports.roles.record import Roles, admitted

BACKED = frozenset({"مسنود", "مسنوده", "مسنودين", "مدعوم", "مدعومه", "مدعومين", "معزز", "معززه", "معززين"})
REACH = 8  # chunks from help that opens a clause to its verb


def add_helped(page: Page, word: int, roles: Roles, sense: Sense) -> None:
    """Adds those whom a participle before says to be backed, or who act in the clause that the help opens."""
    entry = sense.entry
    if entry.type != "COOPERATE" or entry.extension != "joint_operation" or not roles.actors or roles.recipients:
        return
    index = page.chunk_of[word]
    if page.chunks[index].prep != "ب":
        return
    known = {a.entity for a in roles.actors}
    for one in _backed(page, index) or _acting(page, index):
        if one.entity not in known and admitted(page, entry, "recipient", one):
            known.add(one.entity)
            roles.recipients.append(one)


def _backed(page: Page, index: int) -> tuple[ActorPhrase, ...]:
    """Of whom "المسنودين" right before it is said, with who is joined before."""
    left = index - 1
    if left <= page.sentence_first[index] or page.word(page.chunks[left]).stem_key not in BACKED:
        return ()
    first = left - 1
    while first > page.sentence_first[index] and page.chunks[first].joined and page.chunks[first - 1].kind == "noun":
        first -= 1
    chunks = page.chunks[first:left]
    return tuple(c.actor for c in chunks if c.kind == "noun" and c.actor is not None)


def _acting(page: Page, index: int) -> tuple[ActorPhrase, ...]:
    """ "وبإسناد من الطيران تمكنت المقاومة من": the subject of the next verb, only phrases between."""
    opens = index == page.sentence_first[index] or page.chunks[index - 1].kind in ("mark", "that", "when")
    if not opens and not page.chunks[index].joined:
        return ()
    for position in range(index + 1, min(page.sentence_last[index], index + REACH)):
        chunk = page.chunks[position]
        if is_finite(chunk):
            found = subject_chunk(page, position).chunk if not chunk.joined else None
            between = found is not None and index < found < position
            return actors_of(page, found) if found is not None and not between and (opens or found < index) else ()
        if chunk.kind not in ("noun", "time") and not (chunk.kind == "mark" and chunk.text in ("،", ",")):
            return ()
    return ()
