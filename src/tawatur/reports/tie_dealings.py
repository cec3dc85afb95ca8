"""Ties told by how two deal with one another: through go-betweens, or by what one takes the other for."""

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.arguments import of_verb
from tawatur.reports.grammar.borders import clause_of, is_finite
from tawatur.reports.grammar.duals import both
from tawatur.reports.grammar.groups import actors_of
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.prepositional import between
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import Sense, accuses, governs_ba, suffered
from tawatur.reports.roles.record import Roles, admitted
from tawatur.reports.tie_ends import clause_subject

THROUGH = 9  # chunks behind a noun of contact within which its go-betweens stand
ACCUSED = 4  # words behind a verb of accusing within which the charge stands
MEANS = frozenset({"عبر", "من خلال", "عن طريق", "بواسطه"})
ROOMS = frozenset({"غرفه", "غرف", "قناه", "لجنه", "لجان", "مركز", "مكتب", "خليه"})
DEALT = frozenset({"مع", "الي", "ل", ""})


def of_go_betweens(page: Page, word: int, sense: Sense) -> Roles:
    """ "كان التنسيق بينهما يجري عبر ضباط": both sides, and those through whom they deal with one another."""
    roles, index = Roles(rule="tie_through_others"), page.chunk_of[word]
    behind = range(index + 1, min(index + 1 + THROUGH, page.sentence_last[index]))
    for position in behind:
        chunk = page.chunks[position]
        if chunk.kind in ("that", "relative", "when") or (is_finite(chunk) and chunk.joined):
            break
        if chunk.prep == "مع" and not roles.recipients:
            owner = page.chunks[index].owner  # "تواصل أ مع ب يتم عبر"; who deals with him may go unsaid
            sides = (*((owner,) if owner is not None else ()), *actors_of(page, position))
            roles.recipients += [a for a in sides if admitted(page, sense.entry, "recipient", a)]
        elif chunk.prep == "بين" and not roles.recipients:
            sides = both(page, page.word(chunk)) if chunk.text == "pronoun" else ()
            named = [c.actor for c in between(page, position) if c.actor is not None]
            sides = sides or tuple(a for actor in named for a in _sides(page, actor))
            roles.recipients += [a for a in sides if admitted(page, sense.entry, "recipient", a)]
        elif (chunk.prep in MEANS or _by_hand_of(page, chunk)) and chunk.text != "pronoun":
            roles.actors += [a for a in actors_of(page, position) if admitted(page, sense.entry, "actor", a)]
            break
    ends = {a.entity for a in roles.recipients}
    means = any(page.text.words[a.head].stem_key in ROOMS for a in roles.actors)  # "عبر غرفة العمليات"
    together = any(chunk.prep == "مع" for chunk in page.chunks[index + 1 : index + 2])
    one_sided = len(ends) < 2 and (means or not together)
    if one_sided or ends & {a.entity for a in roles.actors}:
        roles.recipients = []
    return roles


def _sides(page: Page, actor: ActorPhrase) -> list[ActorPhrase]:
    """One party, or the two that a dual names ("بين الطرفين")."""
    alike = page.actors_at.get(actor.first, ()) if actor.number == "d" else ()
    return [a for a in alike if a.last == actor.last and not a.adjective] or [actor]


def parties_behind(page: Page, first: list[ActorPhrase]) -> list[ActorPhrase]:
    """ "وسيط بين أ وب": both sides, of whom the first is known."""
    index = page.chunk_of[first[0].first]
    if index < 0 or page.chunks[index].prep != "بين":
        return first
    found = [c.actor for c in between(page, index) if c.actor is not None]
    return [*first, *(a for a in found if a.entity not in {f.entity for f in first})]


def _by_hand_of(page: Page, chunk: Chunk) -> bool:
    """ "بواسطة ضباط": which elsewhere says who does it."""
    return chunk.prep == "من قبل" and page.text.words[chunk.first].key.startswith("بواسط")


def of_adverb(page: Page, word: int, sense: Sense) -> bool:
    """ "بالتنسيق مع", "وبتعاون وثيق مع": how an act is done, beside whoever does it."""
    here = page.text.words[word]
    with_ = page.chunk_of[word] >= 0 and _partner(page, page.chunk_of[word]) is not None
    accused = word > 1 and any(accuses(w) for w in page.text.words[max(word - ACCUSED, 0) : word])
    return sense.shape in ("noun", "masdar") and here.preposition == "ب" and with_ and not accused


def in_company(page: Page, word: int, sense: Sense) -> Roles:
    """ "قصف الطيران المواقع بالتنسيق مع الجيش": who does the act deals with who stands behind "مع"."""
    roles, index = Roles(rule="tie_in_company"), page.chunk_of[word]
    verb = _verb_of(page, index)
    doer = subject_chunk(page, verb).chunk if verb is not None else None
    if verb is None or doer is None or _suffers(page, verb) or governs_ba(page.word(page.chunks[verb])):
        return roles  # "ترحب بالتعاون مع": what it welcomes, and no manner
    roles.actors = [a for a in actors_of(page, doer) if admitted(page, sense.entry, "actor", a)]
    partner = _partner(page, index)
    with_ = actors_of(page, partner) if partner is not None else ()
    roles.recipients = [a for a in with_ if admitted(page, sense.entry, "recipient", a)]
    return roles


def _partner(page: Page, index: int) -> int | None:
    """The chunk behind "مع", over a second noun of dealing ("بالتنسيق والتعاون مع الجيش")."""
    for position in range(index + 1, min(index + 3, page.sentence_last[index])):
        if page.chunks[position].prep == "مع":
            return position
        if not page.chunks[position].joined or page.chunks[position].actor is not None:
            return None
    return None


def _verb_of(page: Page, index: int) -> int | None:
    """The verb whose manner a phrase tells: before it in its clause, or behind it where it stands first."""
    for position in range(index - 1, clause_of(page, index).start - 1, -1):
        if is_finite(page.chunks[position]):
            return position
    for position in range(index + 1, min(index + THROUGH, page.sentence_last[index])):
        if page.chunks[position].kind in ("that", "relative"):
            return None
        if is_finite(page.chunks[position]):
            return position
    return None


def _suffers(page: Page, verb: int) -> bool:
    """Whether what a verb tells befalls its subject ("قتل القيادي بالتنسيق مع")."""
    here = page.word(page.chunks[verb])
    return suffered(here) and not here.enclitic and not of_verb(page, verb).slots.get("object")


def taken_for(page: Page, index: int, sense: Sense) -> Roles:
    """ "تتعامل أ مع ب كحليف", "تعاون أ مع ب كشريك": who is dealt with as an ally, and who deals with him."""
    roles = Roles(rule="tie_taken_for")
    left = page.chunks[index - 1] if index > page.sentence_first[index] else None
    if left is None or left.prep not in DEALT or left.kind != "noun" or left.actor is None:
        return roles
    dealing = page.chunks[index - 2] if index - 2 >= page.sentence_first[index] else None
    owner = (dealing.actor or dealing.owner) if dealing is not None and dealing.kind == "noun" else None
    for role, actor in (
        ("actor", owner or next(iter(clause_subject(page, left.first)), None)),
        ("recipient", left.actor),
    ):
        if actor is not None and admitted(page, sense.entry, role, actor):
            (roles.actors if role == "actor" else roles.recipients).append(actor)
    return roles
