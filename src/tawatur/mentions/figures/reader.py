"""The one door of this room: from the words of a text to the figures that they name."""

from collections.abc import Iterator, Sequence
from itertools import compress

import msgspec

from tawatur.arabic.kept import answers, by_form
from tawatur.arabic.word import Text, Word
from tawatur.mentions.figures.definite import definite_count
from tawatur.mentions.figures.grammar import Amount, Counted, Number, amount_at, counted_at, lead_of
from tawatur.mentions.figures.harm import harm_before, harm_behind, is_age
from tawatur.mentions.figures.nouns import PAIRED, Noun, nouns
from tawatur.mentions.figures.spans import span_of
from tawatur.mentions.figures.words import AT_LEAST, AT_MOST, closed, number_words
from tawatur.mentions.times.matching import matches_of
from tawatur.model.phrases import FigurePhrase

TWO = frozenset({"اثنين", "اثنان", "اثنتين", "اثنتان"})
MARKS = frozenset({("(", ")"), ("«", "»"), ('"', '"'), ("“", "”"), ("[", "]")})
RANGE_LEADS = frozenset({"بين", "من", "ما", "وبين"})


def read_figures(text: Text) -> tuple[FigurePhrase, ...]:
    """Every number with what it counts, in order; numbers of dates, names, clock times and scores are none."""
    return tuple(_figures(text))


def _figures(text: Text) -> Iterator[FigurePhrase]:
    words = text.words
    dated = _dated(text)
    at, paired = 0, -1
    for index in compress(range(len(words)), answers(_begins, text.told)):
        if index < at or index in dated:
            continue
        found = _figure_at(text, words, index)
        if found is None or not dated.isdisjoint(range(found.first, found.last)):
            continue
        if not (found.rule == "dual" and found.first == paired):  # "جنديان تركيان": the second agrees with the first
            yield found
        at = found.last
        paired = at if found.rule == "dual" else -1


@by_form
def _begins(word: Word) -> str:
    """How a figure can begin with a word of this form: with a "number", or a "noun"; most words begin none."""
    key, stem_key = word.key, word.stem_key
    if word.kind == "number" or key in closed().starts or stem_key in number_words():
        return "number"
    counted = nouns()
    noun, behind = counted.get(key), counted.get(key[1:])
    if (noun is not None and noun.dual) or (behind is not None and behind.dual):
        return "noun"
    if (noun is not None or behind is not None) and key.endswith("ين"):
        return "noun"
    return "noun" if stem_key in counted and ("ال" in key[:4] or "لل" in key[:3]) else ""  # "العمال العشرة"


def _dated(text: Text) -> frozenset[int]:
    """The words inside phrases of time; a day counted ("بعد يومين") is one of them."""
    return frozenset([i for match in matches_of(text) for i in range(match.first, match.last)])


def _figure_at(text: Text, words: Sequence[Word], index: int) -> FigurePhrase | None:
    if _begins(words[index]) != "number":
        return _dual(text, words, index) or definite_count(text, words, index)
    amount = amount_at(words, index)
    if amount is None:
        return _dual(text, words, index) or _bounded_dual(text, words, index)
    counted = counted_at(words, amount.last, vague=amount.rule == "vague")
    if counted is None and (behind := _behind_mark(words, amount)):
        return _phrase(text, words, msgspec.structs.replace(amount, first=amount.first - 1), behind)
    if counted and counted.klass == "duration":
        return None
    if counted is None:
        return _bare(text, words, amount)
    return _phrase(text, words, amount, counted)


def _behind_mark(words: Sequence[Word], amount: Amount) -> Counted | None:
    """ "(20) جنديا", "«17» شخصا": a number in marks counts a known noun that stands behind them."""
    at = amount.first - 1
    if amount.last - at != 2 or (_text(words, at), _text(words, amount.last)) not in MARKS:
        return None
    if at and _begins(words[at - 1]) == "number":
        return None  # "ثلاثة (3) جنود" is told already
    counted = counted_at(words, amount.last + 1, vague=False)
    return counted if counted and counted.klass else None


def _text(words: Sequence[Word], at: int) -> str:
    return words[at].text if 0 <= at < len(words) else ""


def _bare(text: Text, words: Sequence[Word], amount: Amount) -> FigurePhrase | None:
    """A number without a noun counts only where the words around it say so ("3 منهم", "أكثر من 30", "20 على الأقل")."""
    at = amount.last
    following = words[at].key if at < len(words) else ""
    harm = harm_behind(words, at) or harm_before(words, amount.first)
    if following == "من" and is_age(words, at + 1):
        return None
    if following in closed().partitive:
        among = following == "بينهم"  # "قتل ستة بينهم ضابط": no word of the number
        return _phrase(text, words, amount, Counted(at + (not among), harm, None if among else words[at].text))
    if harm or (following == "من" and _definite(words, at + 1)):
        return _phrase(text, words, amount, Counted(at, harm))
    if amount.rule in ("minimum", "maximum", "about", "range", "vague") or _pair(words, at) in (AT_LEAST, AT_MOST):
        if amount.value is None and amount.rule == "range" and words[amount.first].key not in RANGE_LEADS:
            return None
        if amount.rule == "maximum" and words[amount.first].key in ("حتي", "دون", "لا"):
            return None
        return _phrase(text, words, amount, Counted(at))
    return None


def _definite(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].kind == "word" and words[at].definite


def _pair(words: Sequence[Word], at: int) -> tuple[str, str]:
    return (words[at].key, words[at + 1].key) if at + 1 < len(words) else ("", "")


def _dual(text: Text, words: Sequence[Word], index: int) -> FigurePhrase | None:
    """ "قتيلان", "غرفتي عمليات": a dual counts two by itself; a definite one points at two that are known."""
    form = words[index].key
    noun = nouns().get(form)
    if noun is None and form[:1] in ("و", "ف", "ب", "ل") and len(form) > 5:
        noun = nouns().get(form[1:])
    if noun is None or noun.klass == "duration":
        return None
    told = noun.dual or (form.endswith("ين") and (_told_two(words, index) or _harmed_pair(words, index)))
    return _dual_phrase(text, words, index, noun) if told and not _agrees(words, index) else None


def _told_two(words: Sequence[Word], index: int) -> bool:
    """ "عسكريين اثنين", "عسكريين تركيين اثنين"."""
    following = [w.key for w in words[index + 1 : index + 3]]
    return bool(following) and (following[0] in TWO or (following[-1] in TWO and following[0].endswith("ين")))


def _harmed_pair(words: Sequence[Word], index: int) -> bool:
    """ "مقتل شرطيين": behind a word of harm the letters that may be a plural are a dual."""
    before = words[index - 1] if index else None
    return words[index].stem in PAIRED and before is not None and before.stem_key in closed().harm


def _bounded_dual(text: Text, words: Sequence[Word], index: int) -> FigurePhrase | None:
    """ "أقل من كيلومترين", "أكثر من مليونين" stand with their dual."""
    at, bound = lead_of(words, index)
    found = _dual(text, words, at) if index < at < len(words) else None
    if found is None:
        return None
    value, low, high = (None, 2, None) if bound == "min" else (None, None, 2) if bound == "max" else (2, None, None)
    rule = {"min": "minimum", "max": "maximum"}.get(bound, "about")
    span = span_of(text, index, found.last)
    return msgspec.structs.replace(found, first=index, span=span, value=value, min=low, max=high, rule=rule)


def _agrees(words: Sequence[Word], index: int) -> bool:
    """Whether a dual is only the adjective of an indefinite dual before it ("مسلحان متطرفان")."""
    before = words[index - 1] if index else None
    ending = words[index].key[-2:]
    if words[index].conjunction:
        return False  # "خمسة مدنيين وجنديين": counted by itself
    return before is not None and len(before.key) > 4 and before.key.endswith(ending) and not before.definite


def _dual_phrase(text: Text, words: Sequence[Word], index: int, noun: Noun) -> FigurePhrase | None:
    last, unit = index + 1, noun.unit
    following = words[last] if last < len(words) else None
    if noun.construct:
        if (
            following is None
            or following.kind != "word"
            or following.key in closed().function
            or following.key.startswith("ال")
        ):
            return None
        last += 1
        unit = "operations rooms" if unit == "rooms" and following.key == "عمليات" else unit
    elif following is not None and following.key in TWO:
        last += 1
    elif _told_two(words, index):
        last += 2
    return _phrase(
        text, words, Amount(index, index, value=2, rule="dual"), Counted(last, unit, words[index].stem, noun.klass)
    )


def _belongs(word: Word) -> bool:
    """Whether a word behind a counted noun is its adjective or a second noun counted with it."""
    if word.conjunction:
        return word.key.removeprefix("و") in nouns()
    return word.kind == "word" and not word.preposition and word.pos in ("adjective", "noun", "name", "adverb")


def _phrase(text: Text, words: Sequence[Word], amount: Amount, counted: Counted) -> FigurePhrase:
    last, rule = counted.last, amount.rule
    value: Number | None = amount.value
    low: Number | None = amount.min
    high: Number | None = amount.max
    if counted.noun and _pair(words, last + 1) == AT_LEAST and _belongs(words[last]):
        last += 1  # "13 جنديا وشرطيا على الأقل", "30 مسلحا أجنبيا على الأقل"
    at = last + (last + 2 < len(words) and words[last].text in ("،", ","))
    if _pair(words, at) == AT_LEAST and value is not None:
        low, last, rule = value, at + 2, "minimum"
        value = None
    elif _pair(words, at) == AT_MOST and value is not None:
        high, last, rule = value, at + 2, "maximum"
        value = None
    return FigurePhrase(
        first=amount.first,
        last=last,
        span=span_of(text, amount.first, last),
        value=value,
        min=low,
        max=high,
        unit=counted.unit,
        noun=counted.noun,
        rule=rule,
    )
