"""The grammar of figures: what stands before a number, the number or range, what it counts, what stands after."""

from collections.abc import Sequence

import msgspec

from tawatur.arabic.numerals import Read, read_number
from tawatur.arabic.word import Word
from tawatur.mentions.figures.context import is_name_number, is_score
from tawatur.mentions.figures.nouns import Noun, currencies, nouns
from tawatur.mentions.figures.words import closed

Number = float | int


class Amount(msgspec.Struct, frozen=True):
    """An amount over words `first` to `last` exclusive, before its noun is known."""

    first: int
    last: int
    value: Number | None = None
    min: Number | None = None
    max: Number | None = None
    rule: str = "number"


class Counted(msgspec.Struct, frozen=True):
    """What is counted: unit, Arabic noun, class and the word after it."""

    last: int
    unit: str | None = None
    noun: str | None = None
    klass: str = ""


OPENING = frozenset({"بين", "من", "وبين"})  # before the first of two numbers
ORDINALS = tuple(f"ال{stem}" for stem in ("حادي", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع"))
SIDES = frozenset({"الطرفين", "الجانبين", "الجهتين", "المكونين"})  # "عشرة من الطرفين" counts no sides


def exact_number(words: Sequence[Word], at: int) -> Read | None:
    """A number that counts: no definite one ("الصلوات الخمس" are known), no part of an ordinal ("الثانية عشرة")."""
    if at >= len(words):
        return None
    word = words[at]
    if word.kind == "word" and (
        "ال" in word.prefixes or (word.key in ("عشر", "عشره") and at and _opens_teen(words[at - 1]))
    ):
        return None
    return read_number(words, at)


def _opens_teen(word: Word) -> bool:
    """ "الثانية عشرة", "الخمسة عشر": the unit of an ordinal or definite number; "الطائرات عشر غارات" opens none."""
    return word.key.startswith(ORDINALS) or (word.key.startswith("ال") and word.pos == "number")


def amount_at(words: Sequence[Word], index: int) -> Amount | None:
    """The amount that begins at `index`, its limiting words before it included."""
    at, bound = lead_of(words, index)
    found = _amount(words, at) if at < len(words) else None
    if found is None:
        return None
    if bound and found.value is None and found.rule != "vague":
        return msgspec.structs.replace(found, first=index)
    if bound == "min" and found.rule == "vague":
        return Amount(index, found.last, min=found.min, rule="vague")
    if bound == "min":
        return Amount(index, found.last, min=found.value, rule="minimum")
    if bound == "max":
        return Amount(index, found.last, max=found.value if found.value is not None else found.max, rule="maximum")
    rule = "about" if bound == "about" and found.rule == "number" else found.rule
    if index == found.first and rule == found.rule:
        return found
    return msgspec.structs.replace(found, first=index, rule=rule)


def lead_of(words: Sequence[Word], index: int) -> tuple[int, str]:
    """Words of limit before a number: where the number begins and "about", "min", "max" or nothing."""
    at, bound = index, ""
    while at < len(words) and words[at].key in closed().leading:
        step = _lead_step(words, at)
        if not step:
            break
        at, bound = at + step[0], bound if bound in ("min", "max") else step[1]
    return at, bound


def _lead_step(words: Sequence[Word], at: int) -> tuple[int, str] | None:
    for bound, table in closed().limits:
        for group in table.get(words[at].key, ()):
            last = at + 1 + len(group)
            if last <= len(words) and (not group or group == tuple([word.key for word in words[at + 1 : last]])):
                return 1 + len(group), bound
    return None


def _amount(words: Sequence[Word], at: int) -> Amount | None:
    start = at + (words[at].key in ("ما", "وما") and at + 1 < len(words) and words[at + 1].key == "بين")
    if words[start].key in OPENING:
        return _between(words, at, start)
    low = exact_number(words, at)
    named = low is not None and is_name_number(words, at)
    high = _after_mark(words, low.last, ("-", "–", "الي", "او")) if low is not None and not named else None
    if low is not None and high is not None and (found := _range(at, low.value, high)):
        return found
    if found := _vague(words, at):
        return found
    if low is None or named or is_score(words, at, low.last):
        return None
    if words[at].kind == "word" and low.value == 1:
        return None  # "يدا واحدة" counts nothing
    return Amount(at, low.last, value=low.value)


def _between(words: Sequence[Word], at: int, start: int) -> Amount | None:
    """ "بين 250 و350", "ما بين 3 إلى 5", "من 5 إلى 7"."""
    low = exact_number(words, start + 1)
    if low is None:
        return None
    high = _after_mark(words, low.last, ("و", "الي") if words[start].key != "من" else ("الي", "حتي", "و"))
    return _range(at, low.value, high) if high is not None else None


def _range(at: int, low: Number, high: tuple[Number, int]) -> Amount | None:
    if not high[0] > low:
        return None
    ends = sorted((low * _shared_scale(low, high[0]), high[0]))
    return Amount(at, high[1], min=ends[0], max=ends[1], rule="range")


def _shared_scale(low: Number, high: Number) -> int:
    """ "بين ثلاثة وأربعة آلاف" and "5 إلى 7 آلاف" share their scale; "بين 900 و1000" does not."""
    for scale in (1_000_000_000, 1_000_000, 1000):
        if high >= scale and high % scale == 0 and low < 1000 and low <= 2 * high / scale and high / scale < 1000:
            return scale
    return 1


def _after_mark(words: Sequence[Word], at: int, marks: tuple[str, ...]) -> tuple[Number, int] | None:
    if at >= len(words):
        return None
    word = words[at]
    if word.key in marks:
        found = exact_number(words, at + 1)
    elif "و" in marks and word.conjunction == "و":
        found = exact_number(words, at)
    elif word.key in nouns() and at + 1 < len(words) and (words[at + 1].key in marks and words[at + 1].key != "-"):
        found = exact_number(words, at + 2)
    else:
        return None
    return (found.value, found.last) if found else None


def _vague(words: Sequence[Word], at: int) -> Amount | None:
    """ "عشرات القتلى", "المئات من", "عشرات الآلاف"."""
    if at >= len(words) or (at and words[at - 1].kind == "number"):
        return None
    bounds = closed().vague.get(words[at].key)
    if not bounds:
        return None
    low, high = bounds
    last = at + 1
    if last < len(words) and (scale := closed().scales.get(words[last].key)) and scale > high:
        low, high, last = low * scale, high * scale + scale - 1, last + 1
    return Amount(at, last, min=low, max=high, rule="vague")


def counted_at(words: Sequence[Word], at: int, *, vague: bool = False) -> Counted | None:
    """The noun that a number before `at` counts, also behind "من" ("16 من المسلحين", "مئات الجنود")."""
    if at >= len(words):
        return None
    word = words[at]
    if percent := _percent(words, at):
        return Counted(percent, "percent", None, "share")
    if word.text == "$":
        return Counted(at + 1, "USD", "$", "money")
    if word.key == "من":
        return _partitive(words, at + 1)
    if word.kind != "word" or (vague and at and "ال" in words[at - 1].prefixes):
        return None  # "شيع الآلاف جثمان": with its article the number counts no bare noun
    return _money(words, at) or _noun(words, at, definite=vague)


def _partitive(words: Sequence[Word], at: int) -> Counted | None:
    """What stands behind "من": a definite noun, or a known one."""
    if at >= len(words) or words[at].kind != "word":
        return None
    word = words[at]
    noun = nouns().get(_without_article(word.key)) or (nouns().get(word.stem_key) if word.enclitic else None)
    if noun and not noun.dual:
        return _with_adjective(words, at, word, noun)
    following = words[at + 1] if at + 1 < len(words) else None
    if (
        following is not None
        and word.pos == "noun"
        and not (word.enclitic or word.preposition or "ال" in word.prefixes)
        and ("ال" in following.prefixes or following.pos == "name")
        and word.stem_key not in ("اصل", "شهر", "ايام")
    ):
        return Counted(at + 1, None, word.stem)  # "17 من ميليشيا الحوثي"
    known = word.key.startswith("ال") and word.key.endswith(("ين", "ات")) and word.key not in SIDES
    return Counted(at + 1, None, word.stem) if known else None


def _noun(words: Sequence[Word], at: int, *, definite: bool) -> Counted | None:
    word = words[at]
    noun = nouns().get(_without_article(word.key) if definite else word.key)
    if noun and not noun.dual:
        return _with_adjective(words, at, word, noun)
    if word.key in closed().function or word.pos == "verb" or word.conjunction:
        return None
    if definite:
        return Counted(at + 1, None, word.stem) if word.key.startswith("ال") else None
    if word.key.startswith("ال") or "ال" in word.prefixes or word.preposition or word.enclitic:
        return None
    if word.pos == "name" and not word.text.endswith(("ا", "اً")):
        return None  # "250 مسيحيا" is counted, "30 دمشق" is not
    return Counted(at + 1, None, word.text) if _noun_shaped(word) else None


def _without_article(word: str) -> str:
    return word.removeprefix("ال")


def _noun_shaped(word: Word) -> bool:
    return word.text.endswith(("ا", "ة", "ات", "اء", "ين", "ون")) or len(word.text) >= 4


def _with_adjective(words: Sequence[Word], at: int, word: Word, noun: Noun) -> Counted:
    last, unit = at + 1, noun.unit
    following = words[last].key if last < len(words) else ""
    if noun.unit in ("km", "metres") and following in ("مربع", "مربعا", "مكعب", "مكعبا"):
        unit, last = ("square " if following.startswith("مربع") else "cubic ") + unit, last + 1
    if (
        noun.unit in ("killed", "wounded")
        and following[1:] in nouns()
        and following.startswith("و")
        and ({noun.unit, nouns()[following[1:]].unit} == {"killed", "wounded"})
    ):
        return Counted(last + 1, "killed and wounded", word.text, noun.klass)
    if noun.unit == "rooms" and following == "عمليات":
        unit, last = "operations rooms", last + 1
    if word.key == "كيلو" and following.startswith(("جرام", "غرام", "متر")):
        unit, last = "km" if following.startswith("متر") else "kg", last + 1
    return Counted(last, unit, word.text, noun.klass)


def _percent(words: Sequence[Word], at: int) -> int | None:
    word = words[at].key
    if word in ("%", "٪", "بالمايه", "بالميه"):
        return at + 1
    if word == "في" and at + 1 < len(words) and words[at + 1].key in ("المايه", "الميه"):
        return at + 2
    return None


def _money(words: Sequence[Word], at: int) -> Counted | None:
    currency = currencies().get(words[at].key)
    if not currency:
        return None
    last, unit = at + 1, currency.unit
    if last < len(words):
        adjective = words[last].key.removesuffix("ا").removesuffix("ه")
        adjective = adjective if adjective.endswith("ي") else adjective + "ي"
        if adjective in currency.adjectives:
            return Counted(last + 1, currency.adjectives[adjective], words[at].text, "money")
        if words[last].key in ("اميركي", "امريكي", "اميركيا", "امريكيا", "اميركيه", "امريكيه"):
            last += 1
    return Counted(last, unit, words[at].text, "money")
