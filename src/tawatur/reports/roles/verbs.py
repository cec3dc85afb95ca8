"""The roles of a finite verb: active, passive by its form, passive by what stands around it."""

import msgspec

from tawatur.knowledge.lexicon.entries import LOSSES
from tawatur.reports.grammar.agreement import features, gender_of, number_of
from tawatur.reports.grammar.arguments import Arguments, of_verb
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.duals import two_before
from tawatur.reports.grammar.neighbours import ends_as
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.prepositional import Slots, resumes
from tawatur.reports.grammar.pronouns import standing_for
from tawatur.reports.grammar.relatives import head_of_relative, named_at_end
from tawatur.reports.lexicon.senses import Sense, key
from tawatur.reports.roles.addressees import endangers, guests, keep_addressed, named_later
from tawatur.reports.roles.agents import agents_by_means
from tawatur.reports.roles.beside import beside
from tawatur.reports.roles.deeds import by_way_of, let_by, proposed_by
from tawatur.reports.roles.designees import add_designee
from tawatur.reports.roles.fallen import shared_toll
from tawatur.reports.roles.fellows import add_fellows
from tawatur.reports.roles.freed import add_freed
from tawatur.reports.roles.holders import add_holders
from tawatur.reports.roles.hosts import only_titled, talked_with
from tawatur.reports.roles.otherwise import tells_else
from tawatur.reports.roles.passives import is_passive
from tawatur.reports.roles.posts import add_posts
from tawatur.reports.roles.record import Roles, add_slots, admitted, role_map, taken_from, threatened_by_deed
from tawatur.reports.roles.resumed_objects import resume_objects
from tawatur.reports.roles.sentenced import add_sentenced
from tawatur.reports.roles.urged import of_whom
from tawatur.reports.roles.voice import as_passive

CONTRASTS = frozenset({"ليس", "وليس", "وليست", "لا", "ولا", "بل"})
INFLICTS = "كبد"
FIRES = key("أطلق")
ACHIEVES = "حقق"  # with an object it is no inquiry


def fill_verb(page: Page, index: int, sense: Sense) -> Roles:
    """The roles of a sense of the finite verb that is chunk `index`."""
    arguments = of_verb(page, index)
    if sense.entry.extension == "resign" and page.word(page.chunks[index]).enclitic:
        return Roles(rule="rides")  # "سيارة يستقلها قائد"
    if not _concords(page, index, sense, arguments):
        return Roles(rule="disagrees")
    mapping, roles = role_map(sense), Roles(rule=f"verb:{arguments.rule}")
    slots = dict(arguments.slots)
    subject = _subject(page, index, slots)
    roles.subject = subject[0].index if subject else None
    if key(sense.entry.lemma) == ACHIEVES and sense.entry.extension == "investigate" and _achieves(slots):
        return Roles(rule="achieves")
    if (other := tells_else(page, index, sense, slots)) is not None:
        return Roles(rule=other)
    if sense.entry.extension in ("kill", "wound") and _on_the_side(page, index):
        slots.pop("من قبل", None)  # "قتل من جانب المقاومة ثمانية": among whom, not by whom
    if is_passive(page, index, sense, arguments, mapping):
        roles.passive, roles.rule = True, f"passive:{arguments.rule}"
        as_passive(page, index, slots, mapping, sense)
    elif subject and subject[0].index < index - 1 and _launched(page, index):
        slots["subject"] = []  # "أعلن الجيش اعتراض صاروخ أطلق من القطاع"
    _by_whom(mapping, passive=roles.passive)
    if sense.entry.type == "CONSULT" and "ب" in slots:
        slots["ب"] = guests(page, slots["ب"])
    _object_pronoun(page, index, slots)
    resume_objects(page, index, slots)
    _joined_to_pronoun(page, index, slots)
    plural = features(page.word(page.chunks[index])).number == "p"
    roles.moved = plural and sense.entry.type == "MOBILIZE" and "object" not in slots
    if sense.entry.type == "THREATEN" and endangers(page, index, slots, sense.entry):
        return Roles(rule="endangers")
    named_later(page, index, slots, sense.entry)
    keep_addressed(page, index, slots, mapping, sense.entry)
    talked_with(page, index, slots, sense.entry)
    add_slots(roles, slots, mapping, page, sense.entry)
    if mapping["subject"] == "actor" and not roles.passive and roles.actors:
        _add_beside(page, roles, subject, sense)
    only_titled(roles, sense.entry)
    for told in (taken_from, threatened_by_deed, proposed_by, let_by, add_sentenced):
        told(page, roles, slots, sense.entry)
    add_designee(page, roles, index, sense.entry)
    add_holders(page, roles, index, sense.entry)
    by_way_of(page, roles, slots, sense.entry)
    if roles.passive or mapping["subject"] == "recipient":
        agents_by_means(page, roles, slots, sense.entry)
    _add_told_elsewhere(page, index, roles, sense)
    add_posts(page, roles, (*slots.get("object", ()), *slots.get("علي", ())), sense.entry)
    add_fellows(page, roles, (*slots.get("subject", ()), *slots.get("object", ())), sense.entry)
    return roles


def _subject(page: Page, index: int, slots: Slots) -> list[Chunk]:
    """The subject of a verb, put into its slots where a dual means two or only the end of its phrase is someone."""
    subject = slots.get("subject", [])
    if len(subject) < 2 and (pair := _both_of_dual(page, index, subject)):
        slots["subject"] = subject = pair
    if not any(c.actor or c.owner for c in subject) and (inner := named_at_end(page, index)) is not None:
        slots["subject"] = subject = [inner]
    return subject


def _by_whom(mapping: dict[str, str], *, passive: bool) -> None:
    """Who stands behind "من قبل" acts where the subject suffers, and is none of the verb's own where it acts."""
    if mapping["subject"] == "recipient":
        mapping["من قبل"] = "actor"  # "هلك عشرة على يد القوات"
    elif not passive:
        mapping.pop("من قبل", None)  # it belongs to a participle nearer by


def _add_beside(page: Page, roles: Roles, subject: list[Chunk], sense: Sense) -> None:
    """Who stands beside the subject and acts with it."""
    more = [a for a in beside(page, subject) if a not in roles.actors + roles.recipients]
    roles.actors += [a for a in more if admitted(page, sense.entry, "actor", a)]


def _launched(page: Page, index: int) -> bool:
    """ "صاروخ أطلق من القطاع": a missile without article was fired, and not by whoever the clause before speaks of."""
    verb, thing = page.word(page.chunks[index]), page.text.words[max(page.chunks[index].first - 1, 0)]
    fired = any(key(a.lemma) == FIRES for a in verb.analyses if a.pos == "verb")
    indefinite = thing.stem_key.removesuffix("ا") in closed().missiles and not thing.definite and not verb.enclitic
    return fired and indefinite and not page.chunks[index].joined


def _add_told_elsewhere(page: Page, index: int, roles: Roles, sense: Sense) -> None:
    """Whom a request urges in its clause, and whom the toll beside a loss counts."""
    if sense.entry.type == "REQUEST" and not roles.recipients and not roles.passive:
        roles.recipients += [a for a in of_whom(page, index, sense.entry) if a not in roles.actors]
    add_freed(page, index, page.chunks[index].head, roles, sense)
    if sense.entry.extension in LOSSES and all(r.rule == "bare_count" for r in roles.recipients):
        shared = [a for a in shared_toll(page, index) if a not in roles.actors]
        roles.recipients = shared or roles.recipients


def _achieves(slots: Slots) -> bool:
    """ "حقق الجيش تقدما في المدينة": what is achieved stands before what else would be looked into."""
    into = min((c.index for slot in ("في", "مع") for c in slots.get(slot, ())), default=0)
    return any(c.index < into or not into for c in slots.get("object", ()))


def _both_of_dual(page: Page, index: int, subject: list[Chunk]) -> list[Chunk]:
    """ "بحث الرئيس مع نظيره الأزمة. واتفقا": the verb of two takes the two who met or stood together before."""
    word = page.word(page.chunks[index])
    verb, left = features(word), page.chunks[index - 1] if index > page.sentence_first[index] else None
    opens = page.chunks[index].joined and (left is None or left.kind == "mark")  # no "وترابطا" in a row of nouns
    if verb.number != "d" or verb.gender == "f" or not opens or (subject and number_of(subject[0], page) == "d"):
        return []
    return [msgspec.structs.replace(page.chunks[index], kind="noun", actor=a) for a in two_before(page, word)]


def _on_the_side(page: Page, index: int) -> bool:
    """Whether "من جانب" stands right behind a verb of losses."""
    chunk = page.chunks[index + 1] if index + 1 < page.sentence_last[index] else None
    return chunk is not None and chunk.prep == "من قبل" and page.text.words[chunk.first + 1].key == "جانب"


def _concords(page: Page, index: int, sense: Sense, arguments: Arguments) -> bool:
    """Of a form that is two verbs ("تقاتل", "تعرض") the one whose gender is not that of its subject is out."""
    if key(sense.entry.lemma) == INFLICTS and page.word(page.chunks[index]).stem.startswith("ت"):
        return False  # "تكبد الحوثيون خسائر": they suffered them
    forms = [a for a in page.word(page.chunks[index]).analyses if a.pos == "verb" and a.person in ("3", "")]
    own = {a.gender for a in forms if key(a.lemma) == key(sense.entry.lemma)}
    subject = arguments.slots.get("subject", [])
    if len({a.lemma for a in forms}) < 2 or len(own) != 1 or not subject:
        return True
    who, before = subject[0].actor, subject[0].index < index
    counted = who is not None and who.quantity is not None and who.first < who.head
    gender = "" if counted else gender_of(subject[0], page)  # "أصيب سبعة من الحركة"
    if not gender or (gender == "m" and number_of(subject[0], page) != "s"):
        return True
    beside = before or subject[0].index == index + 1
    return not (own == {"f"} and gender == "m") and not (own == {"m"} and gender == "f" and beside)


def _joined_to_pronoun(page: Page, index: int, slots: Slots) -> None:
    """ "تحاصرهم وحلفاءهم", "قتلته ومرافقيه": whom "و" joins to the pronoun on the verb right before."""
    behind = page.chunks[index + 1] if index + 1 < page.sentence_last[index] else None
    if not page.word(page.chunks[index]).enclitic or behind is None or not (behind.joined and behind.bare):
        return
    own = any(w.enclitic for w in page.text.words[behind.first : behind.last])
    if behind.actor is not None and own:
        slots.setdefault("object", []).append(behind)


def _object_pronoun(page: Page, index: int, slots: Slots) -> None:
    """ "القرية التي قصفتها القوات": the head of the relative clause is the object."""
    word = page.word(page.chunks[index])
    resumed = page.chunks[index + 1].text == "pronoun" if index + 1 < page.sentence_last[index] else False
    if word.enclitic and any(page.text.words[c.first - 1].key in CONTRASTS for c in slots.get("object", ())):
        del slots["object"]  # "دربتهم فرنسا لمحاربة التنظيم وليس الحكومة"
    if word.enclitic and "object" in slots and any(key(a.lemma) in closed().double_object for a in word.analyses):
        del slots["object"]  # "صنفته الدول منظمة إرهابية": what he is called, not whom they called so
    if word.enclitic and any(ends_as(page.word(c)) for c in slots.get("object", ())):
        del slots["object"]  # "أردوه قتيلا": what became of him
    if not (word.enclitic or resumed) or "object" in slots:
        return
    before = index - 1
    while before >= page.sentence_first[index] and page.chunks[before].kind in ("particle", "time"):
        before -= 1
    head = None
    if before >= page.sentence_first[index] and page.chunks[before].kind == "relative":
        if page.chunks[before].text == "ما" and word.enclitic == "ه":
            return  # "وهو ما نفته": what was said, no one
        head = head_of_relative(page, before)
        if head is None and word.enclitic:
            return
        if head is not None and word.enclitic == "هم" and not resumes(page, word.enclitic, page.chunks[head]):
            head = None  # "المدينة التي أرغمتهم المقاومة على مغادرتها"
    if not word.enclitic:  # "البلدة التي سيطروا عليها"
        if head is not None and page.chunks[head].place is not None and page.chunks[head].actor is None:
            slots["object"] = [page.chunks[head]]
        return
    if head is not None and page.chunks[head].place is not None:
        slots["object"] = [page.chunks[head]]
        return
    own = frozenset(c.actor.entity for c in slots.get("subject", ()) if c.actor is not None)
    chunk = page.chunks[head] if head is not None else standing_for(page, page.chunks[index], word, own)
    if chunk is not None and chunk not in slots.get("subject", []):
        slots["object"] = [chunk]
