"""What looks like a tie and tells none: suspicions, conjuncts, offices, members of no country, one end twice."""

from tawatur.arabic.word import Word
from tawatur.model.draft import Draft
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.joint_means import second_help
from tawatur.reports.grammar.page import Page
from tawatur.reports.lexicon.senses import Sense, deeds_of
from tawatur.reports.roles.record import Roles

SUSPECTED = frozenset({"يشتبه", "اشتبه", "مشتبه", "اشتباه"})
CHARGES = frozenset({"تهمه", "بتهمه", "شبهه", "ذريعه", "تهم", "اتهامات"})  # "بتهمة التعاون مع الجيش"
ENDED = frozenset({"رفض", "رفضها", "رفضه", "رفضهم", "وقف", "انهاء", "قطع", "تعليق", "فك"})
DEALINGS = frozenset({"تنسيق", "تعاون", "تشاور"})
INSIDE = frozenset({"في", "ضمن", "تحت"})
PLACED = 3  # words behind a participle within which what it stands in is named
NATIONS = (
    "افغان",
    "باكستان",
    "شيشان",
    "تركمان",
    "اجانب",
    "اجنبي",
    "جنسيات",
    "جنسيه",
    "اوزبك",
    "ايغور",
    "عرب",
    "افارقه",
    "غجر",
    "فرس",
)
MUTUAL = frozenset({"coordinates_with", "allied_with", "opposes", "affiliated_with", "part_of"})
FOES = frozenset({"عدو", "خصم"})  # "العدو اللدود": said of someone, nobody by itself
CLOSE = "قرب"  # "مقرب": close to someone
LOOK = 4  # words behind the members within which their country may be told


def no_tie(page: Page, word: int, sense: Sense) -> str:
    """The rule by which a word tells no tie whatever stands around it, or nothing."""
    kind, here = sense.entry.type, page.text.words[word]
    if kind in ("affiliated_with", "part_of") and _suspected(page, word):
        return "suspected"
    if kind == "coordinates_with" and sense.shape in ("active", "passive") and _is_someone(page, word):
        return "coordinator"
    if kind in MUTUAL and sense.shape in ("noun", "masdar") and _turned_down(page, word):
        return "turned_down"
    if page.chunk_of[word] >= 0 and second_help(page, page.chunk_of[word]):
        return "goes_on_with_help"  # "بدعم ومساندة من": one help, told once
    if kind == "supports" and sense.shape == "masdar" and here.conjunction and here.preposition == "ب":
        return "by_help"  # "تقدم الجيش وبمؤازرة التحالف": behind it stands who helps, not who is helped
    if kind == "coordinates_with" and _charged(page, word):
        return "charge"  # or "بالتنسيق والتعاون مع", told once
    apposed = (
        kind in ("part_of", "affiliated_with") and sense.shape == "noun" and not sense.entry.unit and not here.enclitic
    )
    if apposed and (here.preposition or here.conjunction):
        return "conjunct"  # "المقاومة ووحدات من الجيش", "المسؤول الإعلامي للجناح العسكري"
    if kind == "part_of" and sense.shape in ("active", "passive") and _placed_in_deed(page, word):
        return "in_a_deed"
    return ""


def settled(page: Page, sense: Sense, roles: Roles) -> Roles:
    """The roles without an end that is the other one again, or that is not of the kind its tie speaks of."""
    roles.recipients = [r for r in roles.recipients if not any(_is_again(a, r) for a in roles.actors)]
    roles.actors = [a for a in roles.actors if a.form != "role" or page.text.words[a.head].stem_key not in FOES]
    if sense.entry.type == "supports" and sense.shape == "passive":
        roles.actors = [a for a in roles.actors if not _is_means(a)]  # "مدعومين بدبابات"
    if sense.entry.lemma == CLOSE:
        roles.actors = [a for a in roles.actors if a.klass != "source"]  # "مصادر مقربة من": it says who speaks
    if sense.entry.type == "member_nationality":
        roles.recipients = [a for a in roles.recipients if has_country(page, a)]
    if sense.entry.type == "part_of" and sense.shape == "noun":
        roles.recipients = [r for r in roles.recipients if not page.text.words[r.head].enclitic]  # "جزءا من قواتها"
    if sense.entry.type == "part_of" and sense.shape == "passive":
        named = any(_bears_name(page, a) or a.klass == "state" or a.definite for a in roles.actors)
        roles.actors = roles.actors if named else []  # "المجموعة المؤلفة من خمسة مهاجمين"
    if sense.entry.type == "part_of" and sense.shape == "verb":
        named = any(_bears_name(page, a) for a in (*roles.actors, *roles.recipients))
        roles.recipients = roles.recipients if named else []  # "رتل يضم تعزيزات"
    return roles


def _is_means(actor: ActorPhrase) -> bool:
    """Weapons of no one: with what others are backed, and no one who backs."""
    return actor.klass == "weapon" and actor.form == "role" and not actor.definite and actor.last == actor.first + 1


def _is_again(one: ActorPhrase, other: ActorPhrase) -> bool:
    """Whether two ends are the same; "فصائل متحالفة مع الحزب" holds the other end as part of its name."""
    return one.entity == other.entity and not (one.first < other.first and other.last <= one.last)


def _bears_name(page: Page, actor: ActorPhrase) -> bool:
    """Whether a phrase is a name or holds one ("مقاتلو جيش الفتح")."""
    inner = (a for n in range(actor.first, actor.last) for a in page.actors_at.get(n, ()) if a.last <= actor.last)
    return any(a.form == "name" and not a.adjective for a in inner)


def presupposed(word: Word, sense: Sense, roles: Roles) -> bool:
    """Whether a tie only describes whom the clause speaks of: "قد تهاجم الفصائل الموالية" doubts no loyalty."""
    ends = (*roles.actors, *roles.recipients)
    within = any(a.first < word.index < a.last for a in ends)
    if sense.shape in ("active", "passive"):
        return "ال" in word.prefixes or within
    if roles.rule == "tie_possessed":
        return True  # "لدعم حليفها الروسي"
    if roles.rule == "title_with_name":
        predicate = word.stem.endswith("ا") or word.preposition == "ك"
        return not predicate and (within or any(a.first >= word.index and a.klass == "person" for a in ends))
    if sense.entry.lead or (sense.shape == "noun" and word.enclitic):
        return within or any(word.index - 1 <= a.last <= word.index for a in ends)
    return False


def only_wanted(sense: Sense, draft: Draft) -> bool:
    """ "وافقت تركيا على التعاون مع": a dealing that is agreed on or asked for is no standing tie."""
    return draft.kind == "relation" and draft.modality == "planned" and draft.type in MUTUAL and sense.shape != "phrase"


def has_country(page: Page, members: ActorPhrase) -> bool:
    """ "مقاتلين أفغانا", "من جنسيات مختلفة", "جنودا من كينيا": whether it is told where members come from."""
    if members.form == "nationality" or members.klass == "state":
        return True
    for number in range(members.first, min(members.last + LOOK, len(page.text.words))):
        word = page.text.words[number]
        if number >= members.last and not (word.preposition or word.pos in ("preposition", "adjective")):
            return _of_nation(page, number, members)
        if _of_nation(page, number, members):
            return True
    return False


def _of_nation(page: Page, number: int, members: ActorPhrase) -> bool:
    if number > members.last + 1:
        return False
    if page.text.words[number].stem_key.startswith(NATIONS):
        return True
    named = page.actors_at.get(number, ())
    return any(a.adjective or a.klass == "state" or a.form == "nationality" for a in named)


def _suspected(page: Page, word: int) -> bool:
    """ "يشتبه بانتمائهم إلى": a suspicion, no standing tie."""
    return any(w.stem_key.removesuffix("ا") in SUSPECTED for w in page.text.words[max(word - 2, 0) : word])


def _is_someone(page: Page, word: int) -> bool:
    """ "عبر منسقين سوريين": coordinators are people, and coordinate nothing by their name."""
    near, words = range(max(word - 2, 0), word + 1), page.text.words
    if word + 1 < len(words) and words[word + 1].key == "مع":
        return False  # "قوات منسقة مع الجيش"
    return any(a.head == word for n in near for a in page.actors_at.get(n, ()))


def _turned_down(page: Page, word: int) -> bool:
    """ "كرر رفض التعاون مع", "وقف التنسيق مع": what is refused or ended does not stand."""
    left = page.text.words[word - 1] if word else None
    return left is not None and "ال" not in left.prefixes and left.stem_key in ENDED


def _charged(page: Page, word: int) -> bool:
    """ "بتهمة التعاون مع": with what someone is charged."""
    here, left = page.text.words[word], page.text.words[word - 1] if word else None
    again = bool(here.conjunction) and left is not None and left.stem_key in DEALINGS
    return left is not None and (left.stem_key in CHARGES or again)


def _placed_in_deed(page: Page, word: int) -> bool:
    """ "المنضوية في قتال الحوثيين": who stands in a fight is part of none of its sides."""
    words, inside = page.text.words, False
    for number in range(word + 1, min(word + 1 + PLACED, len(words))):
        if number in page.actors_at:
            return False
        inside = inside or words[number].stem_key in INSIDE
        if inside and any(e.kind == "act" for e in deeds_of(words[number])):
            return True
    return False
