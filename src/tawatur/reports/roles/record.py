"""Who fills which role: the record, what a sense admits, and how a chunk's names enter."""

from collections.abc import Iterable

import msgspec

from tawatur.knowledge.lexicon.entries import Entry
from tawatur.model.phrases import ActorPhrase, PlacePhrase
from tawatur.reports.grammar.arguments import tells_itself
from tawatur.reports.grammar.belonging import holders_by_name, owners_behind
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.governor import Governor
from tawatur.reports.grammar.groups import actors_of, counted_people
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.prepositional import Slots, side_marks
from tawatur.reports.grammar.pronouns import referent
from tawatur.reports.lexicon.collocates import folded, keys_of_word
from tawatur.reports.lexicon.senses import Sense, key, senses_of
from tawatur.reports.locating import of_area
from tawatur.reports.roles.fallen import whole_of
from tawatur.reports.roles.ground import held_there, is_building, is_capital, is_ground, is_scene
from tawatur.reports.roles.private import is_private, may_be_private
from tawatur.reports.roles.targets import counted_targets, is_target, kept_from, stands_for, unmeant, victims_of

HOLDERS = frozenset({"armed", "state", "political"})
AGAINST = frozenset({"ASSAULT", "COERCE", "SANCTION"})
HOLDS = frozenset({"سيطره", "هيمنه", "احتلال", "براثن", "قبضه"})
CITED = ("ناشط", "نشطاء", "باحث", "اكاديمي", "حقوقي", "خبير", "خبراء")  # who is quoted may suffer; sources do not
FOLLOWERS = frozenset({"حلفاء", "حلفاي", "حلفاو", "انصار", "اتباع", "موالين", "موالون"})
REINFORCING = frozenset({"تعزيزات", "امدادات", "رتل", "ارتال", "قافله", "قوافل", "حشود"})
SPOKESMEN = frozenset({"ناطق", "متحدث", "ناطقه", "متحدثه"})
REVENGE = frozenset({"انتقام", "ثار", "اقتصاص"})


class Roles(msgspec.Struct, kw_only=True):
    """Who does it, to whom, where, by which rule."""

    actors: list[ActorPhrase] = []
    recipients: list[ActorPhrase] = []
    place: PlacePhrase | None = None
    places: list[PlacePhrase] = []
    rule: str = ""
    governor: Governor | None = None
    subject: int | None = None
    passive: bool = False
    moved: bool = False  # forces that move themselves: no one else is raised or sent


_MAPS: dict[int, dict[str, str]] = {}  # by identity: entries are loaded once and stay


def role_map(sense: Sense) -> dict[str, str]:
    """Slot keys to roles; a transitive act has its subject as actor and its object as recipient by default."""
    kept = _MAPS.get(id(sense.entry))
    if kept is not None:
        return dict(kept)
    roles: dict[str, str] = {key(slot): role for slot, role in sense.entry.roles.items()}
    roles.setdefault("subject", "actor")
    roles.setdefault("object", "recipient")
    if sense.entry.type in AGAINST and sense.entry.extension != "capture_ground":
        roles.setdefault("بحق", "recipient")
    _MAPS[id(sense.entry)] = dict(roles)
    return roles


def admitted(page: Page, entry: Entry, role: str, actor: ActorPhrase) -> bool:
    """Whether the sense takes an actor of this class in a role."""
    if role == "recipient" and entry.extension == "capture_ground" and actor.klass == "organisation":
        return False  # "تحرير جامعة الموصل": the ground itself
    if (
        actor.form == "role"
        and is_private(page, actor, speaks=role == "actor" and entry.speech)
        and not may_be_private(entry, role, page.text.words[actor.head].stem_key)
    ):
        return False
    classes = entry.admits.get("actor" if role == "party" else role)
    if role == "recipient" and classes is not None and "armed" in classes and _follows(page, actor):
        return True  # "الحوثيين وحلفاءهم"
    if role == "recipient" and actor.klass == "source" and classes is not None and "civilians" in classes:
        return page.text.words[actor.head].stem_key.startswith(CITED)
    if role == "recipient" and actor.form == "nationality" and actor.number == "p" and "civilians" in (classes or ()):
        return True  # "منعت الشرطة الفلسطينيين من الدخول": the people, no state
    one = actor.form in ("role", "title") and actor.number == "s" and actor.klass in ("political", "office")
    return classes is None or actor.klass in classes or (role == "recipient" and one and "person" in classes)


def _follows(page: Page, actor: ActorPhrase) -> bool:
    """ "حلفاؤهم", "أنصار صالح": those who stand with a side are hit as it is."""
    return actor.klass == "political" and actor.number == "p" and page.text.words[actor.head].stem_key in FOLLOWERS


def _is_where(roles: Roles, chunk: Chunk, entry: Entry) -> bool:
    """Takes what only tells where, which is no recipient: ground, a building, a capital, a scene."""
    if entry.extension == "capture_ground" and chunk.text == "pronoun" and chunk.prep == "علي":
        return True  # "وتمت السيطرة عليها": the ground, which no actor's name stands for
    built = chunk.place is not None and (is_building(chunk, entry) or is_capital(chunk, entry))
    if not built and not is_ground(chunk, entry) and not is_scene(chunk):
        return False
    roles.places += [chunk.place] if chunk.place is not None else []
    return True


def _receive(page: Page, roles: Roles, found: Iterable[ActorPhrase], entry: Entry) -> None:
    """Makes recipients of those found who have no role yet, if the sense admits them."""
    held = roles.actors + roles.recipients
    roles.recipients += [a for a in found if a not in held and admitted(page, entry, "recipient", a)]


def add(page: Page, roles: Roles, role: str, chunk: Chunk, entry: Entry) -> None:
    """Puts what a chunk names into a role, if the sense admits it; a locality is a place, not a recipient."""
    if role == "recipient" and _is_where(roles, chunk, entry):
        return
    if role == "recipient" and (people := counted_people(page, chunk)) is not None:
        return _receive(page, roles, actors_of(page, people.index), entry)
    if role == "recipient" and (owners := counted_targets(page, chunk)):
        return _receive(page, roles, owners, entry)
    actor = chunk.actor or (_counted(page, roles, chunk) if role == "recipient" else None)
    if role == "recipient" and actor is not None and (actor.klass == "weapon" or is_target(page, chunk)):
        whose = owners_behind(page, chunk)  # "أسقط طائرة للنظام"
        _receive(page, roles, whose[1:], entry)
        actor = whose[0] if whose else actor
    thing = chunk.actor is None and chunk.owner is None and chunk.text != "pronoun"
    if role == "recipient" and thing and entry.type in ("ASSAULT", "COERCE"):
        _receive(page, roles, holders_by_name(page, chunk), entry)  # "استهدف مخازن أسلحة تابعة للحركة"
    if role == "actor" and actor is not None and entry.kind == "act" and page.word(chunk).stem_key in REINFORCING:
        whose = owners_behind(page, chunk)  # "وصلت تعزيزات للميليشيات"
        roles.actors += [a for a in whose if a not in roles.actors and admitted(page, entry, role, a)]
    blamed = entry.type in ("ACCUSE", "SUPPORT") and role == "recipient"  # "أدانت الغارات التركية"
    nationals = chunk.nationals if blamed or _has_sides(page, chunk, role) else ()
    if actor is None and chunk.owner is None and len(nationals) > 1:
        for national in chunk.nationals:  # "الجانبان التركي والروسي"
            add(page, roles, role, msgspec.structs.replace(chunk, actor=national, nationals=()), entry)
        return
    relative = roles.rule.endswith(("head_of_relative_clause", "head_of_indefinite_relative"))
    asked = entry.type != "REQUEST" or role != "recipient" or stands_for(chunk, page)  # "طالب بإلغاء مناصب النواب"
    if entry.type == "ACCUSE" and role == "recipient" and actor is None and victims_of(page, chunk):
        return  # "أدانت المنظمة قتل الصحفيين": whom it befell
    if actor is None and chunk.owner is not None and held_there(page, chunk):
        return  # "رحبت باتفاق ستوكهولم": where it was made
    spokesman = role == "actor" and entry.speech and chunk.owner is not None and _speaks_for(page, chunk.owner)
    if actor is None and asked and (role != "actor" or relative or spokesman or stands_for(chunk, page)):
        actor = chunk.owner
    if actor is None and nationals:
        actor = nationals[0]
    if role in ("actor", "recipient") and actor is not None:
        held = roles.actors if role == "actor" else roles.recipients
        for one in (actor, *_twins(page, actor)):
            if admitted(page, entry, role, one) and one not in held and one not in roles.actors:
                held.append(one)
    if (
        chunk.place is not None
        and role in ("recipient", "place", "none")
        and not (entry.speech and role == "recipient")  # "أدان تفجير المسجد": it was not condemned there
        and (actor is None or role == "place" or chunk.prep in ("الي", "في") or entry.extension == "visit")
    ):
        roles.places.append(chunk.place)


def _speaks_for(page: Page, actor: ActorPhrase) -> bool:
    """ "فلان الناطق باسم الحكومة": the title behind a name that no list knows."""
    head = page.text.words[actor.head]
    return actor.klass == "office" and head.stem_key in SPOKESMEN and "ال" in head.prefixes


def _counted(page: Page, roles: Roles, chunk: Chunk) -> ActorPhrase | None:
    """ "قتلت 21 منهم": a bare number of those whom the pronoun behind it means, never of those who do it."""
    behind = chunk.index + 1
    if chunk.owner is not None or chunk.place is not None or behind >= page.sentence_last[chunk.index]:
        return None
    following, last = page.chunks[behind], page.text.words[chunk.last - 1]
    if following.text != "pronoun":
        return None
    counted = last.kind == "number" or last.pos == "number" or last.stem_key in closed().measures
    target = page.word(chunk).stem_key in closed().target_nouns  # "هاجموا موقعا لهم"
    if not (counted and following.prep == "من") and not (target and following.prep == "ل"):
        return None
    meant = referent(page, page.word(following), frozenset(a.entity for a in roles.actors))
    return whole_of(page, chunk, meant) if counted else meant


def taken_from(page: Page, roles: Roles, slots: Slots, entry: Entry) -> None:
    """ "حرر المدينة من قبضة التنظيم", "طهرها من المسلحين": from whom ground is taken is who suffers it."""
    if entry.extension != "capture_ground" or entry.roles.get("من", "recipient") != "recipient":
        return
    for chunk in slots.get("من", ()):
        if chunk.text == "pronoun" and page.word(chunk).enclitic != "هم":
            continue
        if chunk.place is not None and (of_area(page, chunk) or (chunk.joined and of_area(page, slots["من"][0]))):
            continue  # "سيطر على مساحات من العراق وسوريا"
        held = (stem := page.word(chunk).stem_key) in closed().transparent_nouns or stem in HOLDS
        by = chunk.actor or (chunk.owner if held else None)
        beside = chunk.joined and bool(roles.recipients) and by is not None and by.klass == "person"
        if by is not None and (by.klass in HOLDERS or beside) and by not in roles.recipients + roles.actors:
            roles.recipients.append(by)  # also "من ميليشيات الحوثي وصالح"


def threatened_by_deed(page: Page, roles: Roles, slots: Slots, entry: Entry) -> None:
    """ "هدد بشن هجمات على أمريكا", "هدد بقصف إسرائيل": whom the deed that is threatened would hit."""
    if entry.type != "THREATEN" or roles.recipients:
        return
    for chunk in slots.get("ب", ()):
        senses = [s for s in senses_of(page.word(chunk), as_verb=False) if s.genitive in ("patient", "either")]
        hit = [chunk.owner] if chunk.actor is None and senses else []
        behind = ("علي", "ضد", "من") if page.word(chunk).stem_key in REVENGE else ("علي", "ضد", "مع")
        aimed = [c for p in behind for c in slots.get(p, ()) if c.index > chunk.index and tells_itself(page, chunk)]
        hit += [c.actor for c in aimed]
        for one in hit:
            if one is not None and one not in roles.actors and admitted(page, entry, "recipient", one):
                roles.recipients.append(one)
                return


def _twins(page: Page, actor: ActorPhrase) -> list[ActorPhrase]:
    """The other parties that the very same words name ("الجانبان التركي والروسي")."""
    alike = page.actors_at.get(actor.first, ())
    return [a for a in alike if a.last == actor.last and a.entity != actor.entity and not a.adjective]


def _has_sides(page: Page, chunk: Chunk, role: str) -> bool:
    """ "الجانبان التركي والروسي" are their states; "مواقع إيرانية" are Iran's, but only as a target."""
    stem = page.word(chunk).stem_key
    return stem.startswith(("جانب", "طرف", "قوات", "وفد", "نظير")) or (
        role != "actor" and stem in closed().target_nouns
    )


def with_side(page: Page, chunk: Chunk) -> Chunk:
    """ "بين الوزير ونظيره العماني": the adjective of one side names it."""
    sided = chunk.actor is None and chunk.nationals and page.word(chunk).stem_key.startswith("نظير")
    return msgspec.structs.replace(chunk, actor=chunk.nationals[0]) if sided else chunk


def _parties(roles: Roles, chunks: list[Chunk], page: Page, entry: Entry) -> None:
    """ "بين أ وب": the first is actor, the others recipients; "من جهة … من أخرى" splits by side."""
    chunks = [with_side(page, c) for c in chunks]
    named = [c for c in chunks if c.actor is not None and admitted(page, entry, "party", c.actor)]
    sides = side_marks(page, chunks, named)
    for number, chunk in enumerate(named):
        assert chunk.actor is not None
        first = chunk.index < sides[0] if sides else number == 0
        held = roles.actors if first else roles.recipients
        if chunk.actor not in roles.actors + roles.recipients:
            held.append(chunk.actor)
    alone = named[0].actor if len(named) == 1 else None
    if alone is not None and (alone.number == "d" or (alone.number == "p" and len(chunks) == 1)):
        roles.recipients += _twins(page, alone) or [alone]


def _whose_words(page: Page, roles: Roles, chunks: list[Chunk], entry: Entry) -> None:
    """ "رفض الرئيس مقترح الأمم المتحدة", "نفت الاتهامات الأميركية": whose words or part they are is turned down."""
    for chunk in chunks:
        kept = kept_from(page, chunk) if entry.type == "REJECT" else None
        if kept is not None and kept not in roles.actors and admitted(page, entry, "recipient", kept):
            roles.recipients.append(kept)
            continue
        if chunk.actor is not None or not any(
            w.stem_key.removesuffix("ا") in closed().words for w in page.text.words[chunk.head : chunk.last]
        ):
            continue
        behind = page.chunks[chunk.index + 1] if chunk.index + 1 < page.sentence_last[chunk.index] else None
        given = behind.actor if behind is not None and behind.prep in ("ل", "من") and behind.kind == "noun" else None
        by = chunk.owner or (chunk.nationals[0] if chunk.nationals else given)
        if by is not None and by not in roles.actors + roles.recipients and admitted(page, entry, "recipient", by):
            roles.recipients.append(by)


def _whose_gift(page: Page, roles: Roles, chunks: list[Chunk], entry: Entry) -> None:
    """ "تلقت الحركة دعم إيران": whose help it is that one gets is who gives it."""
    for chunk in chunks:
        by = (chunk.owner or next(iter(chunk.nationals), None)) if chunk.actor is None else None
        given = by is not None and not folded(entry.with_).isdisjoint(keys_of_word(page.word(chunk)))
        if by is not None and given and not roles.actors and admitted(page, entry, "actor", by):
            roles.actors.append(by)


def add_slots(roles: Roles, slots: Slots, mapping: dict[str, str], page: Page, entry: Entry) -> None:
    """Fills the roles that the slots play; what the sense gives no role is left."""
    for slot, chunks in slots.items():
        role = mapping.get(slot)
        if role == "party":
            _parties(roles, chunks, page, entry)
        elif role and role != "none":
            other = False
            for chunk in chunks:
                if role == "actor" and slot == "من" and tells_itself(page, chunk):
                    continue  # "تمكن بمساندة الحلفاء من أسر عشرة جنود"
                more = chunk.joined and chunk.bare and chunk.actor is not None and entry.type in AGAINST
                other = (other and more) or unmeant(page, chunk, slot, entry)
                if role != "recipient" or not other:  # nor "غاراته لقصف التنظيم وأنصاره"
                    add(page, roles, role, chunk, entry)
        elif slot == "علي" and role == "none" and entry.type in ("AGREE", "REJECT"):
            _whose_words(page, roles, chunks, entry)  # "وافق على خطة المبعوث"
        elif slot == "object" and role == "none":
            if entry.type == "REJECT" and not (mapping.get("علي") == "none" and slots.get("علي")):
                _whose_words(page, roles, chunks, entry)  # not "اعترضت على قرار واشنطن دعم المعارضة"
            if mapping.get("subject") == "recipient":
                _whose_gift(page, roles, chunks, entry)
            entered = entry.extension == "deploy" and entry.type == "MOBILIZE"  # "دخلت القوات بغداد"
            ground = [c for c in chunks if c.actor is None or entered or is_building(c, entry)]  # "دخلت جامعة الموصل"
            roles.places += [c.place for c in ground if c.place is not None]
