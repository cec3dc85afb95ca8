"""The roles of an event noun: genitive, adjectives of nationality, prepositions, relative clause, governor."""

import msgspec

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.arguments import Arguments
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.event_nouns import of_noun
from tawatur.reports.grammar.far_parties import add_far_parties
from tawatur.reports.grammar.governor import Governor, someone_tries
from tawatur.reports.grammar.governors import inside
from tawatur.reports.grammar.joint_means import second_help
from tawatur.reports.grammar.modifiers import is_modifier
from tawatur.reports.grammar.noun_reach import is_given
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.prepositional import Slots
from tawatur.reports.grammar.shared_governors import governing
from tawatur.reports.grammar.verbal_nouns import is_masdar
from tawatur.reports.lexicon.senses import Sense, key
from tawatur.reports.roles.addressees import guests
from tawatur.reports.roles.agents import agents_by_means, agents_of_noun, blamed_for, enjoyed, tells
from tawatur.reports.roles.answered import add_answerer
from tawatur.reports.roles.bases import add_sides_of_base
from tawatur.reports.roles.datives import is_dative, map_dative
from tawatur.reports.roles.deeds import by_way_of
from tawatur.reports.roles.freed import add_freed
from tawatur.reports.roles.genitives import (
    accompanies,
    bars_deed,
    counts,
    done_to_others,
    genitives,
    ground,
    is_complement,
    national_parties,
    on_oneself,
)
from tawatur.reports.roles.go_betweens import go_betweens
from tawatur.reports.roles.governed import from_governor, objects_of_relative
from tawatur.reports.roles.helped import add_helped
from tawatur.reports.roles.holders import add_holders, add_named_holders
from tawatur.reports.roles.hosts import fought_by, met_by, speaker_near, welcomed, welcomers
from tawatur.reports.roles.inner import add_fighters, against, of_own, strikes_beside
from tawatur.reports.roles.posts import add_posts
from tawatur.reports.roles.predicates import add_places, amid, carried_out, happened_at, predicated, take_parties
from tawatur.reports.roles.record import Roles, add, add_slots, role_map, taken_from, with_side
from tawatur.reports.roles.sentenced import add_owner
from tawatur.reports.roles.turned import achieved, hits, lost, meets, repelled_by
from tawatur.reports.roles.undergone import done_by_none, undergone

HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "THREATEN", "PROTEST"})
TAKING = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION"})
CAUSING = "كبد"  # "تكبيدهم خسائر": they suffer them
HOLD = "سيطره"  # what it is "على" is the ground itself


def fill_noun(page: Page, word: int, sense: Sense) -> Roles:
    """The roles of a sense of the event noun at a word."""
    index = page.chunk_of[word]
    if (sense.entry.extension == "capture_ground" and lost(page, word)) or achieved(page, word, sense):
        return Roles(rule="tells_no_act")
    governor = inside(page, index, word, governing(page, word))
    if second_help(page, index) or ("ب" in sense.entry.lead and is_complement(page, word, governor)):
        return Roles(rule="complement_of_governor")  # "وعدت بدعم الجيش": no one acts with its support
    governor = None if governor is not None and _carries_another(page, word, governor) else governor
    carriers = _carriers(governor)
    arguments = of_noun(page, word, frozenset(a.entity for a in carriers))
    slots = {slot: chunks for slot, chunks in arguments.slots.items() if slot != "subject"}
    take_parties(page, index, slots)
    genitive = of_own(page, word, undergone(page, word, governor, slots.pop("genitive", [])))
    direct = slots.pop("object", [])
    roles, mapping = Roles(rule="noun", governor=governor), _mapping(page, index, slots, sense)
    if "party" in mapping.values() or sense.entry.extension == "clash":
        add_far_parties(page, index, slots)
    if "من قبل" in slots:
        direct = []  # "تدريب أبناء العشائر المتطوعين على يد القوات"
    gives = any(is_given(page, page.chunks[index], c) for c in direct)
    doer = any(_is_taken(page, word, sense, c) for c in direct)
    direct = [c for c in [with_side(page, d) for d in direct] if counts(page, c, sense)]
    national_parties(roles, arguments, sense)
    genitive = _of_whom(page, word, genitive, sense, governor)
    own = _own_act(page, word, arguments, governor, sense)  # "جددت القوات قصفها": the pronoun is whoever goes on
    genitive = [] if own else _told_by_genitive(page, word, genitive, carriers, sense)
    for chunk in [c for c in direct if own and c.actor not in carriers]:  # "جددت مطالبتها طهران"
        add(page, roles, "recipient", chunk, sense.entry)
    sides = _sides(page, word, slots, genitive, mapping, sense, governor)
    sides["dative"] |= doer or strikes_beside(page, index, genitive, sense)
    if sense.entry.type == "CONSULT" and (hosts := _hosts(page, word, direct)) is not None:
        roles.actors += [c.actor for c in hosts if c.actor is not None]
        direct, sides["met"] = [], True
    genitives(page, word, roles, genitive, direct, sense, gives=gives, **sides)
    map_dative(page, word, slots, mapping, sense, governor, genitive=bool(genitive), done=bool(roles.actors))
    for chunk in arguments.slots.get("subject", []) or ([] if roles.actors else carried_out(page, index)):
        add(page, roles, "actor", chunk, sense.entry)
    objects_of_relative(page, roles, slots.pop("relative_object", []), sense, mapping)
    add_slots(roles, slots, mapping, page, sense.entry)
    agents_of_noun(page, word, roles, slots, mapping, sense, governor)
    add_fighters(page, index, roles, sense)
    if sense.genitive == "patient":
        agents_by_means(page, roles, slots, sense.entry)
        taken_from(page, roles, slots, sense.entry)
    _hit_and_where(page, word, roles, slots, mapping, sense)
    if governor is not None:
        from_governor(page, roles, governor, mapping, sense, helped=sides["helped"] and "مع" not in slots)
    _from_elsewhere(page, word, roles, slots, arguments.slots, sense)
    return roles


def _carriers(governor: Governor | None) -> tuple[ActorPhrase, ...]:
    """Who does what the noun tells, by what governs it."""
    acts = governor is not None and governor.role == "actor" and governor.rule != "added_to"
    return governor.actors if governor is not None and acts else ()


def _of_whom(page: Page, word: int, genitive: list[Chunk], sense: Sense, governor: Governor | None) -> list[Chunk]:
    """The genitive, or the host who a pronoun means; none where the pronoun means whoever undergoes the act."""
    if genitive and sense.entry.type == "CONSULT" and (host := speaker_near(page, page.text.words[word])) is not None:
        genitive = [msgspec.structs.replace(host, text="pronoun")]  # no title behind it is his
    if genitive and genitive[0].text == "pronoun" and sense.genitive == "agent" and done_by_none(page, word, governor):
        return []  # "التعزيزات التي يتم اعتراضها": who undergoes it objects to nothing
    return genitive


def _told_by_genitive(
    page: Page, word: int, genitive: list[Chunk], carriers: tuple[ActorPhrase, ...], sense: Sense
) -> list[Chunk]:
    """The genitive, or the others it is done to where the pronoun is whoever does it; none where it is the ground."""
    if on_oneself(page, word, genitive, carriers, sense):
        genitive = done_to_others(page, page.chunk_of[word], page.text.words[word], carriers)
    barred = ground(page, word, sense) or (sense.entry.mode == "ban" and bars_deed(page, word, genitive))
    return [] if barred else genitive


def _hosts(page: Page, word: int, direct: list[Chunk]) -> list[Chunk] | None:
    """ "كان في استقباله المحافظ", "في استقبال الوفد المحافظ": who welcomes; None where nobody is welcomed."""
    index = page.chunk_of[word]
    at_hand = direct if page.text.words[word].enclitic and welcomed(page, index) else None
    hosts = welcomers(page, index)
    return [*(at_hand or ()), *hosts] if hosts else at_hand


def _is_taken(page: Page, word: int, sense: Sense, chunk: Chunk) -> bool:
    """ "بمصادرتها ناقلة النفط": a noun right behind the pronoun is what is taken, so that the pronoun takes it."""
    if sense.entry.type not in TAKING or key(sense.entry.lemma) == CAUSING:
        return False
    here, head = page.text.words[word], page.word(chunk)
    told = bool(here.enclitic) and chunk.first == word + 1 and chunk.kind == "noun" and not is_modifier(page, chunk)
    how = (
        head.stem_key in closed().durations
        or head.pos in ("adjective", "adverb")
        or (not head.definite and head.stem.endswith("ا"))
    )
    return told and chunk.actor is None and not how


def _carries_another(page: Page, word: int, governor: Governor) -> bool:
    """ "نجاحه في تجاوز الضربات": the pronoun of a noun of trying says who does what its chunk begins with, no more."""
    head = page.chunks[page.chunk_of[word]].head
    between = page.text.words[head:word]
    if len(between) > 1 and is_masdar(between[0]) and "ال" in page.text.words[word].prefixes:
        return not any(w.stem_key in closed().transparent_nouns for w in between)  # "يعمل على جمع أدلة الإدانة"
    if governor.rule != "control_noun" or word == head or not page.text.words[governor.word].enclitic:
        return False
    lead = page.text.words[head]
    return head > governor.word and is_masdar(lead) and lead.stem_key not in closed().transparent_nouns


def _mapping(page: Page, index: int, slots: Slots, sense: Sense) -> dict[str, str]:
    """The roles that the prepositions behind a noun bring; of a meeting's "ب" only those who are met are kept."""
    mapping = role_map(sense)
    mapping["من قبل"] = "actor"
    if "ضد" in slots and mapping.get("مع") == "recipient" and sense.entry.extension == "clash":
        mapping["مع"] = "none"  # "حربها مع التحالف ضد المتمردين"
    if sense.entry.type == "CONSULT" and "ب" in slots:
        slots["ب"] = guests(page, slots["ب"])
        mapping.setdefault("ب", "recipient")
    if sense.entry.type in HOSTILE:
        against(mapping, slots)
    if sense.genitive == "agent" and mapping.get("من") == "recipient":
        mapping["من"] = "actor"  # "طلب من القيادة": behind the noun it is who asks
    if "علي" in slots and blamed_for(page, index, sense):
        mapping["علي"] = mapping["على"] = "actor"
    return mapping


def _sides(
    page: Page,
    word: int,
    slots: Slots,
    genitive: list[Chunk],
    mapping: dict[str, str],
    sense: Sense,
    governor: Governor | None,
) -> dict[str, bool]:
    """What decides whether the genitive acts or is acted upon: the governor, and what prepositions say of others."""
    carried = governor is not None and governor.role == "actor" and (bool(governor.actors) or someone_tries(governor))
    dative = is_dative(page, word, slots, mapping, sense)
    struck = hits(governor, genitive) or done_by_none(page, word, governor)
    return {
        "dative": dative and not struck,
        "governed": carried or "من قبل" in slots,
        "met": struck or meets(governor, slots, sense),
        "helped": accompanies(page, word, governor) or enjoyed(governor, sense),
        "opposed": not {"مع", "ضد"}.isdisjoint(slots),
    }


def _own_act(page: Page, word: int, arguments: Arguments, governor: Governor | None, sense: Sense) -> bool:
    """Whether the pronoun on an event noun only means the subject of the verb that carries it."""
    if not page.text.words[word].enclitic or governor is None or governor.role != "actor":
        return False
    if governor.rule == "accused_of" and governor.actors and not page.chunks[page.chunk_of[word]].joined:
        return True  # "انتقدت السلطات لاحتجازها ناشطين"
    if governor.entry is None or governor.entry.kind == "control":
        return False
    if tells(governor.entry) and sense.genitive == "patient":
        return False
    meant = {c.actor.entity for c in arguments.slots.get("genitive", ()) if c.actor is not None}
    return not meant.isdisjoint(a.entity for a in governor.actors)


def _hit_and_where(page: Page, word: int, roles: Roles, slots: Slots, mapping: dict[str, str], sense: Sense) -> None:
    """Whom the noun hit by its victims or its predicate, and where it happened."""
    index = page.chunk_of[word]
    if not roles.recipients:
        hit = [] if "party" in mapping.values() else slots.pop("victims", [])
        objects_of_relative(page, roles, hit or predicated(page, index) or amid(page, index, slots), sense, mapping)
    add_named_holders(page, roles, index, sense)
    add_places(roles, slots, ground=page.text.words[word].stem_key == HOLD)
    if not roles.places:
        roles.places += happened_at(page, index)


def _from_elsewhere(page: Page, word: int, roles: Roles, slots: Slots, told: Slots, sense: Sense) -> None:
    """Parties that the clause around tells: who met, who holds what is hit, who was repelled, through whom."""
    index = page.chunk_of[word]
    if not roles.actors and roles.recipients and sense.entry.type == "CONSULT":
        roles.actors += [a for a in met_by(page, index, slots) if a not in roles.recipients]
    if not roles.actors and roles.recipients and sense.entry.extension == "clash":
        other = {a.entity for a in roles.recipients}
        roles.actors += [a for a in fought_by(page, index, slots) if a.entity not in other]
    add_holders(page, roles, index, sense.entry)
    by_way_of(page, roles, told, sense.entry)
    if not roles.recipients:
        roles.recipients += [a for a in repelled_by(page, word, sense) if a not in roles.actors]
    add_posts(page, roles, (page.chunks[index], *slots.get("علي", ()), *told.get("ضد", ())), sense.entry, word + 1)
    add_answerer(page, roles, index, sense)
    add_sides_of_base(page, word, roles, sense)
    go_betweens(page, word, roles, sense)
    add_freed(page, index, word, roles, sense)
    add_owner(page, word, roles, sense)
    add_helped(page, word, roles, sense)
