"""Verb or noun: "قصف", "دعم", "طلب" are both; what stands before and behind decides. One pass over the words."""

from itertools import compress

from tawatur.arabic.kept import answers, by_form
from tawatur.arabic.word import Text, Word
from tawatur.reports.grammar import lookalikes
from tawatur.reports.grammar.clause_openers import AHEAD, WITHIN, adjective_after, inside_opening, opens_as_verb
from tawatur.reports.grammar.closed import Closed, closed
from tawatur.reports.grammar.verbal_nouns import (
    accusative,
    agrees_in_case,
    done_to_behind,
    holds_own,
    of_meeting,
    second_noun,
    second_party,
)

TANWIN = frozenset("\u064b\u064c\u064d")
BEFORE_THAT = frozenset({"بعد", "منذ", "سبق", "بمجرد"})
GATHERS = frozenset({"ضم", "جمع"})
DIRECTIONS = frozenset({"شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "ريف", "محيط"})
SUFFERED_BY_TWO = frozenset({"قتلا", "جرحا"})  # the accusatives of two nouns, and verbs of two
SUPERLATIVES = frozenset({"اكبر", "اصغر", "اهم", "ابرز", "اعلي", "اطول", "اشد", "اخطر", "اسوا", "احدث", "اغني"})
HALT = "وقف"  # "ووقف القتال" is its end; fighting does not stand up
HALTED = frozenset({
    "اطلاق", "نار", "قتال", "حرب", "عنف", "نزيف", "سفك", "عمليات", "اعمال", "هجمات", "تصعيد", "قصف", "غارات", "عدوان",
    "عدائيات", "انتهاكات", "مجازر", "استيطان",
})  # fmt: skip
INSIDE = WITHIN - {"علي"}


def verbs_of(text: Text, names: frozenset[int], times: frozenset[int], inside: frozenset[int]) -> tuple[bool, ...]:
    """For each word whether it is a finite verb; `names`, `times`: words that open such, `inside`: that end names."""
    known, words = closed(), text.words
    firsts = {sentence.first for sentence in text.sentences}
    found = [False] * len(words)
    for word in compress(words, answers(_may_be_verb, text.told)):
        if word.stem_at is None or not _nunated(text, word):  # most words hold no marks
            found[word.index] = _decide(words, word, names, times, inside, firsts, known, found)
    return tuple(found)


def _nunated(text: Text, word: Word) -> bool:
    """ "تقدمًا": the marks of an indefinite noun are printed."""
    return not TANWIN.isdisjoint(word.span.of(text.original))


def _decide(
    words: tuple[Word, ...],
    word: Word,
    names: frozenset[int],
    times: frozenset[int],
    inside: frozenset[int],
    firsts: set[int],
    known: Closed,
    before: list[bool],
) -> bool:
    if word.stem_key == "عبر" and _expresses(words, word.index):
        return True
    if lookalikes.is_another(words, word) or lookalikes.is_deadly(words, word.index, times):
        return False
    before_it = words[word.index - 1] if word.index and not word.conjunction else None
    if before_it is not None and before_it.stem_key in DIRECTIONS and not before_it.definite:
        return False  # "شرق تدمر": a town
    kinds = _kinds(word)
    if word.stem_key == "عبر" and not _has_verb_reading(word):
        return False
    previous = _previous(words, word.index, firsts, known)
    governed = previous is not None and previous.pos == "preposition" and not previous.enclitic
    if lookalikes.of_plans(words, word, previous, before):
        return False
    if lookalikes.says_that(words, word):
        return True  # "تحالف قال إنه"
    if not kinds:  # an unknown word that looks like a verb: no name, nothing behind a preposition
        return word.pos == "verb" and word.index not in names and not governed
    if word.pos not in ("verb", "noun", "adjective", "other", "name") or "ال" in word.prefixes or word.index in times:
        return False
    if word.prefixes and word.prefixes[-1] in ("ب", "ك"):
        return False
    if governed and previous is not None and not word.conjunction:
        return lookalikes.behind_who(words, word, previous) and kinds == {"verb"}
    if kinds == {"verb"} and lookalikes.describes(word, previous):
        return False
    if kinds == {"verb"}:
        return word.pos == "verb" or word.stem_key not in SUPERLATIVES or bool(word.enclitic)  # "ثالث أكبر المدن"
    if word.prefixes and word.prefixes[-1] == "ل":
        return False
    return _by_context(words, word, previous, names, inside, known, before)


@by_form
def _may_be_verb(word: Word) -> bool:
    """Whether its neighbours can make a word a finite verb: those of most words cannot."""
    return (word.stem_key == "عبر" and bool(word.analyses or word.pos == "verb")) or _has_verb_reading(word)


@by_form
def _kinds(word: Word) -> frozenset[str]:
    """The parts of speech that a word may be."""
    return frozenset([a.pos for a in word.analyses])


def _has_verb_reading(word: Word) -> bool:
    kinds = _kinds(word)
    return ("verb" in kinds if kinds else word.pos == "verb") and not _named_by_shape(word, known=bool(kinds))


def _named_by_shape(word: Word, *, known: bool) -> bool:
    """ "ونجله": his son; "حيز التنفيذ"; "خارجيتها", "داخليته": nouns that no dictionary holds."""
    if word.stem_key in ("نجل", "حيز") or (word.enclitic and word.key.startswith(("نجل", "ونجل"))):
        return True
    return not known and bool(word.enclitic) and word.stem.endswith("يت")


def _expresses(words: tuple[Word, ...], index: int) -> bool:
    """ "عبر الوزير عن قلقه": the verb, not the preposition, where "عن" follows whoever expresses something."""
    before = words[index - 1] if index else None
    if before is not None and not words[index].conjunction and before.pos in ("noun", "adjective") and before.prefixes:
        return False  # "مر القطار عبر المدينة عن طريق": what went before goes through
    for later in words[index + 1 : index + AHEAD]:
        if later.kind == "punctuation" or later.pos == "relative" or (later.pos == "verb" and later.analyses):
            return False
        if later.stem_key == "عن":
            return words[later.index + 1].stem_key != "طريق" if later.index + 1 < len(words) else False
    return False


def _previous(words: tuple[Word, ...], index: int, firsts: set[int], known: Closed) -> Word | None:
    """The word before, quotation marks stepped over; None at the start of a sentence."""
    while index not in firsts and index > 0:
        index -= 1
        if words[index].text not in known.quotes:
            return words[index]
    return None


def _by_context(
    words: tuple[Word, ...],
    word: Word,
    previous: Word | None,
    names: frozenset[int],
    inside: frozenset[int],
    known: Closed,
    before: list[bool],
) -> bool:
    if previous is not None and not word.conjunction:
        if previous.index not in inside and agrees_in_case(word, previous):
            return False
        decided = _behind_word(words, word, previous, names, inside, known, before)
        if decided is not None:
            return decided
    if previous is not None and not before[previous.index] and lookalikes.shares_owner(word, previous):
        return False
    asks = lookalikes.demands(word)
    if word.conjunction and previous is not None and not asks and _complement(words, previous, before):
        return False
    if word.conjunction and word.index in names and second_party(words, word.index):
        return False
    if word.conjunction == "و" and inside_opening(words, word.index, before):
        return False
    if word.conjunction and done_to_behind(words, word.index, names):
        return False
    if word.stem_key == HALT and not word.enclitic and words[min(word.index + 1, len(words) - 1)].stem_key in HALTED:
        return False
    if not word.conjunction and accusative(word):
        return False  # "عادوا إلى منازلهم رفضا للحرب"
    if previous is not None and previous.stem_key in known.copulas:
        return False
    if word.conjunction and _counts_oblique(words, word.index):
        return False
    return opens_as_verb(words, word, names)


def _behind_word(
    words: tuple[Word, ...],
    word: Word,
    previous: Word,
    names: frozenset[int],
    inside: frozenset[int],
    known: Closed,
    before: list[bool],
) -> bool | None:
    """What the word right before a form without "و" says of it; None where that tells nothing."""
    named = previous.index in inside or previous.index in names  # "تعز" is a town
    if before[previous.index] and not named and previous.stem_key not in known.copulas:
        return False  # "أسفر قصف القوات عن", "استمر حصار المدينة"
    if previous.stem_key in known.particles or previous.pos in ("particle", "relative"):
        return previous.stem_key not in ("اما", "هناك", "ثمه")
    if previous.stem_key in known.subordinators:
        return True
    if previous.text == "أن" and previous.index and words[previous.index - 1].stem_key in BEFORE_THAT:
        return True  # "بعد أن رفض اليمنيون": a past stands behind this "أن"
    ahead = any(a.pos == "verb" and a.tense == "present" for a in word.analyses)
    if previous.stem_key == "وقت" and ahead and not previous.definite and not previous.enclitic:
        return True  # "في وقت تواصل الطائرات غاراتها"
    if previous.stem_key in known.complementizers:
        return bool(previous.enclitic) and not adjective_after(words, word.index, names)  # "قال إنه قصف أهدافا"
    if (
        word.stem_key in GATHERS
        and not word.enclitic
        and not previous.preposition
        and of_meeting(words, word.index, before)
    ):
        return True
    named_before = previous.kind == "word" and (
        previous.pos in ("noun", "adjective", "name", "number") or previous.index in inside
    )  # "واصل الطيران أمس قصف المواقع"
    if named_before and not before[previous.index]:
        return _behind_noun(words, word, previous, names, inside, known, before)
    return None


def _behind_noun(
    words: tuple[Word, ...],
    word: Word,
    previous: Word,
    names: frozenset[int],
    inside: frozenset[int],
    known: Closed,
    before: list[bool],
) -> bool:
    """Behind a noun: the verb of the clause that the noun opens, or of one that describes it ("هجوم شنه مسلحون")."""
    if word.stem in SUFFERED_BY_TWO and previous.index not in inside and _two(previous, known, names):
        return True  # "جنديان اثنان قتلا"
    if previous.index in names and lookalikes.done_by_two(word, previous):
        return True
    if lookalikes.owed(words, word, before):
        return False
    open_clause = not _has_verb(words, word.index, before, known)
    definite = previous.definite or previous.index in inside or _of_that(words, previous, known)
    ascribed = word.stem_key == "نسب" and any(w.key == "الي" for w in words[word.index + 1 : word.index + 2])
    if _within(words, word.index) or ascribed:
        return True  # "هجوم قتل فيه ثلاثة جنود"
    named = word.index + 1 in names and not words[word.index + 1].preposition
    if word.enclitic and (lookalikes.carries_on(words, word, previous) or holds_own(words, word, previous, before)):
        return False  # "تعزيز تعاونهما العسكري", "بعد بسط الحوثيين سيطرتهم"
    if word.enclitic and named and (open_clause or not definite or previous.preposition):
        return True  # "هجوم شنه مسلحون"; "أعلنت السعودية دعمها الجيش" has its verb
    return definite and open_clause and not adjective_after(words, word.index, names)


def _two(word: Word, known: Closed, names: frozenset[int]) -> bool:
    """Whether a word with the ending of two counts two, and is no plural ("جنديان", "اثنان")."""
    return word.stem.endswith(("ان", "ين")) and (word.stem_key in known.duals or word.index in names)


def _of_that(words: tuple[Word, ...], subject: Word, known: Closed) -> bool:
    """ "إن مسلحا فتح النار": the new noun behind "أن" or "إن" is the subject of its clause."""
    before = words[subject.index - 1] if subject.index else None
    return before is not None and before.stem_key in known.complementizers and subject.stem.endswith(("ا", "ين"))


def _within(words: tuple[Word, ...], index: int) -> bool:
    """Whether "فيه", "خلالها" stands right behind: what happened in the thing just named."""
    behind = words[index + 1] if index + 1 < len(words) else None
    return behind is not None and bool(behind.enclitic) and behind.stem_key in INSIDE


def _counts_oblique(words: tuple[Word, ...], index: int) -> bool:
    """ "مقتل ستة وجرح 9 آخرين": people counted in the oblique case are no subject, so the word is a noun."""
    if index + 2 >= len(words) or not any(a.derived == "masdar" for a in words[index].analyses):
        return False
    counted, people = words[index + 1], words[index + 2]
    return (counted.kind == "number" or counted.pos == "number") and people.stem in ("آخرين", "اخرين")


def _complement(words: tuple[Word, ...], previous: Word, before: list[bool]) -> bool:
    """Whether a verbal noun behind a preposition stands before ("تمكن من التقدم ودحر"): the joined word is one too."""
    if before[previous.index]:
        return False
    if not any(a.derived == "masdar" for a in previous.analyses):
        return second_noun(words, previous.index, before)
    return bool(previous.preposition) or (previous.index > 0 and words[previous.index - 1].pos == "preposition")


def _has_verb(words: tuple[Word, ...], index: int, before: list[bool], known: Closed) -> bool:
    """Whether the clause so far has its finite verb: what then follows a name is its object ("بسط الجيش سيطرته")."""
    for number in range(index - 1, max(-1, index - 12), -1):
        word = words[number]
        if before[number] and word.stem_key not in known.copulas:
            # "كان الطيران شن": the copula leaves room for a verb, "الجيش الذي يحاصر المدينة قصف" the relative clause
            return not _describes(words, number, known)
        if word.kind == "punctuation" or word.pos in ("relative", "subordinator"):
            return False
    return False


def _describes(words: tuple[Word, ...], verb: int, known: Closed) -> bool:
    """Whether a verb stands right behind a relative pronoun, copulas and particles between them aside."""
    number = verb - 1
    while number > 0 and (words[number].stem_key in known.copulas or words[number].pos == "particle"):
        number -= 1
    return number > 0 and words[number].stem_key in known.relatives and words[number].pos == "relative"
