"""Fills the roles of a sense from the arguments that the grammar found."""

import msgspec

from tawatur.arabic.letters import key
from tawatur.knowledge.lexicon.entries import Entry
from tawatur.model.phrases import ActorPhrase, PlacePhrase
from tawatur.reports.grammar.agreement import features
from tawatur.reports.grammar.arguments import Arguments, Slots, object_of, of_noun, of_verb, prepositions
from tawatur.reports.grammar.borders import clause_of, is_participle
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.governors import Governor, governor_of
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.subjects import coordinated, head_of_relative, subject_chunk
from tawatur.reports.lexicon.senses import Sense

FORCES = frozenset({"armed", "state", "political", "weapon", "office"})
LOCATIVE = frozenset({"في", "ب", "في محيط", "علي اطراف", "بالقرب من", "باتجاه", "في اتجاه", "علي طول", "الي داخل", "في داخل"})
VICTIMS = frozenset({"civilians", "person", "group", "media", "source"})


class Roles(msgspec.Struct, kw_only=True):
    """Who does it, to whom, where, by which rule; `events` are chunks that are themselves event nouns."""

    actors: list[ActorPhrase] = []
    recipients: list[ActorPhrase] = []
    place: PlacePhrase | None = None
    places: list[PlacePhrase] = []
    rule: str = ""
    governor: Governor | None = None
    subject: int | None = None
    passive: bool = False


def role_map(sense: Sense) -> dict[str, str]:
    """Slot keys to roles; a transitive act has its subject as actor and its object as recipient by default."""
    roles: dict[str, str] = {key(slot): role for slot, role in sense.entry.roles.items()}
    roles.setdefault("subject", "actor")
    roles.setdefault("object", "recipient")
    return roles


def fill(page: Page, word: int, sense: Sense) -> Roles:
    """The roles of one sense of the word."""
    index = page.chunk_of[word]
    if sense.shape == "verb" or (sense.shape == "phrase" and page.chunks[index].kind == "verb"):
        return _of_verb(page, index, sense)
    if sense.shape in ("noun", "masdar", "phrase"):
        return _of_noun(page, word, sense)
    return _of_participle(page, word, sense)


def admitted(entry: Entry, role: str, actor: ActorPhrase) -> bool:
    """Whether the sense takes an actor of this class in a role."""
    classes = entry.admits.get("actor" if role == "party" else role)
    return classes is None or actor.klass in classes


def _add(roles: Roles, role: str, chunk: Chunk, entry: Entry) -> None:
    """Puts what a chunk names into a role, if the sense admits it; a locality is a place, not a recipient."""
    actor = chunk.actor
    if actor is None and chunk.owner is not None:
        actor = chunk.owner
    if role in ("actor", "recipient") and actor is not None and admitted(entry, role, actor):
        held = roles.actors if role == "actor" else roles.recipients
        if actor not in held and actor not in roles.actors:
            held.append(actor)
    if (
        chunk.place is not None
        and role in ("recipient", "place", "none")
        and (actor is None or role == "place")
    ):
        roles.places.append(chunk.place)


def _parties(roles: Roles, chunks: list[Chunk], page: Page, entry: Entry) -> None:
    """ "بين أ وب": the first is actor, the others recipients; "من جهة … من أخرى" splits by side."""
    named = [c for c in chunks if c.actor is not None and admitted(entry, "party", c.actor)]
    sides = [
        c.index
        for c in chunks
        if c.actor is None and c.prep == "من" and page.word(c).stem_key in ("جهه", "جانب", "طرف")
    ]
    for number, chunk in enumerate(named):
        assert chunk.actor is not None
        first = chunk.index < sides[0] if sides else number == 0
        held = roles.actors if first else roles.recipients
        if chunk.actor not in roles.actors + roles.recipients:
            held.append(chunk.actor)
    if len(named) == 1 and named[0].actor is not None and named[0].actor.number in ("d", "p"):
        roles.recipients.append(named[0].actor)


def _place_slots(roles: Roles, slots: Slots, mapping: dict[str, str], page: Page, entry: Entry) -> None:
    for slot, chunks in slots.items():
        role = mapping.get(slot)
        if role == "party":
            _parties(roles, chunks, page, entry)
        elif role and role != "none":
            for chunk in chunks:
                _add(roles, role, chunk, entry)
        elif slot == "object" and role == "none":
            roles.places += [c.place for c in chunks if c.place is not None and c.actor is None]


def _of_verb(page: Page, index: int, sense: Sense) -> Roles:
    arguments = of_verb(page, index)
    mapping = role_map(sense)
    roles = Roles(rule=f"verb:{arguments.rule}")
    slots = dict(arguments.slots)
    subject = slots.get("subject", [])
    roles.subject = subject[0].index if subject else None
    if _is_passive(page, index, sense, arguments, mapping):
        roles.passive = True
        mapping["من قبل"] = "actor"
        slots["object"] = slots.pop("subject", []) or slots.get("object", [])
        mapping = {
            **mapping,
            "object": mapping.get("object", "recipient") if sense.entry.passive != "subject" else "actor",
        }
        roles.rule = f"passive:{arguments.rule}"
    _object_pronoun(page, index, slots)
    _place_slots(roles, slots, mapping, page, sense.entry)
    return roles


def _is_passive(page: Page, index: int, sense: Sense, arguments: Arguments, mapping: dict[str, str]) -> bool:
    """Printed marks decide; unmarked, a single victim phrase and no object make a passive ("قتل ثلاثة مدنيين في غارة")."""
    word = page.word(page.chunks[index])
    verb = features(word)
    if verb.passive:
        return True
    if (
        mapping["object"] != "recipient"
        or not arguments.alone
        or (verb.tense == "present" and verb.person != "3")
    ):
        return False
    if "من قبل" in arguments.slots:
        return True
    voices = {a.voice for a in word.analyses if a.pos == "verb"}
    subject = arguments.slots.get("subject", [])
    if voices == {"active"} or not subject:
        return False
    actor = subject[0].actor
    if actor is None or not admitted(sense.entry, "recipient", actor):
        return False
    if actor.klass in VICTIMS and not (
        "actor" in sense.entry.admits and sense.entry.admits["actor"] and verb.tense == "present"
    ):
        return True
    return actor.klass not in ("state", "weapon") and (
        actor.quantity is not None or not actor.definite or sense.entry.extension == "kill"
    )


def _object_pronoun(page: Page, index: int, slots: Slots) -> None:
    """ "القرية التي قصفتها القوات": the head of the relative clause is the object."""
    if not page.word(page.chunks[index]).enclitic or "object" in slots:
        return
    before = index - 1
    while before >= page.sentence_first[index] and page.chunks[before].kind in ("particle", "time"):
        before -= 1
    if before < page.sentence_first[index] or page.chunks[before].kind != "relative":
        return
    head = head_of_relative(page, before)
    if head is not None:
        slots["object"] = [page.chunks[head]]


def _of_noun(page: Page, word: int, sense: Sense) -> Roles:
    index = page.chunk_of[word]
    arguments, mapping = of_noun(page, word), role_map(sense)
    governor = governor_of(page, index)
    roles = Roles(rule="noun", governor=governor)
    slots = dict(arguments.slots)
    genitive, direct = slots.pop("genitive", []), slots.pop("object", [])
    slots.pop("subject", None)
    mapping["من قبل"] = "actor"
    direct = [c for c in direct if c.actor is not None or c.place is not None or c.owner is not None]
    _national_parties(roles, arguments, sense)
    inherited = governor is not None and governor.role == "actor" and bool(governor.actors)
    _genitives(
        page,
        word,
        roles,
        genitive,
        direct,
        sense,
        dative=_dative(page, index, slots, mapping, sense),
        governed=inherited or "من قبل" in slots,
    )
    if _dative(page, index, slots, mapping, sense) and genitive and roles.actors:
        mapping["ل"] = "recipient"
    for chunk in arguments.slots.get("subject", []):
        _add(roles, "actor", chunk, sense.entry)
    _objects_of_relative(roles, slots.pop("relative_object", []), sense, mapping)
    _place_slots(
        roles, slots, {k: v for k, v in mapping.items() if k not in ("subject", "object")}, page, sense.entry
    )
    _agents_of_noun(roles, slots, mapping, sense, governor)
    for slot, chunks in slots.items():
        if slot in LOCATIVE or slot in closed().place_prepositions:
            roles.places += [c.place for c in chunks if c.place is not None and c.place not in roles.places]
    if governor is not None:
        _governed(roles, governor, mapping, sense, page)
    return roles


def _agents_of_noun(
    roles: Roles, slots: Slots, mapping: dict[str, str], sense: Sense, governor: Governor | None
) -> None:
    """"هجوم من الجبهة", "تم صده من الجيش": a force behind "من" acts, where the sense does not say otherwise."""
    if roles.actors or "من" in mapping or not (sense.genitive == "agent" or governor is not None):
        return
    for chunk in slots.get("من", []):
        if chunk.actor is not None and chunk.actor.klass in FORCES and admitted(sense.entry, "actor", chunk.actor):
            roles.actors.append(chunk.actor)


def _dative(page: Page, index: int, slots: Slots, mapping: dict[str, str], sense: Sense) -> bool:
    """ "قصف الطائرات لحلب", "اعتقال القوات لمجموعة": "ل" right behind the genitive marks the patient."""
    if "ل" in mapping or "ل" not in slots:
        return False
    chunk = slots["ل"][0]
    between = [c for c in page.chunks[index + 1 : chunk.index] if c.kind != "noun" or not c.bare]
    if between or (chunk.actor is None and chunk.place is None and chunk.owner is None):
        return False
    return chunk.actor is None or admitted(sense.entry, "recipient", chunk.actor)


def _objects_of_relative(roles: Roles, chunks: list[Chunk], sense: Sense, mapping: dict[str, str]) -> None:
    """ "اللقاء الذي جمع ضباطا وقادة": parties for a symmetric noun, recipients for others."""
    symmetric = "party" in mapping.values()
    for number, chunk in enumerate(chunks):
        _add(roles, "actor" if symmetric and number == 0 else "recipient", chunk, sense.entry)


def _national_parties(roles: Roles, arguments: Arguments, sense: Sense) -> None:
    """ "اللقاء الروسي الإيراني": adjectives of nationality are the parties of the noun."""
    symmetric = "party" in sense.entry.roles.values()
    for number, national in enumerate(arguments.nationals):
        if number == 0:
            roles.actors.append(national)
        elif symmetric:
            roles.recipients.append(national)
        else:
            roles.actors.append(national)


def _genitives(
    page: Page,
    word: int,
    roles: Roles, genitive: list[Chunk], direct: list[Chunk], sense: Sense, *, dative: bool, governed: bool
) -> None:
    side = sense.genitive
    if not genitive or side == "none":
        for chunk in genitive:
            if chunk.place is not None and chunk.actor is None:
                roles.places.append(chunk.place)
        return
    if direct or dative:
        side = "agent"
    elif side == "either":
        side = _side_of(genitive[0], sense, governed)
    for chunk in genitive:
        if chunk.owner is not None and chunk.actor is None:
            if _owns_target(page, word, chunk):
                side = "patient"
            _add_actor(roles, chunk.owner, "actor" if side == "agent" else "recipient", sense.entry)
            if chunk.place is not None:
                roles.places.append(chunk.place)
        else:
            _add(
                roles,
                "actor" if side == "agent" and chunk.actor is not None else "recipient",
                chunk,
                sense.entry,
            )
    for chunk in direct:
        _add(roles, "recipient", chunk, sense.entry)


def _owns_target(page: Page, word: int, chunk: Chunk) -> bool:
    """"قصف مواقع الفرقة": whose positions are hit is the recipient."""
    assert chunk.owner is not None
    words = page.text.words[max(word + 1, chunk.first) : chunk.owner.first]
    return any(w.stem_key in closed().target_nouns for w in words)


def _add_actor(roles: Roles, actor: ActorPhrase, role: str, entry: Entry) -> None:
    if admitted(entry, role, actor):
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


def _governed(roles: Roles, governor: Governor, mapping: dict[str, str], sense: Sense, page: Page) -> None:
    if governor.role == "actor" and not roles.actors:
        roles.actors += [
            a for a in governor.actors if admitted(sense.entry, "actor", a) and a not in roles.recipients
        ]
        roles.rule = governor.rule
    elif governor.role == "recipient":
        for actor in governor.actors:
            if admitted(sense.entry, "recipient", actor) and actor not in roles.actors:
                roles.recipients.append(actor)
        roles.rule = governor.rule
    if governor.role in ("recipient", "place") and governor.subject is not None:
        roles.places += [c.place for c in coordinated(page, governor.subject) if c.place is not None]
    mine = {k: v for k, v in mapping.items() if k not in ("subject", "object")}
    extra = {slot: list(chunks) for slot, chunks in governor.slots.items() if slot in mine}
    if not roles.recipients:
        _place_slots(roles, extra, mine, page, sense.entry)


def _of_participle(page: Page, word: int, sense: Sense) -> Roles:
    """ "متهماً", "داعيا": the subject of the main clause; "المحاصر من قبل": the noun before is the patient."""
    index = page.chunk_of[word]
    if sense.shape == "active" and not is_participle(page, page.chunks[index]):
        return Roles(rule="modifier")
    roles, mapping = Roles(rule=f"{sense.shape}_participle"), role_map(sense)
    slots: Slots = {}
    end = clause_of(page, index).stop
    prepositions(page, range(index + 1, end), slots)
    if sense.shape == "active":
        subject = subject_chunk(page, index)
        if subject.chunk is not None:
            slots["subject"] = list(coordinated(page, subject.chunk))
            roles.subject = subject.chunk
        if (direct := object_of(page, index, None, end)) is not None:
            slots["object"] = list(coordinated(page, direct))
    elif "من قبل" not in slots:
        return Roles(rule="modifier")
    else:
        mapping["من قبل"] = "actor"
        before = index - 1 if page.chunks[index].head == word else index
        if before >= page.sentence_first[index] and page.chunks[before].kind == "noun":
            slots["object"] = [page.chunks[before]]
    _place_slots(roles, slots, mapping, page, sense.entry)
    return roles
