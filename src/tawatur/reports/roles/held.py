"""Who is held or ringed by whom, told by a passive participle: "باتوا محاصرين", "محتجزون لدى الحركة"."""

import msgspec

from tawatur.arabic.word import Word
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.borders import clause_of
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.prepositional import Slots, prepositions
from tawatur.reports.lexicon.senses import Sense
from tawatur.reports.roles.record import Roles, add
from tawatur.reports.roles.said_of import copula_before, said_of

HOLDING = frozenset({"arrest", "abduct", "besiege"})
KEEPERS = ("من قبل", "لدي", "علي يد", "عند")
JAILS = frozenset({"سجن", "سجون", "معتقل", "معتقلات", "قبضه", "اقبيه", "زنازين"})
RINGED = "besiege"
UNDER = ("قيد", "رهن")  # "قيد الاعتقال"
MANY = ("ون", "ين")


def holds(sense: Sense) -> bool:
    """Whether a sense tells that someone is kept or ringed, as a participle may."""
    return sense.shape == "passive" and sense.entry.type == "COERCE" and sense.entry.extension in HOLDING


def fill_held(page: Page, word: int, sense: Sense) -> Roles | None:
    """None where the participle neither is said of someone by a copula nor tells who keeps him."""
    index = page.chunk_of[word]
    chunk, here = page.chunks[index], page.text.words[word]
    alone = sense.shape == "phrase" or chunk.last == word + 1 or chunk.actor is not None
    if here.preposition or here.enclitic or chunk.owner is not None or not alone:
        return None
    behind = page.chunks[index + 1] if index + 1 < page.sentence_last[index] else None
    if behind is not None and behind.prep == "ل":
        return None  # "المقاومة محاصرة لهذه الأبنية": she rings them
    slots: Slots = {}
    prepositions(page, range(index + 1, clause_of(page, index).stop), slots)
    roles = Roles(rule="held")
    for keeper in _keepers(page, index, slots):
        add(page, roles, "actor", keeper, sense.entry)
    told = bool(roles.actors) or sense.shape == "phrase"
    for one in _kept(page, index, here, told=told):
        if one.actor is None and one.place is not None and sense.entry.extension == RINGED:
            roles.places.append(one.place)
        elif one.actor is not None:
            add(page, roles, "recipient", one, sense.entry)
    for slot, chunks in slots.items():
        if slot in ("في", "ب") or slot in closed().place_prepositions:
            roles.places += [c.place for c in chunks if c.place is not None and c.place not in roles.places]
    placed = bool(roles.places) and copula_before(page, index) is not None
    ringed = sense.entry.extension == RINGED and (placed or bool(roles.actors))
    if not roles.recipients and not ringed:
        return None
    return roles


def _keepers(page: Page, index: int, slots: Slots) -> list[Chunk]:
    """ "لدى الحركة", "من قبل الجيش" right behind, or whose jails they are in ("في سجون النظام")."""
    behind = page.chunks[index + 1] if index + 1 < page.sentence_last[index] else None
    if behind is None or behind.kind != "noun":
        return []
    if behind.prep == "في" and page.word(behind).stem_key in JAILS and behind.owner is not None:
        return [_as_actor(behind, behind.owner)]
    found = [c for slot in KEEPERS for c in slots.get(slot, ()) if c.index >= behind.index]
    return [c for c in found if all(n.prep for n in page.chunks[index + 1 : c.index] if not n.joined)][:2]


def _as_actor(chunk: Chunk, owner: ActorPhrase) -> Chunk:
    return msgspec.structs.replace(chunk, actor=owner, owner=None, place=None)


def _kept(page: Page, index: int, here: Word, *, told: bool) -> list[Chunk]:
    """Of whom the participle is said; with the article, or behind people, only where a keeper is told."""
    chunk = page.chunks[index]
    left = page.chunks[index - 1] if index > page.sentence_first[index] else None
    people = left is not None and left.kind == "noun" and (left.actor is not None or left.owner is not None)
    if here.definite:
        if told and people and left is not None and chunk.first == here.index and not chunk.joined:
            return [left if left.actor is not None or left.owner is None else _as_actor(left, left.owner)]
        named = told and chunk.actor is not None and here.stem.endswith(MANY)
        return [chunk] if named else []
    found = said_of(page, index)
    if copula_before(page, index) is None and not here.stem.endswith((*MANY, "ة", *UNDER)):
        return []  # "اتخذوه معتقلا": a place
    if found and left is not None and found[0].index == left.index and not told and not left.definite:
        return []  # "جنود محاصرون": they are only called so
    if not found and told and people and left is not None and left.actor is not None:
        return [left]  # "عن جنود محتجزين لدى الحركة"
    return found
