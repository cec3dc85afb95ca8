"""Whether a time is that of a known happening, and not of those who speak of it: "الهجوم الذي وقع أمس في …"."""

from collections.abc import Sequence

from tawatur.arabic.letters import key
from tawatur.arabic.word import Text, Word
from tawatur.mentions.times.expression import Expression, Match
from tawatur.mentions.times.known import Hit

CLOSE = 8  # words between a time and the word that tells the happening
FEW = 10  # days
BORDERS = frozenset('،؛,;:«»"')
OPENING = 2  # sentences
REACH = 40  # words between those who mourn and what befell the dead, titles of kings and princes included
REACTING = frozenset(
    {
        "ادان",
        "دان",
        "استنكر",
        "ندد",
        "شجب",
        "ادانه",
        "استنكار",
        "تنديد",
        "عزي",
        "عزا",
        "عزاء",
        "تعازي",
        "تعزيه",
        "مواساه",
    }
)
LONG_AGO = frozenset({"سنوات", "اعوام", "ذكري", "اشهر", "شهور"})
YEARS = frozenset({"عام", "سنه"})  # "مفتي عام المملكة", "المدير العام" are no years
COUNTED_FROM = frozenset({"قبل", "منذ", "بعد", "مرور", "في", "خلال"})
BACKGROUND = frozenset(
    {"منذ", "بعد", "عقب", "غداه", "اثر", "قبل", "كان", "كانت"}
)  # what is told behind them is no news
FRESH = frozenset({"day", "weekday"})
TELLING = frozenset({"اعلن", "قال", "افاد", "ذكر", "اكد", "تبني"})
HAPPENING = frozenset(
    {
        "وقع",
        "حدث",
        "حصل",
        "جري",
        "استهدف",
        "ضرب",
        "هز",
        "نفذ",
        "شن",
        "تعرض",
        "استشهد",
        "قتل",
        "قضي",
        "اسفر",
        "اودي",
        "راح",
        "خلف",
        "اوقع",
        "شهد",
        "انفجر",
        "فجر",
        "سقط",
        "اغتال",
        "توفي",
        "لقي",
        "اصاب",
        "جرح",
        "ادي",
        "طال",
        "نجم",
        "اقتحم",
        "هاجم",
        "قصف",
        "اسقط",
        "تحطم",
        "اندلع",
        "بدا",
    }
)  # verbs of happening and its effects; those of telling, judging and meeting have times of their own


def owns_day(text: Text, match: Match, hit: Hit) -> bool:
    """Whether the words say on which day the happening was: "أمس", "قبل يومين" of its own verb."""
    if not _exact(match.expression) or not hit.acts:
        return False
    sentence = text.sentence_of(match.first)
    act = min(hit.acts, key=lambda at: min(abs(at - match.first), abs(at - match.last)))
    if not sentence.first <= act < sentence.last or _apart(text, match, act):
        return False
    verb = next((w for w in reversed(text.words[sentence.first : match.first]) if _finite(w)), None)
    return verb is None or verb.index in hit.acts or _happens(verb)


def reacts(text: Text, hit: Hit) -> bool:
    """Whether an article opens with condolences or condemnation for the happening: they come within days of it."""
    opening = text.sentences[min(OPENING, len(text.sentences)) - 1].last
    act = min(hit.acts)
    if act >= opening or _long_ago(text, hit):
        return False
    before = text.words[max(hit.first, act - REACH) : act]
    return any(w.stem_key in REACTING or any(key(a.lemma) in REACTING for a in w.analyses) for w in before)


def breaks(text: Text, matches: tuple[Match, ...], hit: Hit) -> bool:
    """Whether an article opens with the happening as its news: in its first sentence, beside "أمس" or a weekday."""
    opening = text.sentences[0]
    act = min(hit.acts)
    if not opening.first <= act < opening.last or _long_ago(text, hit):
        return False
    if any(w.stem_key in BACKGROUND for w in text.words[opening.first : act]):
        return False
    verb = next((w for w in text.words[opening.first : act + 1] if _finite(w)), None)
    if verb is None or not _past(verb) or not (_happens(verb) or verb.index in hit.acts or _tells(verb)):
        return False
    end = text.sentences[min(OPENING, len(text.sentences)) - 1].last
    return any(m.first < end and m.expression.kind in FRESH for m in matches)


def _long_ago(text: Text, hit: Hit) -> bool:
    words = text.words[hit.first : hit.last]
    if any(w.stem_key in LONG_AGO for w in words):
        return True
    return any(w.key in YEARS and _counted(words, n) for n, w in enumerate(words))


def _counted(words: Sequence[Word], at: int) -> bool:
    """Whether a year is counted or told by its number: "قبل عام", "عام 2014"."""
    before = at > 0 and words[at - 1].key in COUNTED_FROM
    return before or (at + 1 < len(words) and words[at + 1].kind == "number")


def _exact(e: Expression) -> bool:
    """A day counted from that of writing; "اليوم" is told of too much else."""
    if e.kind == "day":
        return e.low in (-1, -2)
    return (
        e.kind == "offset"
        and e.unit == "day"
        and e.sign < 0
        and e.low == e.high
        and (e.low or 0) <= FEW
        and not e.about
    )


def _apart(text: Text, match: Match, act: int) -> bool:
    between = text.words[act + 1 : match.first] if act < match.first else text.words[match.last : act]
    return len(between) > CLOSE or any(w.text in BORDERS for w in between)


def _finite(word: Word) -> bool:
    return word.pos == "verb" and any(a.pos == "verb" for a in word.analyses)


def _past(word: Word) -> bool:
    return any(a.pos == "verb" and a.tense == "past" for a in word.analyses)


def _tells(word: Word) -> bool:
    return any(a.pos == "verb" and key(a.lemma) in TELLING for a in word.analyses)


def _happens(word: Word) -> bool:
    return any(a.pos == "verb" and key(a.lemma) in HAPPENING for a in word.analyses)
