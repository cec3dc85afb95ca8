"""The arguments of a verb by slot: subject, object and every preposition."""

import msgspec

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.agreement import ONE_OF, features
from tawatur.reports.grammar.appositions import explained_behind, is_included, named_behind, titles
from tawatur.reports.grammar.beliefs import past_belief
from tawatur.reports.grammar.borders import beyond_aside, clause_of, is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.descriptions import counts_told, is_arm, is_backer
from tawatur.reports.grammar.groups import coordinated
from tawatur.reports.grammar.honours import HONOURED, same_man
from tawatur.reports.grammar.joined_losses import fell_apart
from tawatur.reports.grammar.modifiers import is_modifier
from tawatur.reports.grammar.neighbours import beside_verb, title_behind
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.prepositional import Slots, prepositions, put
from tawatur.reports.grammar.pronouns import set_apart
from tawatur.reports.grammar.relatives import head_of_relative
from tawatur.reports.grammar.resuming import describes_noun, sated_relative
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.grammar.verbal_nouns import is_masdar
from tawatur.reports.lexicon.senses import index as lexicon
from tawatur.reports.lexicon.senses import key

FAR = 14  # chunks behind a verb at which a comma ends the search for its object


class Arguments(msgspec.Struct, kw_only=True):
    """What stands in which slot. `nationals` are adjectives of nationality on the noun; `rule` says who is subject."""

    slots: Slots
    nationals: tuple[ActorPhrase, ...] = ()
    rule: str = ""
    alone: bool = False  # one bare phrase only: it may be the patient of an unmarked passive


def of_verb(page: Page, number: int) -> Arguments:
    """The arguments of the finite verb that is chunk `number`; kept, so that whoever changes slots copies them."""
    kept = page.arguments.get(number)
    if isinstance(kept, Arguments):
        return kept
    found = page.arguments[number] = _of_verb(page, number)
    return found


def _of_verb(page: Page, number: int) -> Arguments:
    slots: Slots = {}
    subject = subject_chunk(page, number)
    if subject.chunk is not None:
        put(slots, "subject", page, subject.chunk)
    end = clause_of(page, number).stop
    if end == number + 1 < page.sentence_last[number] and beside_verb(page, end) and not fell_apart(page, end):
        end = clause_of(page, end).stop
    end = _sated(page, number, subject.chunk, end)
    direct = object_of(page, number, subject.chunk, end)
    if direct is None and subject.chunk is not None:
        past = _past_modifiers(page, subject.chunk)
        if end == past or (past < end and page.chunks[past].text in closed().copulas):
            direct = _behind_description(page, past) or _behind_relative(page, number, past)
        if end == past and (beyond := past_belief(page, past)) is not None:
            aim = page.chunks[beyond]
            direct = beyond if aim.kind == "noun" and aim.bare and not aim.joined else direct
            prepositions(page, range(beyond, clause_of(page, beyond).stop), slots)
    if direct is not None:
        put(slots, "object", page, direct)
    head = described(page, number)
    own = frozenset(c.actor.entity for c in slots.get("subject", ()) if c.actor is not None)
    slots.update({"object": [set_apart(page, c, own) or c for c in slots["object"]]} if direct is not None else {})
    prepositions(page, range(number + 1, end), slots, head, own)
    if subject.chunk is not None and subject.chunk > number and (behind := beyond_aside(page, clause_of(page, number))):
        if direct is None and (resumed := _resumed(page, behind.start)) is not None:
            put(slots, "object", page, resumed)
            direct = resumed
        prepositions(page, behind, slots, head, own)
    if (
        direct is None
        and subject.chunk is not None
        and (far := _past_relative(page, number, subject.chunk)) is not None
    ):
        put(slots, "object", page, far)
        direct = far
        prepositions(page, range(far + 1, clause_of(page, far).stop), slots, head, own)
    alone = direct is None and not page.word(page.chunks[number]).enclitic
    return Arguments(slots=slots, rule=subject.rule, alone=alone)


def _past_relative(page: Page, verb: int, subject: int) -> int | None:
    """ "اتهم الحزب الذي يقود المعارضة، الحكومة بالتساهل": the object behind the comma that ends a relative clause."""
    opens, last = subject + 1, page.sentence_last[verb]
    if subject != verb + 1 or opens >= last or page.chunks[opens].kind != "relative":
        return None
    if not page.chunks[opens].text.startswith("ال") or page.word(page.chunks[verb]).enclitic:
        return None
    for position in range(opens + 2, min(opens + FAR, last - 2)):
        chunk = page.chunks[position]
        if chunk.kind in ("that", "when") or (chunk.kind == "mark" and chunk.text not in closed().commas):
            return None
        if chunk.kind == "mark":
            behind = page.chunks[position + 1]
            named = behind.bare and not behind.joined and behind.definite and _resumed(page, behind.index) is not None
            return behind.index if named and page.chunks[position + 2].prep in ("ب", "الي", "علي") else None
    return None


def _resumed(page: Page, index: int) -> int | None:
    """ "دعا الوزير، في مقال نشرته صحيفة، الأطراف إلى": the object right behind an aside."""
    chunk = page.chunks[index]
    return index if chunk.bare and chunk.actor is not None and chunk.actor.form != "title" else None


def _past_modifiers(page: Page, subject: int) -> int:
    """Past a phrase and the adjectives behind it ("مسلحون مجهولون")."""
    position = subject + 1
    while position < page.sentence_last[subject] and is_modifier(page, page.chunks[position]):
        position += 1
    return position


def _sated(page: Page, verb: int, subject: int | None, end: int) -> int:
    """ "الذين دربتهم واشنطن موقعا": where the clause of a verb ends that has its object in its pronoun."""
    gives = any(key(a.lemma) in closed().double_object for a in page.word(page.chunks[verb]).analyses)
    loose = describes_noun(page, verb) and page.chunks[verb - 1].actor is not None  # "مسلحون يدعمهم التنظيم"
    if subject is None or subject < verb or gives or not (loose or sated_relative(page, verb)):
        return end
    outer = (c for c in page.chunks[subject + 1 : end] if c.bare and not c.joined and not is_modifier(page, c))
    return next((c.index for c in outer if (loose or not _counted(c)) and not _manner(page, c)), end)


def _counted(chunk: Chunk) -> bool:
    """ "بلغ عدد الذين أعدمهم التنظيم 2070 شخصا": so many they are."""
    return chunk.actor is not None and chunk.actor.quantity is not None


def _manner(page: Page, chunk: Chunk) -> bool:
    """ "الانتصارات التي حققها الجيش مسنودا بالطيران": how the doer did it."""
    word = page.word(chunk)
    if word.definite or chunk.actor is not None or word.stem_key.removesuffix("ا") in closed().target_nouns:
        return False
    return any(a.derived in ("active", "passive") for a in word.analyses)


def _behind_relative(page: Page, verb: int, relative: int) -> int | None:
    """ "هاجم المسلحون الذين دربتهم واشنطن موقعا": the object behind a relative clause that has its own."""
    inner = relative + 1
    if (
        inner >= page.sentence_last[verb]
        or page.chunks[relative].kind != "relative"
        or not is_finite(page.chunks[inner])
    ):
        return None
    return _behind_doer(page, inner) if sated_relative(page, inner) else None


def _behind_doer(page: Page, inner: int) -> int | None:
    """The bare phrase right behind the subject of a verb that has its object attached."""
    doer = subject_chunk(page, inner).chunk
    if doer is None or doer < inner or doer + 1 >= page.sentence_last[inner]:
        return None
    behind = page.chunks[doer + 1]
    return doer + 1 if behind.bare and not behind.joined and not is_modifier(page, behind) else None


def _behind_description(page: Page, inner: int) -> int | None:
    """ "قتل مسلحون يستقلون دراجة ضابطا": the object behind what only describes an indefinite subject."""
    if inner >= page.sentence_last[inner - 1] or page.chunks[inner - 1].definite:
        return None
    verb, was = page.chunks[inner], page.chunks[inner].text in closed().copulas
    if was and not verb.joined and inner + 1 < page.sentence_last[inner]:
        inner += 1  # "كانوا يستقلون دراجة", "كانوا على متن سيارة"
        verb = page.chunks[inner]
    if was and verb.kind == "noun" and verb.prep:
        riding = page.chunks[inner + 1 : clause_of(page, inner).stop]
        return next((c.index for c in riding if c.bare and not c.joined and not is_modifier(page, c)), None)
    if not is_finite(verb) or verb.joined or features(page.word(verb)).tense != "present":
        return None
    if page.word(verb).enclitic:  # "قصفت فصائل تدعمها تركيا مواقع للتنظيم": it has its own object
        return _behind_doer(page, inner) if describes_noun(page, inner) else None
    reach = page.chunks[inner + 1 : clause_of(page, inner).stop]
    bare = [c.index for c in reach if c.bare and not c.joined and not is_modifier(page, c)]
    if len(bare) > 1:
        return bare[1]
    return bare[0] if bare and bare[0] > inner + 1 and page.chunks[inner + 1].prep else None


def object_of(page: Page, index: int, subject: int | None, end: int) -> int | None:
    """The first bare phrase after a verb that is not its subject and not coordinated with it."""
    taken = {c.index for c in coordinated(page, subject)} if subject is not None else set()
    if subject is not None and subject - 2 > index and title_behind(page, subject - 2) == subject:
        taken.add(subject - 2)
    before = page.chunks[subject] if subject is not None and subject > index else None
    title: int | None = None
    for position in range(index + 1, end):
        chunk = page.chunks[position]
        if chunk.kind != "noun":
            if chunk.kind == "mark" and position > index + FAR and chunk.text in closed().commas:
                return title
            continue
        if before is not None and position == before.index + 1 and titles(page, chunk, before):
            one_of = page.text.words[chunk.first].stem_key in ONE_OF
            title = (
                title if one_of else position
            )  # "دعا الشيخ حيدر الناطق باسم المقاومة الحوثيين إلى", or "زكى حيدر زعيم المقاومة"
            continue
        if before is not None and before.text == HONOURED and same_man(before, chunk, meets=_meets(page, index)):
            continue
        if before is not None and position == before.index + 1 and is_arm(page, chunk, before):
            continue
        if page.chunks[position - 1].kind == "mark" and _explains_one(page, chunk, index, taken):
            continue  # "دعا وزير الدفاع، مارك إسبر، تركيا إلى"
        if counts_told(page, chunk):
            return title
        if _along(page, position):
            continue  # "قتل النائب ومعه اثنان من حراسه"
        if is_included(page, chunk):
            taken.update(c.index for c in coordinated(page, position))  # "حلفاء بينهم لندن وباريس القرار"
            continue
        if named_behind(page, chunk) or is_backer(page, chunk) or _how(page, chunk, end):
            continue
        if chunk.bare and position not in taken and not is_modifier(page, chunk):
            if chunk.joined and _continues_preposition(page, position, index):
                continue  # "دعمت بالسلاح والتدريب جماعة الحوثي"
            return position if not chunk.joined else title
    return title


def _along(page: Page, position: int) -> bool:
    """Whether a phrase stands behind "ومعه": who is with the subject."""
    left = page.chunks[position - 1]
    return left.text == "pronoun" and left.prep == "مع" and left.joined


def _explains_one(page: Page, chunk: Chunk, verb: int, taken: set[int]) -> bool:
    """Whether a phrase behind a comma is the name or the title of one of those told behind a verb."""
    told = [page.chunks[n] for n in taken if verb < n < chunk.index - 1]
    return any(explained_behind(page, chunk, one) for one in told)


def _meets(page: Page, verb: int) -> bool:
    """Whether a verb may tell of a meeting or a talk."""
    lemmas = [key(a.lemma) for a in page.word(page.chunks[verb]).analyses if a.pos == "verb"]
    return any(e.type == "CONSULT" for x in lemmas for e in lexicon().verbs.get(x, ()))


def _how(page: Page, chunk: Chunk, end: int) -> bool:
    """ "أعدم التنظيم رميا بالرصاص ستة شبان": a verbal noun in the accusative before the people it befalls says how."""
    word = page.word(chunk)
    alone = chunk.bare and chunk.last == chunk.head + 1 and chunk.owner is None and not word.definite
    if not alone or not word.stem.endswith("ا") or not tells_itself(page, chunk):
        return False
    later = page.chunks[chunk.index + 1 : end]
    return any(c.bare and c.actor is not None and not c.joined for c in later)


def _continues_preposition(page: Page, position: int, first: int) -> bool:
    """Whether a joined bare phrase goes on with the prepositional phrase right before it."""
    while position > first + 1 and page.chunks[position].joined and page.chunks[position].bare:
        position -= 1
    return page.chunks[position].kind == "noun" and bool(page.chunks[position].prep)


def described(page: Page, verb: int) -> Chunk | None:
    """The noun that the clause of a verb describes: the head of its relative, or the indefinite noun before it."""
    before = verb - 1
    while before >= page.sentence_first[verb] and (
        page.chunks[before].kind in ("particle", "time") or page.chunks[before].text in closed().copulas
    ):
        before -= 1
    if before < page.sentence_first[verb]:
        return None
    left = page.chunks[before]
    if left.kind == "relative":
        head = head_of_relative(page, before)
        return page.chunks[head] if head is not None else None
    return left if left.kind == "noun" and not left.definite and not page.chunks[verb].joined else None


def tells_itself(page: Page, chunk: Chunk) -> bool:
    """Whether a noun chunk holds a verbal noun ("غداة عزم الحركة على اغتيال"), which takes the phrases behind it."""
    if chunk.kind != "noun" or chunk.actor is not None:
        return False
    if chunk.place is not None and chunk.place.first <= chunk.head < chunk.place.last:
        return False  # "محافظة أبين"
    return any(map(is_masdar, page.text.words[chunk.first : chunk.head + 1]))
