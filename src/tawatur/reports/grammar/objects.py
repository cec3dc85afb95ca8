"""Whether the one phrase behind a verb is its object: the verb goes on with the subject of the verb before it."""

from collections.abc import Mapping, Sequence

from tawatur.knowledge.lexicon.entries import Entry
from tawatur.reports.grammar.agreement import Features, may_follow, shows_oblique
from tawatur.reports.grammar.borders import clause_of, is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.going_on import described, says_only
from tawatur.reports.grammar.modifiers import is_modifier
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.lexicon.senses import bears, key, lights_of
from tawatur.reports.lexicon.senses import index as lexicon

DOERS = frozenset({"armed", "weapon", "state", "political", "group", "person", "office", "organisation"})
UNITS = frozenset({"armed", "political"})
PERSONS = frozenset({"person", "office"})
FORCEFUL = frozenset({"ASSAULT", "COERCE"})
RIGGED = frozenset({"مفخخه", "ملغومه", "ملغمه", "مسيره", "ناسفه"})
PROPERTY = frozenset({"اموال", "ممتلكات", "اصول", "حسابات", "اراضي", "محتويات", "متاع", "مدخرات", "مقتنيات"})
SAYING = frozenset({"ACCUSE", "REQUEST", "THREATEN", "SUPPORT", "REJECT"})
BACK = 14  # chunks to the left within which the verb stands whose subject goes on


def lone_object(page: Page, index: int, right: int, verb: Features) -> bool:
    """ "زار الوزير بغداد والتقى رئيس الوزراء", "قررت أن تهاجم المسلحين": one phrase behind a verb with an object."""
    chunk, phrase = page.chunks[index], page.chunks[right]
    word = page.word(chunk)
    need = "" if word.enclitic or verb.number in ("p", "d") else _object_of(page, index)
    if not need or (phrase.actor is not None and phrase.actor.klass == "weapon"):
        return False
    if not _linked(page, index, phrase) or (need == "may" and not _addressed(page, index, phrase)):
        return False
    told = verb.tense == "present" and "ل" not in word.prefixes  # "الجيش يستعيد الحي ويقتل عشرة مسلحين"
    if verb.gender != "f" and not told and _may_be_passive(page, index) and not _accusative(page, phrase):
        return False  # "شن الطيران غارات، وقتل عشرة في كمين"
    if any(_bare(page, page.chunks[n]) for n in range(right + 1, clause_of(page, index).stop)):
        return False
    if _parted(page, right) or _met_behind(page, index, right):
        return False
    opens = index == page.sentence_first[index] and page.chunks[index].joined and not phrase.definite
    nominative = page.word(phrase).stem.endswith(("ون", "ان"))
    return _goes_on(page, index) or (opens and not nominative)  # "زار وفد البلدة. والتقى قادة من الفصائل"


def some_object(page: Page, index: int, right: int) -> bool:
    """ "هاجم التنظيم الحقل. وأسر عددا من الجنود": the case of a measure makes those it counts the object."""
    actor, joined = page.chunks[right].actor, page.chunks[index].joined
    first = page.text.words[actor.first] if actor is not None else None
    measure = first is not None and first.stem.endswith("ا") and first.stem_key[:-1] in closed().measures
    return measure and joined and right == index + 1


def inert_object(page: Page, index: int, right: int) -> bool:
    """ "كما قصفت بلدة في الريف", "فيما دمر مواقع": a place or post behind a verb of force is what is hit or taken."""
    phrase = page.chunks[right]
    if phrase.actor is not None or not _right_behind(page, index, right):
        return False
    held = page.word(phrase).stem_key in closed().strongholds and not page.word(phrase).definite
    held = held and page.text.words[phrase.last - 1].stem_key not in RIGGED  # "هاجمت سيارة مفخخة القوات"
    ground = any(w.stem_key in closed().sites for w in page.text.words[phrase.first : phrase.last])
    owned = phrase.owner is not None and page.word(phrase).stem_key in PROPERTY and page.chunks[index].joined
    forced = [e for e in _acts(page, index) if e.type in FORCEFUL and e.roles.get("subject", "actor") == "actor"]
    return (
        (
            ground
            or owned
            or (held and _acted_before(page, index))
            or (phrase.place is not None and phrase.owner is None)
        )
        and bool(forced)
        and not page.word(page.chunks[index]).enclitic
    )


def talked_of(page: Page, index: int, right: int) -> bool:
    """ "وبحث معه الأزمة": behind the one who is talked with stands no speaker but what is talked about."""
    between = page.chunks[index + 1 : right]
    met = len(between) == 1 and between[0].prep == "مع" and between[0].text == "pronoun"
    return met and page.chunks[right].actor is None and any(e.type == "CONSULT" for e in _acts(page, index))


def _right_behind(page: Page, index: int, right: int) -> bool:
    """Whether nothing but "أيضا" or a time stands between a verb and a phrase."""
    return all(page.chunks[n].kind in ("particle", "time") for n in range(index + 1, right))


def _acted_before(page: Page, index: int) -> bool:
    """Whether the nearest verb before that describes nothing tells what someone did, and not what he said."""
    for position in range(index - 1, max(page.sentence_first[index], index - BACK) - 1, -1):
        if is_finite(page.chunks[position]) and not described(page, position):
            return not says_only(page.word(page.chunks[position]))
    return True


def behind_place(page: Page, index: int, right: int, verb: Features) -> int | None:
    """ "تحاصر القاعدة من جهة الشمال قوات أخرى": the one who acts stands behind the place and what bounds it."""
    for position in range(right + 1, clause_of(page, index).stop):
        chunk = page.chunks[position]
        if chunk.kind in ("mark", "verb") or (chunk.bare and chunk.joined):
            return None
        if chunk.bare and chunk.actor is not None:
            return position if may_follow(verb, chunk, page, adjacent=False) else None
    return None


def _linked(page: Page, index: int, phrase: Chunk) -> bool:
    """Whether a verb is joined to one before it, or is what that one aims at."""
    chunk = page.chunks[index]
    left = page.chunks[index - 1] if index > page.sentence_first[index] else None
    if chunk.joined or "ل" in page.word(chunk).prefixes:
        return True
    if left is None:
        return False
    target = phrase.actor is not None and page.word(phrase).stem_key in closed().target_nouns
    target = target or any(e.type == "CONSULT" for e in _acts(page, index))  # "إلى أربيل حيث التقى رئيس الإقليم"
    return left.kind == "that" or left.text in ("كي", "لكي", "ثم", "كما") or (target and left.text == "حيث")


def _addressed(page: Page, index: int, phrase: Chunk) -> bool:
    """ "نددت فرنسا بالقصف ودعت الحكومة إلى …": whom a verb calls upon that is joined without a comma."""
    left = page.chunks[index - 1]
    if left.kind == "mark" or not page.chunks[index].joined or phrase.actor is None:
        return False
    return phrase.actor.klass not in PERSONS or phrase.actor.number == "p"


def _parted(page: Page, right: int) -> bool:
    """ "واستقبل الوزير، الذي وصل أمس، نظيره": behind the aside an object may follow."""
    behind = page.chunks[right + 1 : min(right + 3, page.sentence_last[right])]
    aside = len(behind) == 2 and behind[0].kind == "mark" and behind[1].kind == "relative"
    return aside and behind[1].text.startswith("ال")  # "، ما أدى إلى" is none


def _met_behind(page: Page, index: int, right: int) -> bool:
    """ "والتقى الوزير مع نظيره": a preposition brings whom it is done to, so that the bare phrase does it."""
    slots = {key(s) for e in _acts(page, index) for s, r in e.roles.items() if r in ("recipient", "party")}
    return any(
        c.prep in slots and (c.actor is not None or c.owner is not None)
        for c in page.chunks[right + 1 : clause_of(page, index).stop]
    )


def controlled(page: Page, index: int) -> int | None:
    """ "تمكنت من تدمير الآليات وقتل القيادي": the verb whose verbal nouns a form goes on that may be verb or noun."""
    word = page.word(page.chunks[index])
    if word.conjunction != "و" or not any(a.derived == "masdar" for a in word.analyses):
        return None  # "حاول المسلحون التسلل ففتح الجنود النار": "ف" joins no nouns
    for position in range(index - 1, max(page.sentence_first[index], index - BACK) - 1, -1):
        left = page.chunks[position]
        if left.kind in ("mark", "that", "when", "relative"):
            return None
        if is_finite(left):
            lights = [e for e, _ in lights_of(page.word(left), as_verb=True)]
            kinds = {e.kind for e in lights} | {"aspect" for e in lights if e.kind == "light" and "ب" in e.noun}
            goes_on = "aspect" in kinds and not _may_be_passive(page, index)  # "واصلت تمشيط الحدود وقصف المواقع"
            return position if "control" in kinds or goes_on else None
    return None


def acts(page: Page, chunk: int) -> bool:
    """Whether a phrase names someone who may do what verbs with an object tell."""
    actor = page.chunks[chunk].actor
    return actor is not None and actor.klass in DOERS


def speaks_up(page: Page, index: int, chunk: int) -> bool:
    """ "انتقدت الصحيفة القرار واتهمت الحكومة": papers and voices may accuse as well, though they hit no one."""
    accuses = _acts(page, index)
    accuses = [e for e in accuses if e.type == "ACCUSE"] if all(e.type in SAYING for e in accuses) else []
    return bool(accuses) and page.chunks[chunk].kind == "noun" and page.chunks[chunk].text != "pronoun"


def _acts(page: Page, index: int) -> list[Entry]:
    """The acts that the verb of a chunk may tell; senses that a neighbour must lock ("هاجم السياسات") aside."""
    analyses = [a for a in page.word(page.chunks[index]).analyses if a.pos == "verb" and a.voice != "passive"]
    found = [e for a in analyses for e in lexicon().verbs.get(key(a.lemma), ()) if e.kind == "act"]
    return [e for e in found if not e.with_] or found


def _object_of(page: Page, index: int) -> str:
    """Whether the verb must have an object ("must"), or may be without ("may": "دعا إلى"); else empty."""
    found = _acts(page, index)
    if not found or any(e.roles.get("subject", "actor") != "actor" for e in found):
        return ""
    lemmas = {key(e.lemma) for e in found}
    if lemmas <= closed().objectless:
        return "may"
    things = lemmas <= closed().transitive
    return "must" if things or all(e.roles.get("object", "recipient") != "none" for e in found) else ""


def _may_be_passive(page: Page, index: int) -> bool:
    lemmas = [key(a.lemma) for a in page.word(page.chunks[index]).analyses if a.pos == "verb"]
    return any(e.extension in ("kill", "wound") for x in lemmas for e in lexicon().verbs.get(x, ()))


def _accusative(page: Page, phrase: Chunk) -> bool:
    """Whether the case that shows makes a phrase the object ("جنديين", "مسلحي"); a counted noun shows none."""
    actor = phrase.actor
    return actor is not None and actor.quantity is None and shows_oblique(page.text.words[actor.head])


def _bare(page: Page, chunk: Chunk) -> bool:
    if not chunk.bare or chunk.joined or is_modifier(page, chunk):
        return False
    lasts = chunk.actor is None and page.text.words[chunk.last - 1].stem_key in closed().durations
    return not lasts  # "وأمهلت البعثة 48 ساعة"


def _goes_on(page: Page, index: int) -> bool:
    """Whether the nearest verb before may lend its subject: it does not only report words that stand between."""
    said = False
    for position in range(index - 1, max(page.sentence_first[index], index - BACK) - 1, -1):
        left = page.chunks[position]
        said = said or (left.kind == "that" and position < index - 1)
        if not is_finite(left):
            continue
        word = page.word(left)
        lemmas = [key(a.lemma) for a in word.analyses if a.pos == "verb"]
        speaks = any(x in lexicon().speech for x in lemmas)
        told = any(e.kind == "act" for x in lemmas for e in lexicon().verbs.get(x, ()))
        return told or not speaks or not said
    return False


def own_commander(page: Page, index: int, slots: Mapping[str, Sequence[Chunk]]) -> bool:
    """ "تقدم اللواء وقتل قائده": a unit does not kill its own commander, so that he was killed."""
    subject, hit = slots.get("subject", ()), slots.get("object", ())
    if not subject or not hit or subject[0].index >= index or hit[0].index != index + 1:
        return False
    unit, word = subject[0].actor, page.word(hit[0])
    own = word.enclitic in ("ه", "ها") and word.stem_key in closed().commanders
    return own and unit is not None and unit.klass in UNITS and unit.number != "p"


def befell(page: Page, index: int, slots: Mapping[str, Sequence[Chunk]], *, means: bool) -> bool:
    """Whether a verb of losses tells what befell its subject or his own: "قتل قائد بقصف", "وقتل قائده في كمين"."""
    by_it = means and ("object" not in slots or bears(page.word(page.chunks[index])))
    return by_it or own_commander(page, index, slots)
