"""Whether a form that opens a clause is its verb or a noun: what stands behind it decides."""

from tawatur.arabic.word import Word
from tawatur.reports.grammar.verbal_nouns import LOSSES

MEANS = 5  # words of the means between a noun of attack and its "على"
TALKS = frozenset({"بحث"})  # with "مع" it is what two do
ANY = "اي"  # "رفض أي تعاون": no adjective
AHEAD = 9  # words within which a later verb shows that a sentence opened with a noun ("قصف المدينة يأتي ضمن …")
# verbs that say of a man who he is ("قتل مسلح يرتدي زي الجيش جنديين"), no predicate of a deed
DESCRIBING = frozenset({
    "يرتدي", "يستقل", "يحمل", "يقود", "يعمل", "يدعي", "يبلغ", "ينتمي", "يتبع", "يقاتل", "يعتقد", "تستقل", "ترتدي",
})  # fmt: skip
# nouns shaped like adjectives of relation: "قصف قرية" hits one
SHAPED = frozenset({"قريه", "مديريه", "ناحيه", "بلديه", "دوريه", "سريه", "اليه", "حاويه", "بنايه", "ثكنه", "مباني"})
MANY = ("ون", "وا")  # "قتل التنظيم قرويين لا يبايعونه": no verbal noun is the subject of men
WITHIN = frozenset({"في", "خلال", "جراء", "اثر", "اثناء", "علي"})


def opens_as_verb(words: tuple[Word, ...], word: Word, names: frozenset[int]) -> bool:
    """At the start of a clause: a noun where an adjective or preposition follows, or a later verb has it as subject."""
    index = word.index + 1
    if index >= len(words) or (words[index].kind == "punctuation" and words[index].text not in ('"', "«", "(", "“")):
        return False
    following = words[index]
    if word.stem_key in TALKS and _with_whom(words, word.index):
        return True
    if following.preposition == "ب" and _falls_on(words, word, index):
        return False  # "قصف بالبراميل على المدينة"
    if word.stem_key in LOSSES and following.stem_key in WITHIN:
        return True  # "وقتل في الهجوم ثلاثة"
    if _dative_before_doer(words, following, names):
        return True  # "نصب لهم مسلحون كمينا", "شن عليها الطيران غارات"
    if index in names and following.stem.endswith("ون") and len(following.stem) > 4:
        return True  # "قتل مسلحون يستقلون سيارة ضابطا": the nominative is no genitive
    described = adjective_after(words, word.index, names) and following.stem_key != ANY
    if described or (following.pos == "preposition" and index not in names):
        return following.pos == "preposition" and word.pos == "verb" and _intransitive(word)
    for later in words[index : index + AHEAD]:
        if later.kind == "punctuation" and later.text not in ('"', "«", "»", "(", ")"):
            break
        if later.pos in ("subordinator", "relative"):
            break  # "قال الوزير إن بلاده تحارب"
        if (
            any(a.pos == "verb" and a.tense == "present" for a in later.analyses)
            and not later.stem.endswith(MANY)
            and not later.conjunction
            and later.pos == "verb"
            and later.index not in names
            and not (later.index == index + 1 and later.stem_key in DESCRIBING and not following.definite)
        ):
            return False
    return True


def _dative_before_doer(words: tuple[Word, ...], following: Word, names: frozenset[int]) -> bool:
    """Whether a preposition with a pronoun stands before a name without one: verb, whom it is for, who does it."""
    behind = words[following.index + 1] if following.index + 1 < len(words) else None
    led = following.pos == "preposition" and bool(following.enclitic) and following.index not in names
    return led and behind is not None and behind.index in names and not behind.preposition and not behind.conjunction


def _with_whom(words: tuple[Word, ...], index: int) -> bool:
    """ "بحث مع الوزير الأزمة": with whom one talks stands right behind."""
    return index + 1 < len(words) and words[index + 1].stem_key == "مع"


def _falls_on(words: tuple[Word, ...], word: Word, index: int) -> bool:
    """Whether "على" follows a verbal noun and its means before any mark or verb."""
    if not any(a.derived == "masdar" for a in word.analyses):
        return False
    for later in words[index : index + MEANS]:
        if later.kind == "punctuation" or later.pos == "verb":
            return False
        if later.stem_key == "علي":
            return True
    return False


def _intransitive(word: Word) -> bool:
    return not any(a.derived == "masdar" for a in word.analyses)


def adjective_after(words: tuple[Word, ...], index: int, names: frozenset[int]) -> bool:
    """An indefinite adjective of relation behind the word ("قصف جوي", "دعم عسكري")."""
    if index + 1 >= len(words) or index + 1 in names:
        return False
    word = words[index + 1]
    return (
        word.kind == "word"
        and not word.prefixes
        and not word.enclitic
        and word.text.endswith(("ي", "ية", "يا", "يين"))
        and word.pos in ("noun", "adjective")
        and word.stem_key not in SHAPED
        and not any(a.pos == "verb" for a in word.analyses)
    )


def inside_opening(words: tuple[Word, ...], index: int, before: list[bool]) -> bool:
    """ "وعلى وقع ضربات الطيران وقصف المدفعية، انسحبت": joined to a noun in the phrase that opens a sentence."""
    first = index
    while first > max(0, index - AHEAD) and words[first - 1].kind != "punctuation":
        first -= 1
        if before[first]:
            return False
    opens = words[first].pos == "preposition" or bool(words[first].preposition)
    if first == index or not opens or not any(a.derived == "masdar" for a in words[index].analyses):
        return False
    for later in words[index + 1 : index + AHEAD]:
        if later.kind == "punctuation":
            behind = words[later.index + 1] if later.index + 1 < len(words) else None
            return behind is not None and later.text in ("،", ",") and behind.pos == "verb" and not behind.conjunction
        if later.pos == "verb" and any(a.pos == "verb" for a in later.analyses):
            return False
    return False
