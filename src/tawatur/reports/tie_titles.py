"""Titles that tell who commands or founded what: "قائد الفرقة العقيد X", "X، زعيم الحركة", "زعيمهم X"."""

from tawatur.arabic.word import Word
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.arguments import of_verb
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Page
from tawatur.reports.grammar.pronouns import referent
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import Sense, index, key
from tawatur.reports.roles.record import Roles, admitted
from tawatur.reports.tie_ends import ends_behind
from tawatur.reports.tie_predicates import ELATIVES

FREE = frozenset({"هو", "هي"})
CIVIL = frozenset({"حلف", "جامعه", "رابطه", "امم", "منظمه", "مجلس"})
MEMBER_OF = ("في", "ب")
KIN = frozenset({"شقيق", "ابن", "نجل", "والد", "زوجه", "شقيقه", "ابنه", "عم", "صهر", "حفيد"})
DEPUTY = frozenset({"مساعد", "مكلف", "فخري"})
SURNAME = 2  # words of a name that no list knows, between a person and his title
OPENING = ELATIVES | FREE


def of_command(page: Page, word: int, sense: Sense) -> Roles:
    """ "قائد الفرقة العقيد X", "X، قائد الفرقة": the title needs the name of a person and of what he commands."""
    roles = Roles(rule="title_with_name")
    index, here = page.chunk_of[word], page.text.words[word]
    slot, commanded = ends_behind(page, word + max(len(sense.entry.phrase) - 1, 0))
    if slot == "في" and "في" not in sense.entry.roles:
        return roles  # "القائد في كتائب X" is one of its commanders
    if commanded and page.text.words[commanded[0].head].stem_key in CIVIL:
        return roles  # "الأمين العام لحلف شمال الأطلسي": a civil office
    if any(w.stem_key in DEPUTY for w in page.text.words[word + 1 : commanded[0].first if commanded else word + 1]):
        return roles  # "الأمين العام المساعد للحزب"
    if here.enclitic:
        meant = referent(page, here)  # "زعيمهم X"
        commanded = (meant,) if meant is not None else ()
    if here.conjunction == "و" and here.number == "p":
        return roles  # "تعهد الرئيس هادي وقادة عسكريون"
    founded = sense.entry.type == "formed_by"  # "مؤسس الحركة X": the founded comes first
    if index < 0 or not commanded or not admitted(page, sense.entry, "actor" if founded else "recipient", commanded[0]):
        return roles
    behind = word if here.enclitic else commanded[0].last
    if (person := _person(page, word, index, behind)) is not None:
        roles.actors.append(commanded[0] if founded else person)
        roles.recipients.append(person if founded else commanded[0])
    return roles


def of_member(page: Page, word: int, sense: Sense) -> Roles:
    """ "القيادي في المقاومة X", "X، القيادي بالحزب": who is told by name, and in what he is a leading man."""
    roles, index = Roles(rule="member_with_name"), page.chunk_of[word]
    slot, body = ends_behind(page, word)
    if index < 0 or slot not in MEMBER_OF or not body or not admitted(page, sense.entry, "recipient", body[0]):
        return roles
    person = _person(page, word, index, body[0].last)
    if person is not None and not (person.first >= body[0].last and _in_office(page, person)):
        roles.actors, roles.recipients = [person], [body[0]]
    return roles


def _in_office(page: Page, person: ActorPhrase) -> bool:
    """ "التقى القيادي في الحركة وزير الخارجية فلان": who holds an office of his own is another man."""
    return person.form == "title" and page.text.words[person.head].pos != "name" and not _is_rank(page, person)


def _is_rank(page: Page, person: ActorPhrase) -> bool:
    """ "العميد فلان": one word before the name."""
    return any(a.form == "name" and a.first == person.first + 1 for a in page.actors_at.get(person.first + 1, ()))


def _person(page: Page, word: int, index: int, behind: int) -> ActorPhrase | None:
    """The person whose title a word is: in the same phrase, behind it, or right before it."""
    for own in (page.chunks[index].actor, page.chunks[index].owner):  # "حديث أمين عام الحزب X"
        if own is not None and own.klass == "person" and (own.last > behind or own.first < word):
            return own
    for position in (*range(index + 1, min(index + 3, page.sentence_last[index])), index - 1, index - 2):
        if position < index and not _may_bear(page, word, index, position):
            continue
        other = page.chunks[position]
        named = other.actor or (other.owner if position < index else None)  # "تعيين X زعيما للحركة"
        person: ActorPhrase | None = named if other.kind == "noun" and (not other.joined or position < index) else None
        if position > index and _two_men(page, index, position):
            continue  # "زعيم حزب معارض الرئيس سعيد"
        if position == index - 1 and _is_subject(page, position, index):
            continue  # "أعفى الملك سلمان قائد القوات"
        if person is not None and person.klass == "person" and (other.bare or position < index):
            kin = position < index and not page.text.words[word].conjunction  # "شقيق صالح وقائد حرسه": the brother
            return _of_kin(page, person) if kin else person
    return None


def _of_kin(page: Page, person: ActorPhrase) -> ActorPhrase:
    """ "شقيق عبد الملك زعيم الحركة": whose brother he is leads it."""
    if page.text.words[person.head].stem_key not in KIN:
        return person
    inner = (
        a for n in range(person.first + 1, person.last) for a in page.actors_at.get(n, ()) if a.last == person.last
    )
    return next((a for a in inner if a.klass == "person"), person)


def _may_bear(page: Page, word: int, title: int, position: int) -> bool:
    """Whether a name before a title may be whose it is: "X، قائد", "X وهو قائد", "X أحد قادة", no verb between."""
    if position < page.sentence_first[title]:
        return False
    chunk, between, here = page.chunks[title], page.chunks[title - 1], page.text.words[word]
    opening = [w for w in page.text.words[chunk.first : word] if w.kind == "word" and w.pos != "preposition"]
    if opening and any(w.stem_key not in OPENING for w in opening):
        surname = position == title - 1 and not any(w.conjunction or "ال" in w.prefixes for w in opening)
        return surname and len(opening) <= SURNAME  # "وقاسم سلام أمين عام الحزب": a third man
    if position == title - 1 or between.kind in ("mark", "that") or here.conjunction:
        return not is_finite(between)
    first = page.word(between)
    unread = between.kind == "noun" and between.actor is None and between.owner is None and not between.joined
    return first.stem_key in FREE | closed().copulas or (unread and "ال" not in first.prefixes and not between.prep)


def _two_men(page: Page, title: int, other: int) -> bool:
    """Whether a title without article stands before a phrase with one: the name behind is another's."""
    head, own = page.word(page.chunks[other]), page.chunks[title].actor
    if own is None or own.definite or own.last == own.first + 1:
        return False
    body = page.actors_at.get(own.head + 1, ())  # "زعيم حزب معارض سعيد"
    return "ال" in head.prefixes or any(not a.definite and not a.adjective for a in body)


def _is_subject(page: Page, position: int, title: int) -> bool:
    """Whether a chunk is the subject of the verb right before it, so that the title behind is its object."""
    verb = position - 1
    opens = (
        verb >= page.sentence_first[position] and is_finite(page.chunks[verb]) and _hits(page.word(page.chunks[verb]))
    )
    if not opens or not page.chunks[title].bare or subject_chunk(page, verb).chunk != position:
        return False
    return title in {c.index for c in of_verb(page, verb).slots.get("object", ())}


def _hits(verb: Word) -> bool:
    """Whether a verb has an object to whom it is done, unlike one of motion ("وصل القائد، آمر اللواء")."""
    known = index().verbs
    senses = [e for a in verb.analyses if a.pos == "verb" for e in known.get(key(a.lemma), ())]
    losses = any(e.extension in ("kill", "wound") for e in senses)  # "قتل العقيد X قائد اللواء": he is the one killed
    return not losses and any(e.roles.get("object") == "recipient" for e in senses)
