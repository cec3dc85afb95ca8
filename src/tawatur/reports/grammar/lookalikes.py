"""Forms that the words beside them show to be verbs or nouns whatever else they may be."""

from tawatur.arabic.word import Word
from tawatur.reports.grammar.closed import closed
from tawatur.reports.lexicon.senses import lights_of

PLANS, SAYS = "خطط", frozenset({"قال", "قالت", "قالوا"})

FAMILIES, DAWN, AGGRESSION, DEADLY = "اسر", "فجر", "عدوانا", "دام"
ON, THAT, OWED = "علي", "ان", 5  # words back from a deed to the "على" that lays it on someone
BLESSING = frozenset({"حفظ", "يحفظ", "رعا", "رعي", "رحم", "ايد", "سلم", "وفق", "اعز", "حرس"})
BY_LAND = frozenset({"برا", "وبرا"})
ECHOES = frozenset({"صداه", "صداها"})
VALLEYS = frozenset({"وادي", "جبل", "مثلث"})
MOURNED = frozenset({
    "شهداء", "شهيد", "ضحايا", "ضحيه", "قتلي", "قتيل", "مصابين", "متضررين", "مفقودين", "نازحين",
})  # fmt: skip


def is_another(words: tuple[Word, ...], word: Word) -> bool:
    """ "قادتنا وأسر الشهداء", "شنتها الطائرات فجر هذا اليوم", "ظلما وعدوانا": nouns that look like verbs of force."""
    behind = words[min(word.index + 1, len(words) - 1)].stem_key
    previous = words[word.index - 1] if word.index else None
    if word.stem_key in BLESSING and word.enclitic and behind == "الله":
        return True  # "نائب الملك، حفظه الله، في مقر القوة": a blessing put in tells nothing
    if word.text in BY_LAND or word.key in ECHOES:
        return True  # "جوا وبرا", "تردد صداه"
    if previous is not None and previous.stem_key in VALLEYS and not word.conjunction and not word.enclitic:
        return True  # "وادي حرض"
    of_the_dead = word.stem_key == FAMILIES and behind in MOURNED
    return of_the_dead or (word.stem_key == DAWN and behind == "هذا") or word.key.endswith(AGGRESSION)


def is_deadly(words: tuple[Word, ...], index: int, times: frozenset[int]) -> bool:
    """ "هجوم انتحاري دام", "يوم دام": bloody, and no verb that says how long it lasted ("هجوم دام ساعات")."""
    if words[index].text != DEADLY:
        return False
    before, behind = words[index - 1] if index else None, words[index + 1] if index + 1 < len(words) else None
    if before is None or before.definite or before.pos not in ("noun", "adjective"):
        return False
    lasts = behind is not None and (behind.index in times or behind.kind == "number" or behind.pos == "number")
    long = behind is not None and behind.stem_key in closed().durations | {"اكثر", "نحو", "حوالي", "طويلا"}
    return not lasts and not long


def of_plans(words: tuple[Word, ...], word: Word, previous: Word | None, before: list[bool]) -> bool:
    """ "وضع خطط", "ليس لدى كينيا خطط": the plural of "خطة", which no list holds."""
    if word.stem_key != PLANS or previous is None or word.conjunction or word.enclitic:
        return False
    made = before[previous.index] or any(a.derived == "masdar" for a in previous.analyses)
    had = any(w.stem_key == "لدي" for w in words[max(word.index - 3, 0) : word.index])
    return made or had


def says_that(words: tuple[Word, ...], word: Word) -> bool:
    """Whether "إن" stands right behind a verb of saying."""
    behind = words[word.index + 1] if word.index + 1 < len(words) else word
    return word.stem_key in SAYS and behind.text.startswith("إن") and behind.pos == "subordinator"


def carries_on(words: tuple[Word, ...], word: Word, previous: Word) -> bool:
    """Whether a verbal noun that furthers another stands before one that an adjective describes."""
    carries = any(shape == "masdar" for _, shape in lights_of(previous, as_verb=False)) and not previous.definite
    behind = words[word.index + 1] if word.index + 1 < len(words) else word
    described = "ال" in behind.prefixes and behind.text.endswith(("ي", "ية"))
    return carries and described and any(a.derived == "masdar" for a in word.analyses)


def shares_owner(word: Word, previous: Word) -> bool:
    """ "أبدوا استنكارهم وشجبهم", "معاونوه وأسرهم": nouns of the same people, and no verb."""
    if word.stem_key == FAMILIES and word.enclitic and previous.pos == "noun":
        return True
    both = all(any(a.derived == "masdar" for a in w.analyses) for w in (word, previous))
    return both and bool(word.enclitic) and word.enclitic == previous.enclitic and bool(word.conjunction)


def behind_who(words: tuple[Word, ...], word: Word, previous: Word) -> bool:
    """ "هناك من اتهم الحكومة", "حتى سيطرت": a verb may stand here, but "من صاحب السمو" has none."""
    some = any(w.stem_key in ("هناك", "ثمه") for w in words[max(word.index - 3, 0) : word.index])
    return previous.stem_key in ("من", "حتي") and (word.pos != "noun" or some)


def owed(words: tuple[Word, ...], word: Word, before: list[bool]) -> bool:
    """ "قال إن على تركيا سحب قواتها": what "على" at the head of what is said lays on someone is a verbal noun."""
    if word.conjunction or not any(a.derived == "masdar" for a in word.analyses):
        return False
    for at in range(word.index - 1, max(word.index - OWED, 0), -1):
        if words[at].key == ON:
            said = words[at - 1]
            return said.stem_key == THAT or said.text == ":" or said.text in closed().quotes
        if words[at].kind != "word" or before[at]:
            return False
    return False


def done_by_two(word: Word, previous: Word) -> bool:
    """ "مسلحان فتحا النار": the past of two who act; behind a subject of two no accusative stands."""
    two = previous.stem.endswith("ان") and any(a.number == "d" for a in previous.analyses)  # not "إيران"
    return two and word.stem.endswith("ا") and any(a.tense == "past" and a.number == "d" for a in word.analyses)


def demands(word: Word) -> bool:
    """ "ندد بالقصف وطالب أنقرة": no verbal noun that could go on with the one before."""
    return word.stem_key == "طالب"


def describes(word: Word, previous: Word | None) -> bool:
    """ "لغم أرضي", "هجوم أرضي": an adjective of relation whose letters are also those of a verb."""
    if previous is None or previous.pos != "noun" or previous.definite or word.conjunction:
        return False
    return word.pos == "adjective" and word.stem.endswith("ي") and not word.enclitic
