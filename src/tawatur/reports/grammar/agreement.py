"""Gender and number: what a verb's form says, and whether a phrase can be its subject."""

from operator import attrgetter
from typing import NamedTuple

from tawatur.arabic.kept import by_form
from tawatur.arabic.word import Word
from tawatur.mentions.actors.heads import heads
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.lexicon.senses import deeds_of, index, key

PEOPLE = frozenset({"person", "civilians", "source", "group", "political", "armed", "office", "media"})
BODIES = frozenset({"state", "armed", "political", "office", "organisation", "weapon"})
TWO_SIDES = frozenset({"طرفا", "طرفي"})
ONE_OF = frozenset({"احد", "احدي"})


_FORM = attrgetter("gender", "number", "person", "tense", "voice")


class Features(NamedTuple):
    """What the form of a verb says of its subject; empty where the form is silent."""

    gender: str
    number: str
    person: str
    tense: str
    passive: bool


@by_form
def features(word: Word) -> Features:
    """The features on which all readings of a verb form agree."""
    verbs = [a for a in word.analyses if a.pos == "verb"]
    verbs = [a for a in verbs if a.person in ("3", "")] or verbs  # news speaks of others ("أصيب" is no "I hit")
    if not verbs:
        return Features(word.gender, word.number, "", "", False)
    gender, number, person, tense, voice = map(set, zip(*map(_FORM, verbs), strict=True))
    return Features(_only(gender), _only(number), _only(person), _only(tense), voice == {"passive"})


def _only(values: set[str]) -> str:
    """What all readings say; empty where they differ."""
    return values.pop() if len(values) == 1 else ""


def may_follow(verb: Features, chunk: Chunk, page: Page, *, adjacent: bool) -> bool:
    """Whether a phrase after a verb may be its subject: such a verb is singular, and agrees in gender when adjacent."""
    if verb.number in ("p", "d") or verb.person in ("1", "2") or _oblique(chunk, page):
        return False
    gender, actor = gender_of(chunk, page), chunk.actor
    if not gender or not verb.gender or gender == verb.gender:
        return True
    if actor is not None and actor.quantity is None and actor.first < actor.head:
        first = page.text.words[actor.first]  # "نفذت مجموعة من المسلحين", "يرفض قسم من الحركة"
        return first.stem_key in closed().measures or (verb.gender == "f") == first.stem.endswith(("ة", "ات"))
    if verb.gender == "m" and _called_upon(chunk):
        return False
    things = verb.gender == "m" and page.word(chunk).stem.endswith("ات")  # "سحب قوات" has another subject
    return (verb.gender == "m" and not adjacent) or (_broken_plural(chunk) and not things)


def _called_upon(chunk: Chunk) -> bool:
    """ "ودعا في كلمته الدول العربية", "هاجم الفصائل": behind a masculine verb definite bodies are its object."""
    actor = chunk.actor
    body = actor is not None and actor.klass in BODIES and actor.quantity is None
    return body and chunk.definite and actor is not None and actor.gender == "f"


def _oblique(chunk: Chunk, page: Page) -> bool:
    """Whether the case that shows forbids a subject: "قصفت مدنيين", not "قصف مدنيون"."""
    actor, word = chunk.actor, page.word(chunk)
    if actor is None and chunk.place is None and chunk.owner is None:
        return word.stem.endswith("ا") and not word.stem.endswith("يا") and not word.definite  # "سيطرت تماما"
    if actor is None or actor.quantity is not None or actor.gender != "m" or actor.number not in ("p", "d"):
        return False
    head = page.text.words[actor.head]
    if actor.first < actor.head:
        return False  # "مجموعة من المسلحين": the case is that of a genitive
    if head.stem.endswith("ين"):
        return shows_oblique(head)
    return shows_oblique(head) and not _moves(chunk, page) and not _another_behind(chunk, page)


def _moves(chunk: Chunk, page: Page) -> bool:
    """ "وتقدم مقاتلي المقاومة": the verb right before has no object, so that nothing is done to the phrase."""
    left = page.chunks[chunk.index - 1] if chunk.index else chunk
    lemmas = [key(a.lemma) for a in page.word(left).analyses if a.pos == "verb"] if left.kind == "verb" else []
    acts = [e for x in lemmas for e in index().verbs.get(x, ()) if e.kind == "act"]
    return bool(acts) and all(e.roles.get("object") == "none" for e in acts)


def _another_behind(chunk: Chunk, page: Page) -> bool:
    """ "هاجم مقاتلي الحركة قرية": newsrooms slip, and where something else is hit the phrase is who hits."""
    behind = page.chunks[chunk.index + 1 : min(chunk.index + 4, page.sentence_last[chunk.index])]
    return any(c.kind == "noun" and c.bare and not c.joined for c in behind)


@by_form
def shows_oblique(word: Word) -> bool:
    """Whether the ending of a plural or dual of men shows that no subject stands there: "مدنيين", "مسلحي القاعدة"."""
    if word.stem.endswith("ين"):
        return len(word.stem) > 4
    doers = any(a.derived and a.number == "p" for a in word.analyses)  # "أهالي" is another plural
    return word.stem.endswith("ي") and word.number == "p" and (doers or word.stem.endswith("يي"))


def may_precede(verb: Features, chunk: Chunk, page: Page) -> bool:
    """Whether a phrase before a verb may be its subject: gender and number agree, things in the plural are feminine."""
    if verb.person in ("1", "2"):
        return False
    actor = chunk.actor
    owner = chunk.owner if actor is None else None
    if owner is not None and (verb.number == owner.number == "p" or (verb.gender == "f" and _feminine(owner, page))):
        return True  # "مطاردة المقاتلين الذين", "شراذم القوات التي": the owner may be meant
    gender, number = gender_of(chunk, page), number_of(chunk, page)
    if verb.number == "p":
        if actor is None and owner is None and _things(page.word(chunk)):
            return False  # "نفذوا عمليات استهدفت القادة وتمكنوا": things in the plural do not
        if actor is not None and actor.klass == "weapon" and chunk.prep == "ب":
            return False  # "مسلحون مدعومون بدبابات هاجموا"
        return number in ("p", "") or (actor is not None and actor.klass in ("armed", "civilians", "group", "weapon"))
    if verb.number == "s" and number == "p" and verb.gender == "m" and actor is not None and gender == "m":
        return False
    many = _broken_plural(chunk) or (actor is None and _things_lead(chunk, page))
    return not gender or not verb.gender or gender == verb.gender or (many and verb.gender == "f")


def _things_lead(chunk: Chunk, page: Page) -> bool:
    """ "المعارك تدور في المدينة": fights in the plural, with the article and without preposition, before a verb."""
    word = page.word(chunk)
    leads = chunk.bare and word.number == "p" and "ال" in word.prefixes
    return leads and any(e.extension == "clash" for e in deeds_of(word))


def _things(word: Word) -> bool:
    return word.stem.endswith("ات") and word.stem_key not in ("شخصيات", "قيادات", "سيدات")


def _feminine(actor: ActorPhrase, page: Page) -> bool:
    return actor.gender == "f" or page.text.words[actor.head].stem.endswith(("ات", "ة"))


def gender_of(chunk: Chunk, page: Page) -> str:
    """The gender of a noun phrase: by the shape of its head, else what its phrase or word says; or empty."""
    actor = chunk.actor
    word = page.text.words[actor.head] if actor is not None else page.word(chunk)
    if actor is None and word.stem_key in closed().measures:
        return ""  # "أصيب العشرات", "قتلت المئات"
    if actor is not None and actor.rule == "bare_count":
        return "" if word.stem.endswith("ات") else "m"  # "أصيبت العشرات", "أصيب سبعة"
    if actor is not None and actor.first < actor.head and page.text.words[actor.first].stem_key in ONE_OF:
        return "m" if page.text.words[actor.first].stem_key == "احد" else "f"  # "أصيب أحد المارة"
    if actor is not None and actor.number == "p" and actor.gender == "m" and word.text.endswith("ادة"):
        return "m"  # "القادة", "ثلاثة من قادة الحركة"
    if not (actor is not None and actor.klass == "person") and (word.text.endswith("ة") or word.stem.endswith("ات")):
        return "f"  # "المقاومة الشعبية", "قوات الحكومة", whoever they are
    if actor is not None and actor.klass == "state" and actor.form != "role" and not word.text.endswith(("ا", "اء")):
        alone = actor.last == actor.first + 1 and actor.gender == "f" and not actor.adjective
        return "f" if alone and word.stem_key not in closed().masculine_states else ""  # "طالب إيران", "طالبت إيران"
    alone = actor is not None and actor.last == actor.first + 1 and not word.analyses
    if actor is not None and _bare_name(actor, word) and (alone or "ال" not in word.prefixes):
        return ""  # "داعش", "حماس", "القسام": newsrooms differ
    if word.stem in TWO_SIDES:
        return "m"
    if actor is not None:
        return actor.gender
    return word.gender if word.analyses else ""  # what the shape of an unknown word suggests is no evidence


def _bare_name(actor: ActorPhrase, word: Word) -> bool:
    """A group that is called by one word, or by words that are no common nouns ("بوكو حرام")."""
    named = actor.form in ("name", "loaded") and actor.klass in ("armed", "political") and actor.number == "s"
    return named and (actor.last == actor.first + 1 or word.stem_key not in heads())


def _one_name(actor: ActorPhrase) -> bool:
    """ "بوتين", "فلسطين" are one, whatever their endings."""
    return actor.number == "s" and actor.klass in ("person", "state") and actor.form in ("name", "nationality")


def number_of(chunk: Chunk, page: Page) -> str:
    """The number of a noun phrase: the shape of its head, else what its phrase or word says."""
    actor = chunk.actor
    word = page.text.words[actor.head] if actor is not None else page.word(chunk)
    if actor is not None and actor.first < actor.head and page.text.words[actor.first].stem_key in ONE_OF:
        return "s"  # "إن أحد المهاجمين قتل"
    if word.stem in TWO_SIDES:
        return "d"
    if word.stem.endswith(("ات", "ون", "ين")) and len(word.stem) > 4 and not (actor is not None and _one_name(actor)):
        return "p"
    return actor.number if actor is not None else word.number


def _broken_plural(chunk: Chunk) -> bool:
    actor = chunk.actor
    return actor is not None and actor.number == "p" and not (actor.quantity is not None and actor.gender == "m")
